"""What people see in place of the names of columns."""

from __future__ import annotations

import pytest

from api.labels import headings
from graph.catalogue import Catalogue


@pytest.mark.parametrize("query", Catalogue().all(), ids=lambda q: q.name)
def test_every_column_of_a_query_has_a_chinese_heading_of_its_own(query):
    found = headings(query.columns)
    assert [each for each in found if each.isascii()] == []
    assert len(set(found)) == len(found), found


def test_a_column_is_called_by_what_stands_beside_it():
    called = {q.name: dict(zip((c.name for c in q.columns), headings(q.columns), strict=True)) for q in Catalogue().all()}  # fmt: skip
    assert (called["indicators_of_units"]["name"], called["indicators_of_units"]["unit"]) == (
        "指标",
        "计量单位",
    )
    assert (called["tasks_of_units"]["name"], called["tasks_of_units"]["unit"]) == ("单位", "单位编号")
    assert (called["tasks_of_both"]["other"], called["handed_down"]["other"]) == (
        "对方单位编号",
        "对应任务编号",
    )
