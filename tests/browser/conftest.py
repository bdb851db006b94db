"""The whole application on a real server with real documents, and pages of it in Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from graph.open import open_store
from tests.support.server import serving
from zeren.documents import find_documents, read_documents
from zeren.settings import Settings

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "plans"
CORPUS = ROOT.parent / "shared" / "corpus"


def load(store, folder):
    """Read a folder's documents into a store."""
    if not folder.exists():
        pytest.skip(f"{folder} is not here")
    read = [each.extraction for each in read_documents(find_documents([folder]).files) if each.extraction]
    assert {report.status for report in store.load(read)} == {"loaded"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[str]:
    """The address of a server with the sample."""
    with _server(tmp_path_factory, SAMPLE) as address:
        yield address


@pytest.fixture(scope="module", params=[SAMPLE, CORPUS], ids=["sample", "corpus"])
def documents(request, tmp_path_factory) -> Iterator[str]:
    """The address of a server with the sample, then with real documents where these are."""
    with _server(tmp_path_factory, request.param) as address:
        yield address


@contextmanager
def _server(tmp_path_factory, folder):
    store = open_store(f"ladybug://{tmp_path_factory.mktemp('browser')}/store")
    load(store, folder)
    with serving(create_app(store, Settings(_env_file=None, frame_ancestors="'self'"))) as address:
        yield address
    store.close()


@pytest.fixture
def open_page(chromium):
    """Opens an address; console errors and requests to other hosts fail the test."""
    troubles, contexts = [], []

    def opened(address, **options):
        context = chromium.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        own = (address.split("/", 3)[0] + "//" + address.split("/", 3)[2], "data:", "blob:")
        page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda r: r.url.startswith(own) or troubles.append(r.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    # a page that tells of a missing thing has the status of one
    assert [each for each in troubles if "status of 404" not in each] == []


class Places:
    """Addresses of a few things on a server: a plan with many tasks, its busiest unit, one of its tasks."""

    def __init__(self, address):
        def results(path, **params):
            return httpx.get(f"{address}/api/{path}", params=params).json()["results"]

        self.address = address
        self.plan = max(results("plans"), key=lambda plan: plan["counts"]["tasks"])["id"]
        tasks = results("tasks", plan=self.plan, role="lead", limit=200)
        self.task = max(tasks, key=lambda task: (len(task["units"]["support"]), task["id"]))
        self.unit = self.task["units"]["lead"][0]
        self.functions = [each["id"] for each in results("functions", limit=200) if each["units"] > 1]

    def paths(self):
        """A path of each page."""
        plan, unit, task = self.plan, self.unit["id"], self.task["id"]
        return [
            "/", f"/ask?q={self.unit['name']}牵头哪些任务", "/ask?q=今天天气怎样", "/search?q=就业", "/search?q=", "/plans", f"/plans/{plan}", f"/plans/{plan}?unit={unit}&role=lead", "/units", f"/units/{unit}",
            f"/tasks/{task}", "/indicators", "/documents", f"/documents/{self.task['source']['document']}",
            "/queries", f"/queries/tasks_of_unit?unit={unit}", f"/graph?kind=unit&id={unit}", "/upload", "/nothing",
            "/compare", f"/compare/function/{self.functions[0]}", f"/compare/task/{task}",
            "/compare/indicators?name=就业", f"/embed/compare/{task}",
            f"/embed/plan/{plan}", f"/embed/unit/{unit}", f"/embed/cooperation/{plan}",
            f"/embed/indicators/{plan}", f"/embed/compare/{self.functions[0]}",
        ]  # fmt: skip


@pytest.fixture(scope="module")
def places(sample):
    return Places(sample)
