"""The body of a Word document, read as a stream (ECMA-376 part 1, 17)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loaders.readers.blocks import Block, Line
from loaders.readers.docx_numbering import Counter, whole, with_text
from loaders.readers.docx_tables import WordCell, WordRow, table_blocks
from loaders.readers.limits import Limits
from zeren.errors import TooLarge

_SKIPPED = frozenset({
    "w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText", "w:rt", "w:tabs", "w:sectPrChange",
    "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:numberingChange",
    "w:tblGridChange", "w:sdtPr", "w:binData",
})  # fmt: skip
"""What is deleted, what was before a tracked change, and what is said twice."""

_OFF = ("0", "false", "off")
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read; `after` holds text boxes and notes that hang on it."""

    style: str = ""
    list_id: str | None = None
    level: int | None = None
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[int] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    mark_deleted: bool = False


class Body:
    """Handler for document.xml; `blocks` is the result."""

    def __init__(
        self, counter: Counter, footnotes: Mapping[str, str], endnotes: Mapping[str, str], limits: Limits
    ) -> None:
        self.blocks: list[Block] = []
        self._counter = counter
        self._notes = {"w:footnoteReference": footnotes, "w:endnoteReference": endnotes}
        self._limits = limits
        self._cells = self._length = 0
        self._targets: list[list[Block]] = [self.blocks]
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[list[WordRow]] = []
        self._skip = 0
        self._inside = False
        self._properties: list[str] = []
        self._page_waits = self._page_is_fresh = False
        self._section = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
        elif tag in _SKIPPED:
            self._skip = 1
            self._note_deletion(tag)
        elif tag in ("w:t", "m:t"):
            self._inside = True
        elif begin := _STARTS.get(tag):
            begin(self, attributes)
        elif tag in _CHARACTERS:
            self._write(_CHARACTERS[tag])
        elif tag in self._notes:
            self._add_note(self._notes[tag].get(attributes.get("id", ""), ""))

    def end(self, tag: str) -> None:
        self._inside = False
        if self._skip:
            self._skip -= 1
        elif finish := _ENDS.get(tag):
            finish(self)

    def text(self, text: str) -> None:
        if self._inside and not self._skip:
            self._write(text)

    def _write(self, text: str) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        paragraph.pieces.append(text)
        paragraph.length += len(text)
        self._length += len(text)
        self._page_is_fresh = self._page_is_fresh and not text.strip()
        if self._length > self._limits.text:
            raise TooLarge(f"文字超过 {self._limits.text // 10_000} 万字的上限,请拆分后再试")

    def _note_deletion(self, tag: str) -> None:
        """An empty w:del among the properties deletes a paragraph's mark or a row."""
        if tag != "w:del" or not self._properties:
            return
        if self._properties[-1] == "w:trPr" and self._tables and self._tables[-1]:
            self._tables[-1][-1].deleted = True
        elif self._properties[-1] == "w:pPr" and self._paragraphs:
            self._paragraphs[-1].mark_deleted = True

    def _add_note(self, text: str) -> None:
        if text and self._paragraphs:
            self._paragraphs[-1].after.append(Line(text))

    # paragraphs

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._paragraphs.append(_Paragraph())
        if self._page_waits:
            self._page_waits, self._page_is_fresh = False, True
            self._paragraphs[-1].pages.append(0)

    def _end_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.pieces)
        label = ""
        if text.strip() or not paragraph.mark_deleted:
            label = self._counter.label(paragraph.style, paragraph.list_id, paragraph.level)
        shown = with_text(label, text)
        if shown.strip():
            moved = len(shown) - len(text)
            within = [page for page in paragraph.pages if not page or text[page:].strip()]
            self._targets[-1].append(Line(shown, tuple(page + moved if page else 0 for page in within)))
            self._page_waits |= len(within) < len(paragraph.pages)
        elif paragraph.pages:
            self._page_waits = True
        self._targets[-1].extend(paragraph.after)

    def _set_style(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = attributes.get("val", "")

    def _set_list(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].list_id = attributes.get("val", "")

    def _set_level(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = whole(attributes.get("val"))

    def _start_paragraph_properties(self, _: dict[str, str]) -> None:
        self._properties.append("w:pPr")

    def _start_row_properties(self, _: dict[str, str]) -> None:
        self._properties.append("w:trPr")

    def _end_properties(self) -> None:
        if self._properties:
            self._properties.pop()

    # pages

    def _break_page(self) -> None:
        """A new page at this place, once: Word also records where it last broke for a forced break."""
        if self._paragraphs and not self._page_is_fresh:
            self._paragraphs[-1].pages.append(self._paragraphs[-1].length)
            self._page_is_fresh = True

    def _break(self, attributes: dict[str, str]) -> None:
        if attributes.get("type") == "page":
            self._break_page()
        else:
            self._write("\n")

    def _break_before(self, attributes: dict[str, str]) -> None:
        if attributes.get("val", "1") not in _OFF:
            self._break_page()

    def _start_section(self, _: dict[str, str]) -> None:
        self._section = "nextPage"

    def _set_section(self, attributes: dict[str, str]) -> None:
        if self._section:
            self._section = attributes.get("val", "nextPage")

    def _end_section(self) -> None:
        """The properties of a section stand in its last paragraph; those of the last one outside."""
        self._page_waits = bool(self._paragraphs) and self._section != "continuous"
        self._section = ""

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = attributes.get("char", "")
        if len(code) == 4 and all(digit in "0123456789abcdefABCDEF" for digit in code):
            self._write(chr(int(code, 16)) if not 0xD800 <= int(code, 16) < 0xE000 else "\ufffd")

    # text boxes and tables

    def _start_box(self, _: dict[str, str]) -> None:
        self._targets.append([])

    def _end_box(self) -> None:
        blocks = self._targets.pop()
        (self._paragraphs[-1].after if self._paragraphs else self._targets[-1]).extend(blocks)

    def _start_table(self, _: dict[str, str]) -> None:
        self._tables.append([])

    def _end_table(self) -> None:
        self._targets[-1].extend(table_blocks(self._tables.pop()))

    def _start_row(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].append(WordRow())

    def _start_cell(self, _: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > self._limits.cells:
            raise TooLarge(f"表格超过 {self._limits.cells} 个单元格的上限,请拆分后再试")
        cell = WordCell()
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].cells.append(cell)
        self._targets.append(cell.blocks)

    def _end_cell(self) -> None:
        self._targets.pop()

    def _last_cell(self) -> WordCell:
        row = self._tables[-1][-1] if self._tables and self._tables[-1] else WordRow()
        return row.cells[-1] if row.cells else WordCell()

    def _span_columns(self, attributes: dict[str, str]) -> None:
        self._last_cell().columns = whole(attributes.get("val")) or 1

    def _merge_rows(self, attributes: dict[str, str]) -> None:
        self._last_cell().merge = attributes.get("val", "continue")

    def _leave_before(self, attributes: dict[str, str]) -> None:
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].before = whole(attributes.get("val")) or 0


_STARTS: dict[str, Callable[[Body, dict[str, str]], None]] = {
    "w:p": Body._start_paragraph,
    "w:pPr": Body._start_paragraph_properties,
    "w:trPr": Body._start_row_properties,
    "w:pStyle": Body._set_style,
    "w:numId": Body._set_list,
    "w:ilvl": Body._set_level,
    "w:br": Body._break,
    "w:lastRenderedPageBreak": lambda body, _: body._break_page(),
    "w:pageBreakBefore": Body._break_before,
    "w:sectPr": Body._start_section,
    "w:type": Body._set_section,
    "w:sym": Body._symbol,
    "w:txbxContent": Body._start_box,
    "w:tbl": Body._start_table,
    "w:tr": Body._start_row,
    "w:tc": Body._start_cell,
    "w:gridSpan": Body._span_columns,
    "w:vMerge": Body._merge_rows,
    "w:gridBefore": Body._leave_before,
}
_ENDS: dict[str, Callable[[Body], None]] = {
    "w:p": Body._end_paragraph,
    "w:pPr": Body._end_properties,
    "w:trPr": Body._end_properties,
    "w:sectPr": Body._end_section,
    "w:txbxContent": Body._end_box,
    "w:tbl": Body._end_table,
    "w:tc": Body._end_cell,
}
