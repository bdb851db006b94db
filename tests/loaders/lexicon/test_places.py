import pytest

from loaders.lexicon import find_region, plan_region
from loaders.lexicon.places import region_chain


@pytest.mark.parametrize(
    ("title", "issuer", "region"),
    [
        ("稳增长方案", "青岚市人民政府办公室", "青岚市"),
        ("稳增长方案", "云岭省青岚市人民政府", "青岚市"),
        ("稳增长方案", "青岚市白石县人民政府办公室", "白石县"),
        ("稳增长方案", "中共白石湖区委白石湖区管委会办公室", "白石湖区"),
        ("稳增长方案", "青岚市白石湖区管委会", "白石湖区"),
        ("稳增长方案", "云岭省人民政府", "云岭省"),
        ("稳增长方案", "恩施土家族苗族自治州人民政府办公室", "恩施土家族苗族自治州"),
        ("稳增长方案", "恩施自治州人民政府办公室", "恩施自治州"),
        ("稳增长方案", "青岚高新区管委会", "青岚高新区"),
        ("稳增长方案", "国务院办公厅", "全国"),
        ("稳增长方案", "中共中央办公厅", "全国"),
        ("稳增长方案", "财政部办公厅", "全国"),
        ("养老与社区服务分工方案", "民政部 国家发展改革委 教育部", "全国"),
        ("养老与社区服务分工方案", None, None),
        ("2024年青岚市优化营商环境工作要点", None, "青岚市"),
        ("青岚市城区道路方案", "市人民政府", "青岚市"),
        ("推进城市更新实施方案", None, None),
        ("绿地方案", "市住房和城乡建设局市财政局市教育局", None),
        ("绿地方案", "市教育委员会市财政局", None),
        ("绿地方案", "云岭省发展和改革委员会云岭省财政厅云岭省教育厅", "云岭省"),
        ("绿地方案", "青岚市财政局国家税务总局青岚市税务局", "青岚市"),
        ("绿地方案", "中国人民银行青岚市分行青岚市财政局", "青岚市"),
        ("全市安全生产方案", None, None),
        ("", None, None),
        ("稳增长方案", "岚州市白石区人民政府", "白石区"),
        ("稳增长方案", "天津市白石区交通运输局", "白石区"),
        ("稳增长方案", "岚州湾市人民政府", "岚州湾市"),
        ("稳增长方案", "岚州市场监督管理局", "岚州"),
        ("岚州市第二医院2031年重点任务", None, "岚州市"),
        ("岚州市园林局2031年公园计划", None, "岚州市"),
        ("北京市通州区方案", "北京市通州区人民政府", "通州区"),
    ],
)
def test_the_region_of_a_plan(title, issuer, region):
    assert plan_region(title, issuer, None) == region


def test_a_document_number_of_the_state_council_is_the_nations():
    assert plan_region("方案", None, "国发〔2024〕1号") == "全国"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("全国", "100000"),
        ("四川省", "510000"),
        ("四川", "510000"),
        ("新疆", "650000"),
        ("宁夏自治区", "640000"),
        ("凉山州", "513400"),
        ("凉山自治州", "513400"),
    ],
)
def test_a_division_is_found_by_its_names(name, code):
    found = find_region(name)
    assert found is not None
    assert found.code == code


def test_a_name_of_several_places_is_left_open_unless_the_parent_is_known():
    assert find_region("鼓楼区") is None
    nanjing = find_region("南京市")
    assert nanjing is not None
    found = find_region("鼓楼区", nanjing.code)
    assert found is not None
    assert [r.name for r in region_chain(found)] == ["鼓楼区", "南京市", "江苏省", "全国"]


def test_a_place_that_does_not_exist_is_not_found():
    assert find_region("青岚市") is None
