"""lexicon.toml: laid over the shipped vocabulary whole, or refused with line and reason."""

from __future__ import annotations

import pytest

from graph.identity.units import identify, region_of
from graph.vocabulary import use_lexicon
from loaders.lexicon import functions_of
from zeren.errors import SettingsError

OWN = """# 本地的条线
[低空经济]
description = "低空经济与通用航空"
aliases = ["低空办", "低空经济发展中心"]

["文化旅游"]
aliases = ["文创委"]
"""


@pytest.fixture
def lexicon(tmp_path):
    """Writes a lexicon and gives its path; the shipped vocabulary is back in use afterwards."""

    def written(text):
        path = tmp_path / "lexicon.toml"
        path.write_text(text, "utf-8")
        return path

    yield written
    use_lexicon(None)


def test_new_functions_and_new_names_of_known_ones(lexicon):
    place = region_of("青岚市")
    assert functions_of("市低空办") == ()
    before = identify("市文创委", place).id
    assert use_lexicon(lexicon(OWN)) != ""
    assert functions_of("市低空办") == ("低空经济",)
    assert functions_of("市文创委") == ("文化旅游",)
    assert functions_of("市文旅局") == ("文化旅游",)
    assert identify("市文创委", place).id != before


def test_an_alias_may_be_given_to_another_function(lexicon):
    assert functions_of("市物价局") == ("发展改革",)
    use_lexicon(lexicon('[价格]\naliases = ["物价局"]\n'))
    assert functions_of("市物价局") == ("价格",)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (OWN + "[公园]\naliases = [\n", "末尾|第 ", "TOML"),
        (OWN + '[公园]\nalias = ["园林局"]\n', "第 8 行", "不认识 alias"),
        (OWN + "[公园]\naliases = []\n", "第 8 行", "至少一个"),
        (OWN + '[公园]\naliases = ["园"]\n', "第 8 行", "太短"),
        ('"公园" = "园林局"\n', "第 1 行", "aliases"),
        ('[公园]\ndescription = 3\naliases = ["园林局"]\n', "第 1 行", "文字"),
    ],
)
def test_a_fault_names_line_and_reason_and_nothing_is_applied(lexicon, text, line, reason):
    with pytest.raises(SettingsError, match=line) as caught:
        use_lexicon(lexicon(text))
    assert reason in str(caught.value)
    assert "未采用" in str(caught.value)
    assert functions_of("市低空办") == ()


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match="打不开"):
        use_lexicon(tmp_path / "none.toml")
