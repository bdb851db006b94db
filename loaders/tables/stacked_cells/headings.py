"""The headings of tables of one cell below the other: where they stand and which columns they name.

The names stand below one another, perhaps broken (主要, 任务), or in one line, apart by blanks or glued.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.outline.lines import Line
from loaders.passage import fold
from loaders.tables.headers import Column, read_column, read_heading
from loaders.tables.stacked_cells.body import lines_in
from loaders.tables.stacked_cells.projects import tells_fact
from loaders.tables.stacked_cells.titles import is_title

_ROLE_LINE = re.compile(r"\n[ \t\u3000]{0,8}[^\s。;:,、:;,]{1,8}(?:单位|部门|科室)[ \t\u3000]{0,8}(?=\n)")
"""A line that names a column of units."""
_ONE_LINE = re.compile(
    r"\n[ \t\u3000]{0,8}(?=[^\n]{0,120}(?:单位|部门|科室))"
    r"(?:[^\s。;:,、:;,]{1,12}[ \t\u3000]{1,8}){2,11}[^\s。;:,、:;,]{1,12}[ \t\u3000]{0,8}(?=\n)"
)
"""A line of names apart by blanks."""
_GLUED = re.compile(
    r"\n[ \t\u3000]{0,8}(?:序号|编号)[^\s。;:,:;,]{6,80}(?:单位|部门|科室|时限|备注|时间|目标|进度安排)(?=\n)"
)
_NUMBER = re.compile("序|序号|编号")
_BROKEN = re.compile(
    "序 号|编 号|建设 (?:性质|周期|年限|规模)(?:[(]年[)])?|总?投资 [(][百千万亿]{0,2}元[)]"
    "|(?:到)?20[0-9]{2} ?年? (?:目标|计划|任务|预期|完成|现状)[^0-9 ]{0,4}"
)
"""Names of a column whose first line would name one by itself."""
_BEFORE, _BEHIND = 200, 120
"""Characters around a role's column in which the other columns' names stand."""
_LONGEST_NAME, _LONGEST_PIECE = 12, 8
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 12
_MOST_NAMES = 20
"""Lines of a heading's names at most."""
_WHOLE = 4
"""A line of so many characters is no piece of a name that the next line says by itself."""
_NOTE = re.compile(r"(?<=[^()])\([^()]{0,60}\)$")
"""What a heading says of its column besides (重点任务(市级3项)); its name is short without it."""
_MOST_STARTS = 4
"""Titles above a heading that may look like names of columns too."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns that a heading names, and the lines of each name."""

    columns: list[Column]
    names: list[list[Line]]

    @property
    def lines(self) -> list[Line]:
        """All its lines in text order."""
        return [line for name in self.names for line in name]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.names[0][0].start

    @property
    def stop(self) -> int:
        """The offset behind its last character."""
        return self.names[-1][-1].stop

    @property
    def numbered(self) -> bool:
        """Does a number begin each row?"""
        return self.columns[0].kind == "number"


def marks(text: str) -> list[re.Match[str]]:
    """The lines around which a heading may stand, in text order."""
    found = [match for pattern in (_ONE_LINE, _GLUED, _ROLE_LINE) for match in pattern.finditer(text)]
    return sorted(found, key=lambda mark: mark.start())


def numbered_role_lines(text: str) -> Iterator[re.Match[str]]:
    """The lines that name a column of units by themselves, near below a column of numbers; in text order."""
    for line in _ROLE_LINE.finditer(text):
        if _NUMBER.search(text, max(0, line.start() - _BEFORE), line.start()):
            yield line


@dataclass(frozen=True, slots=True)
class Search:
    """The ways to read a heading around a mark, the likeliest first, and how far was looked for one."""

    ways: Sequence[Heading]
    stop: int


def one_line_headings(text: str) -> Iterator[Heading]:
    """The headings whose names stand in one line, apart by blanks; not by tabs."""
    for mark in _ONE_LINE.finditer(text):
        if "\t" not in mark[0].strip():
            yield from _in_one_line(mark)


def glued_headings(text: str) -> Iterator[Heading]:
    """The headings whose names stand in one line without a mark between."""
    for mark in _GLUED.finditer(text):
        yield from _in_one_line(mark)


def headings_at(text: str, least: int, mark: re.Match[str]) -> Search:
    """The headings around a mark, which begin at `least` or behind it."""
    if mark.re is not _ROLE_LINE:
        return Search(_in_one_line(mark), mark.start())
    begin = text.rfind("\n", least, max(mark.start() - _BEFORE, least)) + 1
    lines = list(lines_in(text, max(begin, least), mark.end() + _BEHIND))
    numbers = (i for i, line in enumerate(lines) if line.stop < mark.end() and _NUMBER.fullmatch(line.text))
    first = max(numbers, default=None)
    if first is not None:
        return Search(_numbered(lines[first:], mark.end()), mark.end())
    return _unnumbered(lines, mark)


def _numbered(lines: Sequence[Line], place: int) -> list[Heading]:
    run = _names_run(lines)
    if not run or run[-1].stop + 1 < place:
        return []
    heading = _heading(_names(run))
    fits = heading and heading.numbered and heading.columns[-1].kind != "number" and _mostly_known(heading)
    return [heading] if heading and fits else []


