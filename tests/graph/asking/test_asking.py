"""Questions about the sample in many wordings, each answered alike; and what is no question."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.asking.answer import MOST_ROWS
from graph.asking.ask import LONGEST, ask
from graph.asking.cues import cues
from graph.asking.shape import as_json
from graph.catalogue import Catalogue
from graph.catalogue.run import run_values
from graph.open import open_store
from tests.support.plans import plan
from zeren.documents import find_documents, read_documents

HERE = Path(__file__).parent
SAMPLE = HERE.parents[2] / "examples" / "plans"
GROUPS = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))["group"]
ASKED = [(n, wording) for n, group in enumerate(GROUPS) for wording in group["wordings"]]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('asking')}/store")
    opened.load(read.extraction for read in read_documents(find_documents([SAMPLE]).files))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue()


@pytest.mark.parametrize(("group", "wording"), ASKED, ids=[w for _, w in ASKED])
def test_every_wording_gets_the_same_answer(store, catalogue, group, wording):
    expected = GROUPS[group]
    found = as_json(ask(store, catalogue, wording))
    assert (found["intent"], found.get("empty", False)) == (
        expected["intent"],
        expected["intent"] == "none",
    ), found["text"]
    for field, see in SEEN.items():
        if field in expected:
            assert see(found) == (sorted(expected[field], key=str) if field in SETS else expected[field])


SETS = {"titles", "lead", "support", "values", "docs", "cited"}
SEEN = {
    "titles": lambda a: sorted(t["title"] for t in a["tasks"]),
    "lead": lambda a: sorted(a["units"]["lead"]),
    "support": lambda a: sorted(a["units"]["support"]),
    "values": lambda a: sorted((i["value"] for i in a["indicators"]), key=str),
    "regions": lambda a: {r: a["by_region"].get(r) for r in ("青岚市", "沙溪自治州", "临湖区")},
    "count": lambda a: a["count"],
    "office": lambda a: a["office"],
    "docs": lambda a: sorted(a["docs"]),
    "cited": lambda a: sorted(c["doc_number"] for c in a["citations"]),
}


@pytest.mark.parametrize("cue", cues(), ids=[c.pattern.pattern[:30] for c in cues()])
def test_every_cue_fires_on_its_example(cue):
    from graph.asking.cues import NAME

    asked = cue.seen.replace("市园林局", NAME * 4).replace("湘政办发〔2023〕2号", NAME * 10)
    assert cue.pattern.search(asked.replace("〔", "(").replace("〕", ")"))


@pytest.mark.parametrize("question", ["", "  \n", "牵" * (LONGEST + 1), "牵头" * 5_000])
def test_what_is_no_question_gets_a_sentence(store, catalogue, question):
    found = ask(store, catalogue, question)
    assert found.empty
    assert found.text


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A unit with more tasks than an answer lists, some of them in two roles."""
    tasks = [
        {"part": "", "path": [str(n)], "title": f"第{n}处绿道", "lead": ["市园林局"], "support": ["市财政局"]}
        for n in range(1, MOST_ROWS + 51)
    ]
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('large')}/store")
    opened.load([plan(parts=[], tasks=tasks, indicators=[], breakdowns=[])])
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "question", ["市园林局牵头哪些任务", "市园林局有多少项任务", "市园林局和市财政局共同承担哪些任务"]
)
def test_the_number_is_exact_where_not_all_are_listed(large, catalogue, question):
    found = as_json(ask(large, catalogue, question))
    assert f"共 {MOST_ROWS + 50} 项(列出前 {MOST_ROWS} 项)" in found["text"]
    assert len(found["tasks"]) == MOST_ROWS
    assert found.get("count", MOST_ROWS + 50) == MOST_ROWS + 50


@pytest.mark.parametrize("regions", [[], ["青岚市"], ["青岚市", "沙溪自治州"]])
def test_a_rank_has_the_rows_of_its_query(store, catalogue, regions):
    """They are counted once a generation, and must be those that the query gives."""
    found = ask(store, catalogue, f"{'和'.join(regions)}哪个单位任务最多")
    assert found.query == "load_of_units"
    rows = run_values(store, catalogue.get("load_of_units"), found.values)
    assert (len(found.values["region"]), found.rows.rows, found.rows.total) == (
        len(regions),
        rows.rows,
        rows.total,
    )
