"""Bodies that a list calls by half a name: 县委、政府; 移动、电信分公司; 云岭证监局、银保监局."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.lexicon import firm_trades, is_standard, same_named, supplies

_TRADE = re.compile(rf"(?P<level>[省市州盟区县旗]?)(?P<trade>{'|'.join(firm_trades())})")
_FIRM = re.compile(rf"{_TRADE.pattern}(?P<rest>(?:[\u4e00-\u9fff]{{2,8}})?(?:分公司|公司))")
"""A firm of a trade whose firms a list names by their short names: 移动、电信、联通青岚分公司."""
_COMPANY = re.compile("[一-鿿]{2,4}公司")


def with_company(names: list[str]) -> list[str]:
    """山东、江苏公司 are a group's firms there, 供水、燃气公司 a place's."""
    out = list(names)
    for index in range(len(out) - 1, 0, -1):
        if _COMPANY.fullmatch(out[index]) and (_is_place(out[index - 1]) or out[index - 1] in supplies()):
            out[index - 1] += "公司"
    return out


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    """Is this a place's name without its level (山东), as the table of regions has it?"""
    return len(name) <= _LONGEST_PLACE and any(same_named(name + level) for level in "省市县区")


_LONGEST_PLACE = 4
_BRANCHES = re.compile("(?P<last>[一-鿿]{2,8}?)等(?P<branch>[一-鿿]{2,6}分公司)")
_FIRM_ALONE = re.compile(f"{_TRADE.pattern}(?:公司)?")


def with_branch(names: list[str]) -> list[str]:
    """移动公司、联通公司、广电网络等青岚分公司 are each the firm's branch there."""
    out = list(names)
    for index, name in enumerate(names):
        shared = _BRANCHES.fullmatch(name)
        if not shared:
            continue
        out[index] = shared["last"] + shared["branch"]
        for place in range(index - 1, -1, -1):
            if not _FIRM_ALONE.fullmatch(out[place]):
                break
            out[place] += shared["branch"]
    return out


def with_firm(names: list[str]) -> list[str]:
    """移动、联通青岚分公司 are both the trade's firm there; of 市电信、移动公司 both are the city's."""
    out: list[str] = []
    run: list[re.Match[str]] = []
    for name in names:
        firm = _FIRM.fullmatch(name) if run else None
        if firm:
            level, rest = run[0]["level"], firm["rest"]
            out[len(out) - len(run) :] = [f"{t['level'] or level}{t['trade']}{rest}" for t in run]
            name = f"{firm['level'] or level}{firm['trade']}{rest}"
        trade = None if firm else _TRADE.fullmatch(name)
        run = [*run, trade] if trade else []
        out.append(name)
    return out


_BODIES_OF = re.compile("(?P<of>.{0,12}(?:政府|国务院))各(?:有关|相关|工作|组成)*(?:部门|部委|委办局|局委)")
_ATTACHED = re.compile("各(?:直属|派出|特设)+(?:机构|单位)")


def with_bodies(names: list[str]) -> list[str]:
    """市政府各部门、各直属机构: both are the government's."""
    return _with_owner(names, _BODIES_OF, _ATTACHED)


def _with_owner(names: list[str], owned: re.Pattern[str], bare: re.Pattern[str]) -> list[str]:
    """Each `bare` name behind an `owned` one, whose group `of` says whose it is, with that before it."""
    out = names[:1]
    for name in names[1:]:
        above = owned.fullmatch(out[-1]) if bare.fullmatch(name) else None
        out.append(f"{above['of']}{name}" if above else name)
    return out


_SECTION_OF = re.compile("(?P<of>[一-鿿]{2,10}(?:厅|局|委|委员会))(?:[一-鿿]{2,16}[处科]|[一-鿿]{2,6}局)")
_SECTION = re.compile("(?![省市州区县旗镇乡各])[一-鿿]{2,16}[处科]|信息中心")
_OF_OFFICE = re.compile("厅[一-鿿]{2,12}[处室局]")
_OF_THE_SAME = re.compile("(?![省市州区县旗镇乡各厅])[一-鿿]{2,12}[处室]")


def with_office(names: list[str]) -> list[str]:
    """厅公路处、安监处 are both of the department whose plan it is, which prints its 厅 once."""
    own = [n for n, name in enumerate(names) if _OF_OFFICE.fullmatch(name)]
    if not own or any(map(_OF_THE_SAME.fullmatch, names[own[0] : own[-1]])):
        return names  # it prints 厅 again behind one without
    first = own[-1] + 1
    last = next((n for n in range(first, len(names)) if not _OF_THE_SAME.fullmatch(names[n])), len(names))
    return [*names[:first], *(f"厅{name}" for name in names[first:last]), *names[last:]]


def with_sections(names: list[str]) -> list[str]:
    """市园林局绿化处、规划处 are both the bureau's; a bare one behind another office's name is its own."""
    out: list[str] = []
    owner = ""
    for name in names:
        owned = _SECTION_OF.fullmatch(name)
        if owned and is_standard(owned["of"].lstrip("省市州区县旗")):
            owner = owned["of"]
        elif not (owner and _SECTION.fullmatch(name)):
            owner = ""
        out.append(owner + name if owner and not owned else name)
    return out


_PARTY_OF = re.compile("(?P<place>.{1,12}?)(?:党委|党工委)$")
_BARE_ORGAN = re.compile("(?:人民)?政府|办事处|管委会")
_COMMITTEE_OF = re.compile("(?P<place>.{2,8})(?P<level>[省市州县区旗盟镇乡])委$")


def with_government(names: list[str]) -> list[str]:
    """各镇党委、政府 are 各镇党委 and 各镇政府; 青岚县委、县政府 are 青岚县委 and 青岚县政府."""
    out: list[str] = []
    for name in names:
        party = _PARTY_OF.match(out[-1]) if out and _BARE_ORGAN.fullmatch(name) else None
        committee = _COMMITTEE_OF.match(out[-1]) if out and _BARE_ORGAN.fullmatch(name, 1) else None
        shared = committee and committee["level"] == name[0] and not committee["place"].startswith("各")
        place = party or (committee if shared else None)
        out.append(f"{place['place']}{name}" if place else name)
    return out


_WATCHES = "(?:证监|银保监|银监|保监)(?:分局|局)"
_REGULATOR = re.compile(_WATCHES)
_PLACED = re.compile(
    f"(?P<of>(?![省市州区县旗]|国家|地方)[\u4e00-\u9fff]{{2,5}}?)(?:{_WATCHES}|金融监管(?:分局|局))"
)
"""A national regulator's branch, called after its place and no level of it: 云岭证监局."""


def with_regulators(names: list[str]) -> list[str]:
    """云岭证监局、银保监局 are both of the place: they are no bureaus of its government."""
    return _with_owner(names, _PLACED, _REGULATOR)
