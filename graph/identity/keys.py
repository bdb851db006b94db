"""A unit's key within its region: functions and form of the organ where both are sure, else its name."""

from __future__ import annotations

import re
import unicodedata

from loaders.lexicon import Named, is_own_organ, is_unit, one_of_many, read_name, split_brackets

_BUREAU = frozenset({"局", "委", "厅", "部", "委员会", "总局", "管理局", "分局"})
"""Forms that tell no two bureaus of one line and place apart: 市发改委 is 市发展改革局."""
_HOSTED = ("办", "办公室", "队", "中心", "室")
"""Forms of an organ that may be named with its host before it: 区发改财政局|金融办."""
_PLAIN_HOSTS = frozenset({"", "委", "政府", "人民政府", "府", "党工委", "管委会", "工委", "党委"})
_NATIONAL = ("国家", "中国", "国务院", "中共中央", "中央", "全国", "中华", "共青团")
_BRANCH = re.compile(r"(?:中心支行|分行|支行|分局|办事处|营业管理部)$")
_EACH = re.compile(r"(?<=[直属])各(?=相关|有关|单位|部门)|各(?=相关成员单位|有关成员单位|成员单位)")


def key_of(name: str, places: tuple[str, ...]) -> str:
    """The key of `name`, a unit of the region that `places` spell (青岚市, 青岚, 市), the longest first.

    From lexicon and shape of the name alone. An organ in brackets that is one of its own stands for
    itself; a second nameplate is left out.
    """
    host, *groups = split_brackets(name)
    own = [group for group in groups if is_own_organ(host, group)]
    if own:
        return key_of(own[-1], places)
    if groups and not all(_is_nameplate(group) for group in groups):
        host = "".join(char for char in name if char.isalnum())
    return _sure_key(host, places) or _plain(host, places)


def _is_nameplate(group: str) -> bool:
    return is_unit(group) and not group.startswith("各") and len(group) > 2


def _sure_key(host: str, places: tuple[str, ...]) -> str | None:
    read = read_name(host)
    if read is None or one_of_many(read.functions):
        return None
    form = _form(read, host[read.stop :], places)
    if form is None or not _belongs(host[: read.start], places, read, host):
        return None
    return f"{'+'.join(sorted(read.functions))}-{form}"


def _form(read: Named, rest: str, places: tuple[str, ...]) -> str | None:
    """The organ's form in the words of keys; None where more follows than its branch here or its members."""
    form = "局" if read.form in _BUREAU else "办" if read.form == "办公室" else read.form
    if not rest:
        return form
    if rest.endswith("成员单位"):
        return f"{form}-{'相关' if re.search('相关|有关', rest) else ''}成员单位"
    branch = _BRANCH.search(rest)
    return form if branch and rest[: branch.start()] in ("", *places) else None


def _belongs(before: str, places: tuple[str, ...], read: Named, host: str) -> bool:
    """Does what stands before the organ's words only say that it is this region's?"""
    left = strip_place(before, places)
    if left in _PLAIN_HOSTS or left in _NATIONAL or left in {p + "委" for p in places}:
        return True
    for word in ("委", "政府", "管委会"):
        if left.startswith(word) and strip_place(left.removeprefix(word), places) in _PLAIN_HOSTS:
            return True
    for place in places:
        left = left.removesuffix(place) if len(place) > 1 else left
    if left in _PLAIN_HOSTS:
        return True
    above = read_name(left)
    if above is None:
        return False
    return host.endswith(_HOSTED) or above.functions == read.functions


def strip_place(text: str, places: tuple[str, ...]) -> str:
    """The text without the region's own name at its beginning."""
    for place in places:
        if text.startswith(place):
            return text.removeprefix(place)
    return text


def _plain(host: str, places: tuple[str, ...]) -> str:
    """The name, folded: 青岚市城投集团 → 市城投集团, 区直各相关单位 → 区直相关单位."""
    text = "".join(c for c in unicodedata.normalize("NFKC", host) if c.isalnum())
    level = places[-1] if places and len(places[-1]) == 1 else ""
    for place in places:
        if len(place) > 1 and place.endswith(level) and text.startswith(place) and text != place:
            text = level + text.removeprefix(place)
            break
    return _EACH.sub("", text).replace("有关", "相关")
