"""Roles as people corrected them, laid over what was read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from graph.corrections.model import RoleCorrection
from loaders.extraction import Assignment, Extraction, Finding, Task


def with_roles(extraction: Extraction, corrections: Sequence[RoleCorrection]) -> Extraction:
    """The Extraction with the corrections of its document; each that fits no more is a finding.

    A unit that is added keeps the place where it is printed in the task, when it is.
    """
    own = [each for each in corrections if each.doc in (extraction.doc, extraction.doc.rpartition(".")[0])]
    tasks = {(task.part, task.path): task for task in extraction.tasks}
    stale: list[Finding] = []
    for each in own:
        task = tasks.get((each.part, each.path))
        mended = _mended(task, each, extraction.text) if task else None
        if mended is None:
            stale.append(_stale(each, task))
        else:
            tasks[each.part, each.path] = mended
    if not own:
        return extraction
    return dataclasses.replace(
        extraction, tasks=tuple(tasks.values()), findings=(*extraction.findings, *stale)
    )


def _mended(task: Task, correction: RoleCorrection, text: str) -> Task | None:
    """The task as corrected; None where the correction doesn't fit it."""
    printed = text[task.start : task.stop] if task.start is not None else ""
    if not any(correction.quote in where for where in (printed, task.title, task.text)):
        return None
    has = [a for a in task.assignments if (a.unit, a.role) == (correction.unit, correction.role)]
    if correction.action == "drop":
        kept = tuple(a for a in task.assignments if a not in has)
        return dataclasses.replace(task, assignments=kept) if has else None
    if has:
        return None
    return dataclasses.replace(task, assignments=(*task.assignments, _added(task, correction, text)))


def _added(task: Task, correction: RoleCorrection, text: str) -> Assignment:
    unit, role = correction.unit, correction.role
    if task.start is not None:
        at = text.find(unit, task.start, task.stop)
        if at >= 0:
            return Assignment(unit, role, unit, at, at + len(unit))
    return Assignment(unit, role, unit)


def _stale(correction: RoleCorrection, task: Task | None) -> Finding:
    where = f"{correction.part or '正文'}{''.join(correction.path)}"
    verb = "补上" if correction.action == "add" else "去掉"
    message = f"更正表里在“{where}”{verb}“{correction.unit[:30]}”的一条已对不上文本,没有采用,请修改更正表"
    start = task.start if task else None
    return Finding("correction_stale", "warning", message, start, task.stop if task else None)
