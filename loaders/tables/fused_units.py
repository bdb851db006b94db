"""Lists of units of two columns that copying left without a mark between: 市园林局市财政局、市水利局.

The first column's list ends inside one of the words between the list's marks. Where that can be in one
place alone, and a name on either side of it is known, the columns are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.clauses.split import split_outside
from loaders.lexicon import firm_trades, is_listed_unit, is_standard, kind_of
from loaders.passage import fold
from loaders.tables.stacked_cells.units import is_name

Span = tuple[int, int]
_BEGINS = re.compile("[省市州区县旗镇乡各]")
_SHORTEST = 2
_MOST_ROUNDS = 8
_LONGEST = 80


def are_units(words: str) -> bool:
    """Is a folded run nothing but names of units, one or two between the marks of a list?"""
    names = [words[a:b] for a, b in split_outside(words, "、,")]
    return bool(names) and all(len(name) <= _LONGEST and _is_unit(name) for name in names)


def may_be_lists(words: str) -> bool:
    """Can a folded run be two lists that meet without a mark?"""
    return bool(_places(words))


def _is_unit(name: str) -> bool:
    return _is_one(name) or bool(_places(name))


def _is_one(name: str) -> bool:
    """Is it one name, or a firm's trade alone: 移动 in 电信、移动、联通公司?"""
    return is_name(name) or name in firm_trades()


def told_apart(text: str, runs: Sequence[Span]) -> list[tuple[Span, ...]]:
    """For each run its lists, one a column: the first alone where the run is one name; () where it isn't
    told for certain.

    A name that stands alone in one run is known in the others, and so are those of runs told apart.
    """
    words = [fold(text[a:b]) for a, b in runs]
    places = [_places(run) for run in words]
    known = {name for run in words for name in _alone(run)}
    found: list[int | None] = [None] * len(runs)
    for _ in range(_MOST_ROUNDS):
        left = (i for i in range(len(runs)) if found[i] is None)
        fresh = {i: cut for i in left if (cut := _sure(words[i], places[i], known)) is not None}
        for index, cut in fresh.items():
            found[index] = cut
            known |= set(_beside(words[index], cut))
        if not fresh:
            break
    return [_lists(run, words[i], places[i], found[i]) for i, run in enumerate(runs)]


def _lists(run: Span, words: str, places: Sequence[int], cut: int | None) -> tuple[Span, ...]:
    start, stop = run
    if cut is not None:
        return (start, start + cut), (start + cut, stop)
    one = not places and len(list(split_outside(words, "、,"))) == 1
    return (run,) if one and are_units(words) else ()


def _places(words: str) -> list[int]:
    """Where the first list may end."""
    names = list(split_outside(words, "、,"))
    found = []
    for index, (start, stop) in enumerate(names):
        if not all(_is_one(words[a:b]) for a, b in (*names[:index], *names[index + 1 :])):
            continue
        if _is_whole(words[start:stop]):
            continue
        cuts = (cut for cut in range(start + _SHORTEST, stop - _SHORTEST + 1) if words[cut] != "(")
        both = [
            cut
            for cut in cuts
            if is_listed_unit(words[start:cut])
            and is_listed_unit(words[cut:stop])
            and not _goes_on(words[start:cut], words[cut:stop])
        ]
        # the 市 of 市园林局市财政局 begins the second name, though places end so too
        found += [cut for cut in both if cut - 1 not in both or not _BEGINS.match(words, cut - 1)]
    return found


_LEVEL = re.compile("[省市州区县旗镇乡]")
_COLLECTIVE = re.compile("(?:[省市州区县]级)?(?:各|有关|相关)(?![省市州区县旗镇乡]{1,4}$)")
"""各区县政府, 市级有关部门; not 各县, which may be cut off."""
_HOST = re.compile("[省市州区县旗](?:委|政府|人大|政协)$|[一-鿿]{2}[市区县旗]$")
_NO_NAME = re.compile("[省市州区县旗镇乡]{2}")


def _goes_on(left: str, right: str) -> bool:
    """Is what ends before a place no name, or one that goes on behind it: 市委|网信办, 云溪县|商务局?"""
    host = _HOST.search(left) is not None and not _BEGINS.match(right)
    return host or _NO_NAME.fullmatch(left) is not None


def _is_whole(name: str) -> bool:
    """Is a name one that the lexicon knows, or a collective? No list ends inside it."""
    if _COLLECTIVE.match(name):
        return is_name(name)
    return is_standard(name) or (_LEVEL.match(name) is not None and is_standard(name[1:]))


def _alone(words: str) -> Iterable[str]:
    """The names of a run that can't be two."""
    for start, stop in split_outside(words, "、,"):
        if not _places(words[start:stop]) and is_listed_unit(words[start:stop]):
            yield words[start:stop]


def _beside(words: str, cut: int) -> tuple[str, str]:
    """The names on both sides of a place."""
    left = re.split("[、,]", words[:cut])[-1]
    return left, re.split("[、,]", words[cut:])[0]


def _is_sure(words: str, cut: int) -> bool:
    """Are the names on both sides of a place whole ones, and none of the others two that met?"""
    others = [words[a:b] for a, b in split_outside(words, "、,") if not a < cut < b]
    return all(_is_whole(name) for name in _beside(words, cut)) and not any(map(_places, others))


def _is_amid(words: str, cut: int) -> bool:
    """Does a place lie within a name of the lexicon that a level begins?"""
    before = range(max(0, cut - _LONGEST_KNOWN), cut)
    behind = range(cut + 1, min(len(words), cut + _LONGEST_KNOWN) + 1)
    return any(
        _LEVEL.match(words, start) and is_standard(words[start + 1 : stop])
        for start in before
        for stop in behind
    )


_LONGEST_KNOWN = 10


def _sure(words: str, places: Sequence[int], known: set[str]) -> int | None:
    """Where the first list ends, if that is certain; a bracket that closes there ends a name."""
    closed = [cut for cut in places if words[cut - 1] == ")"]
    if len(closed) == 1:
        return closed[0]
    # one that parts two names of the lexicon counts more than one amid them (市林业|局, 市科|技局)
    sure = [cut for cut in places if _is_sure(words, cut)]
    places = [cut for cut in places if not _is_amid(words, cut)]
    if len(sure) == 1 or len(places) != 1:
        return sure[0] if len(sure) == 1 else None
    cut = places[0]
    beside = _beside(words, cut)
    begins = _BEGINS.match(words, cut) is not None or kind_of(beside[1]) == "territory"
    return cut if begins or is_standard(beside[1]) or not known.isdisjoint(beside) else None
