"""Prefixes and suffixes that a list shares: 省科技厅、工业和信息化厅; 市安委会、市减灾委相关成员单位."""

from __future__ import annotations

import re

from loaders.lexicon import is_standard, kind_of

_PREFIX = re.compile(r"(?:[省市州区县旗盟镇乡]委|自治区党委|省|市(?!场)|州|区(?!域)|县(?!域)|旗|盟)(?=.{2,})")
_PARTY = re.compile(
    r"(?:组织|宣传|统战|统一战线工作|宣传统战)部$|政法委$|网信办$|编办$|改革办$|政研室$|巡察办$|财经办$|老干部局$|直属机关工委$"
)
_BUREAU_END = re.compile(r"[局厅委办]$|办公室$|中心$|支队$|大队$|委员会$")
_OWN_PLACE = re.compile(
    r"国家|中国|中央|全国|人民银行|人行|国网|中共|团[省市州区县]委|驻|各|.{0,6}[省市州区县旗]"
)
_SHARED_SUFFIX = re.compile(r"(?:各|相关|有关)*成员单位$")
_TERRITORY_SUFFIX = re.compile(r"(?:人民政府|政府|管委会|党委|党工委)$")
_TERRITORY = re.compile(r".{1,8}[省市州区县旗盟镇乡]$|.{1,10}(?:街道|开发区|高新区|经开区|新区|园区)$")


def restore(names: list[str]) -> list[str]:
    """The names with what the list shares put back; the same length and order."""
    return _with_suffix(_with_prefix(names))


def _with_prefix(names: list[str]) -> list[str]:
    shared, party, out = "", False, []
    for name in names:
        match = _PREFIX.match(name)
        if match:
            shared, party = (
                match[0].removesuffix("委"),
                match[0].endswith("委") and _PARTY.search(name) is not None,
            )
            out.append(name)
        elif shared and _may_share(name):
            out.append(shared + ("委" if party and _PARTY.search(name) else "") + name)
        else:
            out.append(name)
    return out


def _may_share(name: str) -> bool:
    """A bare bureau known to the lexicon, which no place of its own precedes."""
    if _OWN_PLACE.match(name) or not _BUREAU_END.search(name):
        return _PARTY.fullmatch(name) is not None
    return is_standard(name) or _PARTY.search(name) is not None


def _with_suffix(names: list[str]) -> list[str]:
    out = list(names)
    for index in range(len(out) - 1, 0, -1):
        members = _SHARED_SUFFIX.search(out[index])
        if members and members.start() and kind_of(out[index - 1]) == "taskforce":
            out[index - 1] += members[0]
            continue
        organ = _TERRITORY_SUFFIX.search(out[index])
        if organ and _TERRITORY.match(out[index - 1]) and _TERRITORY.match(out[index][: organ.start()]):
            out[index - 1] += organ[0]
    return out
