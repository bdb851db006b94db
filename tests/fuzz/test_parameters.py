"""Named queries and pages asked with odd values: an answer or a refusal, never a fault of the server."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from tests.fuzz.budget import seeds
from tests.support.plans import plan
from tests.support.requests import SETTINGS
from tests.support.traps import ODD_NAMES

EXAMPLES = 60
"""Requests of a round."""
PAGES = {
    "/plans": ("q", "region", "year"), "/units": ("q", "region", "function", "kind"), "/search": ("q", "kind"),
    "/ask": ("q",), "/tasks": ("q", "unit", "role", "plan", "region", "year"), "/indicators": ("q", "unit"),
    "/compare": ("q", "function"), "/api/reconcile": ("queries",), "/api/graph": ("plan", "depth", "roles", "kinds"),
}  # fmt: skip
ODD = (
    "", " ", "0", "-1", "1e999", "NaN", "9" * 40, "9223372036854775807", "-9223372036854775808", "true", "null",
    "2031-02-30", "0001-01-01", "99999-01-01", "lead", "lead,", ",,,", "牵头、配合", "²", "٣", "%", "_", "\\", "'", '"',
    "{}", '{"q0":{"query":"市园林局"}}', "$plan", "`", "*", "AND", "(" * 50, "市" * 300, "\0", "\u202e", "\ud7ff", "青岚市",
    "市园林局", "市园林局牵头哪些任务?", "园林", "公园", "青政发〔2031〕1号", *ODD_NAMES,
)  # fmt: skip
VALUES = st.one_of(st.sampled_from(ODD), st.text(max_size=20), st.integers().map(str), st.dates().map(str))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """The application over a store with a plan."""
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('parameters')}/store")
    store.load([plan()])
    app = create_app(store, SETTINGS)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    app.state.loading.close()
    store.close()


def test_no_parameter_breaks_a_named_query_or_a_page(client):
    named = {each["name"]: each["parameters"] for each in client.get("/api/queries").json()}
    targets = dict(PAGES)
    for name, parameters in named.items():
        for path in (f"/api/queries/{name}", f"/queries/{name}"):
            targets[path] = tuple(each["name"] for each in parameters)
    for seed in seeds():
        _round(client, targets, seed)


def _round(client, targets, seed):
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=EXAMPLES, deadline=None, database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(_asked(targets))
    def run(asked):
        path, parameters = asked
        response = client.get(path, params=parameters)
        assert response.status_code < 500, response.text

    run()


@st.composite
def _asked(draw, targets):
    """A path, and values for some of its parameters, for the window and for one that it doesn't have."""
    path = draw(st.sampled_from(sorted(targets)))
    names = (*targets[path], "limit", "offset", "nothing")
    return path, draw(
        st.dictionaries(st.sampled_from(names), st.lists(VALUES, min_size=1, max_size=2), max_size=4)
    )
