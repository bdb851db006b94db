"""Word documents: paragraphs and tables in the order of the body, with the numbers a reader sees."""

from __future__ import annotations

from loaders.readers.blocks import Composed, compose
from loaders.readers.docx_body import Body
from loaders.readers.docx_numbering import Counter, Numbering
from loaders.readers.docx_parts import NotesPart, NumberingPart, StylesPart
from loaders.readers.limits import Limits
from loaders.readers.packages import open_package
from zeren.errors import LoadError


def read_docx(data: bytes, limits: Limits) -> Composed:
    """Text of the body; insertions are in, deletions, headers and footers are out.

    Text boxes and notes stand behind the paragraph that they hang on. `title` is the core property.
    """
    with open_package(data, limits) as package:
        main = package.related().get("officeDocument", "word/document.xml")
        parts = package.related(main)
        numbering = Numbering()
        package.parse(parts.get("numbering", "word/numbering.xml"), NumberingPart(numbering))
        package.parse(parts.get("styles", "word/styles.xml"), StylesPart(numbering))
        footnotes, endnotes = NotesPart(), NotesPart()
        package.parse(parts.get("footnotes", "word/footnotes.xml"), footnotes)
        package.parse(parts.get("endnotes", "word/endnotes.xml"), endnotes)
        body = Body(Counter(numbering), footnotes.notes, endnotes.notes, limits)
        if not package.parse(main, body):
            raise LoadError("文档里缺少正文部分,请用 Word 或 WPS 打开后另存再试")
        return compose(body.blocks, limits, package.core_title())
