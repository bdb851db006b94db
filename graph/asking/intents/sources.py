"""Questions about task forces and about what cites what."""

from __future__ import annotations

from graph.asking.answer import Answer, Asking, listed
from graph.asking.cues import Fired
from graph.asking.intents.helpers import (
    answer,
    plans_asked,
)
from graph.asking.mention import Mention
from graph.asking.papers import covering
from graph.catalogue import Rows
from graph.cyphers import internal
from graph.model import Value

_KINDS = {"法律": ("法",), "条例": ("条例",), "法规": ("法", "条例", "规定", "办法")}
"""What asks for papers of one kind, and how the titles of that kind end."""


def mechanism(a: Asking) -> Answer | None:
    """Where a task force's office sits, and who its members are."""
    things = a.known.things
    plans = plans_asked(a)
    if a.reading.pieces and not a.reading.papers:
        plans = covering(a.reading.pieces, a.known, set(plans) if plans else None)
    if not plans:
        return None
    values: dict[str, Value] = {"plan": list(plans)}
    rows = a.run("task_forces_of_parts", values)
    with_own = [row for row in rows.rows if row["plan"] in a.reading.papers] or rows.rows
    if not with_own:
        return None
    offices = [str(row["office"]) for row in with_own if row["office"]]
    members = _members(a, [row["plan"] for row in with_own])
    said = ";".join(
        f"{things.papers[str(row['plan'])].title}:办公室设在{row['office'] or '(未写明)'},"
        f"成员单位 {len(row['members'])} 个"  # type: ignore[arg-type]
        for row in with_own
    )
    return answer(
        a, "mechanism", said, "task_forces_of_parts", values, rows=rows,
        office=offices[0] if offices else None, members=members,
    )  # fmt: skip


def _members(a: Asking, plans: list[Value]) -> list[str]:
    """The members of these plans' task forces as printed there, in printed order."""
    rows = a.store.read(internal("members_as_printed"), {"plans": plans})
    rows.sort(key=lambda row: (plans.index(row["plan"]), int(str(row["start"] or 0)), str(row["name"])))
    return list(dict.fromkeys(a.printed(row) for row in rows))


def citations(a: Asking) -> Answer | None:
    """Which files cite a policy, or what a plan cites."""
    cue = a.reading.first("cited_by") or a.reading.first("cites") or a.reading.first("follows")
    paper = next((m for m in a.reading.mentions if m.kind == "paper"), None)
    if cue and paper and paper.ids and _is_cited(a, cue, paper):
        return _citing(a, list(paper.ids))
    roots = [p.root for p in a.reading.named] or [
        p for p in plans_asked(a) if not a.known.things.papers[p].part
    ]
    return _cited(a, list(dict.fromkeys(roots)))


def _is_cited(a: Asking, cue: Fired, paper: Mention) -> bool:
    """Is the paper what is cited, not what cites: also where it is said first (《…》哪些文件提到了)?"""
    asked = a.reading.first("which_papers") or a.reading.first("who")
    before = bool(asked and paper.stop <= asked.start and asked.stop <= cue.start)
    return cue.signal == "cited_by" or paper.start >= cue.start or before


def _citing(a: Asking, ids: list[str]) -> Answer:
    values: dict[str, Value] = {"plan": list(ids)}
    rows = a.run("plans_citing", values)
    docs = list(dict.fromkeys(a.document(row) for row in rows.rows))
    titles = listed(row["title"] for row in rows.rows)
    text = f"引用它的文件共 {len(docs)} 份:{titles}" if docs else "图谱里没有文件引用它"
    return answer(a, "citations", text, "plans_citing", values, rows=rows, docs=docs)


def _kind_asked(a: Asking) -> tuple[str, ...]:
    """How the titles end of the kind of paper that is asked for (哪部法律); () for any."""
    asked = a.reading.first("which_papers")
    words = a.reading.question.text[asked.start : asked.stop] if asked else ""
    return next((ends for noun, ends in _KINDS.items() if words.endswith(noun)), ())


def _cited(a: Asking, roots: list[str]) -> Answer | None:
    if not roots:
        return None
    values: dict[str, Value] = {"plan": list(roots)}
    rows = a.run("citations_of_plans", values)
    ends = _kind_asked(a)
    if ends:
        kept = [row for row in rows.rows if str(row["title"]).endswith(ends)]
        rows = Rows(rows.query, kept, len(kept))
    found = [{"title": row["title"], "doc_number": row["doc_number"]} for row in rows.rows]
    text = f"引用的文件共 {len(found)} 份:{listed((row['title'] for row in rows.rows), 5)}"
    return answer(a, "citations", text, "citations_of_plans", values, rows=rows, citations=found)
