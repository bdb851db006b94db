import json
from pathlib import Path

import pytest

from loaders.lexicon import functions_of, is_listed_unit, is_standard
from loaders.lexicon.functions import functions, shipped_rows

CONTRACT = Path(__file__).parents[4] / "shared/gold/units/functions.json"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("市发改委", "发展改革"),
        ("青岚市发展和改革委员会", "发展改革"),
        ("区发改财政局", "发展改革 财政"),
        ("市文旅广体局", "文化旅游 广电 体育"),
        ("市文化广电旅游体育局", "文化旅游 广电 体育"),
        ("区农业农村水利局", "农业农村 水利"),
        ("县教体局", "教育 体育"),
        ("市交通警察支队", "公安交管"),
        ("市公安局交警支队", "公安交管"),
        ("市生态环境局青岚分局", "生态环境"),
        ("人民银行青岚市分行", "人民银行"),
        ("市安委会相关成员单位", "安全生产"),
        ("各级教育部门", "教育"),
        ("青岚海关", "海关"),
        ("市委政研室(市委改革办)", "政策研究 深化改革"),
        ("市发展改革委(市能源局)", "发展改革 能源"),
        ("区发改财政局(金融办)", "地方金融"),
        ("区委区管委会办公室(区优办)", "营商环境"),
        ("区委区管委会办公室", "政府办公 党委办公"),
        ("市委外事办", "外事"),
        ("市监委", "纪检监察"),
        ("共青团中央", "共青团"),
        ("团市委", "共青团"),
    ],
)
def test_the_lines_of_a_name(name, lines):
    assert sorted(functions_of(name)) == sorted(lines.split())


@pytest.mark.parametrize(
    "name", ["市城建集团", "白石县人民政府", "各行业主管部门", "区社会事业局", "市场", "", "农业银行青岚分行"]
)
def test_what_no_row_knows_has_none(name):
    assert functions_of(name) == ()


@pytest.mark.parametrize("name", ["财政厅", "工业和信息化厅", "科技局", "教体局", "公安厅"])
def test_a_bureau_without_its_place_is_standard(name):
    assert is_standard(name)


@pytest.mark.parametrize("name", ["市财政局", "青岚海关关区", "城建集团", "财政"])
def test_other_names_are_not_standard(name):
    assert not is_standard(name)


def test_each_alias_tells_its_own_functions():
    aliases = functions().aliases
    assert [alias for alias in aliases if set(functions_of(alias)) != set(aliases[alias])] == []


def test_the_vocabulary_has_the_names_of_the_contract():
    if not CONTRACT.exists():
        pytest.skip("the shared vocabulary is not here")
    contract = json.loads(CONTRACT.read_text("utf-8"))
    assert set(contract) <= set(functions().descriptions)
    missed = [
        alias for name, row in contract.items() for alias in row["aliases"] if name not in functions_of(alias)
    ]
    assert missed == []


def test_a_vocabulary_of_ones_own_is_read_alike():
    own = functions().__class__(
        [{"name": "茶业", "description": "茶", "aliases": ["茶办"], "stems": ["茶业"]}]
    )
    read = own.read("市茶业局")
    assert read is not None
    assert (read.functions, read.form, read.whole) == (("茶业",), "局", True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("市政数局", "政务服务 数据"),
        ("县科工局", "科技 工业和信息化"),
        ("县商粮局", "商务 粮食"),
        ("县财政金融局", "财政 地方金融"),
        ("市委编委办公室", "机构编制"),
        ("市食安委办公室", "食品安全"),
        ("市委教育工委", "教育"),
        ("市交通运输综合行政执法支队", "交通运输"),
        ("市住建事务中心", "住房城乡建设"),
        ("区商务合作局", "商务"),
    ],
)
def test_merged_bureaus_and_organs_of_one_line(name, told):
    assert functions_of(name) == tuple(told.split())


_WORDS = {
    "交警", "银保监组", "大学", "师专", "医专", "高专", "防范和处置非法集资工作机制",
    "双随机、一公开监管联席会议", "双随机、一公开联席会议",
}  # fmt: skip
"""Aliases that stand for a body only behind the word that names it, or that a list's mark parts."""


def test_every_alias_is_taken_for_a_unit_where_a_list_names_it():
    rows, _ = shipped_rows()
    aliases = {alias for row in rows for alias in row.get("aliases", ())} - _WORDS
    assert [a for a in sorted(aliases) if not (is_listed_unit(a) or is_listed_unit(f"市{a}"))] == []
