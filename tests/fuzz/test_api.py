"""Requests that the API's own description allows, and some that it doesn't, against a loaded store."""

from __future__ import annotations

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from graph.open import open_store
from tests.fuzz.budget import SECONDS, seeds
from tests.support.plans import plan
from zeren.settings import Settings

EXAMPLES = 20 if SECONDS else 3
"""For each operation in a round."""
CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance, status_code_conformance]
TOKEN = {"Authorization": "Bearer schreiben"}


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('fuzz')}/store")
    app = create_app(store, Settings(_env_file=None, hosts="*", token="schreiben"))
    yield store, schemathesis.openapi.from_asgi("/openapi.json", app)
    app.state.loading.close()
    store.close()


def test_no_request_breaks_the_api_or_its_description(described):
    """All operations in one test: schemathesis' own fixtures follow pytest's insides too closely."""
    store, description = described
    operations = [each.ok() for each in description.get_all_operations()]
    assert len(operations) > 30
    for seed in seeds():
        store.load([plan()])  # a round before may have removed it
        wrong = [told for operation in operations for told in _faults(operation, seed)]
        assert wrong == [], "\n\n".join(wrong)


def _faults(operation, seed):
    try:
        _try(operation, seed)
    except Exception as error:
        yield f"seed {seed} {operation.label}: {_told(error)}"


def _try(operation, seed):
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=EXAMPLES, derandomize=False, deadline=None, database=None, print_blob=False,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(case=operation.as_strategy())
    def run(case):
        case.call_and_validate(headers=TOKEN, checks=CHECKS)

    run()


def _told(error):
    if isinstance(error, BaseExceptionGroup):
        return "; ".join(_told(each) for each in error.exceptions)
    return f"{type(error).__name__} {error}"
