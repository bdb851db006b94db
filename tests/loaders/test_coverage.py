"""What counts as understood."""

import re

import pytest

from loaders.coverage import uncovered
from loaders.data_files import tables
from loaders.outline import find_parts, read_outline
from loaders.outline.lines import read_lines

ROWS = tables("loaders", "boilerplate")["line"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["seen"][:20])
def test_each_row_matches_its_own_example(row):
    assert re.compile(row["pattern"], re.DOTALL).fullmatch(row["seen"])


def left(text):
    lines = list(read_lines(text))
    parts = find_parts(lines)
    return [line.text for line in uncovered(lines, {p.part: read_outline(lines, p) for p in parts}, parts)]


def test_what_ended_nowhere_is_listed():
    head = (
        "青岚市公园方案\n青政发〔2031〕3号\n各县区人民政府:\n今天天气很好,大家去公园。\n一、目标\n建公园。\n"
    )
    assert left(head) == ["今天天气很好,大家去公园。"]
