"""Builders of small real files; each test makes the document that it needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from loaders.source import Source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """`make(body, numbering=…, styles=…)`: a docx of raw WordprocessingML."""

    def make(body: str, **parts: str) -> bytes:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
            for name, inner in parts.items():
                archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
        return written.getvalue()

    return make


@pytest.fixture(scope="session")
def chinese_font() -> str:
    """A font of reportlab's that has Chinese characters without a font file."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


@pytest.fixture
def cells() -> Callable[[Source], Iterator[list[str]]]:
    """The texts of each table's cells, in their order; checks that the table encloses them."""

    def read(source: Source) -> Iterator[list[str]]:
        for table in source.tables:
            assert all(table.start <= cell.start <= cell.stop <= table.stop for cell in table.cells)
            assert table.stop <= len(source.text)
            yield [source.text[cell.start : cell.stop] for cell in table.cells]

    return read
