"""The place that a plan governs, where neither its issuer nor the head of its title prints it."""

from __future__ import annotations

import re
from collections import Counter

from loaders.lexicon import plan_region
from loaders.lexicon.places import autonomous_in, same_named

_WORK = re.compile(
    r"关于(?:(?:加快|大力|全面|深入|持续|进一步|着力|扎实|统筹|切实|深化|高质量|推进|推动|促进|加强|做好|开展|构建|打造|建设|提升|优化|完善|培育|发展|实施|规范|落实好)){1,4}"
)
_ISSUED = re.compile(
    r"《(?:中国共产党|中共)?(?P<place>[一-鿿]{2,10}?[省市州区县旗])(?:委(?!员)|人民政府)[^《》]{4,80}》"
)
_UNIT = re.compile(r"(?<![一-鿿])([省市州区县旗])(?:委?[一-鿿]{2,8}?[局委厅部]|[一-鿿]{2,8}办)")
_BELOW = {
    "省": "各市|各州|设区市|各地市|各市州",
    "市": "各区|各县|各有关区|各有关县",
    "州": "各县|各市",
    "县": "各镇|各乡",
    "区": "各镇|各乡|各街道|各街镇",
    "旗": "各镇|各苏木",
}
"""How a plan of each level speaks of the level below it: a city without counties is no prefecture."""
_FEWEST = 3


def of_work(title: str) -> str | None:
    """关于加快推进云岭省绿地建设的意见: the known place whose work the title names."""
    work = _WORK.match(title)
    place = plan_region(title[work.end() :], None, None) if work else None
    return place if place and same_named(place) else None


def of_basis(head: str, body: str) -> str | None:
    """根据《中共云岭市委 云岭市人民政府关于…的决定》: whose decision a plan of the same level rests on.

    Only where one place alone is cited before the first item, its level is that of the plan's own
    units (市财政局), and the plan speaks of the level below it.
    """
    places = {found["place"] for found in _ISSUED.finditer("".join(head.split()))}
    levels = Counter(_UNIT.findall(body))
    if len(places) != 1 or not levels:
        return None
    (place,), (level, count) = places, levels.most_common(1)[0]
    below = re.search(_BELOW[level], body)
    return place if place[-1] == level and count >= _FEWEST and below else None


def in_full(region: str | None, title: str, text: str) -> str | None:
    """The region by its full name, where a document prints it short: an autonomous region (宁夏自治区; 自治区
    alone, where the text names one); a county whose title has the name that its issuer abbreviates."""
    if not region:
        return region
    if region.endswith("自治区"):
        known = autonomous_in(title if region != "自治区" and region in title else text)
        return known.pop() if len(known) == 1 else region
    own = plan_region(title, None, None)
    return own if own and same_named(own) and _abbreviates(region, own) else region


def _abbreviates(short: str, name: str) -> bool:
    """Are the letters of a name that no table knows some of the other's, first and last alike?"""
    rest = iter(name)
    letters = all(letter in rest for letter in short)
    return letters and len(short) < len(name) and short[0] == name[0] and not same_named(short)


_STEM = re.compile(r"(?P<stem>[一-鿿]{2,3}?)(?:政办?|府办?|发|党?办|委)*(?:字|函|规|通|电)?[〔\[(]?\d{4}")
_PLACES = (
    "{}(?:[一-鿿]{{1,6}}?自治[州县旗]|省|市|州|盟|县|区|旗)(?=人民|政府|委|[一-鿿]{{2,10}}(?:局|院|行|公司))"
)


def of_number(doc_number: str | None, body: str) -> str | None:
    """青岚政办〔2031〕17号, and 青岚市 in the text: the one place there that the number's first letters name
    whole."""
    stem = _STEM.match(doc_number or "")
    if not stem:
        return None
    places = {found[0] for found in re.finditer(_PLACES.format(stem["stem"]), body)}
    return places.pop() if len(places) == 1 else None
