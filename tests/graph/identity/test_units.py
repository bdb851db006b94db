import pytest

from graph.identity.quantities import base_quantity
from graph.identity.units import identify, region_of

CITY = region_of("青岚市", region_of("四川省"))
DISTRICT = region_of("白石湖区", CITY)
NATION = region_of("全国")


def ids(names, region=CITY):
    return {identify(name, region).id for name in names.split()}


@pytest.mark.parametrize(
    "names",
    [
        "市发改委 市发展改革委 市发展和改革委员会 市发展改革局 发展改革委 青岚市发展改革委",
        "市工信局 市工业和信息化局",
        "市文旅广体局 市文化旅游广电体育局",
        "市委政研室(市委改革办) 市委政研室",
        "市发改财政局(金融办) 市发改财政局金融办 市金融办 市政府金融办",
        "市政务中心 市政务服务中心",
        "市公安局交警支队 市交警支队 市公安交警支队",
        "中国人民银行青岚市分行 人民银行青岚市分行 人行青岚市中心支行",
        "市直各相关单位 市直相关单位",
        "市安委会各成员单位 市安委会成员单位",
        "青岚市城投集团 市城投集团",
        "市总工会 青岚市总工会",
        "国家税务总局青岚市税务局 市税务局",
    ],
)
def test_one_unit_by_several_names(names):
    assert len(ids(names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        "市委市政府办公室 市委市政府办公室(市优化办) 市委市政府办公室(督查室)",
        "市应急局 市应急委 市安委会 市安委办",
        "市审计局 市委审计委",
        "市公安局 市公安局城东分局 市公安局城西分局",
        "市财政局 白石县财政局",
        "市教育局 市教育局幼教中心",
        "市安委会 市安委会成员单位 市安委会相关成员单位",
        "驻市各银行 驻市金融机构",
        "青岚大学 青岚职业技术学院",
        "市委宣传部 市文明办",
        "市委组织部 市委宣传部",
        "各省级人民政府 各有关省级人民政府",
    ],
)
def test_other_units(names):
    assert len(ids(names)) == len(names.split())


@pytest.mark.parametrize(
    ("name", "region", "home"),
    [
        ("市财政局", CITY, "x-青岚市"),
        ("省财政厅", CITY, "510000"),
        ("国家发展改革委", CITY, "100000"),
        ("财政部", CITY, "100000"),
        ("海关总署", CITY, "100000"),
        ("青岚海关", CITY, "x-青岚市"),
        ("省高警局青岚支队", CITY, "x-青岚市"),
        ("国家金融监督管理总局青岚监管分局", CITY, "x-青岚市"),
        ("区财政局", DISTRICT, "x-白石湖区"),
        ("市委组织部", CITY, "x-青岚市"),
        ("财政部", NATION, "100000"),
    ],
)
def test_the_region_that_a_unit_belongs_to(name, region, home):
    assert identify(name, region).region.id == home


def test_the_same_name_elsewhere_is_another_unit():
    assert ids("市财政局") != ids("市财政局", region_of("白岩市"))


def test_a_ministry_is_one_unit_wherever_it_is_named():
    assert ids("财政部") == ids("财政部", NATION)
    assert ids("国家发展改革委") == ids("发展改革委", NATION)


def test_kind_and_functions_come_along():
    found = identify("市 文旅广体局", CITY)
    assert (found.name, found.kind) == ("市文旅广体局", "bureau")
    assert set(found.functions) == {"文化旅游", "广电", "体育"}


def test_parents_go_up_to_the_nation():
    place = region_of("鼓楼区", region_of("南京市"))
    assert [p.name for p in place.chain] == ["鼓楼区", "南京市", "江苏省", "全国"]
    assert [p.id for p in place.chain][1:] == ["320100", "320000", "100000"]


def test_a_place_that_no_table_knows_keeps_its_name():
    assert region_of("青岚市").id == "x-青岚市"
    assert region_of("青岚市").above == ()
    assert region_of(None).name == "未知地区"


def test_a_development_zone_lies_where_the_text_says():
    assert [p.name for p in region_of("青岚高新区", region_of("青岚市")).chain] == ["青岚高新区", "青岚市"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市烟草局", "市烟草专卖局"),
        ("市大数据局", "市大数据发展管理局"),
        ("市编办", "市委编委办公室"),
        ("国家医保局", "国家医疗保障局"),
        ("国家林草局", "国家林业和草原局"),
    ],
)
def test_short_and_long_names_are_one_unit(one, other):
    assert identify(one, CITY).id == identify(other, CITY).id


def test_a_committee_that_is_a_bureau_is_no_task_force():
    assert identify("市发展和改革委员会", CITY).kind == "bureau"
    assert identify("市安全生产委员会", CITY).kind == "taskforce"


def test_national_organs_are_not_the_citys():
    assert {identify(name, CITY).region.name for name in ("中国气象局", "证监会", "国家数据局")} == {"全国"}
    assert identify("青岚证监局", CITY).region is CITY


def test_traditional_characters_make_no_other_unit():
    place = region_of("青岛市")
    assert identify("市財政局", place).id == identify("市财政局", place).id
    assert identify("市財政局", place).name == "市財政局"
    assert base_quantity(12, "億元") == base_quantity(12, "亿元")


def test_a_character_that_both_write_stays():
    assert region_of("乾安县").level == "county"
