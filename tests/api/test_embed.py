"""The embed pages on a real server, store and browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from xml.etree import ElementTree

import httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from api.routers import embed
from api.views import graph_json
from graph.open import open_store
from graph.subgraph import plan_subgraph, task_subgraph, unit_subgraph
from loaders.extraction import from_json
from tests.support.server import serving
from zeren.settings import Settings

# one process, so that the browser, the server and its store are started once
pytestmark = pytest.mark.xdist_group("browser")

TEXT = "市工信局要推动技术改造,新增智能车间20个以上。(市工信局牵头,市财政局配合)"
DOCUMENT = {
    "doc": "qinglan.txt",
    "plan": {
        "title": "青岚市打好五场硬仗实施方案", "doc_number": "青政办发〔2031〕3号",
        "issuer": "青岚市人民政府办公室", "issued_on": "2031-02-01", "region": "青岚市",
    },
    "text": TEXT + "扩大投资。稳住外贸。",
    "parts": [{"part": "附件1", "title": "青岚市稳增长工作方案"}],
    "tasks": [
        {"part": "附件1", "path": ["一", "1"], "title": "推动技术改造", "text": TEXT,
         "start": 0, "stop": len(TEXT), "lead": ["市工信局"], "support": ["市财政局"]},
        {"part": "附件1", "path": ["一", "2"], "title": "扩大投资", "text": "扩大投资。",
         "lead": ["市财政局"], "support": ["<img src=x onerror=alert(1)>"]},
        {"part": "附件1", "path": ["一", "3"], "title": "稳住外贸", "text": "稳住外贸。",
         "responsible": ["市商务局"]},
    ],
}  # fmt: skip
PORTAL = """<!doctype html><link rel="icon" href="data:,"><title>门户</title><script>
window.messages = []; addEventListener("message", (event) => messages.push(event.data));
</script><iframe src="/embed/plan/{plan}" width="900" height="600"></iframe>"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('store')}")
    report = opened.load([from_json(DOCUMENT)])[0]
    assert report.status == "loaded", report.error
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def plan(store):
    return store.read("MATCH (p:Plan) WHERE p.part = '' RETURN p.id AS id")[0]["id"]


@pytest.fixture(scope="module")
def unit(store):
    return store.read("MATCH (u:Unit) WHERE u.name = '市财政局' RETURN u.id AS id")[0]["id"]


@pytest.fixture(scope="module")
def task(store):
    return store.read("MATCH (t:Task) WHERE t.title = '推动技术改造' RETURN t.id AS id")[0]["id"]


@pytest.fixture(scope="module")
def server(store, plan) -> Iterator[str]:
    app = FastAPI()
    app.state.store = store
    app.state.settings = Settings(frame_ancestors="'self' https://portal.example")
    app.state.slots = threading.BoundedSemaphore(8)
    app.include_router(embed.router)
    views = {"plan": plan_subgraph, "unit": unit_subgraph, "task": task_subgraph}

    @app.get("/api/graph")
    def graph(plan: str = "", unit: str = "", task: str = "") -> dict[str, object]:
        name, id = next((n, v) for n, v in (("plan", plan), ("unit", unit), ("task", task)) if v)
        return graph_json(views[name](store, id))

    @app.get("/portal")
    def portal() -> HTMLResponse:
        return HTMLResponse(PORTAL.replace("{plan}", plan))

    with serving(app) as address:
        yield address


@pytest.fixture
def visit(chromium, server):
    """Opens a path of the server; console errors and requests to other hosts fail the test."""
    troubles, contexts = [], []

    def visited(path, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda r: r.url.startswith((server, "data:", "blob:")) or troubles.append(r.url))
        page.goto(server + path)
        return page

    yield visited
    for context in contexts:
        context.close()
    assert troubles == []


def ready(page):
    page.wait_for_function("() => window.zerenView && window.zerenView.ready")
    return page


def click(page, key, method="click"):
    place = page.evaluate("id => window.zerenView.nodePosition(id)", key)
    getattr(page.mouse, method)(place["x"], place["y"])
    page.wait_for_function("id => window.zerenView.selected() === id", arg=key)


@pytest.mark.browser
def test_the_plan_page_draws_the_whole_plan(visit, store, plan):
    page = ready(visit(f"/embed/plan/{plan}"))
    graph = plan_subgraph(store, plan)
    assert page.evaluate("window.zerenView.visible()") == {
        "nodes": len(graph.nodes), "edges": len(graph.edges),
    }  # fmt: skip
    assert len(graph.nodes) == 9


@pytest.mark.browser
def test_a_click_on_a_task_shows_its_source(visit, plan, task):
    page = ready(visit(f"/embed/plan/{plan}"))
    click(page, task)
    card = page.inner_text("#card")
    assert TEXT in card
    assert "qinglan.txt" in card
    assert f"第 1–{len(TEXT)} 字" in card


@pytest.mark.browser
def test_the_unit_page_draws_its_tasks_and_colleagues(visit, store, unit, task):
    page = ready(visit(f"/embed/unit/{unit}"))
    assert page.evaluate("window.zerenView.visible()")["nodes"] == len(unit_subgraph(store, unit).nodes) == 5
    click(page, task)
    assert TEXT in page.inner_text("#card")


