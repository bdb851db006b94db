"""Wordings that documents don't print: numbers without a year, nouns shared by two things, branches, annexes."""

from __future__ import annotations

import pytest

from graph.asking.ask import ask
from graph.asking.shape import as_json
from graph.catalogue import Catalogue
from graph.open import open_store
from tests.support.plans import plan

PARTS = [
    {
        "part": "附件1",
        "title": "青岚市打好蓝天保卫仗工作方案",
        "office": "市生态环境局",
        "members": ["市财政局"],
    },
    {"part": "附件1-1", "title": "青岚市打好蓝天保卫仗重点工作任务清单"},
]
TASKS = [
    {"part": "附件1", "path": ["一"], "title": "治理扬尘", "lead": ["市住建局"], "support": ["市财政局"]},
    {"part": "附件1", "path": ["二"], "title": "发放绿色贷款", "lead": ["人行青岚市中心支行"]},
    {"part": "附件1-1", "path": ["一"], "title": "便利店铺开办", "lead": ["市住建局"], "text": "不超过6小时。"},
    {"part": "附件1-1", "path": ["二"], "title": "提高城乡救济标准", "lead": ["市财政局"]},
    {"part": "附件1-1", "path": ["三"], "title": "化解危险房屋风险", "support": ["市住建局"], "lead": ["市民政局"]},
]  # fmt: skip
INDICATORS = [
    {"part": "附件1-1", "path": ["一"], "name": "全部事项办理时间", "value": 6, "unit": "小时"},
    {"part": "附件1-1", "path": ["二"], "name": "城市救济标准", "value": 700, "unit": "元/月"},
    {"part": "附件1-1", "path": ["二"], "name": "乡村救济标准", "value": 500, "unit": "元/月"},
    {"part": "", "path": [], "name": "网店占店铺销售额比重", "value": 9, "unit": "%"},
    {"part": "", "path": [], "name": "谷子播种机械化率", "value": 60, "unit": "%"},
    {"part": "", "path": [], "name": "谷子收割机械化率", "value": 55, "unit": "%"},
]
CITED = [{"title": "云岭省扬尘条例", "doc_number": None}, {"title": "国家清洁空气法", "doc_number": None}]


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('wordings')}/store")
    title = "青岚市打好“云岭三仗”实施方案"
    whole = plan("青政发〔2031〕7号", title, parts=PARTS, tasks=TASKS, indicators=INDICATORS, citations=CITED)
    other = plan("青政发〔2031〕9号", "青岚市收割机产业发展意见", parts=[], indicators=[], citations=[], tasks=[
        {"part": "", "path": ["一"], "title": "扶持收割机制造", "lead": ["市财政局"], "support": ["市民政局"]},
    ])  # fmt: skip
    opened.load([whole, other])
    catalogue = Catalogue()
    yield lambda question: as_json(ask(opened, catalogue, question))
    opened.close()


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("蓝天保卫仗重点工作任务清单里,青岚市住建局挂帅的是哪几条", {"便利店铺开办"}),
        ("云岭三仗的蓝天保卫仗工作方案里,市住建局牵头哪些", {"治理扬尘"}),
        ("我想知道蓝天保卫战工作方案中市财政局有份的是哪几条", {"治理扬尘"}),
        ("青政发9号文里市财政局牵头什么", {"扶持收割机制造"}),
        ("收割机那份9号文件里市财政局牵头什么", {"扶持收割机制造"}),
        ("人行青岚中支牵头哪些任务", {"发放绿色贷款"}),
        ("青岚市民政局和市住建局各牵头哪些任务", {"化解危险房屋风险", "治理扬尘", "便利店铺开办"}),
        ("三仗里青岚市民政局挑大梁的任务", {"化解危险房屋风险"}),
        ("蓝天仗里市住建局牵头什么", {"治理扬尘", "便利店铺开办"}),
        ("青岚市民政局和市住建局都参与的任务", {"化解危险房屋风险"}),
        ("市住建局在清单里参与了哪些,牵头的配合的都算", {"治理扬尘", "便利店铺开办", "化解危险房屋风险"}),
    ],
)
def test_tasks(answer, question, titles):
    found = answer(question)
    assert {task["title"] for task in found.get("tasks", ())} == titles, found


def test_leading_together_is_leading(answer):
    found = answer("云岭三仗里,青岚市民政局牵头(含联合牵头)的任务总共几项")
    assert (found["intent"], found["count"]) == ("count", 1)


def test_how_many_are_asked_for_is_no_theme(answer):
    found = answer("和青岚市民政局合作最多的三个单位")
    assert found["units_top"][0]["name"] in ("市住建局", "市财政局")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("青岚店铺开办最多几个小时办完", [6]),
        ("青岚城乡救济标准各提到多少", [500, 700]),
        ("谷子播种和收割的机械化率要达到多少", [55, 60]),
        ("谷子播种机械化率要达到多少", [60]),
        ("青岚市住建局在蓝天保卫仗任务清单里要完成哪些数字", [6]),
        ("青岚市住建局牵头的蓝天保卫仗任务都定了哪些数", [6]),
    ],
)
def test_numbers(answer, question, values):
    found = answer(question)
    assert sorted(each["value"] for each in found.get("indicators", ())) == values, found


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("云岭三仗实施方案引了哪部法律", ["国家清洁空气法"]),
        ("云岭三仗实施方案引用了哪部条例", ["云岭省扬尘条例"]),
    ],
)
def test_cited_papers_of_a_kind(answer, question, titles):
    assert [each["title"] for each in answer(question)["citations"]] == titles


@pytest.mark.parametrize(
    "question",
    [
        "《云岭省扬尘条例》哪些文件提到了",
        "云岭省扬尘条例被哪份文件引用过",
        "《云岭省扬尘条例》在哪几份方案里被引用",
    ],
)
def test_a_law_said_first_is_what_is_cited(answer, question):
    assert answer(question)["docs"] == ["青政发〔2031〕7号.txt"]


def test_the_office_of_an_annex_that_its_plan_is_named_before(answer):
    assert answer("青岚云岭三仗蓝天保卫仗的专班办公室在哪个局呢")["office"] == "市生态环境局"


@pytest.mark.parametrize(
    "question",
    [
        "青政发8号文里市财政局牵头什么",
        "青岚市9号楼谁负责",
        "青岚要打胜仗谁牵头",
        "青岚店铺销售额要涨多少",
        "青岚附件1谁牵头的任务最多",
        "青岚登月最多几个小时",
        "青岚登月专班的办公室设在什么地方",
    ],
)
def test_what_is_not_there_stays_refused(answer, question):
    assert answer(question).get("empty")


def test_the_words_show_how_they_were_understood(answer):
    found = answer("收割机那份青政发9号文里人行青岚中支挂帅什么")
    meant = {word["text"]: word["meaning"] for word in found["words"]}
    assert meant["青政发9号文"] == "文件:青岚市收割机产业发展意见"
    assert meant["青岚中支"] == "地区:青岚市"
    assert meant["挂帅"] == "牵头"
    cited = answer("《云岭省扬尘条例》哪些文件提到了")["words"][0]
    assert cited["meaning"] == "文件:云岭省扬尘条例(被引用,没有载入)"
