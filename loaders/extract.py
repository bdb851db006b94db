"""From a Source to its Extraction: structure first, then the facts in it.

blocks → outline (parts, items, table rows) → clauses → roles; indicators in the items' text;
plan fields, citations and mechanism beside them.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from loaders.clauses.deadlines import label_deadline
from loaders.clauses.rows import PlacedRow, table_tasks
from loaders.clauses.tasks import TaskReader
from loaders.coverage import coverage_of
from loaders.document import Document, outline
from loaders.extraction import Breakdown, Extraction, Indicator, Part, PlanFields, Task, is_numberless, loads
from loaders.findings import findings_of, nobody_named, tracked_changes
from loaders.frontmatter import plain_name, read_citations, read_fields, read_mechanism, with_members
from loaders.indicators import read_indicators
from loaders.indicators.deadlines import due_on
from loaders.indicators.past import plan_year, without_fault
from loaders.indicators.reviews import Reviews
from loaders.lexicon import plan_region
from loaders.names_findings import named_once, role_findings, unread_names
from loaders.outline import Item, PartSpan
from loaders.outline.closings import goals_of_wholes
from loaders.outline.items import UniquePaths
from loaders.passage import Passage, forget_folded, passage
from loaders.readers import load_file, read_bytes, read_file
from loaders.repeated_findings import repeated_findings
from loaders.source import Source
from loaders.tables import TableTask, read_breakdowns, read_task_tables
from loaders.tables.indicators import read_measure_table
from loaders.tables.relaid import relay
from loaders.tables.unread_rows import with_unread_rows
from loaders.tables.yearly import read_yearly
from loaders.traditional import plain


def extract_file(path: Path) -> Extraction:
    """Read one file: a document of any kind that is read, or an Extraction's own JSON.

    Raises LoadError, TooLarge or WrongType.
    """
    if path.suffix.lower() == ".json":
        name, data = load_file(path)
        return _from_json(name, data)
    return extract(read_file(path))


def extract_bytes(name: str, data: bytes) -> Extraction:
    """Read a document from memory; `name` is the file's name with its ending. Errors as `extract_file`."""
    if name.lower().endswith(".json"):
        return _from_json(name, data)
    return extract(read_bytes(name, data))


def _from_json(name: str, data: bytes) -> Extraction:
    found = loads(data, name)
    return found if found.sha256 else dataclasses.replace(found, sha256=hashlib.sha256(data).hexdigest())


def extract(source: Source) -> Extraction:
    """All facts of one document. Never fails on a text: what is not understood is a finding."""
    printed = plain(source)
    relaid = relay(printed.source)
    found = relaid.restored(_read(relaid.source))
    forget_folded()
    return printed.restored(with_unread_rows(printed.source.text, found))


def _read(source: Source) -> Extraction:
    document = outline(source)
    fields = _fields(document)
    covered = coverage_of(source.text, document.lines, document.items, document.tables, document.parts)
    document.lines.clear()  # a copy of the text, of which the items know all that follows
    tabled = read_task_tables(document.source, document.tables)
    reader = TaskReader(source.text, tabled=bool(tabled))
    tasks, parts = [], []
    indicators: list[Indicator] = []
    year = plan_year(fields.title, fields.issued_on)
    for span in document.parts:
        items = document.items[span.part]
        assigned = reader.read(items)
        tasks += assigned
        reviews = Reviews(source.text, span.title or fields.title, year)
        goals = goals_of_wholes(items, source.text)
        for item in items:
            indicators += _indicators(source.text, item, reviews.speaking(item), goals, year)
        parts.append(_part(source.text, span, items, fields, assigned))
    rows = _table_tasks(document, tasks, tabled)
    tasks += table_tasks(source.text, rows, reader.rules)
    indicators += [i for part, path, row in rows for i in _row_indicators(source.text, part, path, row, year)]
    measured = _table_indicators(document, rows)
    within = sorted((i.start or 0, i.stop or 0) for i in measured)
    indicators = [i for i in indicators if not _inside(i.start or 0, within)] + measured
    indicators = _under_paragraphs(indicators, tasks)
    tasks += _headings([i for items in document.items.values() for i in items], tasks, source.text)
    broken = read_breakdowns(source, document.tables, document.part_at)
    numbered = zip(broken.rows, broken.ordinals, strict=True)
    totals = [_total(document, row, ordinal) for row, ordinal in numbered if row.total is not None]
    told = {(i.start, i.value) for i in measured}
    indicators += [i for i in totals if (i.start, i.value) not in told]
    about = findings_of([i for items in document.items.values() for i in items], tasks, fields)
    named = [*unread_names(reader.odd, tasks), *role_findings(source.text, tasks, parts)]
    named += [*named_once(reader.once), *repeated_findings(source.text, tasks)]
    findings = [*source.findings, *tracked_changes(source.text), *named, *broken.findings, *about]
    return Extraction(
        doc=source.name,
        plan=fields,
        parts=tuple(parts),
        tasks=tuple(_dated(task, source.text, fields) for task in sorted(tasks, key=lambda t: t.start or 0)),
        indicators=tuple(sorted(indicators, key=lambda i: i.start or 0)),
        citations=tuple(read_citations(source.text, fields.title)),
        breakdowns=tuple(broken.rows),
        findings=tuple(findings),
        coverage=covered,
        text=source.text,
        pages=source.pages,
        sha256=source.sha256,
    )


