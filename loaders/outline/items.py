"""The numbered items of a part, each with its path, its title and its own text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from loaders.outline.drafts import Draft
from loaders.outline.lines import Line, is_full, is_open, is_page_number, parted
from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.outline.parts import PartSpan
from loaders.outline.sequences import read_ordinals
from loaders.outline.signed import plan_begins

_MAX_GAP = 4
"""A number further ahead than this is not the next item but a number in the text."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item, or (path ()) what stands before the first number of a part, or of the plan in it.

    `path` is unique within the part; `paragraphs` are the spans of its own text, up to the next
    number, in order, each possibly over several lines; the first one begins with the ordinal, of
    `ordinal_length` characters. `title` is folded; `headed`: the title stands on a line alone;
    `skipped`: its number is neither 1 nor the next one.
    """

    part: str
    path: tuple[str, ...]
    title: str
    start: int
    stop: int
    ordinal_length: int
    paragraphs: tuple[tuple[int, int], ...]
    headed: bool = False
    skipped: bool = False


def read_outline(
    lines: Sequence[Line], part: PartSpan, margin: float | None = None, titles: Container[str] = ()
) -> list[Item]:
    """The items of one part in text order; the first has path () when text precedes the numbers, and
    so has what stands above those of a plan that follows the numbers of its notice.

    `margin`: how wide the lines of a document are that was copied line by line (`margin_of`). `titles`:
    of papers that the document is made of (`titles_in`): below each the numbers begin anew.
    """
    drafts = [Draft((), None)]
    levels = _Levels()
    previous = ""
    pieces = _pieces(lines, part)
    plan, body = plan_begins(lines, part.body, part.last) or (None, None)
    ordinals = read_ordinals([line.text for line in pieces])
    if _counts_papers(pieces, ordinals):
        ordinals = [None, *ordinals[1:]]
    for line, ordinal in zip(pieces, map(_nested, ordinals, pieces), strict=True):
        again = ordinal is None and _is_title(line.text, titles)
        if drafts[-1].path and (again or line.start == plan):
            drafts.append(Draft((), None))
            levels = _Levels()
        previous = "" if line.start == body else previous  # no title goes on in the plan's own text
        if ordinal and levels.accepts(ordinal, follows_open=_is_broken(previous, ordinal, margin)):
            skipped = levels.skips(ordinal)
            drafts.append(Draft(levels.enter(ordinal), ordinal, skipped))
            drafts[-1].begin(line)
        else:
            drafts[-1].append(line, previous, margin)
        previous = line.text
    return _finish(part.part, drafts)


def _counts_papers(pieces: Sequence[Line], ordinals: Sequence[Ordinal | None]) -> bool:
    """Does the first line hold only the number that a collection gives to the paper whose head follows?"""
    first = ordinals[0] if len(pieces) > 1 else None
    alone = first is not None and first.value > 1 and first.length >= len(pieces[0].text.rstrip())
    return alone and ordinals[1] is None and _HEAD.search(pieces[1].text) is not None


_HEAD = re.compile("印发|关于|转发|^《|(?:通知|意见|方案|办法|措施)$")


def _nested(ordinal: Ordinal | None, line: Line) -> Ordinal | None:
    """The number of a list inside another's item, told from those of the other, which it may look like."""
    return replace(ordinal, style=f"{ordinal.style}/{line.depth}") if ordinal and line.depth else ordinal


def _pieces(lines: Sequence[Line], part: PartSpan) -> list[Line]:
    """The part's own lines, those that hold several items in pieces."""
    own = (i for i in range(part.body, part.last) if i not in part.listed)
    return [piece for i in own if not is_page_number(lines[i].text) for piece in parted(lines[i])]


_NAMED = re.compile("《([^《》\n]{6,60})》")
_LONGEST_PLACE = 12


def titles_in(text: str) -> frozenset[str]:
    """The names in 《》 of a folded text: those of papers that a notice sends may head its parts."""
    return frozenset(match[1] for match in _NAMED.finditer(text))


def _is_title(line: str, titles: Container[str]) -> bool:
    """Is a line one of the titles, perhaps behind a place's name?"""
    return any(line[start:] in titles for start in range(_LONGEST_PLACE))


def _is_broken(previous: str, ordinal: Ordinal, margin: float | None) -> bool:
    """May a number stand in a sentence that the line above began? A first one below a heading doesn't."""
    first = ordinal.value == 1 and not _NO_HEADING.search(previous)
    heading = read_ordinal(previous) if first else None
    wrapped = "," in previous and is_full(previous, margin)
    if wrapped and not (heading and heading.style == "cn" and ordinal.style == "cn_brackets"):
        first, heading = False, None  # a sentence that the page's margin cut
    deeper = heading and heading.style != ordinal.style and heading.rank <= ordinal.rank
    titled = first and _TITLE.fullmatch(previous)
    return is_open(previous, 20) and not titled and not deeper and not _LISTS_UNITS.search(previous)


