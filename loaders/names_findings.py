"""Findings about the names of units: unread, misspelt, in two roles, missing among the members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from loaders.extraction import Assignment, Finding, Part, Task
from loaders.lexicon import functions_of, is_standard, is_unit

_SHOWN = 30
_LEAST = 6
"""A shorter name a character from another is likely another unit (市教育局, 市体育局)."""


def unread_names(odd: Sequence[tuple[str, int, int]], tasks: Sequence[Task]) -> list[Finding]:
    """A token of a clause that is no unit's name: misspelt when one name of the document is a
    character away, else unread. `odd` holds (text, start, stop)."""
    units = [a for task in tasks for a in task.assignments if is_unit(a.unit)]
    known = {a.unit.split("(")[0] for a in units}
    found = [_unread(text, start, stop, known) for text, start, stop in odd]
    return found + [finding for a in units for finding in _copied(a, known)]


def named_once(spans: Sequence[tuple[int, int]]) -> list[Finding]:
    """Clauses that name somebody for all that follow (以下均需各县政府落实,不再列出), and are read once."""
    message = "原文说有的单位以下“不再列出”:以下各项没有补上这些单位,请按原文核对"
    return [Finding("unread_clause", "info", message, start, stop) for start, stop in spans]


def _copied(assignment: Assignment, known: set[str]) -> Iterator[Finding]:
    """A bureau that no lexicon knows, one character from one that it knows and the document names."""
    name = assignment.unit
    if len(name) < _LEAST or is_standard(name[1:]):
        return
    close = [other for other in known if len(other) == len(name) and _differs_by_one(other, name)]
    if len(close) == 1 and is_standard(close[0][1:]):
        message = f"“{name[:_SHOWN]}”像是“{close[0]}”之误,请核对"
        yield Finding("unit_misspelt", "warning", message, assignment.start, assignment.stop)


def _differs_by_one(one: str, other: str) -> bool:
    """One character differs, and not the first: 市…局 and 县…局 are two units."""
    return one[0] == other[0] and Levenshtein.distance(one, other, score_cutoff=1) == 1


def _unread(text: str, start: int, stop: int, known: set[str]) -> Finding:
    close = [name for name in known if Levenshtein.distance(name, text, score_cutoff=1) == 1]
    if len(close) == 1:
        message = f"“{text[:_SHOWN]}”像是“{close[0]}”之误,请核对"
        return Finding("unit_misspelt", "warning", message, start, stop)
    message = f"责任分工里的“{text[:_SHOWN]}”读不出是哪个单位,请核对原文"
    return Finding("unread_clause", "warning", message, start, stop)


def role_findings(text: str, tasks: Sequence[Task], parts: Sequence[Part]) -> list[Finding]:
    """Units that lead and support by one sentence, and offices that sit in no member."""
    return [
        *(f for task in tasks for f in _two_roles(text, task)),
        *(f for part in parts for f in _office(part)),
    ]


def _two_roles(text: str, task: Task) -> Iterator[Finding]:
    leads = {a.unit: a for a in task.assignments if a.role == "lead"}
    for each in task.assignments:
        lead = leads.get(each.unit) if each.role == "support" else None
        if lead and not _in_two_sentences(text, lead, each):
            message = f"“{each.unit[:_SHOWN]}”在“{task.title[:_SHOWN]}”里既牵头又配合"
            yield Finding("lead_is_support", "warning", message, each.start, each.stop)


def _in_two_sentences(text: str, one: Assignment, other: Assignment) -> bool:
    spans = sorted((each.start or 0, each.stop or 0) for each in (one, other))
    return "。" in text[spans[0][1] : spans[1][0]]


def _office(part: Part) -> Iterator[Finding]:
    if part.office and part.members and not any(_same(part.office, member) for member in part.members):
        start, stop = part.office_span or (None, None)
        message = f"办公室设在“{part.office[:_SHOWN]}”,但成员单位里没有它"
        yield Finding("office_not_member", "info", message, start, stop)


def _same(one: str, other: str) -> bool:
    """The same name, one with a nameplate more, or the same functions under another spelling."""
    if one.split("(")[0] == other.split("(")[0]:
        return True
    functions = functions_of(one)
    return bool(functions) and functions == functions_of(other)
