import pytest

from viz.assets import NAMES, asset


@pytest.mark.parametrize("name", NAMES)
def test_assets_can_stand_inside_a_page(name):
    text = asset(name).text.lower()
    assert "</script" not in text
    assert "</style" not in text
    assert "<!--" not in text


@pytest.mark.parametrize("name", ["view.js", "view.css"])
def test_our_assets_name_no_other_host(name):
    assert "http" not in asset(name).text.replace("http://www.w3.org/2000/svg", "")


def test_scripts_put_no_text_into_markup():
    assert "innerHTML" not in asset("view.js").text
    assert "insertAdjacentHTML" not in asset("view.js").text
