"""How much of a document was understood: the share of its characters that ended somewhere.

Counted are items (headings, tasks and what stands under them), annex headings and lists, tables,
the head's own fields and known boilerplate; blanks count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from loaders.data_files import tables
from loaders.frontmatter.dates import find_date
from loaders.frontmatter.doc_numbers import DOC_NUMBER
from loaders.lexicon import is_unit
from loaders.outline import Item, PartSpan
from loaders.outline.lines import Line, is_page_number
from loaders.source import Table


def coverage_of(
    text: str,
    lines: Sequence[Line],
    items: Mapping[str, Sequence[Item]],
    tables: Sequence[Table],
    parts: Sequence[PartSpan],
) -> float:
    """The figure, between 0 and 1, to four places; 1 for a document without a line."""
    missing = sum(line.stop - line.start for line in uncovered(lines, items, parts))
    whole = sum(line.stop - line.start for line in lines) + sum(t.stop - t.start for t in tables)
    return round(1 - missing / whole, 4) if whole else 1.0


def uncovered(
    lines: Sequence[Line], items: Mapping[str, Sequence[Item]], parts: Sequence[PartSpan]
) -> list[Line]:
    """The lines that ended nowhere, in text order."""
    left = []
    for part in parts:
        numbered = [item for item in items[part.part] if item.path]
        first = numbered[0].start if numbered else None
        for index in range(part.body, part.last):
            line = lines[index]
            if first is not None and line.start >= first:
                break
            if index not in part.listed and not _is_known(line.text):
                left.append(line)
    return left


def _is_known(line: str) -> bool:
    return is_page_number(line) or _is_field(line) or known_as(line) is not None


def known_as(line: str) -> str | None:
    """The example of the row of boilerplate.toml that a folded line is."""
    return next((seen for pattern, seen in _boilerplate() if pattern.fullmatch(line[:1500])), None)


_TITLE = re.compile(
    r".{2,80}(?:方案|意见|通知|计划|办法|措施|要点|清单|规划|分工|行动|任务|细则|表|函|实事(?:项目|工程)?)(?:\(.{1,20}\))?》?(?:的通知)?"
)


def _is_field(line: str) -> bool:
    """A title, a number, a date or an organ standing alone."""
    date = find_date(line) if len(line) < 40 else None
    return bool(date or _TITLE.fullmatch(line) or is_unit(line.replace(" ", "")) or _is_number(line))


def _is_number(line: str) -> bool:
    return len(line) < 40 and DOC_NUMBER.search(line) is not None


@cache
def _boilerplate() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tables("loaders", "boilerplate")
    return tuple((re.compile(row["pattern"], re.DOTALL), row["seen"]) for row in data["line"])
