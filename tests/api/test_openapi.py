"""What /docs tells a developer."""

import pytest
from pydantic import BaseModel

from api import schemas


@pytest.mark.parametrize("name", ["Plan", "Unit", "Task", "Indicator", "Problem"])
def test_each_thing_has_an_example_of_its_own_shape(client, name):
    found = client.get("/openapi.json").json()["components"]["schemas"][name]
    model: type[BaseModel] = getattr(schemas, name)
    assert model.model_validate(found["examples"][0]).model_dump(mode="json") == found["examples"][0]


def test_each_endpoint_of_the_api_tells_its_answer_and_its_problems(client):
    spec = client.get("/openapi.json").json()
    for path, methods in spec["paths"].items():
        for told in (each["responses"] for each in methods.values() if path.startswith("/api/")):
            assert {"200", "201"} & set(told)
            assert any(
                "problem+json" in kind for answer in told.values() for kind in answer.get("content", {})
            )
