"""Other questions that one may have meant: with another unit for a name, or in another role."""

from __future__ import annotations

from dataclasses import dataclass

from graph.asking.answer import Answer
from graph.asking.known import Known

_MOST = 6
_ROLES = ("牵头", "配合", "负责", "参与")
_ROLE_SIGNALS = frozenset({"牵头", "配合", "负责", "任何角色"})


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question to ask instead, and what it changes."""

    label: str
    question: str


def alternatives(answer: Answer, known: Known) -> list[Alternative]:
    """What can be changed about how a question was understood; [] where nothing was ambiguous."""
    found: list[Alternative] = []
    for word in answer.words:
        if word.kind == "body" and len(word.others) > 1:
            names = [known.things.full_name(known.things.bodies[id]) for id, _ in word.others[:_MOST]]
            found += [_instead(answer.question, word.start, word.stop, n.replace("·", "")) for n in names]
        elif word.kind == "paper" and len(word.others) > 1:
            titles = [title for _, title in word.others[:_MOST]]
            found += [_instead(answer.question, word.start, word.stop, f"《{title}》") for title in titles]
        elif (
            word.kind == "signal"
            and word.meaning in _ROLE_SIGNALS
            and answer.intent in ("unit_tasks", "count")
        ):
            others = [role for role in _ROLES if role not in word.text]
            found += [_instead(answer.question, word.start, word.stop, role) for role in others]
    return list(dict.fromkeys(found))


def _instead(question: str, start: int, stop: int, name: str) -> Alternative:
    return Alternative(name, question[:start] + name + question[stop:])
