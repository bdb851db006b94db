"""Findings about what a document says twice: one action with two leads, one policy with two numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extraction import Citation, Finding, Task
from loaders.frontmatter.citations import read_mentions, title_key

_SHOWN = 30
_LEAST_TITLE = 6
"""A shorter title (宣传培训) names no one action."""


def repeated_findings(text: str, tasks: Sequence[Task]) -> list[Finding]:
    """`two_leads` and `citation_mismatch`, each at the later of the two places."""
    return [*_two_leads(tasks), *_citations([c for c in read_mentions(text) if c.doc_number])]


def _two_leads(tasks: Sequence[Task]) -> Iterator[Finding]:
    first: dict[str, Task] = {}
    for task in tasks:
        if len(task.title) < _LEAST_TITLE or not _leads(task):
            continue
        known = first.setdefault(title_key(task.title), task)
        if known is not task and not _leads(known) & _leads(task):
            message = (
                f"“{task.title[:_SHOWN]}”在{_place(known)}由“{_names(known)}”牵头,"
                f"在{_place(task)}由“{_names(task)}”牵头,请核对"
            )
            yield Finding("two_leads", "info", message, task.start, task.stop)


def _leads(task: Task) -> frozenset[str]:
    return frozenset(a.unit for a in task.assignments if a.role == "lead")


def _names(task: Task) -> str:
    return "、".join(a.unit for a in task.assignments if a.role == "lead")[:_SHOWN]


def _place(task: Task) -> str:
    return (task.part or "正文") + "".join(task.path)


def _citations(cited: Sequence[Citation]) -> Iterator[Finding]:
    numbers: dict[str, Citation] = {}
    titles: dict[str, Citation] = {}
    for each in cited:
        same = numbers.setdefault(title_key(each.title), each)
        if same.doc_number != each.doc_number:
            message = f"《{each.title[:_SHOWN]}》前面写作{same.doc_number},这里写作{each.doc_number},请核对"
            yield Finding("citation_mismatch", "warning", message, each.start, each.stop)
        other = titles.setdefault(each.doc_number or "", each)
        if not _one_title(other.title, each.title):
            first, second = other.title[:_SHOWN], each.title[:_SHOWN]
            message = f"{each.doc_number}前面是《{first}》的文号,这里是《{second}》的,请核对"
            yield Finding("citation_mismatch", "warning", message, each.start, each.stop)


def _one_title(one: str, other: str) -> bool:
    """The same policy, or its notice (关于印发…的通知), or its name cut short."""
    a, b = sorted((title_key(one), title_key(other)), key=len)
    return a in b
