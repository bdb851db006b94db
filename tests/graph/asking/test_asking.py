"""Questions about the sample in many wordings, each answered alike; and what is no question."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.asking.ask import LONGEST, ask
from graph.asking.cues import cues
from graph.asking.shape import as_json
from graph.catalogue import Catalogue
from graph.open import open_store
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
