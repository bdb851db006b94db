"""What tells of the past: years before the plan's own, and headings over reviews."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.indicators.lexicon import pattern

_YEAR = re.compile(
    r" {0,3}(?:[一二三四五六七八九]是|截至|截止|到|在)?"
    r"(?P<year>(?:19|20)[0-9]{2})年(?!前|底前|末前|以前|起|及)"
)
_FIVE_YEARS = re.compile(
    r" {0,3}[“\"]?(?P<which>十一|十二|十三|十四|十五)五[”\"]?(?:规划)?(?:期间|以来|时期|末|期末|收官)"
)
_ENDS = {"十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030}
_LATEST_PAST = 2020
"""Where the plan's year is not known: five-year plans up to the 13th are over."""


_CLAUSE_BEFORE = re.compile("[^)]{0,80}(?:牵头|配合|负责|落实|参与)\\)")
"""The end of the sentence before, where its clause in brackets has no full stop behind it."""


_ASIDE = re.compile(r"\([^()]{0,40}(?:\)|$)")
"""What was then, told in brackets beside a target (达到9万吨(2030年为8万吨)), says nothing of the target."""


_ASIDE_PAST = re.compile(
    r"\((?:去年|上一?年度?|前年|■{4}年|目前|现状)(?:底|末|同期)?(?:实际|仅)?(?:为|是|达到?|有)■[^()]{0,24}\)"
)


def without_aside(clause: str) -> str:
    """A masked clause without the value of before that it tells in brackets: 降至■%以下(上年为■%)."""
    return _ASIDE_PAST.sub("", clause) if "(" in clause else clause


def reports(clause: str, year: int | None) -> bool:
    """Does a clause open a report: with a year before the plan's `year`, 十三五期间, 近五年?"""
    if ")" in clause:
        clause = _CLAUSE_BEFORE.sub("", clause, count=1)
    opened = _YEAR.match(clause)
    if opened and year and int(opened["year"]) < year:
        up_to = clause[opened.start() : opened.start("year")].strip().endswith("到")
        return not up_to or int(opened["year"]) < year - 1  # 到2023年 may be said early in the next year
    within = pattern("year_within").search(_ASIDE.sub("", clause))
    if within and year and int(within["year"]) < year:
        return True
    period = _FIVE_YEARS.match(clause)
    if period:
        return _ENDS[period["which"]] < (year or _LATEST_PAST + 1)
    return pattern("report").search(clause) is not None


_UNTIL = re.compile(r" {0,3}截[至止](?P<year>20[0-9]{2})年")


def looks_ahead(clause: str, year: int | None) -> bool:
    """Does a clause name a time after the plan's year with 截至, which is mostly said of the past?"""
    until = _UNTIL.match(clause)
    return until is not None and year is not None and int(until["year"]) > year


def is_later(clause: str, year: int | None) -> bool:
    """Does a clause begin with the plan's year or one after it, as what follows a report's figure does?"""
    opened = _YEAR.match(clause)
    return opened is not None and year is not None and int(opened["year"]) >= year


@lru_cache(maxsize=64)
def sets_nothing(title: str) -> bool:
    """Does a part say who may take part (申报条件), or a document answer, report or rule (答复, 通报, 条例)?

    Their numbers are thresholds, facts and norms, no targets.
    """
    return pattern("conditions").search(title) is not None or pattern("no_plan").search(title) is not None


def opens_past(words: str) -> bool:
    """Does a paragraph open with a time that is over (五年来, 刚刚过去的2030年), and tell all of it?"""
    return pattern("opens_past").match(words) is not None


def opens_ahead(words: str, year: int | None) -> bool:
    """Does a paragraph, or a heading, open with the time of the plan (今年, 下一步, its year)?"""
    if pattern("opens_ahead").match(words):
        return True
    period = _FIVE_YEARS.match(words)
    if period:
        return year is not None and _ENDS[period["which"]] >= year
    opened = _YEAR.match(words)
    return opened is not None and year is not None and int(opened["year"]) >= year


def is_review(title: str) -> bool:
    """Does a heading stand over a review (工作回顾, 发展基础, 存在问题) or conditions (申报条件), where no
    target is set?"""
    if pattern("conditions").search(title):
        return True
    return pattern("review").search(title) is not None and pattern("outlook").search(title) is None


def plan_year(title: str, issued_on: str | None) -> int | None:
    """The year that a plan begins to speak for: the later of its title's first and its date's.

    Of a title that names a review first (2030年工作总结和2031年工作计划) the last one counts.
    """
    years = [int(year) for year in _NAMED_YEAR.findall(title)]
    years = [max(years) if _TOLD.search(title) else years[0]] if years else []
    if issued_on:
        years.append(int(issued_on[:4]))
    return max(years) if years else None


_TOLD = re.compile("总结|回顾|情况")
_NAMED_YEAR = re.compile("20[0-9]{2}(?=年|[-—–－~至一])")


_MENDING = re.compile("整改(?:目标|措施|时限|任务|要求|标准)[:\uff1a]")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[:\uff1a]")


def without_fault(text: str, paragraphs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """An item's paragraphs without those before its labels, where it lists how a fault is mended (整改目标:):
    they tell what was found."""
    heads = [text[start : start + _LONGEST_LABEL] for start, _ in paragraphs]
    if not any(map(_MENDING.match, heads[1:])):
        return paragraphs
    return paragraphs[next(n for n, head in enumerate(heads) if n and _LABEL.match(head)) :]


_LONGEST_LABEL = 10
