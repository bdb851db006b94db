"""Lines of a copied page, and what stands between them."""

import pytest

from loaders.document import outline
from loaders.extract import extract
from loaders.outline.lines import is_full, is_open, is_page_number, margin_of, read_lines
from loaders.source import Source

COPIED = """一、主要任务
1.做优茶产业。今年全县新建茶园三万亩，新认定茶叶
加工企业二十家，茶叶产值达到26亿元，鲜叶加工和茶
叶种植户收入增长8%以上，建成茶亭12座，引进茶艺师
15名，鲜叶收购点100个，带动就业3000人。
2.做强竹产业。支持竹木企业上云，力争全县竹木产业
种植面积达到20万亩，全县竹木加工企业达到80家，规
上竹企18家，竹器出口额增长12%，竹林道路改造71公
里，竹林虫害成灾率控制在2.6‰以内。
3.科技兴林
新建林业科技站5个，培训林农3.1万人次，选派科技特
派员三百名，推广新品种六个，建设示范林两千亩。
"""


def source(text):
    return Source("a.txt", "txt", "", text)


def test_a_page_copied_line_by_line_has_a_margin():
    lines = list(read_lines(COPIED))
    margin = margin_of(lines)
    assert margin is not None
    assert [is_full(lines[index].text, margin) for index in (0, 1, 9)] == [False, True, False]


def test_paragraphs_of_their_own_have_none():
    assert (
        margin_of(list(read_lines("1.做优茶产业\n全县新建茶园三万亩,新认定茶叶加工企业二十家。\n" * 20)))
        is None
    )


def test_wide_paragraphs_are_no_page_copied_line_by_line():
    wide = "全县新建茶园三万亩,新认定茶叶加工企业二十家,培育茶农两千人,建成茶叶市场五个,办好茶叶节会。\n"
    assert margin_of(list(read_lines(COPIED + wide * 20))) is None


def test_a_name_that_the_margin_cuts_is_read_whole():
    names = " ".join(i.name for i in extract(source(COPIED)).indicators)
    assert "茶叶种植户收入增长" in names
    assert "竹木产业种植面积" in names
    items = outline(source(COPIED)).items[""]
    assert items[-1].title == "科技兴林"


def test_a_table_ends_a_paragraph():
    text = "青山县茶业工作任务分工表\n序号\t任务\t牵头单位\n1\t新建茶亭12座\t县林业局\n2\t新建茶仓5座\t县商务局\n注:排第一位的牵头。\n"
    found = [(i.path, i.name) for i in extract(source(text)).indicators]
    assert found == [(("1",), "新建茶亭"), (("2",), "新建茶仓")]


def test_a_page_number_below_a_table_joins_no_paragraphs():
    text = "青山县茶业工作任务分工表\n序号\t任务\t牵头单位\n1\t新建茶亭12座\t县林业局\n第1页，共2页\n注:排第一位的牵头。\n"
    found = [(i.path, i.name) for i in extract(source(text)).indicators]
    assert found == [(("1",), "新建茶亭")]


def test_page_numbers_in_their_forms():
    assert all(
        map(
            is_page_number,
            ["第3页", "第 3 页 共 12 页", "第3页,共12页", "3/12", "第3页/共12页", "- 3 -", "# Page 3:"],
        )
    )
    assert not any(map(is_page_number, ["2031年", "第3条", "3,200"]))


def test_a_year_may_follow_an_ordinal():
    text = "一、2023年工作回顾\n全年建成茶亭12座。\n二、2024年重点工作\n1.2024年底前新建茶仓5座。\n"
    found = extract(source(text)).indicators
    assert [("/".join(i.path), i.name) for i in found] == [("二/1", "新建茶仓")]


def test_a_sentence_behind_a_heading_goes_on_in_the_next_line():
    text = (
        COPIED
        + "4.做优服务。每户最高可申请50 万\n元的茶业贷款，推动茶社发展，设立茶业服务点（站）\n共30个。\n"
    )
    item = outline(source(text)).items[""][-1]
    assert len(item.paragraphs) == 1


PIECES = "".join(
    f"（{cn}）\n推进园林绿化示范区\n建设。\n市园林局会同各区做好公园、绿地、绿道、林荫道路等项目的选址和设计工作，抓紧办\n"
    "理用地手续，\n以\n“口袋公园”\n为重点，完善城市公园的布局，提升老城区绿地的服务半径，完善绿道的驿站和标识，提高市\n"
    "民的获得感。成立绿化专班，\n专班办公室\n设在市园林局。（市园林局牵头，市财政局配合，完成时限：\n2031 年6 月底前）\n"
    for cn in "一二三四五六七八九十"
)


def test_a_pdf_that_has_pieces_of_lines_on_lines_of_their_own_has_a_margin():
    assert margin_of(list(read_lines(PIECES))) is not None


def test_a_sentence_goes_on_over_pieces_of_lines():
    found = extract(source(f"青岚市绿化方案\n{PIECES}"))
    assert [task.title for task in found.tasks] == ["推进园林绿化示范区建设"] * 10
    assert found.parts[0].office == "市园林局"


@pytest.mark.parametrize(
    ("line", "open_"),
    [
        ("公园管护办公室日常值守电话号码为99169292.", False),
        ("各县区应当按月报送公园管护工作进展情况.", False),
        ("到2031年全市公园绿地总面积应当增加到2.", True),
    ],
)
def test_a_latin_full_stop_ends_a_sentence_but_in_a_number(line, open_):
    assert is_open(line) == open_
