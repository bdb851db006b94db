"""Sheets of a workbook, written row by row: heading frozen and filtered, widths, every text a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from api.tables import cell_text, printable
from graph.model import Value

_A4 = 9
"""The number of this size in the format."""
_BOLD = Font(bold=True)
_HEAD = PatternFill("solid", fgColor="E8EDF3")
_WRAP = Alignment(wrap_text=True, vertical="top")
_THIN = Side(style="thin", color="BFC6CF")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


class Sheet:
    """A sheet of (heading, width in characters) columns; `finish` sets the filter and writes a total."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[tuple[str, int]]) -> None:
        self._sheet = book.create_sheet(title)
        self._sheet.freeze_panes = "A2"
        self._sheet.print_title_rows = "1:1"
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.paperSize = _A4
        self._sheet.page_setup.fitToHeight = 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True
        for number, (_, width) in enumerate(columns, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        # a cell is written when its row is appended, and can be used again for the next row
        self._cells = [self._cell() for _ in columns]
        self.rows = 0
        self._append((heading for heading, _ in columns), _BOLD, _HEAD)

    def _cell(self) -> WriteOnlyCell:
        cell = WriteOnlyCell(self._sheet)
        cell.alignment, cell.border = _WRAP, _GRID
        return cell

    def _append(self, values: Iterable[Value], font: Font, fill: PatternFill) -> None:
        cells = []
        for value in values:
            cell = self._cell()
            cell.value, cell.font, cell.fill = value, font, fill
            cells.append(cell)
        self._sheet.append(cells)

    def add(self, values: Iterable[Value]) -> None:
        """One row, a value a column."""
        for cell, value in zip(self._cells, values, strict=True):
            cell.value = printable(cell_text(value))
        self._sheet.append(self._cells)
        self.rows += 1

    def finish(self, *words: Value) -> None:
        """The filter over all rows and, below it, a row that says how many there are."""
        last = get_column_letter(len(self._cells))
        self._sheet.auto_filter.ref = f"A1:{last}{self.rows + 1}"
        self._append(words, _BOLD, PatternFill())
