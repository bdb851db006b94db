"""The spans of a table's cell that list units, each with the role that its column gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.clauses.cues import read_cue
from loaders.clauses.labels import label_at
from loaders.clauses.split import split_outside
from loaders.extraction import Role
from loaders.lexicon import is_unit, kind_of
from loaders.passage import fold, passage
from loaders.tables.headers import ROLE_OF, Column
from loaders.tables.measures import Span, trimmed

UnitCell = tuple[Role, int, int]

_BREAK = re.compile(r"\n|<[bB][rR] ?/?>")
_LIST = "、,;。/ "
_EACH = re.compile("各[省市州区县旗镇乡]{1,3}")
_GOVERNMENT = re.compile("[市州区县旗镇乡]{0,3}(?:人民政府|政府)")
"""What goes on a broken 各县区人民政府: each half is a unit too."""
_DIVISION = re.compile(r"[一-鿿]{2,12}股")
"""A bureau's division, which has no prefix; no word goes on behind it."""
_OWN_PREFIX = re.compile(r"[省市州区县旗镇乡各]|团[省市州区县旗]委|国家|中国|国网")
_BUREAU = re.compile(r"[一-鿿]{2,30}(?:局|委|委员会|政府)")
_HOUSE = re.compile(
    r"[一-鿿]{4,30}(?:大学|学院|医院|公司|集团|银行|分行|支行|商会|协会)|[一-鿿]{2,10}公司[一-鿿]{2,10}办事处"
)
"""A school or a firm, with whose name no bureau's goes on."""
_OTHERS = re.compile(r"(?:其他|其它)各?(?:有关|相关)?(?:责任|成员)?(?:单位|部门)")
_MEMBERS = re.compile(r"(?:各|其他|其它|相关|有关)*成员单位")
_MOST_LINES = 4
"""A narrow column breaks a name into so many at most."""
_REMARK = re.compile(
    r"\((?:[按依](?:照|据)?(?:各自)?(?:职责|职能|分工){1,2})?(?:分别|共同)?(?:牵头|负责|落实|配合){1,2}\)"
)
"""A line below the names of a cell that tells how they share what the column says."""
_OWN_PLACE = re.compile(
    r"[一-鿿]{2,8}(?:(?:开发|经开|高新|新|园|管理|示范|度假|保税|合作)区|[市县区旗镇乡]|街道)"
    r"(?:管委会|管理委员会|办事处|人民政府|政府)"
)
"""A place's own organ, which no bureau's name goes on with."""


def unit_cells(text: str, start: int, stop: int, column: Column) -> list[UnitCell]:
    """The lists of a role column's cell in printed order; [] for an empty cell."""
    role = ROLE_OF[column.kind]
    pieces = list(_lines(text, *trimmed(text, start, stop)))
    if not column.first_leads or not pieces:
        return [(role, a, b) for a, b in pieces]
    (a, b), *others = pieces
    first, *rest = split_outside(fold(text[a:b]), "、,;。\n")
    found: list[UnitCell] = [("lead", a + first[0], a + first[1])]
    if rest:
        found.append((role, a + rest[0][0], b))
    return found + [(role, c, d) for c, d in others]


def _lines(text: str, start: int, stop: int) -> Iterator[Span]:
    """The cell in pieces where a line break parts two units, not where it breaks a name."""
    last = start
    for mark in _BREAK.finditer(text, start, stop):
        if _parts(text, last, mark.start(), mark.end(), stop):
            yield trimmed(text, last, mark.start())
            last = mark.end()
    if last < stop and not _REMARK.fullmatch(fold(text[last:stop]).strip()):
        yield trimmed(text, last, stop)


def _line_end(text: str, start: int, stop: int) -> int:
    """Where the line of a cell ends that begins at `start`."""
    following = _BREAK.search(text, start, stop)
    return following.start() if following else stop


def _goes_on(left: str, first: str) -> bool:
    """县安委会 over 各成员单位: its members."""
    return kind_of(left) == "taskforce" and _MEMBERS.fullmatch(first) is not None


def _whole_name(text: str, start: int, stop: int) -> str:
    """The name that begins at `start` and that a narrow cell breaks over a few lines; "" for none."""
    end = start
    for _ in range(_MOST_LINES):
        end = _line_end(text, end + 1, stop)
        name = re.split(f"[{_LIST}]", passage(text, start, end).text.strip())[0]
        if is_unit(name) or end == stop:
            return name if is_unit(name) else ""
    return ""


def _parts(text: str, start: int, before: int, after: int, stop: int) -> bool:
    """A unit or a cue ends before the break, and behind it begins a label or another unit."""
    left = passage(text, start, before).text.strip()
    right = passage(text, after, _line_end(text, after, stop)).text.strip()
    left, first = re.split(f"[{_LIST}]", left)[-1], re.split(f"[{_LIST}]", right)[0]
    if label_at(right) or (left and read_cue(left)) or _REMARK.fullmatch(right):
        return True
    if (_EACH.fullmatch(left) and _GOVERNMENT.match(first)) or _goes_on(left, first):
        return False
    if first == right and is_unit(left) and _OWN_PREFIX.match(first) and not is_unit(first):
        first = _whole_name(text, after, stop) or first
    cue = read_cue(first)
    first = first[: cue[1]] if cue else first
    if _DIVISION.fullmatch(left) and _DIVISION.fullmatch(first):
        return True
    apart = _BUREAU.fullmatch(left) and _HOUSE.fullmatch(first)
    if _OTHERS.fullmatch(first):
        return is_unit(left)
    begins = _OWN_PREFIX.match(first) or _OWN_PLACE.fullmatch(first) or apart
    return begins is not None and is_unit(left) and is_unit(first)
