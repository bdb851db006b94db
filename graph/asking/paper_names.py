"""What the plans of a graph are called: titles, the telling words of titles, document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.asking.grams import Grams, pairs_of
from graph.asking.text import folded
from graph.asking.things import Paper, Things

_TAIL = re.compile(
    r"的?(?:总体|工作|实施|专项|重点工作|重点|分工|三年行动|年度|行动(?=方案|计划))*"
    r"(?:方案|实施意见|指导意见|意见|的?通知|规划|计划|纲要|任务清单|清单|条例|办法|若干措施|措施)?(?:\(.{1,8}\))?$"
)
_HEAD = re.compile(
    r"^(?:国务院办公厅|国务院|[\u4e00-\u9fff]{2,16}?人民政府(?:办公室|办公厅)?)?(?:关于)?(?:印发)?(?:\d{4}年度?)?(?:全[国省市州区县])?"
    r"(?:进一步|深入|加快|大力|全面|扎实)*(?:打好|打赢|落实|实施|推进|开展|做好|加强|促进)?"
)
_QUOTED = re.compile(r"[“「‘]([^”」’]{2,12})[”」’]")
_KIND = re.compile(r"(?:专项)?(?:行动|攻坚战|攻坚仗|攻坚|工程)$")
"""What an action's name may be said without."""
_NUMBERED = re.compile("[二三四五六七八九十]{1,2}(?:大[\u4e00-\u9fff]{2}|[仗战])$")
"""The number at the end of a name, by which people call the whole: 发展三仗 → 三仗."""
_BATTLE = re.compile("[仗战]$")
_OTHER = {"仗": "战", "战": "仗"}
"""Both are said of one action."""
SHORTEST = 4
"""Characters of a telling part of a title, unless it is quoted there."""
_LIKELY = 0.55
"""The share of a name's pairs that stand in a question where one of its characters at most is wrong."""


@dataclass(frozen=True, slots=True)
class PaperNames:
    """Names with the ids of the plans that go by them; numbers by their key."""

    names: tuple[str, ...]
    ids: tuple[tuple[str, ...], ...]
    grams: Grams
    numbers: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, papers: Sequence[Paper], things: Things) -> PaperNames:
        """The names of these plans."""
        named: dict[str, list[str]] = {}
        numbers: dict[str, list[str]] = {}
        for paper in papers:
            place = things.places.get(paper.region)
            for name in _names_of(paper.title, place.spellings() if place else ()):
                named.setdefault(name, []).append(paper.id)
            if paper.doc_number and not paper.part:
                numbers.setdefault(number_key(paper.doc_number), []).append(paper.id)
        keyed = {key: tuple(ids) for key, ids in numbers.items()}
        return cls(tuple(named), tuple(map(tuple, named.values())), Grams(list(named), 1.0), keyed)

    def likely(self, question: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Names that may stand in a folded question, with their plans."""
        matched = self.grams.matched(dict.fromkeys(pairs_of([question]), 1.0))
        for n in (matched >= _LIKELY * self.grams.lengths).nonzero()[0]:
            yield self.names[n], self.ids[n]


def number_key(number: str) -> str:
    """A document number as it is compared: 云政发〔2031〕9号 → 云政发20319."""
    return re.sub(r"[()号第年]", "", folded(number))


def _names_of(title: str, places: tuple[str, ...]) -> tuple[str, ...]:
    """What a title is called, folded, the fullest first; `places` spell the region that it governs.

    2031年青岚市打好蓝天保卫仗工作方案 → itself, 蓝天保卫仗; what stands in quotes in a title is one, too.
    """
    text = folded(title)
    core = _HEAD.sub("", _TAIL.sub("", text))
    for place in places:
        core = core.removeprefix(place)
    core = _HEAD.sub("", core)
    names = [text, core, _KIND.sub("", core)]
    quoted = [folded(match) for match in _QUOTED.findall(title)]
    names += [_BATTLE.sub(lambda m: _OTHER[m[0]], name) for name in names if _BATTLE.search(name)]
    quoted += [match[0] for name in quoted if (match := _NUMBERED.search(name))]
    return tuple(dict.fromkeys([*(n for n in names if len(n) >= SHORTEST), *quoted]))
