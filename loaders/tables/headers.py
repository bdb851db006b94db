"""What the columns of a table hold, read from its heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any

from loaders.clauses.cues import cues, label_kind
from loaders.data_files import pattern, tables
from loaders.extraction import Role
from loaders.passage import fold

_words = partial(pattern, __package__, "heading_words")
"""The pattern of a row of `heading_words.toml`."""
ROLE_OF: dict[str, Role] = {"lead": "lead", "support": "support", "responsible": "responsible"}
"""The kinds of columns that name units."""

_LONGEST = 16
_LONGEST_WITH_BRACKETS = 60
_LONGEST_READ = 2 * _LONGEST_WITH_BRACKETS
_NOTE = re.compile(r"\([^()]{0,50}\)")
_SENTENCE = re.compile(r"[。;,:“”]|^\d{1,3}[.、]|^\(")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind (see `headers.toml`) and its heading without blanks, folded.

    `first_leads`: the heading itself says that the first-listed unit leads. `watches`: its units
    guide, watch or inspect (指导部门).
    """

    kind: str
    heading: str = ""
    first_leads: bool = False
    watches: bool = False


@cache
def _needed() -> re.Pattern[str]:
    return re.compile(_data()["needed"])


@cache
def _data() -> dict[str, Any]:
    return tables(__package__, "headers")


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = _data()
    parts = {"{before}": data["before"], "{body}": data["body"]}
    return tuple((row["kind"], re.compile(_filled(row["pattern"], parts))) for row in data["column"])


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return pattern


@lru_cache(maxsize=8192)
def _read_bare(bare: str) -> Column:
    words = _NOTE.sub("", bare)
    kinds = [] if len(words) > _LONGEST or _SENTENCE.search(words) else _kinds(words)
    kind = _common(kinds)
    watches = kind == "support" and label_kind(words) == "member"
    return Column(kind, words, cues().first_leads.search(bare) is not None, watches)


def read_column(text: str) -> Column:
    """The column under this heading; kind "other" when its words say none of the known."""
    bare = "".join(fold(text[:_LONGEST_READ]).split())
    return _read_bare(bare) if len(bare) <= _LONGEST_WITH_BRACKETS else Column("other", bare)


def _kinds(words: str) -> list[str]:
    whole, joint = _kind(words), _words("joint")
    if not joint.search(words) or (whole != "other" and _is_one(words)):
        return [whole]
    # 牵头及责任单位: the last word's noun holds for all
    return [
        _kind(word if _kind(word) != "other" else word + words[-2:]) for word in joint.split(words) if word
    ]


def _is_one(words: str) -> bool:
    """Do words name one column as a whole, though they seem joined (参与单位, 规模及内容)?"""
    return label_kind(words) is not None or _words("content").match(words) is not None


def _kind(word: str) -> str:
    """By the rows of `headers.toml`, else by the words that a label has too."""
    kind = next((kind for kind, pattern in _rows() if pattern.search(word)), None)
    return kind or _LABELS.get(label_kind(word) or "", "other")


_LABELS = {
    "lead": "lead",
    "support": "support",
    "responsible": "responsible",
    "member": "support",
    "time": "deadline",
}


def _common(kinds: Sequence[str]) -> str:
    """The kind of a heading of several words: units whose roles differ are responsible."""
    if not kinds or "other" in kinds:
        return "other"
    roles = {kind for kind in kinds if kind in ROLE_OF}
    if roles:
        return next(iter(roles)) if len(roles) == 1 else "responsible"
    return kinds[0]


def read_heading(cells: Sequence[str]) -> list[Column] | None:
    """The columns of a task table; None when the row is not the heading of one.

    A task table names units and says what they do. Where only group or target columns say it, the
    last of them is the task; of several task columns the last is it, and the others are groups. A column
    of no known name between the numbers and the units is it, too.
    """
    # joined: some headings are set wide (牵 头 单 位)
    if not any(len(cell) <= _LONGEST_READ and _needed().search("".join(cell.split())) for cell in cells):
        return None
    columns = _aimed(_grouped(_watched(read_column(cell) for cell in cells)))
    kinds = [column.kind for column in columns]
    if not any(kind in ROLE_OF for kind in kinds):
        return None
    measures = [index for index, found in enumerate(kinds) if found == "target"][:-1]
    named = [index for index in measures if _words("measured").search(columns[index].heading)]
    for kind in ("task", "group", "target"):
        places = [index for index, found in enumerate(kinds) if found == kind]
        if places and kind == "group" and named:
            kind, places = "target", named
        if places:
            break
    else:
        kind, places = "other", _unknown(columns)
    if not places:
        return None
    return [
        Column(_settled(column.kind, index == places[-1], kind), column.heading, column.first_leads)
        for index, column in enumerate(columns)
    ]


