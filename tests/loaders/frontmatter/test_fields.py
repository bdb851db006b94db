"""Title, number, issuer and date, from head and signature."""

import pytest

from loaders.extract import extract
from loaders.frontmatter import read_fields
from loaders.frontmatter.dates import find_date, run_together
from loaders.outline.lines import read_lines
from loaders.readers import read_bytes

NOTICE = """欢迎访问青岚市人民政府网站
青岚市人民政府办公室
关于印发《青岚市公园建设方案》的通知
青政办发〔2031〕3号
各县区人民政府:
《青岚市公园建设方案》已经市政府同意,现印发给你们。
青岚市人民政府办公室
2031年2月17日
青岚市公园建设方案
"""


def fields(text):
    lines = list(read_lines(text))
    return read_fields(text, lines, len(lines))


def test_a_notice_gives_the_plan_that_it_issues():
    found = fields(NOTICE)
    assert (found.title, found.doc_number) == ("青岚市公园建设方案", "青政办发〔2031〕3号")
    assert (found.issuer, found.issued_on) == ("青岚市人民政府办公室", "2031-02-17")
    assert found.region == "青岚市"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "云岭省人民政府关于加快推进农机和\n农机装备升级的指导意见\n云政发〔2031〕4号\n",
            "云岭省人民政府关于加快推进农机和农机装备升级的指导意见",
        ),
        ("青岚市2031年重点任务清单\n一、目标\n", "青岚市2031年重点任务清单"),
        ("青岚大学2031年要点任务分解表\n", "青岚大学2031年要点任务分解表"),
        ("今天天气很好。\n", ""),
        (
            "青岚市人民政府\n关于印发《2031年市〈政府工作报告〉分工方案》的通知\n2031年市《政府工作报告》分工方案\n",
            "2031年市《政府工作报告》分工方案",
        ),
        (
            "青岚县公园建设和绿化进展情况\n来源:县政府办公室 发布时间:2031-02-03\n各乡镇:\n",
            "青岚县公园建设和绿化进展情况",
        ),
        (
            "各县(区)人民政府:为管好公园,现将《青岚市公园管护措施》印发给你们,请抓好落实。",
            "青岚市公园管护措施",
        ),
    ],
)
def test_titles(text, title):
    assert fields(text).title == title


def test_a_number_in_a_sentence_is_cited_and_not_its_own():
    assert (
        fields("青岚市公园方案\n根据《云岭省方案》(云政发〔2031〕2号)精神,制定本方案。\n").doc_number is None
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [("2031年2月7日", "2031-02-07"), ("二〇三一年十二月二十八日", "2031-12-28"), ("2031-02-17 10:42", "2031-02-17"),
     ("2031年13月40日", None), ("没有日期", None)],
)  # fmt: skip
def test_dates(text, date):
    found = find_date(text)
    assert (found and found[0]) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [("2031215", "2031-02-15"), ("20311215", "2031-12-15"), ("2031111", None), ("203115", None)],
)
def test_a_date_that_lost_its_signs_is_read_where_it_can_be_but_one(text, date):
    assert run_together(text) == date


def test_the_page_names_who_of_many_issues():
    many = "".join(
        f"临湖区{name}局" for name in ("发展改革", "财政", "水利", "农业农村", "教育", "体育", "民政", "商务")
    )
    text = f"发布单位:青岚市临湖区发展改革局\n关于印发《公园建设方案》的通知\n临湖区园林局\n{many}\n2031年2月17日\n"
    found = fields(text)
    assert (found.issuer, found.issued_on) == ("青岚市临湖区发展改革局", "2031-02-17")


def test_blanks_of_any_width_end_a_signature():
    text = NOTICE.replace("室\n2031", "室\u2002\u2002\n2031").replace("17日\n", "17日\u2002\u2002\n")
    assert (fields(text).issuer, fields(text).issued_on) == ("青岚市人民政府办公室", "2031-02-17")


def test_the_place_of_an_annex_may_stand_in_its_page_s_title_alone():
    page = "<title>青岚市公园建设方案 附件1</title><p>附件1</p><h1>公园建设任务清单</h1><p>一、建园</p>"
    found = extract(read_bytes("a.html", page.encode())).plan
    assert (found.title, found.region) == ("公园建设任务清单", "青岚市")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("自治区园林局公园管护措施\n新疆维吾尔自治区园林局办公室2031年5月19日印发\n", "新疆维吾尔自治区"),
        ("自治区园林局公园管护措施\n学习宁夏回族自治区和新疆自治区的做法。\n", "自治区"),
    ],
)
def test_the_autonomous_region_that_a_text_names_alone(text, region):
    assert fields(text).region == region