_LISTS_UNITS = re.compile("(?:单位|部门|科室|处室):[^。;:]{1,200}[局委办厅部院会处科室心]$")
"""A label's list has no full stop at its end."""
_NO_HEADING = re.compile("[。;:]|[,、]$|.{46}")
"""以公园为理念,完善体系 may be one."""
_TITLE = re.compile(
    r"[^,;:。]{8,60}(?:方案|分解|分工|清单|计划|要点|意见|措施|安排|规划|目录)(?:的通知)?(?:\([^()]{1,12}\))?"
)
"""The title of a plan, below which its first number begins, long as it may be."""


class _Levels:
    """The open levels of numbering: which styles are open, outermost first, and their last value."""

    def __init__(self) -> None:
        self._open: list[Ordinal] = []
        self._last: dict[str, int] = {}

    def accepts(self, ordinal: Ordinal, *, follows_open: bool) -> bool:
        """May this be the next item? A number in a broken sentence must be the very next one."""
        last = self._last.get(ordinal.style)
        if follows_open:
            return ordinal.value == (last or 0) + 1
        if ordinal.value == 1:
            return True
        if last is None:
            return ordinal.style != "decimal2" or bool(self._open)
        return last <= ordinal.value <= last + _MAX_GAP or ordinal.style == "decimal2"

    def skips(self, ordinal: Ordinal) -> bool:
        """Is its number neither the first nor the next one of its style?"""
        return ordinal.value not in (1, self._last.get(ordinal.style, 0) + 1)

    def enter(self, ordinal: Ordinal) -> tuple[str, ...]:
        """Open the level of this ordinal, closing deeper ones; the path that it stands at."""
        names = [o.style for o in self._open]
        if ordinal.style in names:
            keep = names.index(ordinal.style)
        else:
            keep = next((i for i, o in enumerate(self._open) if _closes(o, ordinal)), len(self._open))
        self._open[keep:] = [ordinal]
        self._last[ordinal.style] = ordinal.value
        return tuple(o.label for o in self._open)


def _closes(open_: Ordinal, fresh: Ordinal) -> bool:
    """Does a style not seen at this place end the open one? 第十条 stays open over its own (一), (二)."""
    if open_.style == "article" and fresh.style == "cn_brackets":
        return False
    return open_.rank > fresh.rank


_SENTENCE = re.compile("[。;]")
_TITLE_LINES = 8
"""Lines over which a title may be broken."""


def _finish(part: str, drafts: Iterable[Draft]) -> list[Item]:
    unique = UniquePaths()
    items = []
    for draft in drafts:
        if not draft.paragraphs:
            continue
        spans = tuple((lines[0].start, lines[-1].stop) for lines in draft.paragraphs)
        first = draft.paragraphs[0][0]
        length = draft.ordinal.length if draft.ordinal else 0
        path = unique.take(draft.path) if draft.path else ()
        words = "".join(line.text for line in draft.paragraphs[0][:_TITLE_LINES])
        title = title_of(words[length:]) if draft.ordinal else ""
        headed = (
            draft.ordinal is not None and not _SENTENCE.search(first.text[:-1]) and len(draft.paragraphs) > 1
        )
        items.append(Item(part, path, title, spans[0][0], spans[-1][1], length, spans, headed, draft.skipped))
    return items


class UniquePaths:
    """Gives a path that occurred before, or is taken, `~2`, `~3` … on its last element."""

    def __init__(self, taken: Iterable[tuple[str, ...]] = ()) -> None:
        self._seen: dict[tuple[str, ...], int] = dict.fromkeys(taken, 1)

    def take(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The path to use for this item: itself the first time."""
        while (count := self._seen.get(path, 0) + 1) > 1:
            self._seen[path] = count
            path = (*path[:-1], f"{path[-1]}~{count}")
        self._seen[path] = 1
        return path


_TITLE_STOP = re.compile(r"[。:;!?\n]|\((?=[^()]{1,300}(?:牵头|负责|配合|责任单位))")


_MARKS = re.compile(r"\*+|</?[a-zA-Z][^<>]{0,200}>")


def title_of(text: str) -> str:
    """The heading of an item: up to the first full stop, colon, semicolon or clause, at most 80."""
    stop = _TITLE_STOP.search(text[:400])
    title = text[: stop.start()] if stop else text
    title = _MARKS.sub("", title).strip()
    if len(title) > 80:
        title = title[:80].rsplit(",", 1)[0]
    return title
