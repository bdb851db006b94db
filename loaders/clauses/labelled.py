"""Clauses that labels tell: 责任单位:…; labels that follow each other are one clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from loaders.clauses.clause import Clause, clause_of
from loaders.clauses.labels import Label, find_labels
from loaders.clauses.named import beside_leads, in_first_place
from loaders.clauses.roles import Rules, read_clause
from loaders.clauses.sentences import LONGEST, inside
from loaders.clauses.split import list_end


def labelled_clauses(text: str, taken: list[tuple[int, int]], rules: Rules) -> list[Clause]:
    """The clauses of a paragraph's labels outside the spans `taken`, in order; labels in a row are one."""
    labels = [
        each for each in find_labels(text) if not inside(each.start, taken) and not _is_remark(text, each)
    ]
    found: list[tuple[Label, int, Clause | None]] = []
    for number, label in enumerate(labels):
        limit = labels[number + 1].start if number + 1 < len(labels) else len(text)
        at = bisect_left(taken, (label.stop,))
        limit = min(limit, label.stop + LONGEST, taken[at][0] if at < len(taken) else len(text))
        stop = list_end(text, label.stop, limit)
        above = _named_above(text, label, found[-1]) if found else ()
        found.append((label, stop, _of_label(text, label, stop, rules, above)))
    return _merge_labels(text, found, rules.first_leads)


_OF_LEVEL = re.compile("(?![省市州区县旗镇乡]).*(?:单位|部门)")


def _named_above(text: str, label: Label, before: tuple[Label, int, Clause | None]) -> tuple[str, ...]:
    """The last unit of the label right before this one, whose level goes on; 市级配合单位 has its own, and
    sections of an office (配合科室) have none."""
    _, stop, clause = before
    apart = text[stop : label.start].strip(_BETWEEN) or not _OF_LEVEL.fullmatch(label.word)
    return () if clause is None or apart else (clause.named[-1].unit,)


def _of_label(text: str, label: Label, stop: int, rules: Rules, above: tuple[str, ...] = ()) -> Clause | None:
    """The list behind a label, up to `stop`; None when it names no unit."""
    role = rules.role_of(label.word, label.kind)
    if role is None:
        return None
    reading = read_clause(
        text[label.stop : stop],
        default=role,
        rules=rules.without_order(),
        listed=True,
        above=above,
    )
    return clause_of(label.start, stop, reading, label.stop) if reading.named else None


def _is_remark(text: str, label: Label) -> bool:
    """市园林局(牵头) has a remark behind a unit's name and no label."""
    start = label.start
    if not start or text[start] != "(" or text[label.stop - 1] == ":":
        return False
    return "\u4e00" <= text[start - 1] <= "\u9fff"


_BETWEEN = " \t。;,.【[(〔】])〕"
"""What stands between labels that follow each other."""


def _merge_labels(
    text: str, found: Sequence[tuple[Label, int, Clause | None]], first_leads: bool
) -> list[Clause]:
    """Labels that follow each other, others between them, are one clause: beside 牵头单位, 责任单位
    supports. 成员单位 alone are members of something, and no clause."""
    runs: list[list[tuple[Label, Clause]]] = []
    last = -1
    for label, stop, clause in found:
        goes_on = last >= 0 and not text[last : label.start].strip(_BETWEEN)
        if clause and goes_on and runs:
            runs[-1].append((label, clause))
        elif clause:
            runs.append([(label, clause)])
        last = stop if clause or goes_on else -1
    return [
        _nobody(run) if _is_group(text, run) else _settled(text, _joined(_with_watchers(run)), first_leads)
        for run in runs
        if any(label.kind != "member" for label, _ in run) and not _is_foot(text, run)
    ]


def _with_watchers(run: Sequence[tuple[Label, Clause]]) -> list[Clause]:
    """The clauses of labels; who watches or is a member is in it beside a lead only."""
    led = any(label.kind == "lead" for label, _ in run)
    return [clause for label, clause in run if led or label.kind != "member"]


_CALLER = re.compile("(?:^|[。;,\\s])总?召集人:[^。;:]{2,40}[;,]\\s{0,4}$")


def _is_group(text: str, run: Sequence[tuple[Label, Clause]]) -> bool:
    """召集人:…;牵头单位:…;成员单位:… says who a group is made of, and charges nobody."""
    members = any(label.word == "成员单位" for label, _ in run)
    start = run[0][0].start
    return members and _CALLER.search(text, max(0, start - 60), start) is not None


def _nobody(run: Sequence[tuple[Label, Clause]]) -> Clause:
    """The place of labels that charge nobody."""
    return Clause(run[0][1].start, run[-1][1].stop, ())


def _is_foot(text: str, run: Sequence[tuple[Label, Clause]]) -> bool:
    """主办:… alone on its line is the foot of a web page."""
    label = run[0][0]
    return len(run) == 1 and label.word in {"主办", "承办"} and text[: label.start][-1:] in {"", "\t"}


def _joined(run: Sequence[Clause]) -> Clause:
    named = tuple(n for clause in run for n in clause.named)
    odd = tuple(each for clause in run for each in clause.odd)
    times = tuple(each for clause in run for each in clause.times)
    stated = any(clause.first_leads for clause in run)
    return Clause(run[0].start, run[-1].stop, named, odd, stated, times)


def _settled(text: str, clause: Clause, first_leads: bool) -> Clause:
    named = list(clause.named)
    if (first_leads or clause.first_leads) and not any(n.role == "lead" for n in named):
        first = in_first_place(text, named)
        named = [*(n._replace(role="lead") for n in named[:first]), *named[first:]]
    return replace(clause, named=tuple(beside_leads(named)))
