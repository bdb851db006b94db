"""The plans that a question names: by number, by title, or by the telling words of a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from graph.asking.cues import NAME
from graph.asking.grams import pairs_of
from graph.asking.text import folded

if TYPE_CHECKING:
    from graph.asking.known import Known
    from graph.asking.scan import Mention

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}?[\(]?(20\d\d|19\d\d)[\)年]?第?\d{1,4}号")
_PAPER_END = re.compile(
    r"(?:总体|工作|实施|行动|专项|具体|建设|分工|改革)?(?:方案|意见|文件|通知|规划|计划|纲要|清单|条例|办法|措施|决定|政策|目录|法|规定)"
)
_TAIL = re.compile(
    r"(?:总体|工作|实施|专项|重点工作|重点|分工|三年行动|年度|行动(?=方案|计划))*"
    r"(?:方案|实施意见|指导意见|意见|的?通知|规划|计划|纲要|任务清单|清单|条例|办法|若干措施|措施)?(?:\(.{1,8}\))?$"
)
_HEAD = re.compile(
    r"^(?:国务院办公厅|国务院|[\u4e00-\u9fff]{2,16}?人民政府(?:办公室|办公厅)?)?(?:关于)?(?:印发)?(?:\d{4}年度?)?(?:全[国省市州区县])?"
    r"(?:进一步|深入|加快|大力|全面|扎实)*(?:打好|打赢|落实|实施|推进|开展|做好|加强|促进)?"
)
_QUOTED = re.compile(r"[“「‘]([^”」’]{2,12})[”」’]")
_KIND = re.compile(r"(?:专项)?(?:行动|攻坚战|攻坚仗|攻坚|工程)$")
"""What an action's name may be said without."""
_SHORTEST = 4
_COVERED = 0.7
"""The share of a phrase's pairs (by weight) that a title must hold."""


@lru_cache(maxsize=65536)
def names_of(title: str, places: tuple[str, ...]) -> tuple[str, ...]:
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
    return tuple(dict.fromkeys([*(n for n in names if len(n) >= _SHORTEST), *quoted]))


def find_papers(question: str, known: Known) -> list[Mention]:
    """Plans in a folded question (names already found are masked), without overlaps.

    A mention without ids is a plan that is spoken of and not in the graph.
    """
    found: list[Mention] = []
    for step in (_by_number, _by_core, _by_phrase):
        text = list(question)
        for mention in found:
            text[mention.start : mention.stop] = NAME * (mention.stop - mention.start)
        found += step("".join(text), known)
    return found


def number_key(number: str) -> str:
    """A document number as it is compared: 云政发〔2031〕9号 → 云政发20319."""
    return re.sub(r"[()号第年]", "", folded(number))


def _mention(start: int, stop: int, ids: Iterable[str], text: str, *, exact: bool = True) -> Mention:
    from graph.asking.scan import Mention

    return Mention("paper", start, stop, tuple(ids), text=text[start:stop], exact=exact)


def _by_number(question: str, known: Known) -> list[Mention]:
    by_key: dict[str, list[str]] = {}
    for paper in known.papers:
        if paper.doc_number and not paper.part:
            by_key.setdefault(number_key(paper.doc_number), []).append(paper.id)
    found = []
    for match in _NUMBER.finditer(question):
        key = number_key(match[0])
        # what stands before the number may have been read as its first characters (依据湘政办发…)
        fits = [k for k in by_key if key.endswith(k)]
        longest = max(fits, key=len, default="")
        start = match.start() + (len(key) - len(longest) if longest else 0)
        found.append(_mention(start, match.end(), by_key.get(longest, ()), question))
    return found


def _by_core(question: str, known: Known) -> list[Mention]:
    """Titles or their telling words that stand in the question, one character wrong at most."""
    best: dict[tuple[int, int], list[str]] = {}
    exact: dict[tuple[int, int], bool] = {}
    weights = dict.fromkeys(pairs_of([question]), 1.0)
    likely = known.titles.matched(weights) >= 2
    for n in likely.nonzero()[0]:
        paper = known.papers[n]
        place = known.things.places.get(paper.region)
        for name in names_of(paper.title, place.spellings() if place else ()):
            span = _span(question, name)
            if span:
                best.setdefault(span[:2], []).append(paper.id)
                exact[span[:2]] = exact.get(span[:2], False) or span[2]
                break
    return _longest(question, best, exact)


def _span(question: str, name: str) -> tuple[int, int, bool] | None:
    """Where a name stands in the question: half-open, and whether letter by letter."""
    at = question.find(name)
    if at >= 0:
        return at, at + len(name), True
    if len(name) < _SHORTEST + 2:
        return None
    for at in range(len(question) - len(name) + 1):
        word = question[at : at + len(name)]
        if NAME not in word and Levenshtein.distance(word, name, score_cutoff=1) <= 1:
            return at, at + len(name), False
    return None


def _longest(
    question: str, best: dict[tuple[int, int], list[str]], exact: dict[tuple[int, int], bool]
) -> list[Mention]:
    found: list[Mention] = []
    for start, stop in sorted(best, key=lambda span: (span[0] - span[1], span)):
        if all(stop <= m.start or start >= m.stop for m in found):
            end = _PAPER_END.match(question, stop)
            found.append(_mention(start, stop, best[start, stop], question, exact=exact[start, stop]))
            if end:
                last = found.pop()
                found.append(_mention(start, end.end(), last.ids, question, exact=last.exact))
    return found


_PHRASE = re.compile(
    r"(?P<words>[^\ue000,。?!;:、]{3,40}?)的?(?P<noun>(?:总体|工作|实施|行动|指导|专项|若干|分工)*(?:文件|方案|意见|通知|规划|计划|政策|纲要|条例|办法|措施))"
    r"(?P<after>里面?|中(?!央|心|国)|内|上|当中)?"
)


def _by_phrase(question: str, known: Known) -> list[Mention]:
    """Words before 方案, 意见 … that the titles of some plans hold: 消费扶贫的文件里."""
    found = []
    for match in _PHRASE.finditer(question):
        words = re.sub(r"^.*?(?:根据|依据|按照|引用|引了|在|从|看|与|和|查|哪些|什么|份)", "", match["words"])
        start = match.end("words") - len(words)
        words = re.sub(r"(?:的)?(?:[这那][个份]|一份)?$", "", words)
        pairs = pairs_of([words])
        if len(words) < 2 or not pairs or words in known.things.by_place:
            continue
        ids = _covering(pairs, known)
        if ids or match["after"]:
            found.append(_mention(start, match.end("noun"), ids, question, exact=False))
    return found


def covering(pieces: Sequence[str], known: Known, allowed: set[str] | None) -> list[str]:
    """The loaded plans whose titles hold half of these words or more, the best alone."""
    pairs = pairs_of(pieces)
    found = _covering(pairs, known, allowed, 0.5) if pairs else []
    return [id for id in found if id in known.things.papers]


def _covering(
    pairs: Sequence[str], known: Known, allowed: set[str] | None = None, least: float = _COVERED
) -> list[str]:
    """The papers whose titles hold most of these pairs, the best alone."""
    weights = {pair: known.titles.weight(pair) for pair in pairs}
    matched = known.titles.matched(weights)
    if allowed is not None:
        matched = matched * [paper.id in allowed for paper in known.papers]
    best = float(matched.max(initial=0.0))
    if not best or best < least * sum(weights.values()):
        return []
    return [known.papers[n].id for n in (matched >= 0.95 * best).nonzero()[0]]