def _unknown(columns: Sequence[Column]) -> list[int]:
    """The one column between the numbers and the units of which nothing is known (民生实事): the task's."""
    kinds = [column.kind for column in columns]
    first = next(index for index, kind in enumerate(kinds) if kind in ROLE_OF)
    found = [index for index in range(1, first) if kinds[index] == "other"]
    told = any(
        kind == "other" and pattern.search(columns[i].heading) for i in found for kind, pattern in _rows()
    )
    return found if kinds[0] == "number" and len(found) == 1 and not told else []


def _grouped(columns: Sequence[Column]) -> list[Column]:
    """The columns; what stands left of the numbers of other tasks (专项行动, 序号, 任务) groups them."""
    kinds = [column.kind for column in columns]
    number = kinds.index("number") if "number" in kinds else 0
    named = any(kind in ("task", "group") for kind in kinds[number:])
    return [
        replace(column, kind="group") if named and index < number and column.kind == "task" else column
        for index, column in enumerate(columns)
    ]


def _aimed(columns: Sequence[Column]) -> list[Column]:
    """The columns; of what is named left of the units those right of them (年度任务及目标) hold goals."""
    kinds = [column.kind for column in columns]
    first = next((index for index, kind in enumerate(kinds) if kind in ROLE_OF), len(kinds))
    named = any(kind in ("task", "group") for kind in kinds[:first])
    return [
        replace(column, kind="target")
        if named and index > first and column.kind == "task" and _words("aim").search(column.heading)
        else column
        for index, column in enumerate(columns)
    ]


def _watched(given: Iterable[Column]) -> list[Column]:
    """The columns; those who guide or watch (指导部门) are responsible where no other column names units."""
    columns = list(given)
    alone = all(column.watches for column in columns if column.kind in ROLE_OF)
    return [replace(column, kind="responsible") if alone and column.watches else column for column in columns]


def tells_stages(column: Column) -> bool:
    """May a column of times hold what is to be done by and by (进度安排) instead?"""
    return _words("stages").search(column.heading) is not None and not _words("times").search(column.heading)


def naming_column(columns: Sequence[Column]) -> Column | None:
    """The column that names the tasks whose content (具体内容) the one right of it tells; None without."""
    for name, content in pairwise(columns):
        tells = content.kind == "task" and _words("content").match(content.heading)
        if tells and name.kind == "group" and _words("naming").search(name.heading):
            return name
    return None


def _settled(kind: str, is_last: bool, main: str) -> str:
    if is_last:
        return "task"
    return "group" if kind == "task" and main == "task" else kind


def refine_heading(columns: Sequence[Column], cells: Sequence[str]) -> list[Column] | None:
    """The columns with a second row of headings below the first; None when the row is none.

    责任分工 over 牵头单位 and 配合单位: every cell must say a role or repeat the heading above it.
    Below a heading over several columns (重点任务) each may say what it holds (任务名称, 主要目标).
    """
    if _parts_headings(columns, cells):
        return read_heading(cells)
    below = [read_column(cell) for cell in cells]
    pairs = list(zip(columns, below, strict=False))
    filled = [(above, column) for above, column in pairs if column.heading]
    new = [column.kind in _BELOW and column.heading != above.heading for above, column in filled]
    if not any(column.kind in ROLE_OF for (_, column), is_new in zip(filled, new, strict=True) if is_new):
        return None
    if not all(
        is_new or column.heading == above.heading for (above, column), is_new in zip(filled, new, strict=True)
    ):
        return None
    refined = [column if column.kind in _BELOW else above for above, column in pairs]
    return [*refined, *columns[len(refined) :]]


def _parts_headings(columns: Sequence[Column], cells: Sequence[str]) -> bool:
    """Does a row repeat the headings above it but for columns that share one, each of which it names?"""
    kinds = [read_column(cell) for cell in cells]
    pairs = list(zip(columns, kinds, strict=False))
    new = [index for index, (above, below) in enumerate(pairs) if above.heading != below.heading]
    shared = Counter(column.heading for column in columns)
    repeated = any(above.heading for index, (above, _) in enumerate(pairs) if index not in new)
    return (
        repeated
        and len(new) > 1
        and all(shared[columns[index].heading] > 1 for index in new)
        and _tells(kinds[index].kind for index in new)
        and len({kinds[index].heading for index in new}) == len(new)
    )


def _tells(kinds: Iterable[str]) -> bool:
    """Do words below headings over several columns say what all of these hold, or who does the work? Beside
    the latter amounts (总投资) may stand."""
    found = set(kinds)
    return "other" not in found or not found.isdisjoint(ROLE_OF)


_BELOW = {*ROLE_OF, "person"}
"""What a second row of headings may say below 责任分工."""


def repeats(columns: Sequence[Column], cells: Sequence[str]) -> bool:
    """Is this row the heading over again (on the next page)?"""
    words = [_NOTE.sub("", "".join(cell.split())) if len(cell) < 120 else cell for cell in cells]
    pairs = [(c.heading, word) for c, word in zip(columns, words, strict=False) if c.heading or word]
    return bool(pairs) and sum(a == b for a, b in pairs) * 2 > len(pairs)
