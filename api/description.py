"""The description of the API (OpenAPI): with examples, and with errors as they are told."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import schemas
from api.problems import MEDIA_TYPE


def describe(app: FastAPI) -> dict[str, Any]:
    """The description, made on first use."""
    if not app.openapi_schema:
        spec = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        known = spec.setdefault("components", {}).setdefault("schemas", {})
        known["Problem"] = schemas.Problem.model_json_schema()
        examples = json.loads((resources.files("api") / "examples.json").read_text("utf-8"))
        for name, example in examples.items():
            known[name]["examples"] = [example]
        for path, methods in spec["paths"].items():
            for operation in methods.values():
                _tell_problems(path, operation["responses"])
        app.openapi_schema = spec
    return app.openapi_schema


def _tell_problems(path: str, answers: dict[str, Any]) -> None:
    """What any endpoint may answer: the gate's 401, and FastAPI's 422 as the problem that it becomes."""
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers.setdefault("401", {"description": "unauthorized", "content": problem})
    if MEDIA_TYPE not in answers.get("422", {"content": problem})["content"]:
        answers["422"] = {"description": "bad_parameter", "content": problem}
    if path.startswith("/embed/"):
        # a page in a frame says what is wrong as a page
        pages = problem | {"text/html": {"schema": {"type": "string"}}}
        answers["404"] = {"description": "not_found", "content": pages}
        answers["422"] = {"description": "bad_parameter", "content": pages}
        answers["308"] = {"description": "moved"}
