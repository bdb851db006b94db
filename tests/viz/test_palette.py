import pytest

from viz.palette import palette

KINDS = palette()["kind"]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_text_is_readable_on_its_fill(kind, theme):
    row = KINDS[kind][theme]
    assert contrast(row["text"], row["fill"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", palette()["role"])
def test_lines_stand_out_from_the_ground(role, theme):
    assert contrast(palette()["role"][role][theme], palette()["ground"][theme]["back"]) >= 3


def test_every_row_has_an_example():
    assert all(row["seen"] for table in ("role", "kind") for row in palette()[table].values())