_CLOSING = 8
"""The last lines of a document, where a signature may stand below the annexes."""


def _fields(document: Document) -> PlanFields:
    main, *annexes = document.parts
    name = document.source.title
    fields = _fields_of(document, main, name)
    if annexes and _is_bare(document, main) and fields.title in ("", plain_name(name)):
        # a file that is an annex itself: its heading is the plan's
        annex = dataclasses.replace(annexes[0], first=annexes[0].first + 1)
        fields = _fields_of(document, annex, annex.title or name)
    region = plan_region(document.source.title, None, None)
    return fields if fields.region else dataclasses.replace(fields, region=region)


def _fields_of(document: Document, part: PartSpan, name: str) -> PlanFields:
    numbered = [item for item in document.items[part.part] if item.path]
    starts = [line.start for line in document.lines]
    body = starts.index(numbered[0].start) if numbered else part.last
    lines = document.lines[part.first : part.last]
    annexes = [span.title for span in document.parts if span is not part]
    closing = document.lines[-_CLOSING:]
    return read_fields(document.source.text, lines, body - part.first, name, closing, annexes)


def _is_bare(document: Document, part: PartSpan) -> bool:
    """Does a part hold no item and no sentence, but page numbers or what is told of the file at most?"""
    sentences = any(line.text.endswith("。") for line in document.lines[part.first : part.last])
    return not sentences and not any(item.path for item in document.items[part.part])


def _part(
    text: str, span: PartSpan, items: Sequence[Item], fields: PlanFields, tasks: Sequence[Task]
) -> Part:
    paragraphs = (passage(text, a, b) for item in items for a, b in item.paragraphs)
    title = span.title if span.part else fields.title
    headings = ((item.path, item.title) for item in items if item.path)
    run = with_members(read_mechanism(paragraphs), title, tasks, headings)
    start, stop = span.title_span or (None, None)
    return Part(
        span.part, title, run.office, run.members, run.task_force, run.leader,
        start, stop, run.office_span, run.member_spans,
    )  # fmt: skip


def _indicators(
    text: str,
    item: Item,
    speaking: Sequence[tuple[int, int]],
    goals: Mapping[tuple[int, int], Item],
    year: int | None,
) -> Iterable[Indicator]:
    for start, stop in without_fault(text, speaking):
        own = goals.get((start, stop), item)
        yield from _measures(text, passage(text, start, stop), own.part, own.path, own.title, year)


def _under_paragraphs(indicators: Sequence[Indicator], tasks: Sequence[Task]) -> list[Indicator]:
    """Targets in a paragraph without a number that is a task (p1, p2 …) stand at that task."""
    spans = [(t.start or 0, t.stop or 0, t.part, t.path) for t in tasks if is_numberless(t.path)]
    found = []
    for each in indicators:
        at = each.start or 0
        path = next(
            (p for a, b, part, p in spans if a <= at < b and (part, p[:-1]) == (each.part, each.path)), None
        )
        found.append(dataclasses.replace(each, path=path) if path else each)
    return found


