import pytest

from api.views import Choice, Pictures, offline_file
from graph.open import open_store
from loaders.extraction import from_json
from zeren.errors import BadParameter, NotFound

DOCUMENT = {
    "doc": "qinglan.txt",
    "plan": {"title": "青岚市稳增长工作方案", "issued_on": "2031-02-01", "region": "青岚市"},
    "tasks": [
        {"part": "", "path": ["一"], "title": "推动技术改造", "lead": ["市工信局"], "support": ["市财政局"]}
    ],
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('store')}")
    opened.load([from_json(DOCUMENT)])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def plan(store):
    return store.read("MATCH (p:Plan) RETURN p.id AS id")[0]["id"]


def test_values_may_be_repeated_or_have_commas():
    assert Choice.of(["support,lead"], ["task", "plan"], 10) == Choice(
        ("lead", "support"), ("plan", "task"), 10
    )


def test_no_values_are_all():
    assert Choice.of(None, [""], 300) == Choice()


def test_an_unknown_value_is_refused_with_those_that_there_are():
    with pytest.raises(BadParameter, match=r"chief.*lead、support、responsible"):
        Choice.of(["chief"], None, 300)


def test_the_query_of_a_choice_leads_back_to_it():
    choice = Choice(("lead",), ("plan", "unit"), 20)
    query = choice.query()
    assert Choice.of([query["roles"]], [query["kinds"]], int(query["limit"])) == choice


def test_a_view_is_made_once_a_generation(store, plan):
    pictures = Pictures()
    assert pictures.view(store, "plan", plan, Choice()) is pictures.view(store, "plan", plan, Choice())


@pytest.mark.parametrize("kind", ["plan", "cooperation", "indicators"])
def test_every_picture_of_a_plan_can_be_a_file(store, plan, kind):
    assert "青岚市稳增长工作方案" in offline_file(store, kind, plan)


def test_an_unknown_id_is_not_found(store):
    with pytest.raises(NotFound):
        offline_file(store, "unit", "none")


class Swapped:
    """A store whose graph is replaced once, right after its generation was told."""

    def __init__(self, store, extraction):
        self.store, self.coming = store, [extraction]

    def __getattr__(self, name):
        return getattr(self.store, name)

    def generation(self):
        now = self.store.generation()
        if self.coming:
            assert self.store.load([self.coming.pop()])[0].status == "replaced"
        return now


def test_a_picture_is_of_the_generation_that_its_tag_tells(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([from_json(DOCUMENT)])
    plan = store.read("MATCH (p:Plan) RETURN p.id AS id")[0]["id"]
    more = {"part": "", "path": ["二"], "title": "培育企业", "lead": ["市商务局"], "support": []}
    newer = from_json({**DOCUMENT, "tasks": [*DOCUMENT["tasks"], more]})
    before = Pictures().view(store, "plan", plan, Choice()).subgraph
    assert Pictures().view(Swapped(store, newer), "plan", plan, Choice()).subgraph == before
    assert len(Pictures().view(store, "plan", plan, Choice()).subgraph.nodes) > len(before.nodes)
    store.close()
