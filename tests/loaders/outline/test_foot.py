"""What stands below a document on a web page is no part of it."""

from __future__ import annotations

import re

import pytest

from loaders.data_files import tables
from loaders.extract import extract_bytes

HEAD = "青岚市2031年民生实事\n一、便民服务工程。改造市场4家。\n责任单位:市商务局\n"
WORDS = tables("loaders", "boilerplate")
FOOT = WORDS["foot"]


@pytest.mark.parametrize("seen", FOOT["seen"])
def test_each_example_is_a_line_of_a_foot(seen):
    assert re.fullmatch(FOOT["pattern"], seen)


@pytest.mark.parametrize("seen", FOOT["above_seen"])
def test_each_example_is_a_line_above_a_foot(seen):
    assert re.fullmatch(FOOT["above"], seen)
    assert not re.fullmatch(FOOT["pattern"], seen)


@pytest.mark.parametrize("seen", FOOT["site_seen"])
def test_who_runs_a_site_above_its_number_is_charged_with_nothing(seen):
    assert re.fullmatch(FOOT["site"], seen)
    page = f"{HEAD}{seen}\n主办:青岚市人民政府办公室\n承办:青岚市数据局\n云ICP备99000123号\n"
    found = extract_bytes("a.txt", page.encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]


def test_pictures_of_buttons_hide_no_foot():
    page = f"{HEAD}\uf09a \uf12a 打印 收藏\n友情链接\n承办:青岚市数据局\n云ICP备99000123号\n"
    found = extract_bytes("a.txt", page.encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]


@pytest.mark.parametrize("table", ["data_list", "of_text", "site_end", "of_task"])
def test_each_word_above_or_below_a_text_fires_on_its_own_examples(table):
    assert WORDS[table]["seen"]
    for seen in WORDS[table]["seen"]:
        assert re.search(WORDS[table]["pattern"], seen)


@pytest.mark.parametrize("above", FOOT["above_seen"])
def test_what_stands_above_a_foot_sets_no_task(above):
    page = f"{HEAD}{above}\n云ICP备99000123号\n"
    found = extract_bytes("a.txt", page.encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]


def test_who_keeps_a_page_above_its_text_is_charged_with_nothing():
    page = f"索引号:990104\n文件编号:青政办发〔2031〕4号\n责任部门:青岚市人民政府办公室\n生成日期:2031-03-09\n{HEAD}"
    found = extract_bytes("a.txt", page.encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]


def test_who_keeps_the_site_leads_nothing():
    page = f"{HEAD}扫一扫在手机打开当前页\n主办:青岚市人民政府 承办:青岚市数据局\n网站标识码:9901040001\n"
    found = extract_bytes("a.txt", page.encode())
    assert [(a.unit, a.role) for task in found.tasks for a in task.assignments] == [
        ("市商务局", "responsible")
    ]
    assert found.coverage == 1.0


def test_an_annex_below_a_line_of_the_page_is_kept():
    annex = "附件1\n任务清单\n" + "".join(
        f"{number}.新建公园,加强管护,完善设施,服务居民,按期完成各项工作任务并报送进展情况。(市园林局负责)\n"
        for number in range(1, 20)
    )
    found = extract_bytes("a.txt", f"{HEAD}扫一扫在手机打开当前页\n{annex}".encode())
    assert len([task for task in found.tasks if task.part == "附件1"]) == 19


def test_a_word_of_the_page_above_a_short_notice_ends_nothing():
    notice = "2031-05-08\n分享到\n青政发〔2031〕7号\n各县(市、区):\n现将《任务清单》印发给你们,请认真执行。\n青岚市人民政府\n2031年5月6日\n"
    found = extract_bytes("a.txt", f"青岚市人民政府关于印发任务清单的通知\n{notice}".encode())
    assert (found.plan.doc_number, found.plan.issued_on) == ("青政发〔2031〕7号", "2031-05-06")


def test_a_word_of_the_page_above_the_text_hides_no_foot():
    page = f"分享到\n{HEAD}注:按月调度。\n扫一扫在手机打开当前页\n主办:青岚市人民政府 承办:青岚市数据局\n"
    found = extract_bytes("a.txt", page.encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]


def test_links_to_many_other_sites_are_the_page_s():
    links = "".join(
        f"{name}厅\n" for name in ("教育", "财政", "水利", "商务", "交通", "园林", "民政", "林业")
    )
    foot = f"分享:\nX\n相关解读\n{links * 5}主办:青岚市人民政府办公室\n承办:青岚市数据局\n云ICP备99000123号\n放弃\n"
    found = extract_bytes("a.txt", f"{HEAD}{foot}".encode())
    assert [a.unit for task in found.tasks for a in task.assignments] == ["市商务局"]
    assert found.coverage == 1.0
