"""The units of documents, spellings together."""

from graph.listing import unit_listing
from tests.support.plans import plan


def test_spellings_of_one_unit_are_one_entry():
    tasks = [
        {
            "part": "",
            "path": ["一"],
            "title": "甲",
            "lead": ["市发展改革委"],
            "support": ["市发改委", "市财政局"],
        }
    ]
    listed = unit_listing([plan(tasks=tasks, parts=[])])["units"]
    assert [(unit["name"], sorted(unit["aliases"])) for unit in listed] == [
        ("市发展改革委", ["市发展改革委", "市发改委"]),
        ("市财政局", ["市财政局"]),
    ]
    assert listed[0]["functions"] == ["发展改革"]
    assert listed[0]["region"] == "青岚市"
