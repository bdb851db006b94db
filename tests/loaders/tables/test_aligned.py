"""Task tables aligned by blanks; places and units are invented."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.source import Source

# columns by display width, as in a listing in a fixed font
LISTING = """青岚市公园建设任务清单

序号    重点任务              牵头单位        配合单位            完成时限
1       新建公园,培育企业    市园林局        市财政局、市住建    2031年6月
        10家以上                              局                  底前
2       整治河道              市水利局        各县区              2031年9月
3       改造绿道。            市住建局                            长期坚持
注:本表由市政府办公室按月调度。
一、其他
(一)养护。(市林业局牵头)
"""
# columns by characters, as `pdftotext -layout` writes them; cells stand at their first line
TOP = """青岚市重点任务分工表
序号         重点任务       牵头单位    配合单位    完成时限
 1   新建公园,培育园林企业10家以 市园林局 市财政局、市住房和城 2031年6
     上,新增绿地20公顷,推进口袋公      乡建设局、各县区人民 月底前
     园建设。                  政府
 2   整治河道。            市水利局 市财政局       2031年9
                                      月底前
 3   改造绿道,完成绿道建设30公里 市住房和 市交通运输局      长期坚持
     以上,打造示范段。        城乡建设
                      局
注:本表按月调度,由市政府办公室负责解释,未尽事宜另行通知,各单位要抓好落实,切实做好有关工作。
"""
# the same with cells that stand at their middle
MIDDLE = """青岚市重点任务分工表
序号         重点任务       牵头单位    配合单位    完成时限
     新建公园,培育园林企业10家以       市财政局、市住房和城 2031年6
 1   上,新增绿地20公顷,推进口袋公 市园林局 乡建设局、各县区人民 月底前
     园建设。                  政府
                                      2031年9
 2   整治河道。            市水利局 市财政局       月底前
     改造绿道,完成绿道建设30公里 市住房和
                      城乡建设 市交通运输局     长期坚持
 3
     以上,打造示范段。        局
