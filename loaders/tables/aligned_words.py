"""What the words of a cell aligned by blanks tell: whether they are whole, and whether two lines are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.clauses.split import split_outside
from loaders.lexicon import is_unit
from loaders.outline.ordinals import Ordinal, read_ordinal
from loaders.tables.headers import ROLE_OF

_TIME = re.compile("(?:19|20)[0-9]{2}|长期|持续|常态|全年|每|按|立行立改|已")
"""Begins a deadline, and never stands in the middle of one but behind a dash."""
_OF_TIME = re.compile(r"年|月|日|季度|长期|持续|常态|[底前]$|每|立即|适时|[-—/]|\d")
_BESIDE = re.compile(r"\s+|等(?:单位|部门)?$|\([^()]{0,40}\)$|^[-—]+$")
"""What may stand beside the name of a unit in its cell."""
_COLLECTIVE = re.compile("[各其]|有关|相关|[省市州区县]直|[省市州区县]级")
_JUMBLED = re.compile(r"月年|年年|[前末]底|[前底末]\d|\d{4}(?![年\d./~至—-])|^年(?![底末内度中初])")
"""A time whose characters `pdftotext` put out of order (2031前年底), as it does where lines nearly meet."""
_GOES_ON = re.compile("[市区县旗镇乡]{0,3}(?:人民政府|政府)|管委会|党委|办公室|有关|相关|等")
"""Units that may go on a name which is one already (各县区 / 人民政府)."""
_MARKS = "、,;"
_OWN_PREFIX = re.compile(r"[省市州区县旗镇乡各]")
_LONGEST_NUMBER = 8


def ordinal_alone(words: str) -> Ordinal | None:
    """The ordinal that folded words are; None when they are more than one."""
    bare = words.rstrip("、.")
    ordinal = read_ordinal(bare + "、") if len(bare) < _LONGEST_NUMBER else None
    return ordinal if ordinal and ordinal.length > len(bare) else None


def is_plain(kind: str, lines: Sequence[str]) -> bool:
    """Do the lines of a cell hold what a column of `kind` is for: units, a time, sentences of a task?"""
    if kind == "task":
        return _are_sentences(lines)
    words = "".join(lines)
    if kind == "deadline":
        return _OF_TIME.search(words) is not None and not _JUMBLED.search(words) and not is_unit(words)
    return kind not in ROLE_OF or are_units(words)


def are_units(words: str) -> bool:
    """Does a cell hold nothing but whole names of units?"""
    names = (_BESIDE.sub("", words[a:b]) for a, b in split_outside(words, "、,;/ "))
    return all(not name or is_unit(name) or _COLLECTIVE.match(name) for name in names)


def may_go_on(kind: str, left: str, right: str) -> bool | None:
    """Is the line `right` the rest of the cell's line `left`? None when the words don't tell."""
    if left.endswith("、"):
        return True
    if kind == "deadline" and _TIME.match(right):
        return left.endswith(("-", "—", "~", "至"))
    return False if kind in ROLE_OF and _are_two(left, right) else None


def _are_sentences(lines: Sequence[str]) -> bool:
    """Does a cell end where a sentence does, if one of its lines ends with one? Else two may be mixed up."""
    inner = any(line.endswith("。") for line in lines[:-1])
    return lines[-1].endswith(("。", ";", "!", ")")) if inner else not lines[-1].endswith((",", "、"))


def _are_two(left: str, right: str) -> bool:
    """Does a list of units end with a whole name, and the other begin with one?"""
    ends = [left[a:b] for a, b in split_outside(left, _MARKS)]
    begins = [right[a:b] for a, b in split_outside(right, _MARKS)]
    if not ends or not begins or not is_unit(ends[-1]) or _GOES_ON.match(begins[0]):
        return False
    return _OWN_PREFIX.match(begins[0]) is not None or is_unit(begins[0])
