"""Why a clause gives these units these roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.clauses.clause import Clause
from loaders.clauses.cues import ROLE_OF, cue_of, label_kind, tells_time
from loaders.clauses.find import find_clauses
from loaders.clauses.labels import label_at
from loaders.clauses.roles import Rules
from loaders.clauses.tokens import tokens_of
from loaders.explaining.note import Note
from loaders.lexicon import functions_of, organ_row
from loaders.passage import Passage

_ROLES = {"lead": "牵头", "support": "配合", "responsible": "负责"}


def clause_notes(paragraph: Passage, rules: Rules, *, passing: bool = True) -> tuple[list[Note], Rules]:
    """Notes on a paragraph's clauses, and the document's rules from here on."""
    found = find_clauses(paragraph.text, rules=rules, passing=passing)
    notes = []
    for clause in found:
        notes.append(_whole(paragraph, clause))
        notes += _cues(paragraph, clause)
        notes += _units(paragraph, clause)
    first_leads = rules.first_leads or any(each.first_leads for each in found)
    return notes, replace(rules, first_leads=first_leads)


def _whole(paragraph: Passage, clause: Clause) -> Note:
    text = paragraph.text
    if label_at(text, clause.start):
        form = "标签引出"
    else:
        form = "括号里" if text[clause.start] in "([【〔" else "整句"
    rule = "首位牵头(下同)" if clause.first_leads else ""
    return Note(*paragraph.span(clause.start, clause.stop), f"分工({form})", rule)


def _cues(paragraph: Passage, clause: Clause) -> Iterator[Note]:
    bracketed = paragraph.text[clause.start] in "(〔"
    first, last = (clause.start + 1, clause.stop - 1) if bracketed else (clause.start, clause.stop)
    for start, stop in tokens_of(paragraph.text[first:last]):
        start, stop = first + start, first + stop
        token = paragraph.text[start:stop].strip("()[]【】〔〕")
        span = paragraph.span(start, stop)
        cue = cue_of(token)
        kind = label_kind("".join(token.split())) if paragraph.text[stop : stop + 1] in ":】]〕" else None
        if kind:
            says = _ROLES[ROLE_OF[kind]] if kind in ROLE_OF else "不是单位"
            yield Note(*span, f"标签“{token}”:{says}", "clauses/cues.toml label")
        elif tells_time(token):
            yield Note(*span, f"完成时限:{token}", "clauses/cues.toml time")
        elif cue:
            yield Note(*span, f"“{token[-12:]}”:{_ROLES[cue.role]}", f"clauses/cues.toml cue,例“{cue.seen}”")


def _units(paragraph: Passage, clause: Clause) -> Iterator[Note]:
    for each in clause.named:
        row = organ_row(each.unit)
        rule = f"lexicon/organs.toml “{row[0]}”({row[1]})" if row else "同列其他都是单位"
        lines = "、".join(functions_of(each.unit))
        printed = paragraph.text[each.start : each.stop]
        restored = "" if printed == each.unit else f"(文中作“{printed}”)"
        what = f"{_ROLES[each.role]}:{each.unit}{restored}" + (f",条线 {lines}" if lines else "")
        yield Note(*paragraph.span(each.start, each.stop), what, rule)
    for start, stop in clause.odd:
        what = f"不像单位:{paragraph.text[start:stop]}"
        yield Note(*paragraph.span(start, stop), what, "lexicon/organs.toml 没有一行适合")
