"""Counterparts in a store: found at each load, the same in any order, put right by hand."""

from __future__ import annotations

import pytest

from graph.corrections import Corrections, PairCorrection
from graph.dump import dump
from graph.listing import similar_listing
from graph.open import open_store
from tests.support.campaigns import PARKS, SAME, campaign

ONE, OTHER = campaign("青岚市", 2031, PARKS), campaign("云川市", 2031, SAME)
LATER = campaign("青岚市", 2032, SAME[:2])
PARK, SAME_PARK = "x-青岚市:青政办发〔2031〕3号:一.1", "x-云川市:云政办发〔2031〕3号:一.1"
DRAGON = "x-云川市:云政办发〔2031〕3号:一.3"


def pairs(store):
    listed = similar_listing(store)
    return {
        (pair["a"]["title"], pair["b"]["title"]): pair["across"]
        for pair in listed["pairs"]
        if pair["score"] >= listed["threshold"]
    }


def test_the_same_action_is_found_and_what_one_place_alone_has_is_not(store):
    store.load([ONE, OTHER])
    assert pairs(store) == {
        ("加快口袋公园建设", "建设口袋公园"): "region",
        ("治理黑臭水体", "整治黑臭水体"): "region",
    }


def test_one_region_in_two_years_is_marked_so(store):
    store.load([ONE, LATER])
    assert set(pairs(store).values()) == {"year"}


def test_any_order_and_any_steps_give_the_same_pairs(tmp_path):
    documents, graphs = [ONE, OTHER, LATER], []
    for number, order in enumerate([documents, documents[::-1]]):
        opened = open_store(f"ladybug://{tmp_path}/{number}")
        for each in order:
            opened.load([each])
        graphs.append(list(dump(opened)))
        opened.close()
    again = open_store(f"ladybug://{tmp_path}/again")
    again.load(documents)
    again.remove("x-青岚市:青政办发〔2032〕3号")
    again.load([LATER])
    graphs.append(list(dump(again)))
    again.rebuild()
    graphs.append(list(dump(again)))
    again.close()
    assert all(graph == graphs[0] for graph in graphs)
    assert any("SIMILAR_TO" in line for line in graphs[0])


def test_removing_a_plan_counts_its_pairs(store):
    store.load([ONE, OTHER])
    held = store.read("MATCH (:Task)-[s:SIMILAR_TO]->(:Task) RETURN count(*) AS n")[0]["n"]
    assert store.remove("x-云川市:云政办发〔2031〕3号").edges["SIMILAR_TO"] == held > 0


@pytest.mark.parametrize("damage", ["pairs", "vectors"])
def test_a_damaged_file_is_as_good_as_none(tmp_path, damage):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([ONE, OTHER])
    opened.close()
    ending = "*/pairs.arrow" if damage == "pairs" else "vectors/*.npz"
    for path in (tmp_path / "store").glob(ending):
        path.write_bytes(b"PK\x03\x04 damaged")
    again = open_store(f"ladybug://{tmp_path}/store")
    again.load([LATER])
    whole = open_store(f"ladybug://{tmp_path}/whole")
    whole.load([ONE, OTHER, LATER])
    assert list(dump(again)) == list(dump(whole))
    again.close()
    whole.close()


def test_a_pair_made_or_parted_by_hand_holds_through_loads(tmp_path):
    by_hand = Corrections(
        pair=(PairCorrection(a=PARK, b=DRAGON, match=True), PairCorrection(a=SAME_PARK, b=PARK, match=False)),
        digest="1",
    )
    opened = open_store(f"ladybug://{tmp_path}/store", corrections=by_hand)
    opened.load([ONE, OTHER])
    opened.load([LATER])
    found = pairs(opened)
    opened.close()
    assert ("举办龙舟邀请赛", "建设口袋公园") in found
    assert ("加快口袋公园建设", "建设口袋公园") not in {
        k for k, across in found.items() if across == "region"
    }
