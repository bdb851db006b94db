"""Builds the docx, the pdf and the GB18030 text of the sample from `sources/`.

Usage: python examples/build.py [--out DIR]. The same sources give the same bytes with the same libraries.
"""

import argparse
import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

HERE = Path(__file__).parent
FIXED = datetime(2024, 1, 1)
ALIGN = {
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
LEVELS = {"num1": 0, "num2": 1}
NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="（%2）"/><w:lvlJc w:val="left"/></w:lvl>
</w:abstractNum>"""


class Line(NamedTuple):
    """A line of a source: its directive ("" for a plain paragraph) and the text after it."""

    kind: str
    text: str


def read_source(path: Path) -> Iterator[Line]:
    for raw in path.read_text("utf-8").splitlines():
        if raw.startswith("%"):
            kind, _, text = raw[1:].partition(" ")
            yield Line(kind, text)
        else:
            yield Line("", raw)


class WordBuilder:
    """Writes a source as docx; headings get Word's own numbering, so their ordinals are not in the text."""

    def __init__(self) -> None:
        self.doc: Docx = Document()
        style = self.doc.styles["Normal"]
        style.font.name, style.font.size = "仿宋", Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
        self.numbering = self.doc.part.numbering_part.element
        self.numbering.insert(0, parse_xml(NUMBERING))
        self.list_id = 90
        self.restart()

    def restart(self) -> None:
        """A list of its own: level numbers begin again."""
        self.list_id += 1
        override = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in (0, 1)
        )
        num = (
            f'<w:num {nsdecls("w")} w:numId="{self.list_id}"><w:abstractNumId w:val="90"/>{override}</w:num>'
        )
        self.numbering.append(parse_xml(num))

    def add(self, line: Line) -> None:
        if line.kind == "page":
            self.doc.add_page_break()
        elif line.kind == "restart":
            self.restart()
        else:
            paragraph = self.doc.add_paragraph()
            paragraph.add_run(line.text).bold = line.kind == "title"
            paragraph.alignment = ALIGN.get(line.kind)
            if line.kind in LEVELS:
                self.number(paragraph, LEVELS[line.kind])

    def number(self, paragraph: DocxParagraph, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        for tag, value in (("w:ilvl", level), ("w:numId", self.list_id)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), str(value))
            properties.append(element)

    def add_table(self, widths: list[float], rows: list[list[str]]) -> None:
        """`^` merges a cell with the one above it."""
        table = self.doc.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                cell = table.cell(i, j)
                cell.width = Cm(widths[j])
                if text == "^":
                    cell.merge(table.cell(i - 1, j))
                else:
                    cell.text = text

    def save(self, path: Path) -> None:
        properties = self.doc.core_properties
        properties.author, properties.title = "", ""
        properties.created = properties.modified = FIXED
        buffer = io.BytesIO()
        self.doc.save(buffer)
        with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
                info = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, old.read(name))


def build_docx(source: Path, target: Path) -> None:
    builder, table, widths = WordBuilder(), None, [0.0]
    for line in read_source(source):
        if line.kind == "table":
            table, widths = [], [float(w) for w in line.text.split()]
        elif line.kind == "end" and table is not None:
            builder.add_table(widths, table)
            table = None
        elif table is not None:
            table.append(line.text.split("|"))
        else:
            builder.add(line)
    builder.save(target)


def pdf_styles() -> dict[str, ParagraphStyle]:
    # a CID font: the reader's own glyphs are used, no font file travels with the pdf
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=15, leading=27, firstLineIndent=30, wordWrap="CJK"
    )
    centred = ParagraphStyle("center", body, alignment=TA_CENTER, firstLineIndent=0)
    return {
        "": body,
        "head": body,
        "center": centred,
        "title": ParagraphStyle("title", centred, fontSize=19, leading=32),
        "right": ParagraphStyle("right", body, alignment=TA_RIGHT),
    }


def draw_page_number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("STSong-Light", 11)
    canvas.drawCentredString(A4[0] / 2, 1.4 * cm, f"— {document.page} —")


def build_pdf(source: Path, target: Path) -> None:
    styles = pdf_styles()
    story = [Paragraph(line.text, styles[line.kind]) for line in read_source(source)]
    document = BaseDocTemplate(str(target), pagesize=A4, invariant=1, title="", author="")
    frame = Frame(2.7 * cm, 2.4 * cm, A4[0] - 5.4 * cm, A4[1] - 5 * cm)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=draw_page_number))
    document.build(story)


def build_gb18030(source: Path, target: Path) -> None:
    target.write_bytes(source.read_text("utf-8").encode("gb18030"))


BUILDS = {
    "qinglan-2024": (build_docx, "docx"),
    "shaxi-2024": (build_pdf, "pdf"),
    "linhu-2024": (build_gb18030, "txt"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "plans")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for stem, (build, ending) in BUILDS.items():
        build(HERE / "sources" / f"{stem}.txt", out / f"{stem}.{ending}")


if __name__ == "__main__":
    main()
