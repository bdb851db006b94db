"""Names of time limits by what is done and not by when it begins, and of shares of a number."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.naming import noun_of
from loaders.indicators.quantities import Quantity

_AFTER = re.compile("(?:后|之日起)$")
_DEED = re.compile(",(?P<what>[^,。;:0-9]{2,44})(?=[,。;]|$)")
_MORE = re.compile("以及|并(?![网购联行])")
"""What else is done, or with what, behind the first deed."""


def with_deed(name: str, quantity: Quantity, text: str) -> str:
    """出苗后9天内,组织验收 limits what follows the comma: when a time begins names nothing by itself.

    Nor does he who is held to it: 茶坊要在收到清单之日起9天内,确定名单 is 确定名单.
    """
    limit = quantity.kind == "time" and quantity.within
    opened = limit and (_AFTER.search(name) or text.endswith("在", 0, quantity.start))
    deed = _DEED.match(text, quantity.stop) if opened else None
    if deed is None:
        return name
    told = _MORE.split(deed["what"])[0] or deed["what"]
    if not pattern("since").search(name):
        return name + told
    begun = pattern("begins_with").search(name) if pattern("deed_alone").search(told) else None
    return f"{begun['what']}{told}" if begun else told


def without_start(before: str) -> str:
    """The words before a limit without from when it runs (决定信息要在作出之日起)."""
    return pattern("since").sub("", before)


def of_answer(before: str, after: str, told: str) -> tuple[str, str]:
    """优化帮办服务,实现2分钟响应: what answers stands in the clause that was `told` before."""
    return (noun_of(told), f"{after}时间") if after == "响应" and not before else (before, after)


def with_sooner(before: str) -> str:
    """提前(9个工作日)完成: what is done sooner is done."""
    return before + "完成" if before.endswith("提前") else before


def of_counted_whole(name: str, quantity: Quantity, text: str) -> str:
    """评茶员不少于茶社员工总数的9% is a share of them, which the name says then."""
    if quantity.kind != "share" or quantity.start == quantity.number:
        return name
    whole = pattern("whole_counted").fullmatch(text, quantity.start, quantity.number)
    return f"{name}占{whole['whole']}比例" if whole else name
