"""The words of `units.toml` and `words.toml`, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from loaders.data_files import tables
from loaders.extraction import Op

Kind = Literal["count", "share", "size", "money", "time", "weak", "age", "none"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word; `base` and `factor` bring an amount to the word that it is compared in.

    Before a character of `not_before` it is part of another word, but not before `even_before`.
    """

    kind: Kind
    base: str
    factor: float
    not_before: frozenset[str]
    even_before: tuple[str, ...]


@cache
def _data(name: str) -> dict[str, Any]:
    return tables(__package__, name)


@cache
def units() -> dict[str, Unit]:
    """Each measure word with what is known of it."""
    return {word: _unit(word, row) for row in _data("units")["unit"] for word in row["words"]}


def _unit(word: str, row: dict[str, Any]) -> Unit:
    never, even = frozenset(row.get("not_before", "")), tuple(row.get("even_before", ()))
    return Unit(row["kind"], row.get("base", word), row.get("factor", 1), never, even)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_PER = ("万人", "千人", "百人", "万人次", "百户", "千户", "亿元", "万元")
"""What else an amount is told per (4批次/千人)."""


@cache
def unit_pattern() -> re.Pattern[str]:
    """A measure word, with a second one in brackets or others behind / and ·, as in 元/月·人."""
    return re.compile(
        rf"(?P<unit>{alternatives(units())})(?P<also>\((?:{alternatives(units())})\))?"
        rf"(?P<per>(?:[/·每](?:{alternatives([*units(), *_PER])})){{0,3}})"
    )


@cache
def _signs(where: str) -> dict[str, Op | Literal[""]]:
    return {word: row["op"] for row in _data("words")[where] for word in row["words"]}


@cache
def _before(of: Literal["reference", "whole"]) -> re.Pattern[str]:
    words = alternatives(_signs("before"))
    per = "(?P<per>(?:每[人户月年亩次天日吨]){0,3})"
    # the 约 of 签约 and the 超 of 反超 are no comparing words
    apart = "(?<![签节合预公契违解条毁](?=约))(?<![赶反](?=超))"
    begins = "".join(re.escape(char) for char in sorted({word[0] for word in _signs("before")}))
    sign = rf"(?=[{begins}]){apart}(?P<first>{words})?(?P<sign>{words})"
    return re.compile(
        rf"(?:{sign}(?:{pattern(of).pattern.removesuffix('$')})?)?{per}(?P<mean>平均)?[ $]{{0,3}}$"
    )


@cache
def _ends_before() -> frozenset[str]:
    """What the comparing words before a number end in, and what may stand between: …水平的, 每人每月."""
    return frozenset(word[-1] for word in _signs("before")) | frozenset("的人户月年亩次天日吨均")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf" ?(?P<sign>{alternatives(_signs('after'))})")


def sign_before(text: str, *, of_whole: bool = False) -> tuple[Op | Literal[""], int] | None:
    """What the comparing words that end a text say, and where they begin; `text` must be short.

    A 每人每月 between them and the number belongs to them; alone it says nothing. `of_whole`: the
    number is a share, and what it is a share of may stand between (不低于土地出让收益的8%).
    """
    if text.rstrip(" $\n")[-1:] not in _ends_before():
        return None
    match = _before("whole" if of_whole else "reference").search(text)
    if not match or not (match["sign"] or match["per"]):
        return None
    ops = [_signs("before")[match[word]] for word in ("sign", "first") if match[word]]
    bound = next((op for op in ops if op not in ("", "=")), None)  # 至少达到 bounds
    return bound or (ops[0] if ops else ""), match.start()


def sign_after(text: str, at: int, *, time: bool) -> tuple[Op, int] | None:
    """What a comparing word at `at` says, and where it ends; a bare 内 bounds only times."""
    match = _after().match(text, at)
    if not match or (match["sign"] == "内" and not time):
        return None
    return cast(Op, _signs("after")[match["sign"]]), match.end()


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A named pattern of `words.toml`."""
    return re.compile(cast(str, _data("words")["pattern"][name]["regex"]))


@cache
def name_words(key: str) -> re.Pattern[str]:
    """Any word of a list of the section `names`, the longest that fits."""
    return re.compile(alternatives(_data("words")["names"][key]))


def examples() -> list[tuple[str, str]]:
    """(name, text that it is found in) of each pattern, for the test of the data."""
    return [(name, row["seen"]) for name, row in _data("words")["pattern"].items()]


def sign_examples() -> list[tuple[str, str]]:
    """(op, text) of each row of comparing words."""
    return [(row["op"], row["seen"]) for where in ("before", "after") for row in _data("words")[where]]


def unit_examples() -> list[tuple[str, str]]:
    """(kind, text) of each row of measure words."""
    return [(row["kind"], row["seen"]) for row in _data("units")["unit"]]
