"""Rows as files for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from graph.catalogue import Rows
from graph.model import Value

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL_LIMIT = 32_000
"""A spreadsheet's cell holds 32,767 characters."""


def cell_text(value: Value) -> str | int | float:
    """A cell's content; a text that a spreadsheet would run as a formula is kept from it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    text = (
        "、".join(str(cell_text(each)) for each in value) if isinstance(value, list | tuple) else str(value)
    )
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_csv(found: Rows, headings: Sequence[str]) -> bytes:
    """CSV under what people call its columns, UTF-8 with the BOM that Excel needs."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([cell_text(row[c.name]) for c in found.query.columns] for row in found.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def as_xlsx(found: Rows, headings: Sequence[str]) -> bytes:
    """A workbook of one sheet under what people call its columns: heading frozen and filtered, every text
    a text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(found.query.name[:31])
    sheet.freeze_panes = "A2"
    for number, column in enumerate(found.query.columns, 1):
        wide = column.type == "text" and column.name not in {"role", "op", "unit"}
        sheet.column_dimensions[get_column_letter(number)].width = 32 if wide else 12
    heading = [WriteOnlyCell(sheet, name) for name in headings]
    for cell in heading:
        cell.font = Font(bold=True)
    sheet.append(heading)
    for row in found.rows:
        sheet.append([printable(cell_text(row[c.name])) for c in found.query.columns])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{len(found.rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def printable(value: str | int | float) -> str | int | float:
    """A text as a workbook can hold it: no control characters, cut at the limit of a cell."""
    return _ILLEGAL.sub("\ufffd", value)[:_CELL_LIMIT] if isinstance(value, str) else value
