import tomllib
from importlib import resources

import pytest

from loaders.lexicon import is_listed_unit, is_unit, kind_of
from loaders.lexicon.organs import KINDS

ROWS = tomllib.loads((resources.files("loaders.lexicon") / "organs.toml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS["organ"], ids=lambda row: row["seen"])
def test_a_row_accepts_its_own_example(row):
    if row.get("listed"):
        assert is_listed_unit(row["seen"])
        assert not is_unit(row["seen"])
        return
    assert is_unit(row["seen"])
    assert kind_of(row["seen"]) == row["kind"] or kind_of(row["seen"]) == "collective"


@pytest.mark.parametrize(
    "name",
    [
        "市园林局(市林业局,市绿化办)",
        "市园林局（市林业局）",
        "市住房公积金管理中心",
        "各县(市、区)人民政府",
        "各乡镇(街道)",
        "各县区",
        "各市、县(市、区)政府",
        "相关行业管理部门",
        "市安委会各成员单位",
        "共青团中央",
        "团市委",
        "青岚军分区",
        "白石县人民医院",
        "云岭银行青岚分行",
        "青岚港迪生物有限公司",
        "柳溪镇",
        "市“双随机、一公开”监管联席会议成员单位",
        "市建设局",
        "市高质量发展委员会",
        "市公安局110指挥调度中心",
        "市政府12345热线服务中心",
    ],
)
def test_a_unit_is_accepted(name):
    assert is_unit(name)


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "局",
        "按职责分工",
        "切实做好服务工作",
        "加强监管",
        "市直牵头部门",
        "有关责任单位",
        "年底前市园林局",
        "6月底前区城管局",
        "区城管局区环卫中心53规范运输管理区水利局",
        "建设国家创新型城市",
        "推动产业布局",
        "规模以上工业企业",
        "打造区域性消费中心",
        "市园林局,市林业局",
        "市园林局(市林业局",
        "市园林局)",
        "优化营商环境",
        "局" * 70,
    ],
)
def test_a_phrase_is_refused(phrase):
    assert not is_unit(phrase)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("市财政局", "bureau"),
        ("市委组织部", "party"),
        ("市城投集团", "enterprise"),
        ("白石县", "territory"),
        ("白石县人民政府", "territory"),
        ("各县市区人民政府", "collective"),
        ("市安委会", "taskforce"),
        ("市安委会成员单位", "collective"),
        ("市人民检察院", "court"),
        ("市总工会", "other"),
        ("加强监管", "other"),
    ],
)
def test_kinds(name, kind):
    assert kind_of(name) == kind
    assert kind in KINDS


def test_behind_a_label_a_zones_place_may_begin_with_any_word():
    assert is_listed_unit("和岭经济开发区")
    assert not is_unit("和岭经济开发区")
    assert not is_listed_unit("对各开发区")
