"""The offline file in real Chromium: what a reader sees, and that nothing is asked of any host."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from viz.page import render_file

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TASK = "qinglan:1:附件1:一.1"


@pytest.fixture
def open_file(chromium, tmp_path):
    """Opens a subgraph's offline file; console errors and requests elsewhere fail the test."""
    troubles, contexts = [], []

    def opened(graph, root="", kind="graph", **options):
        path = tmp_path / f"view{len(contexts)}.html"
        path.write_text(render_file(graph, "青岚市", root=root, kind=kind), "utf-8")
        context = chromium.new_context(accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda r: r.url.startswith(("file:", "data:", "blob:")) or troubles.append(r.url))
        page.goto(path.as_uri())
        page.wait_for_function("() => window.zerenView && window.zerenView.ready")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


def click(page, key):
    place = page.evaluate("id => window.zerenView.nodePosition(id)", key)
    page.mouse.click(place["x"], place["y"])
    page.wait_for_function("id => window.zerenView.selected() === id", arg=key)


def test_all_nodes_are_there(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    assert page.evaluate("window.zerenView.visible()") == {"nodes": 8, "edges": 9}
    assert page.inner_text("#count") == "共 8 个节点、9 条联系"


def test_a_click_shows_the_source_text_and_its_place(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    click(page, TASK)
    card = page.inner_text("#card")
    assert "新增智能车间 20 个以上" in card
    assert "qinglan.txt" in card
    assert "第 121–162 字" in card
    assert "2031年12月" in card


def test_a_unit_in_the_card_leads_to_the_unit(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    click(page, TASK)
    page.click("#card >> text=市财政局")
    assert page.evaluate("window.zerenView.selected()") == "qinglan:cz"
    assert "扩大有效投资" in page.inner_text("#card")


def test_escape_closes_the_card(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    click(page, TASK)
    page.keyboard.press("Escape")
    assert page.is_hidden("#card")


def test_a_hostile_name_shows_as_text(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    click(page, "qinglan:x")
    assert page.inner_text("#card h2") == "<img src=x onerror=alert(1)>"
    page.click("#show-table")
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#table")
    assert page.locator("img").count() == 0


def test_filtering_by_role_leaves_what_has_that_role(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    for role in ("support", "responsible"):
        page.locator(f"#roles input[value={role}]").uncheck(force=True)
    assert page.evaluate("window.zerenView.nodePosition('qinglan:x')") is None
    assert page.evaluate("window.zerenView.visible()") == {"nodes": 6, "edges": 5}


def test_filtering_about_a_unit_goes_by_its_own_role(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:cz", "unit")
    page.locator("#roles input[value=support]").uncheck(force=True)
    assert page.evaluate("id => window.zerenView.nodePosition(id)", TASK) is None
    assert page.evaluate("window.zerenView.nodePosition('qinglan:1:附件1:一.2')") is not None


def test_filtering_by_kind(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    page.locator("#kinds input[value=Unit]").uncheck(force=True)
    assert page.evaluate("window.zerenView.visible()") == {"nodes": 5, "edges": 4}


def test_search_finds_an_alias(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    page.fill("#search", "工业和信息化")
    assert page.inner_text("#search-count") == "1 处"
    page.keyboard.press("Enter")
    assert page.evaluate("window.zerenView.selected()") == "qinglan:gx"


def test_the_table_says_the_same_and_leads_back_by_keyboard(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    page.focus("#show-table")
    page.keyboard.press("Enter")
    row = page.locator("#table tr", has_text="推动技术改造").first
    assert row.locator("td").all_inner_texts()[:2] == ["市工信局", ""]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.zerenView.selected()") == TASK


def test_it_stands_still(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    before = page.evaluate("window.zerenView.nodePosition('qinglan:gx')")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.zerenView.nodePosition('qinglan:gx')") == before


def test_png_and_svg_can_be_saved(open_file, plan_graph, tmp_path):
    page = open_file(plan_graph, "qinglan:1", "plan")
    with page.expect_download() as png:
        page.click("#save-png")
    png.value.save_as(tmp_path / "view.png")
    assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as svg:
        page.click("#save-svg")
    svg.value.save_as(tmp_path / "view.svg")
    assert ElementTree.parse(tmp_path / "view.svg").getroot().tag.endswith("svg")


def test_it_follows_the_reader_s_colour_scheme(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 28)"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_cut_off_at_the_sides(open_file, plan_graph, width):
    page = open_file(plan_graph, "qinglan:1", "plan", viewport={"width": width, "height": 740})
    click(page, TASK)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#card").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_an_offline_file_cannot_be_grown_or_embedded(open_file, plan_graph):
    page = open_file(plan_graph, "qinglan:1", "plan")
    assert page.is_hidden("#show-snippet")
    place = page.evaluate("window.zerenView.nodePosition('qinglan:gx')")
    page.mouse.dblclick(place["x"], place["y"])
    assert page.evaluate("window.zerenView.visible()") == {"nodes": 8, "edges": 9}
