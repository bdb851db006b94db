"""Search on the embedded store: what is found, in which order, and an index that goes on from the last one."""

from __future__ import annotations

import shutil

import pytest

from graph.open import open_store
from graph.searching import KINDS, Hits
from graph.searching.hits import words_of
from graph.searching.index import FOLDER
from tests.support.plans import plan


def other(title="沙溪州方案", task="整修公园步道"):
    tasks = [{"part": "", "path": ["一"], "title": task, "text": "整修步道,配好路灯", "lead": ["州园林局"]}]
    return plan("沙政发〔2031〕2号", title, "沙溪州", parts=[], indicators=[], breakdowns=[], tasks=tasks)


def made(folder):
    opened = open_store(f"ladybug://{folder}/store")
    opened.load([plan()])
    opened.load([other()])
    return opened


@pytest.fixture
def store(tmp_path):
    """A store that a test may change."""
    opened = made(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def still(tmp_path_factory):
    """The same, only read."""
    opened = made(tmp_path_factory.mktemp("search"))
    yield opened
    opened.close()


def names(store, words, **options):
    found = store.search(words, limit=50, **options)
    return found.total, {(hit.kind, hit.id.rpartition(":")[2]) for hit in found.found}


def test_all_words_must_be_there_in_any_order(still):
    total, found = names(still, "步道 公园")
    assert (total, {kind for kind, _ in found}) == (1, {"task"})
    assert names(still, "步道 海港")[0] == 0


def test_units_are_found_by_alias_and_come_first(still):
    assert still.search("园林局").found[0].kind == "unit"


def test_a_kind_narrows_and_a_window_pages(still):
    whole = still.search("公园", limit=50)
    assert {h.kind for h in still.search("公园", ["task"], limit=50).found} == {"task"}
    pages = [still.search("公园", limit=1, offset=n) for n in range(whole.total)]
    assert [page.found[0].id for page in pages] == [hit.id for hit in whole.found]
    assert {page.total for page in pages} == {whole.total}


@pytest.mark.parametrize("offset", [100, 1_788_000_000, 2**63 - 1])
def test_a_page_behind_the_last_takes_no_room(still, offset):
    assert still.search("公园", limit=1, offset=offset) == Hits(still.search("公园").total)


@pytest.mark.parametrize(
    "words", ["", " ", "()", "*:*", "'", '"', "a AND", "[1 TO 2]", "\x00", "😀", "/", "公" * 5_000]
)
def test_nothing_that_is_typed_breaks_it(still, words):
    assert still.search(words, KINDS).total >= 0


def test_one_character_and_latin_letters_in_any_case(store):
    assert store.search("园").total > 0
    store.load([other(task="建设5G基站")], replace=True)
    assert names(store, "5g")[0] == names(store, "5G")[0] == 1


def test_the_next_generation_holds_what_a_fresh_index_would(store, tmp_path):
    store.load([other(task="整修公园长廊")], replace=True)
    fresh = open_store(f"ladybug://{tmp_path}/fresh")
    fresh.load([plan(), other(task="整修公园长廊")])
    for words in ("公园", "步道", "长廊", "园林", "方案"):
        assert names(store, words) == names(fresh, words)
    fresh.close()


def test_a_removed_plan_is_no_longer_found(store):
    gone = next(d.plan for d in store.documents() if "沙政发" in d.plan)
    store.remove(gone)
    assert names(store, "步道")[0] == 0


def test_a_store_without_an_index_is_searched_letter_by_letter(store, tmp_path):
    before = names(store, "公园")
    store.close()
    for folder in (tmp_path / "store").glob(f"*/{FOLDER}"):
        shutil.rmtree(folder)
    opened = open_store(f"ladybug://{tmp_path}/store", read_only=True)
    assert {kind for kind, _ in names(opened, "公园")[1]} >= {kind for kind, _ in before[1]} - {"indicator"}
    opened.close()


def test_words_are_cut_to_what_is_looked_at():
    assert words_of("“公园”(一期)  公园") == ["公园", "一期"]
