"""The documents that are loaded: plans as plain text, of so many places, each edition worded anew."""

from __future__ import annotations

from bench.texts import plan_text

PLACES = tuple(f"{first}{second}市" for second in ("岚", "溪", "湖") for first in "甲乙丙丁戊己庚辛壬癸")
"""Invented ones. After one round an edition replaces the one before, so that the store stops growing."""
_CHARACTERS = 6_000


def document(number: int) -> tuple[str, bytes]:
    """The file's name and text of the document that is loaded as the `number`th, from 0."""
    place, edition = PLACES[number % len(PLACES)], number // len(PLACES)
    heading = (
        f"{place}提升公共服务工作方案",
        f"{place[0]}{place[1]}政办发〔2031〕{number % len(PLACES) + 1}号",
    )
    text = plan_text(_CHARACTERS, seed=number + 1, heading=heading)
    return f"plan-{number % len(PLACES):02d}-{edition}.txt", text.encode()
