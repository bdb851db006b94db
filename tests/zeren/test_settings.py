"""Settings are documented."""

from pathlib import Path

import pytest

from zeren.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_each_setting_is_in_the_docs(name):
    assert f"`ZEREN_{name.upper()}`" in PAGE


def test_each_setting_says_what_it_is():
    assert all(field.description for field in Settings.model_fields.values())
