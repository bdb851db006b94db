"""A document while it is read: its text with tables, lines, parts and items."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.outline import Item, PartSpan, find_parts, read_outline, titles_in
from loaders.outline.abstract import without_abstract
from loaders.outline.badges import with_badges
from loaders.outline.contents import without_contents
from loaders.outline.data_list import without_data_list
from loaders.outline.entry import with_entry_head
from loaders.outline.foot import without_foot
from loaders.outline.lines import Line, margin_of, read_lines, without_page_numbers
from loaders.outline.menu import without_menu
from loaders.outline.run_on import parted_lines
from loaders.source import Source, Table
from loaders.tables import find_tables


@dataclass(slots=True)
class Document:
    """What is known of a document while it is read; `annexes`: where each begins, with its part."""

    source: Source
    lines: list[Line]
    tables: list[Table]
    parts: list[PartSpan]
    items: dict[str, list[Item]] = field(default_factory=dict)
    annexes: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.annexes = [
            (self.lines[part.first].start, part.part)
            for part in self.parts
            if part.part and part.first < len(self.lines)
        ]

    def part_at(self, offset: int) -> str:
        """The part that an offset in the text belongs to."""
        found = ""
        for start, part in self.annexes:
            if start <= offset:
                found = part
        return found

    def item_at(self, part: str, offset: int) -> Item | None:
        """The last item of a part that begins before an offset; None before the first number."""
        items = reversed(self.items.get(part, ()))
        found = next((item for item in items if item.start <= offset), None)
        return found if found and found.path else None


def outline(source: Source) -> Document:
    """The structure alone: tables, lines, parts and their items."""
    tables = find_tables(source)
    printed = without_page_numbers(
        with_entry_head(list(read_lines(source.text, tables, dict(source.nested))))
    )
    printed = without_contents(without_data_list(without_menu(printed)))
    lines = without_foot(without_abstract(with_badges(source.text, parted_lines(printed))))
    document = Document(source, lines, tables, find_parts(lines))
    margin = margin_of(lines)
    titles = titles_in(source.text)
    for part in document.parts:
        document.items[part.part] = read_outline(lines, part, margin, titles)
    return document
