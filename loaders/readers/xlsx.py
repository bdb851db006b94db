"""Workbooks: each visible sheet becomes a table, after its title or a line with the sheet's name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction import Finding
from loaders.readers.blocks import Block, Composed, GridCell, Line, compose
from loaders.readers.limits import Limits
from loaders.readers.packages import Package, open_package
from loaders.readers.sheets import sheet_blocks
from loaders.readers.xlsx_parts import SheetPart, StringsPart, StylesPart, Workbook, WorkbookPart
from zeren.errors import LoadError, TooLarge

_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s{0,3}\d{0,9}$", re.I)


def read_xlsx(data: bytes, limits: Limits) -> Composed:
    """Values as printed, formulas as last counted. Hidden sheets are left out, with a finding."""
    with open_package(data, limits) as package:
        main = package.related().get("officeDocument", "xl/workbook.xml")
        book = WorkbookPart()
        if not package.parse(main, book):
            raise LoadError("表格文件里缺少工作簿,请用 Excel 或 WPS 打开后另存再试")
        blocks, findings = _read_sheets(package, main, book, limits)
        return replace(compose(blocks, limits, package.core_title()), findings=tuple(findings))


def _read_sheets(
    package: Package, main: str, book: WorkbookPart, limits: Limits
) -> tuple[list[Block], list[Finding]]:
    kinds, targets = package.related(main), package.targets(main)
    strings, styles = StringsPart(), StylesPart()
    package.parse(kinds.get("sharedStrings", "xl/sharedStrings.xml"), strings)
    package.parse(kinds.get("styles", "xl/styles.xml"), styles)
    workbook = Workbook(strings.strings, styles.codes, book.epoch)
    blocks: list[Block] = []
    findings: list[Finding] = []
    left = limits.cells
    for name, relation, visible in book.sheets:
        if not visible:
            findings.append(
                Finding("unread_clause", "info", f"工作表“{name}”是隐藏的,未读取;如需读取请取消隐藏")
            )
            continue
        sheet = SheetPart(workbook, limits)
        package.parse(targets.get(relation, ""), sheet)
        left -= len(sheet.cells)
        if left < 0:
            raise TooLarge(f"表格超过 {limits.cells} 个单元格的上限,请拆分后再试")
        if sheet.uncounted:
            message = f"工作表“{name}”有 {sheet.uncounted} 个公式没有计算结果,请用 Excel 打开后另存"
            findings.append(Finding("unread_clause", "warning", message))
        blocks.extend(_sheet_blocks(name, sheet, limits))
    return blocks, findings


def _sheet_blocks(name: str, sheet: SheetPart, limits: Limits) -> Iterator[Block]:
    """What the sheet holds, below its name: unless Excel gave that, or the sheet has a title of its own.

    The name of a sheet is not printed; an annex' label may stand there alone.
    """
    rows = _rows(sheet, limits)
    if not rows:
        return
    titled = len(rows[0]) == 1 and not name.startswith("附")
    if not titled and not _UNNAMED.match(name):
        yield Line(name)
    yield from sheet_blocks(rows)


def _rows(sheet: SheetPart, limits: Limits) -> list[list[GridCell]]:
    """Cells with text row by row, rows without any left out; what a merged cell covers is gone."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for left, top, right, bottom in sheet.merged}
    hidden = _covered(sheet, limits)
    rows: dict[int, list[GridCell]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        if (row, column) not in hidden:
            cell = GridCell(row, column, *spans.get((row, column), (1, 1)), [Line(text)])
            rows.setdefault(row, []).append(cell)
    return list(rows.values())


def _covered(sheet: SheetPart, limits: Limits) -> set[tuple[int, int]]:
    """Places with text under a merged cell, whose own text is that of its first place."""
    columns: dict[int, list[int]] = {}
    for row, column in sheet.cells:
        columns.setdefault(row, []).append(column)
    rows = sorted(columns)
    found: set[tuple[int, int]] = set()
    work = 0
    for left, top, right, bottom in sheet.merged:
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            work += len(columns[row])
            found.update((row, column) for column in columns[row] if left <= column <= right)
        found.discard((top, left))
        if work > limits.comparisons:
            raise TooLarge("合并单元格过多或相互重叠,请取消合并后再试")
    return found
