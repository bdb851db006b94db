"""The level that a list prints before its first bureau: 省科技厅、工业和信息化厅."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.lexicon import is_standard, zones

_PREFIX = re.compile(
    r"(?:师市(?:党委)?|兵团(?:党委)?|[省市州区县旗盟镇乡地]委|自治区党委|自治区(?!级)|省(?!际)|市(?!场|监|容|域|政(?:[局处]|公司|设施|工程|园林|集团|管|建设))"
    r"|州|区(?!域|块|位)|县(?!域)|旗|盟|地区(?!生产|差异|间))(?=.{2,})"
)
"""A level before a bureau's name; not where the character belongs to the name (市场, 市政, 区域)."""
_PARTY = re.compile(
    r"(?:组织|宣传|统战|统一战线工作|宣传统战)部$|政法委$|网信办$|编办$|改革办$|政研室$|巡察办$|财经办$|老干部局$|直属机关工委$"
)
_TRADE = re.compile(
    r"(?!.*(?:医院|学校|大学))[\u4e00-\u9fff]{1,4}(?:(?:产业|事业)?发展(?:服务)?|(?:资源)?开发)(?:局|办|办公室|中心|委)$"
    r"|[\u4e00-\u9fff]{1,3}业管理(?:局|办公室|委员会(?:办公室)?)$"
)
"""A bare bureau of one trade (茶业发展办, 农业资源开发局, 盐业管理局), as few places have one; what a body
has in its name (青禾医院发展中心) is no trade."""
_BUREAU_END = re.compile(r"[局厅委办]$|办公室$|中心$|支队$|大队$|委员会$")
_MASS = re.compile(
    "(?:中级)?(?:人民)?法院|(?:人民)?检察院|残联|妇联|工商联|科协|文联|侨联|社科联|工商业联合会|残疾人联合会|妇女联合会|科学技术协会|文学艺术界联合会|总工会|红十字会|贸促会|供销(?:合作)?(?:总|联)?社|计生协|关工委"
    "|司法所|财政所|税务所|供电所|派出所|自然资源所|市场监管所|融媒体中心|便民服务中心"
    "|纪委监察委|人大|政协|人武部|武装部|党史研究室|(?:广播)?电视台|人民医院|中医院|党校|慈善总会|供电公司|电力公司|(?:政府)?督查室"
    "|园林处|环卫处|农技推广中心|农商行|(?:行政|政务)服务中心(?:管委会|管理委员会)"
    "|农科院|社科院|林科院|(?:农业|社会|林业)科学院"
    "|(?:水务|供水|自来水|公交|公共交通|城投|交投|文旅|热力|供热|机场|港口|港航|港务|地铁|轨道交通|[航铁水农旅产建能科]投)(?:集团|公司|集团公司|总公司|有限公司|投资集团)"
    "|(?:城市|城镇|乡村|旅游|文旅|文化|交通|水务|水利|农业|产业|工业|国有资产|国有资本)(?:旅游|建设|发展|开发|经营|运营|投资|控股){1,4}(?:集团)?(?:有限)?(?:责任)?公司"
    "|(?:国家|综合)?档案馆|图书馆|博物馆|文化馆|科技馆|美术馆"
)
"""Bodies of one name at each level, its own firms too, as a list prints them behind a prefix."""
_OWN_PLACE = re.compile(
    r"国家|中国|中央|全国|人民银行|人行|国网|中共|团[省市州盟区县旗地]委|驻|各|(?!城市|大湾区).{1,6}[省市州区县旗]"
)


def with_prefix(names: list[str]) -> list[str]:
    shared, committee, party, out = "", "", False, []
    for name in names:
        own = _own_prefix(name)
        if own:
            shared, committee, party = own
            out.append(name)
        elif shared and (
            _may_share(name, shared) or (_MASS.fullmatch(name) and not out[-1].startswith("各"))
        ):
            out.append((committee if party and _PARTY.search(name) else shared) + name)
        else:
            out.append(name)
    return out


_ZONE = re.compile(rf".{{0,5}}(?:{'|'.join(zones())})")
"""A zone before its own bureau: 高新区财政局、经济发展局."""


_EACH = re.compile(r"各(?:市、)?(?:县[市区]?|[市区旗]县?)(?:\([市县区旗、]{1,5}\))?")
"""All places of a level before their own bureau: 各县(区)财政局、水利局."""


@lru_cache(maxsize=4096)
def _own_prefix(name: str) -> tuple[str, str, bool] | None:
    """A name's level (市), that with its 委 or 党委, and whether the name is a party's organ; None without
    a level."""
    zone = _ZONE.match(name)
    if zone and is_standard(name[zone.end() :]):
        return zone[0], zone[0], False
    each = _EACH.match(name)
    if each and is_standard(name[each.end() :]):
        return each[0], each[0], False
    match = _PREFIX.match(name)
    if not match:
        return None
    shared = match[0].removesuffix("委").removesuffix("党")
    party = match[0].endswith("委") and _PARTY.search(_ADDED.sub("", name)) is not None
    return "地区" if shared == "地" else shared, match[0], party  # 地委组织部、财政局: the prefecture's


_BRANCH_LEVELS = frozenset("区县旗")
"""Where a city's bureau has a branch (区公安分局); among a city's own bureaus it is a district's."""


@lru_cache(maxsize=4096)
def _may_share(name: str, shared: str) -> bool:
    """A bare bureau known to the lexicon, which no place of its own precedes; what a bracket behind it adds
    (水利局(市河长办)) doesn't count."""
    name = _ADDED.sub("", name)
    if name.endswith("分局"):
        return shared in _BRANCH_LEVELS and is_standard(name.removesuffix("分局") + "局")
    if _OWN_PLACE.match(name) or not _BUREAU_END.search(name):
        return _PARTY.fullmatch(name) is not None
    known = is_standard(name) or is_standard(name.removeprefix("政府"))  # 市财政局、政府国资委
    return known or _PARTY.search(name) is not None or _TRADE.fullmatch(name) is not None or _is_bare(name)


_BARE_OFFICE = re.compile("(?!有关|相关|[本该各])[一-鿿]{2,4}(?<![街镇乡])办")


def _is_bare(name: str) -> bool:
    """An office unknown to the lexicon (茶旅办), in whose name no place stands before a known one's."""
    return _BARE_OFFICE.fullmatch(name) is not None and not any(
        is_standard(name[at:]) for at in range(2, len(name) - 1)
    )


_ADDED = re.compile(r"\([^()]{2,20}\)$")
