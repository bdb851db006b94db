"""Which heads of columns name regions, and which the total of all."""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST_REGIONS = 3
"""Regions that make a table a breakdown."""

_PLACE = re.compile(
    r".{1,12}(?:[省市县区州旗盟镇乡]|街道|开发区|经开区|高新区|管理区|度假区|新区|园区|管委会|本级|直属|农场|办事处)"
)
_TAIL = re.compile(
    r"(?:经济|技术|高新|产业|旅游|国家级|省级|综合|保税|工业|现代|农业|生态|文化)*"
    r"(?:开发|经开|高新|管理|度假|新|园|示范|保税|集聚|合作|功能|工业园|产业园|街道|风景)区|管委会|街道|办事处"
)
"""What ends a long name and is none by itself: copying may have broken the name before it."""
_LEVEL = re.compile(r"(?:各|[省市州县区旗盟镇乡]|街道|园区|单位|地|域)+(?:\(.{1,12}\))?")
"""What stands over a column of regions (县市区) and is none."""
_TOTAL = re.compile(
    r"(?:20[0-9]{2}年度?)?(?:全[省市县区州]|[省市县区州])?(?:总)?(?:合计|总计|小计|总数|任务数?|目标数?|目标任务|总任务|计划数?|总目标|总量)"
    r"|(?:20[0-9]{2}年度?)?全[省市县区州](?:任务|目标)?|合计数?|总和|总"
)


def is_total(name: str) -> bool:
    """Does this head stand over the totals (全市, 合计, 全市任务)?"""
    return _TOTAL.fullmatch(name) is not None


_SUM = re.compile("(?:全[省市县区州旗镇乡])?(?P<part>合计|总计|共计|小计|总分)(?:\\([^()]{1,16}\\))?")


def sum_of(cell: str) -> str:
    """小计, 合计 … where a folded cell heads a row that adds up those above or below it; else ""."""
    found = _SUM.fullmatch("".join(cell.split())) if len(cell) <= _LONGEST_SUM else None
    return found["part"] if found else ""


_LONGEST_SUM = 40


def is_place(name: str) -> bool:
    """Does this head name a region, by the form of its name?"""
    return _PLACE.fullmatch(name) is not None and not _LEVEL.fullmatch(name) and not is_total(name)


def places_of(heads: Iterable[str]) -> list[tuple[str, int]]:
    """The regions among the lines of a heading, in order, each with the index of its last line.

    One that is broken over lines is put together.
    """
    places: list[tuple[str, int]] = []
    begun = ""
    for index, head in enumerate(heads):
        if _TAIL.fullmatch(head) and begun:
            places.append((begun + head, index))
            begun = ""
        elif is_place(head):
            places.append((head, index))
            begun = ""
        elif is_total(head):
            begun = ""
        else:
            begun = head if len(begun) > _LONGEST_PIECE else begun + head
    return places


_LONGEST_PIECE = 8
