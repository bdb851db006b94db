"""A heading's cell broken by a line end (牵头 over 单位) in tables of every format."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from reportlab.platypus import SimpleDocTemplate, Table

from loaders.extract import extract
from loaders.readers import read_bytes

ROWS = [
    ["序号", "重点\n任务", "牵头\n单位", "配合\n单位", "完成\n时限"],
    ["1", "新建公园", "市园林局", "市财政局", "2031年\n6月底前"],
    ["2", "整治河道", "市水利局", "市住建局", "2031年9月"],
]
EXPECTED = [
    ("新建公园", ["市园林局"], ["市财政局"], "2031年6月底前", "2031-06-30"),
    ("整治河道", ["市水利局"], ["市住建局"], "2031年9月", "2031-09-30"),
]


def rolled(name: str, data: bytes) -> list[tuple[str, list[str], list[str], str | None, str | None]]:
    found = extract(read_bytes(name, data)).tasks
    return [(t.title, t.units("lead"), t.units("support"), t.deadline, t.due_on) for t in found]


def _cell(words: str) -> str:
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in words.split("\n"))
    return f"<w:tc>{lines}</w:tc>"


def test_in_docx(make_docx: Callable[..., bytes]) -> None:
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in ROWS)
    assert rolled("a.docx", make_docx(f"<w:tbl>{rows}</w:tbl>")) == EXPECTED


@pytest.mark.parametrize("mark", ["<br>", "<br/>\n", "<p>"])
def test_in_html(mark: str) -> None:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>".replace("\n", mark) for row in ROWS
    )
    assert rolled("a.html", f"<html><body><table>{rows}</table>".encode()) == EXPECTED


def test_in_pdf(chinese_font: str) -> None:
    written = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), chinese_font, 12)]
    SimpleDocTemplate(written).build([Table(ROWS, style=style)])
    assert rolled("a.pdf", written.getvalue()) == EXPECTED


def test_in_xlsx() -> None:
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    written = io.BytesIO()
    workbook.save(written)
    assert rolled("a.xlsx", written.getvalue()) == EXPECTED


def test_in_csv() -> None:
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)
    assert rolled("a.csv", text.encode()) == EXPECTED


@pytest.mark.parametrize("blank", [" ", "\u3000"])
def test_a_heading_set_wide_is_read(blank: str) -> None:
    heading = [blank.join(cell.replace("\n", "")) for cell in ROWS[0]]
    rows = [[cell.replace("\n", "") for cell in row] for row in ROWS[1:]]
    text = "\n".join("\t".join(row) for row in [heading, *rows])
    assert rolled("a.txt", text.encode()) == EXPECTED