def _unnumbered(lines: Sequence[Line], mark: re.Match[str]) -> Search:
    """The runs of known names around the mark; a title above them may look like the first."""
    at = next((i for i, line in enumerate(lines) if line.stop >= mark.end() - 1), len(lines))
    stop = at
    while stop < len(lines) and (size := _size(lines[stop:])):
        stop += size
    first = at
    while first and len(lines[first - 1].text) <= _LONGEST_NAME and stop - first < _MOST_NAMES:
        first -= 1
    told = [run for start in range(first, at + 1) if _all_known(run := _names(lines[start:stop]))]
    ways = [heading for run in told[:_MOST_STARTS] if (heading := _heading(run)) and not heading.numbered]
    return Search(ways, lines[stop - 1].stop if stop else mark.end())


def _in_one_line(mark: re.Match[str]) -> list[Heading]:
    words = fold(mark[0])
    if mark.re is _GLUED:
        start = len(words) - len(words.lstrip())
        spans = [(a + start, b + start) for a, b in glued_names(words.strip())]
    else:
        spans = [word.span() for word in re.finditer(r"\S+", words)]
    names = [[Line(mark.start() + a, mark.start() + b, words[a:b])] for a, b in spans]
    heading = _heading(names)
    return [heading] if heading and _all_known(names) else []


_NAME = re.compile(
    "(?:序号|编号|(?:项目|任务|事项)号|(?:任务|项目|工作|事项|专项(?:计划|行动))(?:[(](?:任务|项目)[)])?名称|(?:任务(?!主要)|工作|建设|主要|具体|重点)*(?:内容|措施|举措)"
    "|(?:牵头|配合|责任|主办|协办|承办|参与|主责|负责)(?:责任)?(?:单位|部门|科室|处室|庭室|领导|人)"
    "|(?:重点|主要|工作|目标|具体)*(?:任务|事项)(?:[和及](?:项目|事项))?(?!名称|内容|措施|目标|分工)|类别|领域|分类|(?:具体|工作)指标"
    "|年度(?:重点)?(?:工作)?任务(?:及|和)(?:工作)?目标|(?:年度|工作|预期|任务)(?:目标(?:任务)?|成果|成效)|进度安排|时间(?:进度|安排|要求)"
    "|(?:工作|任务)?(?:落实|完成|进展)情况|(?:完成|工作|时间)?(?:时限|时间|期限|节点)|备注)(?:[(][^()]{1,24}[)])?"
)


def glued_names(words: str) -> list[tuple[int, int]]:
    """The names that a line consists of without a mark between; [] where it holds anything else."""
    found = []
    at = 0
    while name := _NAME.match(words, at):
        found.append(name.span())
        at = name.end()
    return found if at == len(words) else []


def _heading(names: list[list[Line]]) -> Heading | None:
    if not _LEAST_COLUMNS <= len(names) <= _MOST_COLUMNS:
        return None
    columns = read_heading([_words(name) for name in names])
    return Heading(columns, names) if columns else None


def _mostly_known(heading: Heading) -> bool:
    known = [column for column in heading.columns if column.kind != "other"]
    return len(known) * 2 > len(heading.columns)


def _all_known(names: Sequence[Sequence[Line]]) -> bool:
    """Does each name, but one of the last column (备注), say what its column holds?"""
    return (
        bool(names)
        and all(_is_name(name) for name in names[:-1])
        and (_is_name(names[-1]) or _REMARK.fullmatch(_words(names[-1])) is not None)
    )


_REMARK = re.compile("备 ?注|说明|进展情况|落实情况|完成情况")


def _names_run(lines: Sequence[Line]) -> list[Line]:
    """The short lines up to the first row, or to a title above it."""
    run: list[Line] = []
    for line in lines:
        if line.text.isdecimal() or is_title(line.text):
            return run
        if len(_NOTE.sub("", line.text)) > _LONGEST_NAME:
            return []
        run.append(line)
    return []


def _names(run: Sequence[Line]) -> list[list[Line]]:
    """The lines of a heading by column: those that name one only together are one name."""
    names: list[list[Line]] = []
    while run:
        size = _size(run) or 1
        names.append(list(run[:size]))
        run = run[size:]
    return names


def _size(run: Sequence[Line]) -> int:
    """How many of the first lines name a column; 0 where they name none."""
    if len(run) > 1 and _BROKEN.fullmatch(f"{run[0].text} {run[1].text}"):
        return 2
    if run and (_is_name(run[:1]) or _REMARK.fullmatch(run[0].text)):
        return 1
    if len(run) > 1 and len(run[0].text) >= _WHOLE and _is_name(run[1:2]):
        return 0
    broken = (n for n in (2, 3) if all(len(line.text) <= _LONGEST_PIECE for line in run[:n]))
    return next((n for n in broken if _is_name(run[:n])), 0)


def _is_name(lines: Sequence[Line]) -> bool:
    column = read_column(_words(lines))
    return column.kind != "other" or tells_fact(column.heading)


def _words(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines)
