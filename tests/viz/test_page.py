import gzip
import json
import re

from viz.page import TEXT_LIMIT, Links, render_file, render_message, render_page
from viz.view import make_view

LINKS = Links(assets="/static/viz", graph="/api/graph", svg="./x/svg?", page="?limit=10")


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])


def test_a_served_page_has_no_inline_script_and_no_inline_style(plan_graph):
    page = render_page(make_view(plan_graph, "青岚市"), LINKS)
    assert re.findall(r"<script(?![^>]* src=)(?![^>]*application/json)", page) == []
    assert "<style" not in page
    assert " style=" not in page


def test_a_served_page_names_its_scripts_with_their_version(plan_graph):
    page = render_page(make_view(plan_graph, "青岚市"), LINKS)
    assert re.search(r'src="/static/viz/view\.js\?v=[0-9a-f]{12}"', page)


def test_the_offline_file_loads_nothing(plan_graph):
    page = render_file(plan_graph, "青岚市", root="qinglan:1")
    assert re.findall(r"<(?:script|link|img)[^>]*(?:src|href)=\"(?!data:)", page) == []
    assert "default-src 'none'" in page


def test_hostile_names_and_titles_do_not_leave_their_place(plan_graph):
    page = render_page(make_view(plan_graph, "</script><script>alert(1)</script>"), LINKS)
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert "<img src=x onerror=alert(1)>" in {card["label"] for card in data_of(page)["cards"].values()}


def test_the_page_carries_the_source_of_a_task(plan_graph):
    card = data_of(render_page(make_view(plan_graph, "青岚市"), LINKS))["cards"]["qinglan:1:附件1:一.1"]
    assert card["source"] == {"document": "qinglan.txt", "start": 120, "stop": 162}
    assert "市工信局牵头" in card["text"]


def test_five_hundred_nodes_take_less_than_200_kb(large_graph):
    page = render_page(make_view(large_graph(440, 59), "云岭省", "p"), LINKS)
    assert data_of(page)["shown"]["nodes"] == 500
    assert len(gzip.compress(page.encode(), 6)) <= 200_000


def test_a_very_long_text_is_cut_on_served_pages_alone(plan_graph):
    task = next(node for node in plan_graph.nodes if node.kind == "Task")
    task.properties["text"] = "字" * (TEXT_LIMIT + 500)
    assert "字" * (TEXT_LIMIT + 1) not in render_page(make_view(plan_graph, "青岚市"), LINKS)
    assert "字" * (TEXT_LIMIT + 500) in render_file(plan_graph, "青岚市")


def test_a_message_is_escaped():
    assert "<b>" not in render_message("没有图", "<b>", LINKS)
