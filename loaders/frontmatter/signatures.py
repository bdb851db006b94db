"""Who signs a document: the organs over the date at its end, and whether a line is an organ's name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import partial

from loaders.data_files import pattern
from loaders.frontmatter.dates import find_date, run_together
from loaders.lexicon import is_unit, plan_region
from loaders.outline.lines import Line

_words = partial(pattern, __package__, "signatures")
_SIGNERS = 40
"""Lines of organs that sign together at most."""


def is_organ(line: str) -> bool:
    """Is a line nothing but an organ's name, perhaps spaced out?"""
    name = line.replace(" ", "")
    return (
        2 <= len(name) <= 40
        and not re.search(r"[,。;:、《》>›»]|(?:有关|相关)(?:部门|单位)$", name)
        and (_words("organ_end").search(name) is not None or is_unit(name))
    )


def is_organs(line: str) -> bool:
    """Several organs side by side, parted by blanks."""
    return all(is_organ(name) for name in line.split())


def with_second_name(above: str, line: str) -> bool:
    """Is a line the second name, in brackets, of the organ on the line above?"""
    return _words("second_name").fullmatch(line) is not None and is_organ(above)


def signature_of(lines: Sequence[Line]) -> tuple[str, str] | None:
    """(issuer, date) where a line that is an organ, or a few, stands over a line that is a date.

    A date in words (2031年2月1日) is a document's own; one in figures may be the page's above it.
    """
    found = list(itertools.islice(_signatures(lines), _MOST))
    own = next((each[:2] for each in found if each[2]), None)
    if own or not found:
        return own
    signed = (
        find_date(above.text) for above, below in itertools.pairwise(lines) if _PUBLIC.match(below.text)
    )
    date = next((date for date in signed if date and date[1] == 0), None)
    return found[0][0], date[0] if date else found[0][1]


_PUBLIC = re.compile(r"\(此[件文][^()]{0,12}公开")
"""What stands below the date of a document that anyone may read."""
_MOST = 3
"""Organs over dates that are looked at."""


def _signatures(lines: Sequence[Line]) -> Iterator[tuple[str, str, bool]]:
    """(issuer, date, is the date in words) of each organ over a date."""
    lines = _with_second_names(list(_without_lent(lines)))
    for index, line in enumerate(lines[1:], 1):
        run = run_together(line.text)
        date = (run, 0, len(line.text)) if run else find_date(line.text) if len(line.text) <= 24 else None
        if date and date[1] == 0 and date[2] >= len(line.text) - 4 and _signs(lines[index - 1].text):
            above = (each.text for each in reversed(lines[max(0, index - _SIGNERS) : index]))
            organs = [*itertools.takewhile(_signs, above)][::-1]
            issuer = _FOR.sub("", _begun(lines[: index - len(organs)], organs))
            yield issuer, date[0], run is not None or "年" in line.text


def _with_second_names(lines: Sequence[Line]) -> list[Line]:
    joined: list[Line] = []
    for line in lines:
        if joined and with_second_name(joined[-1].text, line.text):
            line = Line(joined[-1].start, line.stop, joined.pop().text + line.text)
        joined.append(line)
    return joined


_FOR = re.compile(r"\((?:[一-鿿]{2,40}?代章|代章|代)\)$")
_LENT = re.compile(r"\([一-鿿]{2,60}代章\)")
"""What says whose seal was lent, on a line or a few of their own."""
_MOST_LENT = 4


def _without_lent(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without those that say in brackets whose seal was lent."""
    last = 0
    for index, line in enumerate(lines):
        if index < last:
            continue
        if line.text.startswith("("):
            run = range(index + 1, min(index + _MOST_LENT, len(lines)) + 1)
            words = ("".join("".join(each.text.split()) for each in lines[index:stop]) for stop in run)
            last = next((stop for stop, said in zip(run, words, strict=True) if _LENT.fullmatch(said)), index)
        if index >= last:
            yield line


def _begun(lines: Sequence[Line], organs: Sequence[str]) -> str:
    """The organs of a signature; a name that its first line only ends begins on the line above."""
    above = lines[-1].text if lines else ""
    parted = _words("body").match(organs[0]) or above.endswith(("和", "与", "及"))
    whole = _FOR.sub("", "".join((above + organs[0]).split()))
    levelled = _LEVEL_FIRST.fullmatch(above) and plan_region("", organs[0], None) is None
    if (levelled or (parted and plan_region("", above, None))) and is_organ(whole):
        organs = [above + organs[0], *organs[1:]]
    names = [names_of(organ) for organ in organs]
    pair = len(organs) == _PAIR and any(map(_words("party").match, organs))
    alone = all(len(each) == 1 for each in names) and not pair
    lost = any(len(each) > len(organ.split()) for each, organ in zip(names, organs, strict=True))
    return ("、" if alone or lost else " ").join(name for each in names for name in each)


_LEVEL_FIRST = re.compile("[省市州县区旗](?![委直级])[一-鿿、 ]{10,40}(?<!单位|部门|政府)")
"""A long first line of an office's name that only its level begins (省公园建设与绿化管理改革)."""


def with_first(issuer: str | None, lines: Sequence[Line]) -> str | None:
    """The organs of a title (甲局、乙局关于…), with those that it leaves out where all sign on lines of their
    own, the date lost below them."""
    names = issuer.split("、") if issuer else []
    if len(names) < _FEWEST:
        return issuer
    for signs, run in itertools.groupby(lines, key=lambda line: is_organ(line.text)):
        signed = ["".join(line.text.split()) for line in itertools.islice(run, _SIGNERS)] if signs else []
        if len(signed) > len(names) and set(names) <= set(signed):
            return "、".join(signed)
    return issuer


_FEWEST = 2
_PAIR = 2


def names_of(line: str) -> list[str]:
    """The organs of a line: several side by side, or one whose name is perhaps spaced out."""
    words = line.split()
    names = words if all(is_organ(word) for word in words) else ["".join(words)]
    return [each for name in names for each in _parted(name)]


_NATIONAL = ("国家", "中国", "中共", "中央")
_SHORTEST, _PLACE = 4, 2


def _parted(name: str) -> list[str]:
    """Two organs whose blank a copy lost, where the second begins as the first or with the State's name."""
    begins = (name[:_PLACE], *_NATIONAL)
    for at in range(_SHORTEST, len(name) - _SHORTEST + 1):
        if name.startswith(begins, at) and is_organ(name[:at]) and is_organ(name[at:]) and _ends(name[:at]):
            return [name[:at], *_parted(name[at:])]
    return [name]


def _ends(name: str) -> bool:
    """Does a name end as an organ's does, and not within one (青岚市青岚区园林局)?"""
    return _words("organ_end").search(name) is not None and plan_region(name, None, None) != name


def _signs(line: str) -> bool:
    """One organ (its name perhaps spaced out), or several side by side."""
    return is_organ(line) or is_organs(line)


_DIVISION = re.compile("(?<=办公室|办公厅)[\u4e00-\u9fff]{2,4}处$")
"""The division that had it printed (文电处) is not who issues it."""


def printed_by(lines: Sequence[Line]) -> tuple[str, str] | None:
    """(issuer, date) of the last line, for want of a signature: 青岚市人民政府办公室 2031年2月1日印发."""
    for line in reversed(lines[-3:]):
        date = find_date(line.text) if line.text.endswith("印发") else None
        organ = _DIVISION.sub("", line.text[: date[1]].replace(" ", "")) if date else ""
        if date and is_organ(organ):
            return organ, date[0]
    return None
