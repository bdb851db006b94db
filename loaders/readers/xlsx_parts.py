"""The parts of a workbook as streams: sheets and their states, shared strings, styles, cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from loaders.readers.limits import Limits
from loaders.readers.number_formats import format_code, shown_number
from zeren.errors import TooLarge

_TRUE = ("1", "true", "on")


class WorkbookPart:
    """Reads workbook.xml: `sheets` as (name, relation id, is visible), in the order of the tabs."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch: datetime = CALENDAR_WINDOWS_1900

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "x:sheet":
            visible = attributes.get("state", "visible") == "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), visible))
        elif tag == "x:workbookPr" and attributes.get("date1904") in _TRUE:
            self.epoch = CALENDAR_MAC_1904

    def end(self, tag: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class StringsPart:
    """Reads sharedStrings.xml into `strings`, without phonetic guides."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "x:si":
            self._pieces.clear()
        elif tag == "x:rPh":
            self._phonetic = True
        self._inside = tag == "x:t" and not self._phonetic

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "x:si":
            self.strings.append("".join(self._pieces))
        elif tag == "x:rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


class StylesPart:
    """Reads styles.xml: `codes` holds the number format of each cell style."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._custom: dict[int, str] = {}
        self._cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "x:numFmt":
            self._custom[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif tag == "x:cellXfs":
            self._cells = True
        elif tag == "x:xf" and self._cells:
            self.codes.append(format_code(_number(attributes.get("numFmtId")), self._custom))

    def end(self, tag: str) -> None:
        if tag == "x:cellXfs":
            self._cells = False

    def text(self, text: str) -> None:
        pass


@dataclass(slots=True)
class Workbook:
    """What the cells of all sheets refer to."""

    strings: list[str]
    codes: list[str]
    epoch: datetime


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    kind: str
    style: int
    value: list[str] = field(default_factory=list)
    formula: bool = False


class SheetPart:
    """Reads a sheet: `cells` by (row, column) from 1, only those with text; `merged` as boxes.

    `uncounted` is the number of formulas whose result the file does not hold.
    """

    def __init__(self, workbook: Workbook, limits: Limits) -> None:
        self.cells: dict[tuple[int, int], str] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.uncounted = 0
        self._workbook = workbook
        self._limits = limits
        self._cell: _Cell | None = None
        self._row = self._column = 0
        self._inside = self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "x:row":
            self._row = _number(attributes.get("r")) or self._row + 1
            self._column = 0
        elif tag == "x:c":
            self._start_cell(attributes)
        elif tag == "x:f" and self._cell is not None:
            self._cell.formula = True
        elif tag == "x:rPh":
            self._phonetic = True
        elif tag == "x:mergeCell":
            self._merge(attributes.get("ref", ""))
        self._inside = tag in ("x:v", "x:t") and not self._phonetic

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "x:rPh":
            self._phonetic = False
        elif tag == "x:c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None

    def text(self, text: str) -> None:
        if self._inside and self._cell is not None:
            self._cell.value.append(text)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        """Cells may leave their address out; then they follow one another."""
        try:
            self._row, self._column = coordinate_to_tuple(attributes["r"])
        except (KeyError, ValueError):
            self._column += 1
        kind, style = attributes.get("t", "n"), _number(attributes.get("s"))
        self._cell = _Cell(self._row, self._column, kind, style)

    def _end_cell(self, cell: _Cell) -> None:
        raw = "".join(cell.value)
        self.uncounted += cell.formula and not raw
        shown = self._shown(cell, raw).replace("\r\n", "\n").strip()
        if not shown:
            return
        self.cells[cell.row, cell.column] = shown
        if len(self.cells) > self._limits.cells:
            raise TooLarge(f"表格超过 {self._limits.cells} 个单元格的上限,请拆分后再试")

    def _shown(self, cell: _Cell, raw: str) -> str:
        if cell.kind == "s":
            index = _number(raw)
            return self._workbook.strings[index] if index < len(self._workbook.strings) else ""
        if cell.kind == "b":
            return "TRUE" if raw == "1" else "FALSE"
        codes = self._workbook.codes
        code = codes[cell.style] if cell.style < len(codes) else "General"
        try:
            value = float(raw) if cell.kind == "n" and len(raw) < 400 else None
            return raw if value is None else shown_number(value, code, self._workbook.epoch)
        except (ValueError, OverflowError):
            return raw

    def _merge(self, reference: str) -> None:
        try:
            left, top, right, bottom = range_boundaries(reference)
        except (ValueError, TypeError):
            return
        if None not in (left, top, right, bottom):
            self.merged.append((left, top, right, bottom))


def _number(text: str | None) -> int:
    text = text or ""
    return int(text) if len(text) < 10 and text.isdecimal() else 0