def _headings(items: Sequence[Item], tasks: Sequence[Task], text: str) -> list[Task]:
    """Headings over tasks, and items that name nobody beside ones that do: tasks without units.

    They make the outline whole; a task of an item that should name somebody is a gap that a clerk
    looks for.
    """
    known = {(task.part, task.path) for task in tasks}
    over = {(task.part, task.path[:n]) for task in tasks for n in range(1, len(task.path))}
    wanted = (over | {(item.part, item.path) for item in nobody_named(items, tasks)}) - known
    return [
        Task(i.part, i.path, i.title, text[i.start : i.stop], start=i.start, stop=i.stop)
        for i in items
        if (i.part, i.path) in wanted
    ]


def _row_indicators(
    text: str, part: str, path: tuple[str, ...], row: TableTask, year: int | None
) -> Iterable[Indicator]:
    for words in row.words(text):
        yield from _measures(text, words, part, path, row.title, year)


def _measures(
    text: str, paragraph: Passage, part: str, path: tuple[str, ...], heading: str, year: int | None
) -> Iterable[Indicator]:
    for found in read_indicators(paragraph, heading, year=year):
        a, b = paragraph.span(found.start, found.stop)
        yield Indicator(
            part, path, found.name, found.value, found.op, found.unit, text[a:b], found.value_max, a, b
        )


def _total(document: Document, row: Breakdown, ordinal: str) -> Indicator:
    """The total of a breakdown row is an indicator of the row, by its ordinal, else of the table's place."""
    start, stop = row.start or 0, row.stop or 0
    raw = document.source.text[start:stop]
    above = document.item_at(row.part, start) if ordinal else None
    path = (*(above.path if above else ()), ordinal) if ordinal else ()
    return Indicator(row.part, path, row.name, row.total or 0.0, "=", row.unit, raw, None, start, stop)


def _table_indicators(document: Document, rows: Sequence[PlacedRow]) -> list[Indicator]:
    """The targets of indicator tables, each where its row is a task, else at the row's own ordinal."""
    places = sorted((row.start, path) for _, path, row in rows)
    text = document.source.text
    found = []
    for table in document.tables:
        part = document.part_at(table.start)
        above = document.item_at(part, table.start)
        for row in [*read_measure_table(text, table), *read_yearly(text, table)]:
            at = bisect(places, (row.row[0],))
            is_task = at < len(places) and places[at][0] < row.row[1]
            path = places[at][1] if is_task else (*(above.path if above else ()), *row.path)
            m = row.measure
            raw = text[m.start : m.stop]
            one = Indicator(part, path, m.name, m.value, m.op, m.unit, raw, m.value_max, m.start, m.stop)
            found.append(one)
    return found


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Does an offset lie in one of the spans, which are in text order?"""
    place = bisect(spans, (offset, sys.maxsize)) - 1
    return place >= 0 and offset < spans[place][1]


def _table_tasks(document: Document, tasks: Sequence[Task], tabled: Iterable[TableTask]) -> list[PlacedRow]:
    """Rows of task tables with their part and full path, numbered p1 … where they have none.

    A row never takes the path of one of the tasks read before.
    """
    unique = {p.part: UniquePaths(t.path for t in tasks if t.part == p.part) for p in document.parts}
    counts: dict[tuple[str, tuple[str, ...]], int] = {}
    found = []
    for row in tabled:
        part = document.part_at(row.start)
        above = document.item_at(part, row.start)
        path = (*(above.path if above else ()), *(step for step in row.path[:-1] if step))
        own = row.path[-1] if row.path else None
        if not own:
            counts[part, path] = counts.get((part, path), 0) + 1
            own = f"p{counts[part, path]}"
        found.append((part, unique[part].take((*path, own)), row))
    return found


def _dated(task: Task, text: str, fields: PlanFields) -> Task:
    """The task with its deadline from a label, and the date that the deadline means."""
    printed = task.deadline or label_deadline(task.text)
    if not printed:
        return task
    year = int(fields.issued_on[:4]) if fields.issued_on else None
    return dataclasses.replace(task, deadline=printed, due_on=due_on(printed, year))
