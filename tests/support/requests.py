"""What can be asked of the API over GET, from its own OpenAPI, and the answers as they are to be equal."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import quote

from starlette.testclient import TestClient

from api.app import create_app
from zeren.settings import Settings

SETTINGS = Settings(_env_file=None, hosts="testserver")
_BINARY = re.compile(r"\.(?:xlsx|docx)$")
"""Archives with a time in them; their cells are the rows of lists that are compared."""
_OWN = ("/api/queries", "/healthz", "/readyz", "/metrics")
"""Named queries are compared one by one; the rest says nothing of the graph."""
_UNLIKE = re.compile(r'"loaded_at": ?"[^"]*"')
"""What differs between two loads of the same documents."""


def requests(client, pair):
    """(url, parameters) of every path: each filter by itself, and the second page of a small window."""
    for path, operations in client.app.openapi()["paths"].items():
        if "get" in operations and not _BINARY.search(path) and not path.startswith(_OWN):
            yield from _of_path(pair, path, operations["get"].get("parameters", []))


def _of_path(pair, path, parameters):
    asked = {each["name"]: each for each in parameters if each["in"] == "query"}
    values = _values(pair)
    least = {name: values[name][0] for name, each in asked.items() if each.get("required")}
    for url in _urls(pair, path):
        yield url, least
    for name in sorted(asked.keys() & values.keys()):
        for value in values[name]:
            yield url, {**least, name: value}
    if "offset" in asked:
        yield url, {**least, "limit": 3, "offset": 2}


def _values(pair):
    regions = [
        row["name"] for row in pair.embedded.read("MATCH (r:Region) RETURN r.name AS name ORDER BY name")
    ]
    return {
        "q": ["公园", "市", "'"], "unit": pair.busiest()[:2], "role": ["lead", ["support", "responsible"]],
        "plan": pair.telling("plan")[:2], "task": pair.some("Task", 2), "region": regions[:2], "year": [2031, 2023],
        "function": pair.telling("function")[:2], "kind": ["bureau"], "depth": [2], "roles": ["lead"],
        "kinds": ["unit"], "indicator": pair.telling("indicator")[:1],
    }  # fmt: skip


_LABELS = {"plans": "Plan", "units": "Unit", "tasks": "Task", "indicators": "Indicator",
           "functions": "Function", "regions": "Region"}  # fmt: skip


def _urls(pair, path):
    """A path with ids put in; of a kind that the path doesn't name, those of plans and units."""
    if "{" not in path:
        return [path]
    label = next((label for word, label in _LABELS.items() if f"/{word}/" in path), None)
    if label:
        return [path.replace("{id}", quote(id, safe="")) for id in _telling(pair, label)]
    kinds = (("plan", "Plan"), ("unit", "Unit"))
    return [
        path.replace("{kind}", kind).replace("{id}", quote(id, safe=""))
        for kind, label in kinds
        for id in _telling(pair, label)[:1]
    ]


def _telling(pair, label):
    return [*(pair.telling(label.lower()) or pair.some(label, 2))[:2], "nothing"]


@dataclass(frozen=True)
class Answer:
    """What a client sees."""

    status: int
    kind: str
    text: str


def client_of(store):
    """A client of the application over a store."""
    return TestClient(create_app(store, SETTINGS), raise_server_exceptions=False)


def answer(client, url, parameters):
    """What a client gets, without what differs between two loads."""
    response = client.get(url, params=parameters)
    return Answer(response.status_code, response.headers["content-type"], _UNLIKE.sub("", response.text))


def hits(answered):
    """What a search found, without its order: total, and which things where all are shown."""
    found = json.loads(answered.text)
    if "results" not in found:
        return answered
    whole = found["total"] <= found["limit"]
    return found["total"], sorted((hit["kind"], hit["id"]) for hit in found["results"]) if whole else []
