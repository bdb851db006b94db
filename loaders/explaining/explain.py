"""A document's lines with what each gave and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.clauses.tasks import TaskReader
from loaders.coverage import known_as, uncovered
from loaders.document import Document, outline
from loaders.explaining.clauses import clause_notes
from loaders.explaining.measures import measure_notes
from loaders.explaining.note import Note
from loaders.extract import extract
from loaders.extraction import Extraction, PlanFields
from loaders.indicators.past import plan_year
from loaders.indicators.reviews import Reviews
from loaders.outline import Item
from loaders.outline.ordinals import ordinal_in, styles
from loaders.passage import passage
from loaders.source import Source
from loaders.tables.relaid import relay
from loaders.traditional import plain


@dataclass(frozen=True, slots=True)
class Explanation:
    """Lines (number from 1, text) that have notes, each with them in text order."""

    lines: tuple[tuple[int, str, tuple[Note, ...]], ...]

    def __str__(self) -> str:
        return "\n".join(_shown(*line) for line in self.lines) + "\n"


def explain(source: Source) -> Explanation:
    """What was read from a document, and why. Reads it anew; costs about twice as much as reading."""
    relaid = relay(plain(source).source)
    document = outline(relaid.source)
    extraction = extract(source)
    found = [
        *_parts(document),
        *_items(document, extraction.plan),
        *_left_over(document),
    ]
    notes = [
        *_fields(extraction),
        *(Note(*relaid.place(note.start, note.stop), note.what, note.rule) for note in found),
        *_tables(extraction, [relaid.place(table.start, table.stop) for table in document.tables]),
        *_run_by(extraction),
        *(Note(f.start, f.stop, f"发现 {f.code}:{f.message}") for f in extraction.findings
          if f.start is not None and f.stop is not None),
    ]  # fmt: skip
    return Explanation(tuple(_by_line(source.text, notes)))


_FIELDS = {"title": "标题", "doc_number": "文号", "issuer": "发文机关"}


def _fields(extraction: Extraction) -> Iterator[Note]:
    for name, word in _FIELDS.items():
        value = getattr(extraction.plan, name)
        at = extraction.text.find(value) if value else -1
        if at >= 0:
            yield Note(at, at + len(value), f"{word}:{value}", "frontmatter/fields.py")
    for each in extraction.citations:
        if each.start is not None and each.stop is not None:
            number = f"({each.doc_number})" if each.doc_number else ""
            yield Note(each.start, each.stop, f"引用:{each.title}{number}", "frontmatter/citations.py")


def _parts(document: Document) -> Iterator[Note]:
    for part in document.parts:
        if part.part and part.first < len(document.lines):
            line = document.lines[part.first]
            yield Note(line.start, line.stop, f"附件开始:{part.part}", "outline/parts.py")


def _items(document: Document, plan: PlanFields) -> Iterator[Note]:
    text = document.source.text
    year = plan_year(plan.title, plan.issued_on)
    rules = TaskReader(text).rules
    for part in document.parts:
        reviews = Reviews(text, part.title or plan.title, year)
        numbered = any(item.path for item in document.items[part.part])
        for item in document.items[part.part]:
            speaking = reviews.speaking(item)
            yield from _ordinal(text, item)
            for start, stop in item.paragraphs:
                paragraph = passage(text, start, stop)
                notes, rules = clause_notes(paragraph, rules, passing=bool(item.path) or not numbered)
                yield from notes
                if (start, stop) in speaking:
                    yield from measure_notes(paragraph, item.title, year)


def _ordinal(text: str, item: Item) -> Iterator[Note]:
    if not item.path:
        return
    folded = passage(text, item.start, item.stop).text
    read = ((each, ordinal_in(each, folded)) for each in styles())
    style = next((s for s, o in read if o and o.length == item.ordinal_length), None)
    rule = f"outline/ordinals.toml {style.name},例“{style.seen}”" if style else ""
    yield Note(
        item.start, item.start + item.ordinal_length, f"事项 {'/'.join(item.path)}:{item.title[:40]}", rule
    )


def _tables(extraction: Extraction, spans: Sequence[tuple[int, int]]) -> Iterator[Note]:
    for task in extraction.tasks:
        if task.start is None or not any(start <= task.start < stop for start, stop in spans):
            continue
        where = f"表格任务 {'/'.join(task.path)}:{task.title[:40]}"
        yield Note(task.start, task.stop or task.start, where, "tables/headers.toml")
        for each in task.assignments:
            if each.start is not None and each.stop is not None:
                yield Note(each.start, each.stop, f"{each.role}:{each.unit}", "tables/headers.toml")


def _run_by(extraction: Extraction) -> Iterator[Note]:
    for part in extraction.parts:
        if part.office and part.office_span:
            yield Note(*part.office_span, f"办公室设在:{part.office}", "frontmatter/mechanism.py")
        for name, span in zip(part.members, part.member_spans, strict=False):
            yield Note(*span, f"成员单位:{name}", "frontmatter/mechanism.py")


def _left_over(document: Document) -> Iterator[Note]:
    left = {line.start for line in uncovered(document.lines, document.items, document.parts)}
    for line in document.lines:
        if line.start in left:
            yield Note(line.start, line.stop, "没有读出任何内容(不计入覆盖率)")
        elif known := known_as(line.text):
            yield Note(line.start, line.stop, f"固定用语:{known}", "boilerplate.toml")


def _by_line(text: str, notes: Iterable[Note]) -> Iterator[tuple[int, str, tuple[Note, ...]]]:
    """Each line of the text that notes begin in."""
    waiting = sorted(dict.fromkeys(notes), key=lambda note: (note.start, -note.stop))
    at = start = 0
    for number, line in enumerate(text.split("\n"), 1):
        stop, first = start + len(line), at
        while at < len(waiting) and waiting[at].start <= stop:
            at += 1
        if at > first:
            yield number, line, tuple(waiting[first:at])
        start = stop + 1


def _shown(number: int, line: str, notes: tuple[Note, ...]) -> str:
    rows = [f"{number:>5} | {line.strip()[:160]}"]
    rows += [f"      · {note.what}" + (f"  ← {note.rule}" if note.rule else "") for note in notes]
    return "\n".join(rows)
