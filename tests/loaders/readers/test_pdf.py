from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from loaders.readers import Limits, read_bytes
from loaders.source import Source
from zeren.errors import LoadError, TooLarge

Draw = Callable[[Canvas], None]


@pytest.fixture
def draw(chinese_font: str) -> Callable[..., bytes]:
    """`draw(page, page, …)`: a PDF whose pages these functions draw in a Chinese font."""

    def make(*pages: Draw, encrypt: StandardEncryption | None = None) -> bytes:
        written = io.BytesIO()
        canvas = Canvas(written, encrypt=encrypt)
        for page in pages:
            canvas.setFont(chinese_font, 12)
            page(canvas)
            canvas.showPage()
        canvas.save()
        return written.getvalue()

    return make


def lines(*texts: str) -> Draw:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(72, 700 - 20 * number, text)

    return page


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(_image(), 0, 0, 500, 700)


def _image() -> Image.Image:

    return Image.new("RGB", (20, 20), "white")


def test_lines_and_pages(draw: Callable[..., bytes]) -> None:
    source = read_bytes("a.pdf", draw(lines("一、总体要求", "到2025年,增长8.5%。"), lines("二、任务")))
    assert source.text == "一、总体要求\n到2025年,增长8.5%。\n二、任务\n"
    assert [source.text[page] for page in source.pages] == ["一", "二"]


def test_reading_order_is_that_of_the_page(draw: Callable[..., bytes]) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 100, "下面")
        canvas.drawString(172, 700, "右上")
        canvas.drawString(72, 700, "左上")

    assert read_bytes("a.pdf", draw(page)).text == "左上 右上\n下面\n"


def test_characters_drawn_one_by_one_join(draw: Callable[..., bytes]) -> None:
    def page(canvas: Canvas) -> None:
        for number, character in enumerate("市发展改革委"):
            canvas.drawString(72 + 14 * number, 700, character)
            canvas.drawString(72.4 + 14 * number, 700, character)

    assert read_bytes("a.pdf", draw(page)).text == "市发展改革委\n"


def test_a_turned_page_reads_upright(draw: Callable[..., bytes]) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.drawString(100, -200, "第一行")
        canvas.drawString(100, -230, "第二行")

    assert read_bytes("a.pdf", draw(page)).text == "第一行\n第二行\n"


def test_a_ruled_table_has_cells(chinese_font: str, cells: Callable[[Source], Iterator[list[str]]]) -> None:
    rows = [
        ["序号", "任务", "牵头单位"],
        ["1", "建设园区\n一座", "市商务局"],
        ["2", "合并", ""],
        ["", "丙", "丁"],
    ]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONTNAME", (0, 0), (-1, -1), chinese_font),
        ("SPAN", (1, 2), (2, 2)),
        ("SPAN", (0, 2), (0, 3)),
    ]
    written = io.BytesIO()
    SimpleDocTemplate(written).build([Table(rows, colWidths=[60, 160, 100], style=TableStyle(style))])
    source = read_bytes("a.pdf", written.getvalue())
    assert list(cells(source)) == [
        ["序号", "任务", "牵头单位", "1", "建设园区\n一座", "市商务局", "2", "合并", "丙", "丁"]
    ]
    spans = [(c.row, c.column, c.rows, c.columns) for c in source.tables[0].cells]
    assert spans[6:] == [(2, 0, 2, 1), (2, 1, 1, 2), (3, 1, 1, 1), (3, 2, 1, 1)]


def test_a_table_without_its_outer_border_has_all_its_columns(
    chinese_font: str, cells: Callable[[Source], Iterator[list[str]]]
) -> None:
    rows = [
        ["序号", "任务", "牵头单位", "完成时限"],
        ["1", "新建公园", "市园林局", "6月底前"],
        ["2", "改造绿道", "市城管局", "9月底前"],
    ]
    style = [
        ("FONT", (0, 0), (-1, -1), chinese_font, 10),
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, "black"),
    ]
    written = io.BytesIO()
    SimpleDocTemplate(written).build([Table(rows, colWidths=[40, 160, 100, 80], style=TableStyle(style))])
    assert list(cells(read_bytes("a.pdf", written.getvalue()))) == [[cell for row in rows for cell in row]]


