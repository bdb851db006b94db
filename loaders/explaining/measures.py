"""Why a number is an indicator, or is none."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.explaining.note import Note
from loaders.indicators import read_indicators
from loaders.indicators.quantities import Quantity
from loaders.indicators.rules.rule import Rule
from loaders.passage import Passage

_OPS = {"=": "=", ">=": "≥", "<=": "≤", "~": "≈"}


def measure_notes(paragraph: Passage, heading: str, year: int | None = None) -> Iterator[Note]:
    """A note for each number of a paragraph that has a measure word or a comparing word."""
    refused: list[tuple[Quantity, Rule]] = []
    for found in read_indicators(paragraph, heading, refused, year):
        top = f"–{found.value_max:g}" if found.value_max is not None else ""
        what = f"指标:{found.name} {_OPS[found.op]} {found.value:g}{top}{found.unit}"
        yield Note(*paragraph.span(found.start, found.stop), what, "indicators/units.toml、words.toml")
    for quantity, rule in refused:
        if quantity.stop <= len(paragraph):
            printed = paragraph.text[quantity.start : quantity.stop]
            what = f"不是指标:{printed}({rule.says})"
            yield Note(*paragraph.span(quantity.start, quantity.stop), what, rule.place)