@pytest.mark.browser
def test_a_hostile_name_shows_as_text(visit, plan):
    page = ready(visit(f"/embed/plan/{plan}"))
    page.click("#show-table")
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#table")
    assert page.locator("img").count() == 0


@pytest.mark.browser
def test_a_double_click_brings_what_is_beside_a_node(visit, unit, plan, task):
    page = ready(visit(f"/embed/unit/{unit}"))
    before = page.evaluate("window.zerenView.visible()")["nodes"]
    click(page, task, "dblclick")
    page.wait_for_function("before => window.zerenView.visible().nodes > before", arg=before)
    assert "新增" in page.inner_text("#status")


@pytest.mark.browser
def test_the_page_around_the_frame_hears_of_a_choice(visit, task):
    page = visit("/portal")
    frame = page.frames[1]
    frame.wait_for_function("() => window.zerenView && window.zerenView.ready")
    frame.evaluate("id => window.zerenView.select(id)", task)
    page.wait_for_function("() => messages.length > 0")
    assert page.evaluate("messages[0]") == {
        "type": "zeren:select", "node": {"id": task, "kind": "Task", "label": "推动技术改造"},
    }  # fmt: skip


@pytest.mark.browser
def test_the_snippet_leads_back_to_the_same_picture(visit, server, plan):
    page = ready(visit(f"/embed/plan/{plan}?roles=lead&theme=dark&height=500"))
    page.click("#show-snippet")
    code = page.input_value("#snippet-code")
    assert f"{server}/embed/plan/" in code
    assert "roles=lead&amp;theme=dark&amp;height=500" in code
    assert 'height="500"' in code


@pytest.mark.browser
def test_the_theme_can_be_chosen(visit, plan):
    page = ready(visit(f"/embed/plan/{plan}?theme=dark", color_scheme="light"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 28)"


@pytest.mark.browser
def test_the_svg_can_be_saved(visit, plan, tmp_path):
    page = ready(visit(f"/embed/plan/{plan}", accept_downloads=True))
    with page.expect_download() as saved:
        page.click("#save-svg")
    saved.value.save_as(tmp_path / "view.svg")
    assert ElementTree.parse(tmp_path / "view.svg").getroot().tag.endswith("svg")


@pytest.mark.browser
def test_the_cooperation_page_joins_units_that_share_tasks(visit, plan, unit):
    page = ready(visit(f"/embed/cooperation/{plan}"))
    assert page.evaluate("window.zerenView.visible()") == {"nodes": 4, "edges": 2}
    click(page, unit)
    assert "市工信局 · 1 项" in page.inner_text("#card")
    page.click("#show-table")
    assert "市工信局(1)" in page.inner_text("#table")


def test_a_function_is_compared_across_regions(server, store, unit):
    rows = store.read("MATCH (:Unit {id: $id})-[:PERFORMS]->(f:Function) RETURN f.id AS id", {"id": unit})
    page = httpx.get(f"{server}/embed/compare/{rows[0]['id']}").text
    assert "青岚市 市财政局" in page
    assert "扩大投资" in page


def test_an_action_is_compared_by_the_id_of_its_task(server, task):
    assert "青岚市 市工信局" in httpx.get(f"{server}/embed/compare/{task}").text
    assert httpx.get(f"{server}/embed/compare/none").status_code == 404


def test_roles_narrow_the_picture(server, plan):
    whole, leads = (httpx.get(f"{server}/embed/plan/{plan}", params=p).text for p in ({}, {"roles": "lead"}))
    assert "市商务局" in whole
    assert "市商务局" not in leads


def test_a_limit_says_how_many_there_are(server, plan):
    page = httpx.get(f"{server}/embed/plan/{plan}?limit=4").text
    assert '"shown":{"nodes":4' in page
    assert '"total":{"nodes":9' in page


def test_only_the_portals_named_may_frame_it(server, plan):
    policy = httpx.get(f"{server}/embed/plan/{plan}").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://portal.example" in policy
    assert "script-src 'self';" in policy


def test_an_unknown_id_is_a_sentence(server):
    answer = httpx.get(f"{server}/embed/plan/none")
    assert answer.status_code == 404
    assert "没有编号为“none”的方案" in answer.text


def test_a_hostile_id_stays_text(server):
    answer = httpx.get(f"{server}/embed/plan/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_an_unknown_role_is_a_sentence_that_lists_the_roles(server, plan):
    answer = httpx.get(f"{server}/embed/plan/{plan}?roles=chief")
    assert answer.status_code == 422
    assert "lead、support、responsible" in answer.text


def test_an_unchanged_page_is_not_sent_again(server, plan):
    tag = httpx.get(f"{server}/embed/plan/{plan}").headers["etag"]
    assert httpx.get(f"{server}/embed/plan/{plan}", headers={"If-None-Match": tag}).status_code == 304


def test_scripts_are_kept_by_the_browser(server):
    answer = httpx.get(f"{server}/static/viz/vis-network.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


def test_other_files_are_not_served(server):
    assert httpx.get(f"{server}/static/viz/palette.toml").status_code == 422
