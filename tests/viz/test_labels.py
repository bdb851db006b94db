from graph.model import Subgraph
from viz.labels import boxes, em_width, wrap


def test_a_short_text_stays_on_one_line():
    assert wrap("市财政局", 10, 2) == ("市财政局",)


def test_a_long_text_is_broken_into_even_lines():
    assert wrap("推动制造业技术改造和设备更新", 10, 2) == ("推动制造业技术", "改造和设备更新")


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrap("推" * 50, 10, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(em_width(line) <= 11 for line in lines)


def test_blank_text_is_a_dash():
    assert wrap(" \n", 10, 2) == ("—",)


def test_a_busier_unit_is_larger(plan_graph):
    found = boxes(plan_graph)
    assert found["qinglan:cz"].size > found["qinglan:gx"].size


def test_the_root_is_largest(plan_graph):
    found = boxes(plan_graph, "qinglan:gx")
    assert max(found, key=lambda key: found[key].size) == "qinglan:gx"


def test_an_empty_subgraph_has_no_boxes():
    assert boxes(Subgraph()) == {}


def test_no_line_begins_with_a_mark():
    assert wrap("防范化解风险阻击\uff0c推动运行好转", 10, 2) == ("防范化解风险阻击\uff0c", "推动运行好转")
