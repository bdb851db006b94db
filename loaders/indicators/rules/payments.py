"""What somebody gets who fulfils a condition: grants, rewards, favours."""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern
from loaders.indicators.place import Place
from loaders.indicators.rules.rule import Rule


def granted(place: Place) -> bool:
    if pattern("favour").search(place.clause) or pattern("reward").search(place.left[-8:]):
        return place.quantity.unit != "项" or pattern("won").search(place.left) is None
    if _most(place) or _chosen_few(place) or _span_paid(place):
        return True
    if place.quantity.kind not in ("money", "share") and not _sum(place):
        return False
    if _parted(place) or _allotted(place):
        return True
    if pattern("grant").search(place.clause) or _basis(place):
        return True
    if (pattern("paid_each").search(place.left) and not _raised(place)) or (
        place.left.endswith("最高") and pattern("award").match(place.right)
    ):
        return True
    if place.quantity.kind == "share" and (_shared(place) or _let_off(place)):
        return True
    capped = place.quantity.op == "<=" and place.quantity.kind == "money"
    return capped and bool(
        pattern("award").match(place.right)
        or pattern("award_of").search(place.left)
        or pattern("cap_each").fullmatch(place.left.strip(" ,"))
    )


def _chosen_few(place: Place) -> bool:
    """择优遴选不超过5个: how many may be taken in, at the most."""
    quantity = place.quantity
    capped = quantity.kind == "count" and quantity.op == "<=" and not quantity.within
    return capped and pattern("picked").search(place.left) is not None


def _span_paid(place: Place) -> bool:
    """补贴期限最长不超过6个月, 自失业之日起6个月内可申领: how long somebody gets what he gets."""
    if place.quantity.kind != "time":
        return False
    return bool(pattern("paid_for").search(place.left) or pattern("may_apply").match(place.right))


def _let_off(place: Place) -> bool:
    """减免30%的检测费用, 检测费用下浮10%: so much of a price is let off."""
    if pattern("discount").match(place.right) or pattern("lowered").search(place.left):
        return True
    return pattern("reduced").search(place.left) is not None and pattern("fee").match(place.right) is not None


def _sum(place: Place) -> bool:
    """50万、20万元: a sum of which only the last prints 元."""
    return place.quantity.kind == "bare" and place.quantity.unit in ("万", "亿")


_NO_SUM = frozenset(["size", "count", "weak"])


def _most(place: Place) -> bool:
    """最高扶持300万元; the highest load or number of visitors is none of these."""
    return place.quantity.kind not in _NO_SUM and pattern("most").search(place.left) is not None


def _parted(place: Place) -> bool:
    """发放入户奖励,其中硕士3万元: parts of what is granted, and sums of what one may apply for."""
    if place.quantity.kind != "money":
        return False
    if place.before.lstrip().startswith("其中") and pattern("granted_before").search(place.opening):
        return True
    if pattern("deducted").search(place.left) or pattern("insured").search(place.left):
        return True
    if pattern("those_get").search(place.before[-40:]) or _by_rate(place):
        return True
    return pattern("entitled").search(place.opening) is not None or bool(pattern("credit").search(place.left))


def _by_rate(place: Place) -> bool:
    """按照学费900元、书费300元的标准予以补助: each of the sums that one is paid by."""
    so = pattern("granted_so").match(place.right + place.ahead)
    return so is not None and pattern("by_rate").search((place.opening + place.before)[-60:]) is not None


def _allotted(place: Place) -> bool:
    """奖补比例为8%, 分为10%、15%等2个档次, 拨付剩余70%."""
    if place.quantity.kind == "share" and pattern("share_paid").search(place.left):
        return True
    if place.left.strip() == "标准" and pattern("granted_then").search(place.opening):
        return True
    if place.quantity.op != ">=" and pattern("allotted").search(place.left):
        return place.quantity.kind == "share" or place.left.rstrip("为是").endswith("上限")
    return place.quantity.kind == "share" and pattern("in_grades").match(place.right) is not None


def taken(place: Place) -> bool:
    """扣发当月绩效5%: what those lose who fail."""
    return pattern("taken").search(place.left) is not None


def _raised(place: Place) -> bool:
    """每亩补助标准由150元提高到200元: what a standard rises to."""
    quantity = place.quantity
    return quantity.bounded and quantity.op == "=" and place.left.endswith("标准")


def _shared(place: Place) -> bool:
    """财政补贴70%, 按售价10%补贴: a share of what another pays."""
    if pattern("paid_by").search(place.left) and re.search(
        "补贴|补助|奖|扶持|资助|执行|申请拨付", place.right[:20]
    ):
        return True
    return place.closes and pattern("paid_share").search(place.left) is not None


def _basis(place: Place) -> bool:
    """按照产品售价的15%,给予…: a share of what is paid."""
    unbounded = place.quantity.kind == "share" and not place.quantity.within
    return unbounded and place.closes and pattern("basis").search(place.left) is not None


RULES = (Rule(granted, "补助或奖励", lists=True), Rule(taken, "扣减"))
