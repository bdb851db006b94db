from graph.identity.canonical import canonical_units
from graph.identity.units import region_of

DISTRICT = region_of("白石湖区")


def groups(names):
    return [set(unit.aliases) for unit in canonical_units(names.split(), DISTRICT)]


def test_a_name_cut_short_goes_to_the_one_bureau_that_has_its_functions_and_more():
    (unit,) = canonical_units(["区科技局", "区科技工信局"], DISTRICT)
    assert unit.name == "区科技工信局"
    assert unit.joined == {"区科技局": "cut_short"}
    assert set(unit.functions) == {"科技", "工业和信息化"}


def test_a_name_cut_short_stays_apart_where_two_bureaus_fit():
    assert len(groups("区科技局 区科技工信局 区教育科技局")) == 3


def test_the_bare_words_of_a_line_are_its_bureau():
    assert groups("区水利局 水利") == [{"区水利局", "水利"}]


def test_a_miscopied_name_goes_to_the_one_unit_a_character_away():
    (unit,) = canonical_units(["区政务服中心", "区政务服务中心"], DISTRICT)
    assert unit.joined == {"区政务服中心": "misspelt"}
    assert unit.name == "区政务服务中心"


def test_names_that_differ_in_a_character_by_right_stay_apart():
    assert len(groups("区城投集团 区城发集团 区第一中学 区第二中学")) == 4


def test_no_names_no_units():
    assert canonical_units([], DISTRICT) == []
