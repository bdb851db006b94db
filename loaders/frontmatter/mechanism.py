"""How a part is run: the task force (专班), its leader, its office's host and its members."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from loaders.clauses import Named
from loaders.clauses.cues import names_nobody
from loaders.clauses.roles import read_list
from loaders.clauses.split import split_outside
from loaders.data_files import pattern
from loaders.extraction import Task, is_numberless
from loaders.lexicon import is_unit
from loaders.passage import Passage

_words = partial(pattern, __package__, "mechanism")
_BUREAU = re.compile("[局委办厅部院]$")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """What a part says of its task force; spans are in the text as read."""

    office: str | None = None
    office_span: tuple[int, int] | None = None
    members: tuple[str, ...] = ()
    member_spans: tuple[tuple[int, int], ...] = ()
    task_force: str | None = None
    leader: str | None = None


def read_mechanism(paragraphs: Iterable[Passage]) -> Mechanism:
    """The first office, the first list of members, the task force and its leader; None without."""
    office: tuple[str, tuple[int, int]] | None = None
    members: list[tuple[str, tuple[int, int]]] = []
    task_force = leader = None
    called, told = 0, []  # of a long part only what may tell something is kept
    for each in paragraphs:
        called += _words("called").search(each.text) is not None
        told += [each] if _words("may_hold").search(each.text) else []
    for each in told:
        office = office or _office(each)
        members = members or _members(each, alone=called == 1)
        task_force = task_force or _group("task_force", each.text)
        leader = leader or _group("leader", each.text)
    return Mechanism(
        office[0] if office else None,
        office[1] if office else None,
        tuple(name for name, _ in members),
        tuple(span for _, span in members),
        task_force,
        leader,
    )


def _group(row: str, text: str) -> str | None:
    match = _words(row).search(text)
    return match[1].strip() if match else None


def _office(paragraph: Passage) -> tuple[str, tuple[int, int]] | None:
    for row in ("office", "carries"):
        for match in _words(row).finditer(paragraph.text):
            span = _unit_at(paragraph.text, match.end())
            if span:
                return paragraph.text[span[0] : span[1]], paragraph.span(*span)
    return None


def _unit_at(text: str, start: int) -> tuple[int, int] | None:
    """The unit that begins here: up to a comma or a verb, brackets kept whole."""
    window = _inside(text[start : start + 60])
    first = next(split_outside(window, ",。;:、)"), None)
    if first is None:
        return None
    for end in [m.start() for m in _words("office_end").finditer(window, first[0], first[1])] + [first[1]]:
        name = window[first[0] : end]
        if is_unit(name) and not names_nobody(name) and name.count("(") == name.count(")"):
            return start + first[0], start + end
    return None


def _inside(window: str) -> str:
    """Up to a bracket that was opened before: 办公室(设在市园林局)."""
    depth = 0
    for index, char in enumerate(window):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return window[:index]
    return window


def _members(paragraph: Passage, *, alone: bool = False) -> list[tuple[str, tuple[int, int]]]:
    text = paragraph.text
    for match in _words("members").finditer(text):
        of_group = _words("of_group").search(text, max(0, match.start() - 60), match.start())
        if of_group and not (alone and _words("called").search(text, 0, match.start())):
            continue
        end = _words("members_end").search(text, match.end())
        found = _composed(paragraph, match.end(), end.start() if end else len(text))
        if found:
            return found
    for match in _words("as_members").finditer(text):
        before = max(text.rfind(mark, 0, match.start()) for mark in "。;,")
        found = _units(paragraph, before + 1, match.start())
        if match[0].endswith("单位") and found:
            return found
        # whose heads are members (市园林局、市财政局主要负责人为成员); not those of collectives alone
        if len(found) > 1 and any(_BUREAU.search(name) for name, _ in found):
            return found
    return []


_OPENING = 8
"""So near a paragraph's beginning the body stands whose duties it tells."""
_FEWEST = 3
"""Members of a list at least."""


def with_members(
    run: Mechanism, title: str, tasks: Sequence[Task], headings: Iterable[tuple[tuple[str, ...], str]] = ()
) -> Mechanism:
    """The mechanism of a part that holds a list of its members' duties (县公安局:负责…): they are its own,
    in the list's order, where it names none otherwise; itself for any other part.

    The part's `title` may say that it is such a list, or one of its `headings`, paths with their titles.
    """
    if run.members:
        return run
    duties = _words("duties")
    listed = [t for t in tasks if len(t.path) == 1 and is_numberless(t.path)] if duties.search(title) else []
    listed = [task for task in listed if _is_of_duties(task)]
    of_duties = [path for path, heading in headings if duties.search(heading)] if not listed else []
    below = _by_heading(tasks) if of_duties else {}
    for path in of_duties:
        own = below.get(path, [])
        if len(own) >= _FEWEST and all(map(_is_of_duties, own)):
            listed = own
            break
    first: dict[str, tuple[int, int]] = {}
    for task in listed:
        colon = _COLON.search(task.text)
        last = (task.start or 0) + colon.start() if colon else sys.maxsize
        for each in task.assignments:
            if each.role == "responsible" or (each.start or 0) < last:
                first.setdefault(each.unit, (each.start or 0, each.stop or 0))
    return replace(run, members=tuple(first), member_spans=tuple(first.values()))


def _by_heading(tasks: Sequence[Task]) -> dict[tuple[str, ...], list[Task]]:
    """The tasks that name units below each heading, at any depth."""
    below: dict[tuple[str, ...], list[Task]] = defaultdict(list)
    for task in tasks:
        for depth in range(1, len(task.path)) if task.assignments else ():
            below[task.path[:depth]].append(task)
    return below


_COLON = re.compile("[:：。]")


def _is_of_duties(task: Task) -> bool:
    """Does a paragraph or an item begin with the body that it is about?"""
    begins = (task.assignments[0].start or 0) - (task.start or 0) if task.assignments else _OPENING
    return begins < _OPENING


def _units(paragraph: Passage, start: int, stop: int) -> list[tuple[str, tuple[int, int]]]:
    named: Iterable[Named] = read_list(paragraph.text[start:stop], "support").named
    return [(n.unit, paragraph.span(start + n.start, start + n.stop)) for n in named]


def _composed(paragraph: Passage, start: int, stop: int) -> list[tuple[str, tuple[int, int]]]:
    """The units between 由 and 组成, those behind the persons of others too."""
    inner = (edge for each in _words("persons").finditer(paragraph.text, start, stop) for edge in each.span())
    edges = [start, *inner, stop]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [unit for a, b in pairs for unit in _units(paragraph, a, b)]