def test_a_frame_around_text_is_no_table(draw: Callable[..., bytes]) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 700)
        canvas.drawString(72, 600, "框内文字")

    source = read_bytes("a.pdf", draw(page))
    assert (source.text, source.tables) == ("框内文字\n", ())


def test_a_web_page_printed_with_its_frame_is_no_table(chinese_font: str) -> None:
    text = "\n".join(f"{number}.推进第{number}号公园建设" for number in range(1, 15))
    rows = [["首页", "政策文件", ""], [text, "", ""]]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONTNAME", (0, 0), (-1, -1), chinese_font),
        ("SPAN", (0, 1), (1, 1)),
    ]
    written = io.BytesIO()
    SimpleDocTemplate(written).build([Table(rows, colWidths=[150, 150, 10], style=TableStyle(style))])
    source = read_bytes("a.pdf", written.getvalue())
    assert source.tables == ()
    assert source.text.splitlines()[1:3] == ["1.推进第1号公园建设", "2.推进第2号公园建设"]


def test_a_scan_needs_recognition(draw: Callable[..., bytes]) -> None:
    with pytest.raises(LoadError, match="OCR"):
        read_bytes("a.pdf", draw(picture))


def test_a_scanned_page_among_others_is_told(draw: Callable[..., bytes]) -> None:
    source = read_bytes("a.pdf", draw(lines("一、总体要求"), picture, lines("二、任务")))
    assert [(f.code, f.severity, f.start) for f in source.findings] == [("unread_clause", "warning", 7)]
    assert "第 2 页" in source.findings[0].message
    assert source.pages == (0, 7, 7)


def test_an_encrypted_file_asks_for_the_password_to_go(draw: Callable[..., bytes]) -> None:
    data = draw(lines("密"), encrypt=StandardEncryption("secret", canPrint=0))
    with pytest.raises(LoadError, match="去掉密码"):
        read_bytes("a.pdf", data)


def test_a_file_that_only_forbids_copying_is_read(draw: Callable[..., bytes]) -> None:
    data = draw(lines("正文"), encrypt=StandardEncryption("", ownerPassword="owner", canCopy=0))
    assert read_bytes("a.pdf", data).text == "正文\n"


def test_damage_is_refused() -> None:
    with pytest.raises(LoadError, match="不完整或已损坏"):
        read_bytes("a.pdf", b"%PDF-1.7\n" + b"x" * 100)


def test_pages_and_characters_are_capped(draw: Callable[..., bytes]) -> None:
    data = draw(lines("一二三"), lines("四五六"))
    with pytest.raises(TooLarge, match="1 页"):
        read_bytes("a.pdf", data, Limits(pages=1))
    with pytest.raises(TooLarge, match="一页超过"):
        read_bytes("a.pdf", data, Limits(page_characters=2))


def test_a_document_without_pages_is_refused() -> None:
    document = pdfium.PdfDocument.new()
    written = io.BytesIO()
    document.save(written)
    document.close()
    with pytest.raises(LoadError):
        read_bytes("a.pdf", written.getvalue())


def test_a_column_of_text_with_nothing_beside_it_is_no_table(chinese_font: str) -> None:
    text = "\n".join(f"{number}.推进第{number}号公园建设" for number in range(1, 15))
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTNAME", (0, 0), (-1, -1), chinese_font)]
    written = io.BytesIO()
    table = Table([["政策文件", ""], [text, ""]], colWidths=[300, 10], style=TableStyle(style))
    SimpleDocTemplate(written).build([table])
    source = read_bytes("a.pdf", written.getvalue())
    assert source.tables == ()
    assert source.text.splitlines()[1:3] == ["1.推进第1号公园建设", "2.推进第2号公园建设"]


def test_white_boxes_behind_lines_are_no_table(draw: Callable[..., bytes]) -> None:
    def shaded(canvas: Canvas) -> None:
        for number, text in enumerate(("一、目标", "到2031年,新建公园3处,", "改造绿道5公里。")):
            canvas.setFillGray(1)
            canvas.rect(72, 696 - 20 * number, 12 * len(text), 20, stroke=0, fill=1)
            canvas.rect(72 + 12 * len(text), 696 - 20 * number, 60, 20, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(72, 700 - 20 * number, text)

    source = read_bytes("a.pdf", draw(shaded))
    assert source.text == "一、目标\n到2031年,新建公园3处,\n改造绿道5公里。\n"
    assert not source.tables