注:本表按月调度,由市政府办公室负责解释,未尽事宜另行通知,各单位要抓好落实,切实做好有关工作。
"""
PRINTED = [
    (
        "1",
        "新建公园,培育园林企业10家以上,新增绿地20公顷,推进口袋公园建设",
        ["市园林局"],
        ["市财政局", "市住房和城乡建设局", "各县区人民政府"],
        "2031年6月底前",
    ),
    ("2", "整治河道", ["市水利局"], ["市财政局"], "2031年9月底前"),
    (
        "3",
        "改造绿道,完成绿道建设30公里以上,打造示范段",
        ["市住房和城乡建设局"],
        ["市交通运输局"],
        "长期坚持",
    ),
]
LISTED = [
    ("1", "新建公园,培育企业10家以上", ["市园林局"], ["市财政局", "市住建局"], "2031年6月底前"),
    ("2", "整治河道", ["市水利局"], ["各县区"], "2031年9月"),
    ("3", "改造绿道", ["市住建局"], [], "长期坚持"),
]


def read(text: str, pages: tuple[int, ...] = (0,)):
    return extract(Source("a.txt", "txt", "", text, pages))


def rolled(text: str) -> list[tuple[str, str, list[str], list[str], str | None]]:
    return [
        ("/".join(task.path), task.title, task.units("lead"), task.units("support"), task.deadline)
        for task in read(text).tasks
        if task.assignments
    ]


def told(text: str) -> list[str]:
    """What the findings about unread tables stand at."""
    return [text[f.start : f.stop] for f in read(text).findings if "对齐的表格" in f.message]


def test_a_listing_is_read_and_what_stands_below_it_too():
    assert rolled(LISTING) == [*LISTED, ("一/(一)", "养护", ["市林业局"], [], None)]
    assert told(LISTING) == []


def test_columns_by_ideographic_blanks():
    rows = [line.split() for line in LISTING.splitlines()[2:3]] + [
        ["1", "新建公园", "市园林局", "市财政局", "2031年6月"],
        ["2", "整治河道", "市水利局", "各县区", "2031年9月"],
    ]
    text = "\n".join("".join(cell + "\u3000" * (8 - len(cell)) for cell in row) for row in rows)
    assert [row[1:4] for row in rolled(text)] == [
        ("新建公园", ["市园林局"], ["市财政局"]),
        ("整治河道", ["市水利局"], ["各县区"]),
    ]


@pytest.mark.parametrize("text", [TOP, MIDDLE])
def test_what_pdftotext_writes_is_read_where_columns_and_rows_are_certain(text):
    assert rolled(text) == PRINTED
    assert [i.name for i in read(text).indicators] == ["培育园林企业", "新增绿地", "绿道建设"]


def test_a_heading_broken_by_a_line_end():
    text = LISTING.replace(
        "序号    重点任务              牵头单位        配合单位            完成时限\n",
        "序号    重点                  牵头            配合                完成\n"
        "        任务                  单位            单位                时限\n",
    )
    assert rolled(text)[:3] == LISTED


def test_a_heading_set_wide():
    text = (
        LISTING.replace("序号  ", "序 号 ")
        .replace("牵头单位   ", "牵 头 单 位")
        .replace("完成时限", "完 成 时 限")
    )
    assert rolled(text)[:3] == LISTED


def test_a_table_goes_on_over_a_page():
    head = LISTING.splitlines()[2]
    for between in ("- 3 -\n", "\n- 3 -\n\f", f"\n\f{head}\n"):
        text = LISTING.replace("2       整治", f"{between}2       整治")
        assert rolled(text)[:3] == LISTED


def test_rows_between_blank_lines():
    text = LISTING.replace("\n2   ", "\n\n2   ").replace("\n3   ", "\n\n3   ")
    text = text.replace("培育企业    市园林局", "培育企业            ").replace(
        "以上                              局", "以上              市园林局        局"
    )
    assert rolled(text)[0] == LISTED[0]


def test_groups_between_the_rows():
    text = LISTING.replace("1       新建", "一、公园\n1       新建").replace(
        "2       整治", "二、水利\n2       整治"
    )
    assert [row[0] for row in rolled(text)[:3]] == ["一/1", "二/2", "二/3"]


def test_rows_without_numbers_are_lines_of_whole_units():
    text = (
        "任务        牵头单位    配合单位\n新建公园    市园林局    市财政局\n整治河道    市水利局    各县区\n"
    )
    assert [row[1:4] for row in rolled(text)] == [
        ("新建公园", ["市园林局"], ["市财政局"]),
        ("整治河道", ["市水利局"], ["各县区"]),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("整治河道              市水利局", "整治河道      市水利局        "),  # a unit between two columns
        ("2       整治", "4       整治"),  # a number left out
        ("2       整治", "        整治"),  # a row without its number
        ("各县区              2031", "疏浚渠道等工作      2031"),  # no unit in a column of units
        ("长期坚持", "市财政局"),  # no time in a column of times
        ("2031年9月", "2031前年底"),  # a time whose characters are out of order
        (
            "2       整治河道              市水利局        各县区  ",
            "2       整治河道          市水利局、市林业局、市教育局、市公安局",
        ),
    ],
)
def test_what_is_not_certain_stays_text_and_is_told(old, new):
    text = LISTING.replace(old, new, 1)
    assert text != LISTING
    assert [row[0] for row in rolled(text)] == ["一/(一)"]
    (place,) = told(text)
    assert place.startswith("序号    重点任务")
    assert "3       改造绿道" in place


def test_a_cell_that_may_hold_the_beginning_of_the_next_is_told():
    text = (
        "序号  任务              牵头单位  完成时限\n"
        "1     完善产业园区7处。 市水利局  长期坚持\n"
        "      整治公园绿道工作,\n"
        "      整治养老机构工作,\n"
        "2     整治社区食堂两处。市园林局  2031年底前\n"
    ).replace("处。市", "处。 市")
    assert rolled(text) == []
    assert len(told(text)) == 1


def test_places_are_those_in_the_text_as_read():
    found = read(LISTING)
    assert found.text == LISTING
    facts = [a for task in found.tasks for a in task.assignments] + list(found.indicators)
    assert all(LISTING[fact.start : fact.stop] == fact.raw for fact in facts)
    assert [fact.raw for fact in facts][:2] == ["市园林局", "市财政局"]


def test_text_with_blanks_is_no_table():
    text = "一、任务\n各单位要做好  牵头工作  和任务分解。\n(一)选址。(市园林局牵头)\n"
    assert rolled(text) == [("一/(一)", "选址", ["市园林局"], [], None)]
    assert told(text) == []
