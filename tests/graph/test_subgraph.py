import pytest

from graph.cooperation import cooperation_subgraph
from graph.open import open_store
from graph.subgraph import indicator_subgraph, plan_subgraph, task_subgraph, unit_subgraph
from loaders.extraction import from_json
from zeren.errors import NotFound

TEXT = "市工信局牵头,市财政局、市商务局配合。"
DOCUMENT = {
    "doc": "qinglan.txt",
    "plan": {"title": "青岚市打好五场硬仗实施方案", "issued_on": "2031-02-01", "region": "青岚市"},
    "text": TEXT,
    "parts": [{"part": "附件1", "title": "青岚市稳增长工作方案"}],
    "tasks": [
        {"part": "附件1", "path": ["一", "1"], "title": "推动技术改造", "text": TEXT, "start": 0, "stop": 9,
         "lead": ["市工信局"], "support": ["市财政局", "市商务局"]},
        {"part": "附件1", "path": ["一", "2"], "title": "扩大投资",
         "lead": ["市财政局"], "support": ["市工信局"]},
        {"part": "附件1", "path": ["一", "3"], "title": "稳住外贸", "responsible": ["市商务局"]},
        {"part": "", "path": ["二"], "title": "加强领导", "responsible": ["市政府办"]},
    ],
    "indicators": [
        {"part": "附件1", "path": ["一", "1"], "name": "智能车间", "value": 20, "unit": "个",
         "raw": "智能车间20个"},
        {"part": "", "path": ["一"], "name": "地区生产总值增长", "value": 7, "unit": "%",
         "raw": "地区生产总值增长7%"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('store')}")
    assert opened.load([from_json(DOCUMENT)])[0].status == "loaded"
    yield opened
    opened.close()


def id_of(store, label, name):
    property = "name" if label == "Unit" else "title"
    return store.read(f"MATCH (n:{label}) WHERE n.{property} = $name RETURN n.id AS id", {"name": name})[0][
        "id"
    ]


@pytest.fixture(scope="module")
def plan(store):
    return id_of(store, "Plan", "青岚市打好五场硬仗实施方案")


def labels(graph, kind):
    return [node.label for node in graph.nodes if node.kind == kind]


def joins(graph, type):
    names = {node.id: node.label for node in graph.nodes}
    return [(names[e.source], names[e.target], e.role) for e in graph.edges if e.type == type]


def test_a_plan_holds_its_annexes_tasks_and_units(store, plan):
    graph = plan_subgraph(store, plan)
    assert labels(graph, "Plan") == ["青岚市打好五场硬仗实施方案", "附件1 青岚市稳增长工作方案"]
    assert labels(graph, "Task") == ["加强领导", "推动技术改造", "扩大投资", "稳住外贸"]
    assert set(labels(graph, "Unit")) == {"市政府办", "市工信局", "市财政局", "市商务局"}
    assert (graph.total_nodes, graph.total_edges) == (len(graph.nodes), len(graph.edges)) == (10, 12)


def test_every_assignment_of_a_plan_is_there_once(store, plan):
    found = joins(plan_subgraph(store, plan), "ASSIGNED")
    assert len(found) == len(set(found)) == 7


def test_a_role_leaves_the_units_that_have_it(store, plan):
    assert set(labels(plan_subgraph(store, plan, ["lead"]), "Unit")) == {"市工信局", "市财政局"}


def test_indicators_are_shown_when_asked_for(store, plan):
    assert labels(plan_subgraph(store, plan), "Indicator") == []
    graph = plan_subgraph(store, plan, kinds=("plan", "task", "indicator"))
    assert joins(graph, "TARGETS") == [("推动技术改造", "智能车间20个", None)]
    assert joins(graph, "SETS") == [("青岚市打好五场硬仗实施方案", "地区生产总值增长7%", None)]


def test_a_limit_keeps_the_totals(store, plan):
    graph = plan_subgraph(store, plan, limit=5)
    assert (len(graph.nodes), graph.total_nodes) == (5, 10)


def test_a_task_names_its_document_and_place(store, plan):
    task = next(n for n in plan_subgraph(store, plan).nodes if n.label == "推动技术改造")
    assert task.properties["source"] == {"document": "qinglan.txt", "start": 0, "stop": 9}
    assert task.properties["text"] == TEXT


def test_an_annex_can_be_looked_at_alone(store):
    annex = id_of(store, "Plan", "青岚市稳增长工作方案")
    assert labels(plan_subgraph(store, annex), "Task") == ["推动技术改造", "扩大投资", "稳住外贸"]


def test_a_unit_comes_with_its_tasks_leads_first_and_its_colleagues(store):
    graph = unit_subgraph(store, id_of(store, "Unit", "市工信局"))
    assert graph.nodes[0].label == "市工信局"
    assert labels(graph, "Task") == ["推动技术改造", "扩大投资"]
    assert set(labels(graph, "Unit")) == {"市工信局", "市财政局", "市商务局"}
    assert (graph.total_nodes, graph.total_edges) == (5, 5)


def test_a_unit_at_depth_one_has_no_colleagues(store):
    graph = unit_subgraph(store, id_of(store, "Unit", "市工信局"), ["support"], depth=1)
    assert joins(graph, "ASSIGNED") == [("扩大投资", "市工信局", "support")]
    assert graph.total_nodes == 2


def test_a_task_comes_with_plan_units_and_indicators(store):
    graph = task_subgraph(store, id_of(store, "Task", "推动技术改造"))
    assert sorted(node.kind for node in graph.nodes) == ["Indicator", "Plan", "Task", "Unit", "Unit", "Unit"]


def test_indicators_stand_beside_who_answers_for_them(store, plan):
    graph = indicator_subgraph(store, plan)
    assert joins(graph, "ANSWERS_FOR") == [("智能车间20个", "市工信局", "lead")]
    assert ("青岚市打好五场硬仗实施方案", "地区生产总值增长7%", None) in joins(graph, "SETS")


def test_units_are_joined_by_the_tasks_that_they_share(store, plan):
    graph = cooperation_subgraph(store, plan)
    names = {node.id: node.label for node in graph.nodes}
    ties = {frozenset((names[e.source], names[e.target])): e.properties["tasks"] for e in graph.edges}
    assert ties == {frozenset(("市工信局", "市财政局")): 2, frozenset(("市工信局", "市商务局")): 1}


def test_the_busiest_units_come_first(store, plan):
    graph = cooperation_subgraph(store, plan, limit=3)
    assert [node.properties["tasks"] for node in graph.nodes] == [2, 2, 2]
    assert graph.total_nodes == 4


@pytest.mark.parametrize(
    "look", [plan_subgraph, unit_subgraph, task_subgraph, cooperation_subgraph, indicator_subgraph]
)
def test_an_unknown_id_is_not_found(store, look):
    with pytest.raises(NotFound, match="没有这个"):
        look(store, "none")


@pytest.mark.parametrize("hostile", ["' OR 1=1 //", "\x00", "x" * 5000])
def test_an_id_is_a_value_and_never_a_part_of_the_statement(store, hostile):
    with pytest.raises(NotFound):
        plan_subgraph(store, hostile)
