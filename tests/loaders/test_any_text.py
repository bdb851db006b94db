"""Any sequence of the lines that plans are made of is read, and comes to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from loaders.source import Source
from tests.support.pieces import PIECES


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_span_is_in_the_text(text):
    found = extract(Source("any.txt", "txt", "", text))
    assert 0 <= found.coverage <= 1
    for task in found.tasks:
        for each in task.assignments:
            assert text[each.start : each.stop] == each.raw
    for each in (*found.indicators, *found.citations):
        assert text[each.start : each.stop] == each.raw
    places = [(task.part, task.path) for task in found.tasks]
    assert len(places) == len(set(places))
