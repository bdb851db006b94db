from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.readers import Limits, read_bytes
from loaders.source import Source
from zeren.errors import LoadError, TooLarge

MakeDocx = Callable[..., bytes]
Cells = Callable[[Source], Iterator[list[str]]]


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, numbered)


def level(index: int, shape: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


OUTLINE = level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "(%2)")
OUTLINE += level(2, "decimal", "%3.") + level(3, "decimalEnclosedCircle", "%4")
LIST = f'<w:abstractNum w:abstractNumId="0">{OUTLINE}</w:abstractNum>'
USE = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def shown(data: bytes) -> str:
    return read_bytes("a.docx", data).text


def test_a_document_of_python_docx(cells: Cells) -> None:
    document = docx.Document()
    document.core_properties.title = "行动方案"
    document.add_paragraph("一、总体要求")
    table = document.add_table(3, 3)
    for row, texts in enumerate([["序号", "任务", "牵头"], ["1", "甲", "市财政局"], ["", "乙", ""]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    document.add_paragraph("二、保障措施").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("三、附则")
    document.sections[0].header.paragraphs[0].text = "页眉"
    written = io.BytesIO()
    document.save(written)
    source = read_bytes("a.docx", written.getvalue())
    assert source.text == ("一、总体要求\n序号\t任务\t牵头\n1\t甲\t市财政局\n乙\n二、保障措施\n三、附则\n")
    assert source.title == "行动方案"
    assert [source.text[page:].split("\n")[0] for page in source.pages] == ["一、总体要求", "三、附则"]
    assert list(cells(source)) == [["序号", "任务", "牵头", "1", "甲", "市财政局", "乙"]]
    spans = [(c.row, c.column, c.rows, c.columns) for c in source.tables[0].cells]
    assert (1, 0, 2, 1) in spans
    assert (2, 1, 1, 2) in spans


def test_numbers_are_counted_by_level(make_docx: MakeDocx) -> None:
    body = (
        item("甲")
        + item("子", 1)
        + item("丑", 1)
        + item("细", 2)
        + item("目", 3)
        + item("乙")
        + item("寅", 1)
    )
    assert shown(make_docx(body, numbering=LIST + USE)) == (
        "一、甲\n(一)子\n(二)丑\n1.细\n①目\n二、乙\n(一)寅\n"
    )


def test_numbers_of_the_levels_above_are_shown(make_docx: MakeDocx) -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:suff w:val="space"/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{USE}'
    assert shown(make_docx(item("甲") + item("子", 1) + item("丑", 1), numbering=numbering)) == (
        "1 甲\n1.1 子\n1.2 丑\n"
    )


def test_figures_do_not_run_together_with_a_number(make_docx: MakeDocx) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>{USE}'
    assert shown(make_docx(item("2025年") + item("建设"), numbering=numbering)) == "1. 2025年\n2.建设\n"


def test_a_list_that_restarts_and_one_that_goes_on(make_docx: MakeDocx) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("甲") + item("乙") + item("丙", list_id=2) + item("丁", list_id=2) + item("戊", list_id=3)
    assert shown(make_docx(body, numbering=LIST + USE + again)) == "一、甲\n二、乙\n一、丙\n二、丁\n三、戊\n"


def test_a_level_that_never_restarts(make_docx: MakeDocx) -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{USE}'
    body = item("甲") + item("子", 1) + item("乙") + item("丑", 1)
    assert shown(make_docx(body, numbering=numbering)) == "一、甲\n1.子\n二、乙\n2.丑\n"


def test_a_level_that_is_set_differently(make_docx: MakeDocx) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    use = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{other}</w:num>'
    assert shown(make_docx(item("甲"), numbering=LIST + use)) == "I.甲\n"


def test_a_style_numbers_its_paragraphs(make_docx: MakeDocx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("甲", '<w:pStyle w:val="Base"/>') + paragraph("子", '<w:pStyle w:val="Sub"/>')
    body += paragraph("无", '<w:pStyle w:val="Base"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert shown(make_docx(body, numbering=LIST + USE, styles=styles)) == "一、甲\n(一)子\n无\n"


def test_bullets_are_no_numbers(make_docx: MakeDocx) -> None:
    bullets = f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "")}</w:abstractNum>'
    assert shown(make_docx(item("甲"), numbering=bullets + USE)) == "甲\n"


def test_empty_numbered_cells_show_their_numbers(make_docx: MakeDocx, cells: Cells) -> None:
    number = item("").replace(run(""), "")
    row = f"<w:tr><w:tc>{number}</w:tc><w:tc>{paragraph('任务')}</w:tc></w:tr>"
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}</w:abstractNum>{USE}'
    source = read_bytes("a.docx", make_docx(f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering))
    assert list(cells(source)) == [["1", "任务", "2", "任务"]]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:ins>{run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "增"),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
        (f"<w:hyperlink>{run('链')}</w:hyperlink><w:smartTag>{run('接')}</w:smartTag>", "链接"),
        (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a-b"),
        (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}", "3"),
        ('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>', "a"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r>"
         "</w:rubyBase></w:ruby></w:r>", "字"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_in_a_paragraph(make_docx: MakeDocx, inner: str, text: str) -> None:
    assert shown(make_docx(f"<w:p>{inner}</w:p>")) == text + "\n"


def test_a_text_box_stands_once_behind_its_paragraph(make_docx: MakeDocx) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert shown(make_docx(f"<w:p>{run('前')}<w:r>{both}</w:r>{run('后')}</w:p>")) == "前后\n框\n"


def test_a_footnote_stands_behind_its_paragraph(make_docx: MakeDocx) -> None:
    body = f'<w:p>{run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r>{run("。")}</w:p>'
    notes = f'<w:footnote w:id="2">{paragraph("注释")}</w:footnote>'
    assert shown(make_docx(body, footnotes=notes)) == "正文。\n注释\n"


def test_a_deleted_row_is_gone(make_docx: MakeDocx, cells: Cells) -> None:
    row = "<w:tr>{}<w:tc><w:p>" + run("a") + "</w:p></w:tc><w:tc><w:p>" + run("b") + "</w:p></w:tc></w:tr>"
    body = f"<w:tbl>{row.format('')}{row.format('<w:trPr><w:del/></w:trPr>')}</w:tbl>"
    assert list(cells(read_bytes("a.docx", make_docx(body)))) == [["a", "b"]]


def test_a_table_inside_a_cell_is_text_of_that_cell(make_docx: MakeDocx, cells: Cells) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('1')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert list(cells(read_bytes("a.docx", make_docx(body)))) == [["a", "1\t2"]]


def test_a_frame_of_one_cell_is_no_table(make_docx: MakeDocx) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('1')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('框')}{inner}</w:tc></w:tr></w:tbl>"
    source = read_bytes("a.docx", make_docx(body))
    assert (source.text, len(source.tables)) == ("框\n1\t2\n", 1)


def test_a_page_counts_once(make_docx: MakeDocx) -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r>"
    source = read_bytes("a.docx", make_docx(f"{paragraph('一')}<w:p>{broken}</w:p><w:p>{rendered}</w:p>"))
    assert (source.text, source.pages) == ("一\n二\n", (0, 2))


def test_a_section_begins_a_page(make_docx: MakeDocx) -> None:
    source = read_bytes("a.docx", make_docx(paragraph("一", "<w:sectPr/>") + paragraph("二") + "<w:sectPr/>"))
    assert source.pages == (0, 2)


def test_a_cut_off_document_is_refused(make_docx: MakeDocx) -> None:
    data = make_docx(paragraph("文字" * 500))
    with pytest.raises(LoadError, match="不完整或已损坏"):
        read_bytes("a.docx", data[: len(data) // 2])


@pytest.mark.parametrize("offset", [0xFFFFFF, 0xFFFFFFF0])
def test_a_directory_that_points_out_of_the_file_is_refused(make_docx: MakeDocx, offset: int) -> None:
    data = bytearray(make_docx(paragraph("甲")))
    entry = data.index(b"PK\x01\x02")
    while entry >= 0:
        struct.pack_into("<I", data, entry + 42, offset)
        entry = data.find(b"PK\x01\x02", entry + 1)
    with pytest.raises(LoadError, match="不完整或已损坏"):
        read_bytes("a.docx", bytes(data))


def test_a_package_that_lacks_its_first_bytes_is_refused(make_docx: MakeDocx) -> None:
    data = make_docx(paragraph("甲" * 200))
    with pytest.raises(LoadError, match="不完整或已损坏"):
        read_bytes("a.docx", b"PK\x03\x04" + data[80:])


def test_damaged_content_is_refused(make_docx: MakeDocx) -> None:
    with pytest.raises(LoadError, match="XML 不完整"):
        read_bytes("a.docx", make_docx("<w:p>"))


def test_what_is_unpacked_is_capped(make_docx: MakeDocx) -> None:
    data = make_docx("<w:p>" + " " * 5_000_000 + "</w:p>")
    assert len(data) < 50_000
    with pytest.raises(TooLarge, match="解压后超过 2 MB"):
        read_bytes("a.docx", data, Limits(part=2 << 20))


def test_nesting_is_capped(make_docx: MakeDocx) -> None:
    with pytest.raises(TooLarge, match="嵌套"):
        read_bytes("a.docx", make_docx("<w:p>" * 1_000 + "</w:p>" * 1_000))


def test_entities_are_refused() -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", entity)
    with pytest.raises(LoadError, match="实体"):
        read_bytes("a.docx", written.getvalue())


def test_other_ways_of_packing_are_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(LoadError, match="压缩方式"):
        read_bytes("a.docx", written.getvalue())


def test_elements_are_capped_over_all_parts(make_docx: MakeDocx) -> None:
    data = make_docx("<w:p/>" * 60, styles="<w:style/>" * 60)
    with pytest.raises(TooLarge, match="元素"):
        read_bytes("a.docx", data, Limits(elements=100))


def test_all_parts_together_are_capped(make_docx: MakeDocx) -> None:
    data = make_docx(" " * 600_000, styles=" " * 600_000)
    with pytest.raises(TooLarge, match="共超过 1 MB"):
        read_bytes("a.docx", data, Limits(unpacked=1 << 20))


def test_a_level_above_that_is_not_there_shows_its_first_number(make_docx: MakeDocx) -> None:
    levels = level(0, "decimal", "%1、") + level(1, "decimal", "%1.%2、")
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{USE}'
    body = item("子", 1) + item("甲") + item("丑", 1)
    assert shown(make_docx(body, numbering=numbering)) == "1.1、子\n1、甲\n1.1、丑\n"


LEAVES = st.sampled_from([
    "<w:r><w:t>市财政局</w:t></w:r>", "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>',
    '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>",
    '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', '<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>', "<w:pPr><w:sectPr/></w:pPr>",
])  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "tbl", "tr", "tc", "r", "txbxContent", "del", "ins", "sdt"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TREES, max_size=6))
def test_any_body_ends_in_a_source_or_a_load_error(
    make_docx: MakeDocx, cells: Cells, trees: list[str]
) -> None:
    try:
        source = read_bytes("a.docx", make_docx("".join(trees), numbering=LIST + USE))
    except LoadError:
        return
    assert list(source.pages) == sorted(source.pages)
    assert len(list(cells(source))) == len(source.tables)
    for table in source.tables:
        taken = [
            (c.row + y, c.column + x) for c in table.cells for y in range(c.rows) for x in range(c.columns)
        ]
        assert len(taken) == len(set(taken))
