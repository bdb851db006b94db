"""What a clerk should look at in the document itself; codes as in docs/findings.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extraction import Finding, PlanFields, Task
from loaders.lexicon import find_region, same_named, upper_region
from loaders.outline import Item
from loaders.passage import BALLOON

_Places = set[tuple[str, tuple[str, ...]]]
_MOST = 0.5
"""Where at least this share of the items under one heading name somebody, the others stand out."""
_NO_TASK = re.compile(
    r"(?:目标|要求|机制|原则|思想|保障|领导|统筹协调|组织实施|调度|督导|督查|督办|考核|宣传|监测|评估|附则|资金支持|工作纪律)"
)
"""Headings of sections that say how a plan is run, and so rightly name nobody."""


def findings_of(items: Sequence[Item], tasks: Sequence[Task], fields: PlanFields) -> list[Finding]:
    """Findings about outline, tasks and fields, in text order; those without a place come first."""
    found = [*_no_tasks(tasks), *_no_region(fields), *_numbering(items), *_no_unit(items, tasks)]
    return sorted(found, key=lambda f: -1 if f.start is None else f.start)


_TRACKED = re.compile(BALLOON)


def tracked_changes(text: str) -> Iterator[Finding]:
    """Balloons of tracked changes among the lines of a copied text: where their words run over several
    lines, the rest of them can't be told from the text."""
    if first := _TRACKED.search(text):
        message = "文中夹有修订、批注的文字(删除、设置格式等),跨行的部分可能混入正文,请核对"
        yield Finding("unread_clause", "warning", message, first.start(), first.end())


def _no_tasks(tasks: Sequence[Task]) -> Iterator[Finding]:
    if not any(task.assignments for task in tasks):
        yield Finding("no_tasks", "warning", "没有读到写明责任单位的任务,请核对文件是否为分工类文件")


def _no_region(fields: PlanFields) -> Iterator[Finding]:
    if not fields.region:
        yield Finding("region_unknown", "warning", "没有读出文件所属的地区,请核对标题和发文机关")
        return
    upper = upper_region(fields.region, fields.issuer, fields.title)
    known = find_region(upper) if upper else None
    if find_region(fields.region, known.code if known else None):
        return
    several = same_named(fields.region)
    if several > 1:
        message = f"名为“{fields.region}”的地区有 {several} 个,文件没有写明上级,没有归入其中任何一个"
        yield Finding("region_unknown", "warning", message)
    elif not several:
        message = f"行政区划表里没有“{fields.region}”,地区按原文保留,请核对"
        yield Finding("region_unknown", "info", message)


def _numbering(items: Sequence[Item]) -> Iterator[Finding]:
    for item in items:
        where = "".join(item.path)
        stop = item.start + max(item.ordinal_length, 1)
        if item.path and "~" in item.path[-1]:
            message = f"{item.part or '正文'}里的序号“{where.split('~')[0]}”出现了不止一次"
            yield Finding("duplicate_path", "warning", message, item.start, stop)
        elif item.skipped:
            message = f"{item.part or '正文'}里的序号“{where}”与前面不连续,请核对是否漏项"
            yield Finding("numbering", "info", message, item.start, stop)


def _no_unit(items: Sequence[Item], tasks: Sequence[Task]) -> Iterator[Finding]:
    for item in nobody_named(items, tasks):
        message = f"“{item.title[:30]}”没有写明责任单位,而同级的其他事项都有"
        yield Finding("no_unit", "warning", message, item.start, item.paragraphs[0][1])


def nobody_named(items: Sequence[Item], tasks: Sequence[Task]) -> list[Item]:
    """Items that name nobody where most of the items under the same heading name somebody."""
    named = {(t.part, t.path) for t in tasks if t.assignments}
    over = {(part, path[:n]) for part, path in named for n in range(1, len(path))}
    groups: dict[tuple[str, tuple[str, ...]], list[Item]] = {}
    for item in items:
        if item.path:
            groups.setdefault((item.part, item.path[:-1]), []).append(item)
    return [item for group in groups.values() for item in _gaps(group, named, over)]


def _gaps(group: list[Item], named: _Places, over: _Places) -> Iterator[Item]:
    with_units = sum((item.part, item.path) in named for item in group)
    if with_units < 2 or with_units < len(group) * _MOST:
        return
    for item in group:
        place = (item.part, item.path)
        if place not in named and place not in over and not _NO_TASK.search(item.title):
            yield item
