"""What guided fuzzing begins with: a byte for the kind of file, then the file.

The files are the sample's, small ones of our own and the smallest of every hostile kind; they are made
when they are needed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePath

import openpyxl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from loaders.readers.kinds import SUFFIXES
from tests.hostile.kind import HEAD, TAIL
from tests.hostile.trying import KINDS

EXAMPLES = Path(__file__).parents[2] / "examples"
ENDINGS = (*SUFFIXES, ".json")
LARGEST = 64 << 10
"""Bytes of an input: small ones are tried often, and a slow one is a fault whatever its size."""
_SMALL = 1e-7
"""Part of its size that a hostile document is built at: once what it repeats."""
_UNREAD = ("word/styles", "word/theme", "docProps/", "customXml/")
"""Parts of the sample's docx that hold most of its bytes and none of its text."""
_STOPPED = "form.pdf"
"""Takes memory until the limits of the worker process stop it: a search that begins with it ends there."""


def document_of(data: bytes) -> tuple[str, bytes]:
    """The file's name and bytes that an input stands for; an input without a byte is an empty text."""
    kind = data[0] if data else 0
    return f"fuzz{ENDINGS[kind % len(ENDINGS)]}", data[1:]


def seeds() -> Iterator[bytes]:
    """Inputs of every kind of file, none larger than LARGEST."""
    for name, data in _files():
        ending = PurePath(name).suffix
        if ending in ENDINGS and len(data) < LARGEST:
            yield bytes([ENDINGS.index(ending)]) + data


def _files() -> Iterator[tuple[str, bytes]]:
    for folder in ("plans", "sources", "expected"):
        for path in sorted((EXAMPLES / folder).iterdir()):
            yield path.name, _slim(path.read_bytes())
    for path in sorted((EXAMPLES / "sources").iterdir()):
        yield f"{path.stem}.md", path.read_bytes()
    yield "table.xlsx", _workbook()
    yield "open.pdf", _open_pdf()
    for kind in KINDS:
        if kind.file != _STOPPED:
            yield kind.file, kind.build(_SMALL)


def _slim(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as full, zipfile.ZipFile(out, "w") as slim:
        for name in full.namelist():
            if not name.startswith(_UNREAD):
                slim.writestr(name, full.read(name))
    return out.getvalue()


def _workbook() -> bytes:
    """A task table with merged cells, a number with a format and a formula without a value."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row in (["青岚市任务清单"], ["序号", "任务", "目标", "责任单位"], [1, "新建公园", 0.4, "市园林局"],
                [None, "养护", "=1+1", "市林业局"]):  # fmt: skip
        sheet.append(row)
    sheet["C3"].number_format = "0.0%"
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("A3:A4")
    book.save(out)
    return out.getvalue()


def _open_pdf() -> bytes:
    """Two pages, one with a drawn table, in streams that are not packed, so that their words can be changed."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.setFont("STSong-Light", 12)
    for number, line in enumerate((HEAD + TAIL).splitlines()):
        canvas.drawString(40, 780 - 20 * number, line)
    canvas.showPage()
    canvas.setFont("STSong-Light", 12)
    canvas.grid((40, 200, 360), (700, 730, 760))
    for place, word in (
        ((45, 735), "任务"),
        ((205, 735), "责任单位"),
        ((45, 705), "养护"),
        ((205, 705), "市林业局"),
    ):
        canvas.drawString(*place, word)
    canvas.save()
    return out.getvalue()
