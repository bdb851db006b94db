"""The plans that a question names: by number, by title, or by the telling words of a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from graph.asking.cues import NAME, without_noise
from graph.asking.grams import pairs_of, weights_of
from graph.asking.mention import Mention
from graph.asking.paper_names import SHORTEST, number_key
from graph.asking.text import folded

if TYPE_CHECKING:
    from graph.asking.known import Known

_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,8}?[\(]?(?:20\d\d|19\d\d)[\)年]?第?\d{1,4}号(?:文件|文(?!化))?"
    r"|(?P<letters>[\u4e00-\u9fff]{0,8}?[发办函字])?第?(?P<number>\d{1,4})号(?P<paper>文件|文(?!化))?"
)
"""A number in full (国发〔2031〕9号), or without its year: 国发9号, 9号文."""
_KEY = re.compile(r"(?P<letters>\D+)(?:19|20)\d\d(?P<number>\d+)")
_PAPER_END = re.compile(
    r"的?(?:总体|工作|实施|行动|专项|具体|建设|分工|改革|重点|任务|责任)*(方案|意见|文件|通知|规划|计划|纲要|清单|条例|办法|措施|决定|政策|目录|法|规定)"
)
_LEAD_IN = re.compile(
    r"^.*?(?:(?:牵头|配合|负责|参与|承担|主抓)的|根据|依据|按照|引用|引了|在|从|看|给|与|和|查|哪些|什么|份)"
)
"""What may stand before the words of a title."""
_COVERED = 0.7
"""The share of a phrase's pairs (by weight) that a title must hold."""


def find_papers(question: str, known: Known) -> list[Mention]:
    """Plans in a folded question (names already found are masked), without overlaps.

    A mention without ids is a plan that is spoken of and not in the graph.
    """
    found: list[Mention] = []
    for step in (_by_number, _by_core, _by_action, _by_phrase):
        text = list(question)
        for mention in found:
            text[mention.start : mention.stop] = NAME * (mention.stop - mention.start)
        found += step("".join(text), known)
    return found


def _mention(start: int, stop: int, ids: Iterable[str], text: str, *, exact: bool = True) -> Mention:
    return Mention("paper", start, stop, tuple(ids), text=text[start:stop], exact=exact)


def _by_number(question: str, known: Known) -> list[Mention]:
    by_key = known.called.numbers
    found = []
    for match in _NUMBER.finditer(question):
        if match["number"]:
            found += _without_year(match, by_key, question)
            continue
        key = number_key(re.sub("文件?$", "", match[0]))
        # what stands before the number may have been read as its first characters (依据湘政办发…)
        fits = [k for k in by_key if key.endswith(k)]
        longest = max(fits, key=len, default="")
        start = match.start() + (len(key) - len(longest) if longest else 0)
        found.append(_mention(start, match.end(), by_key.get(longest, ()), question))
    return found


def _without_year(
    match: re.Match[str], by_key: Mapping[str, tuple[str, ...]], question: str
) -> list[Mention]:
    """The plans of a number said without its year; a number of no paper (9号楼) is left to others."""
    if not (match["letters"] or match["paper"]):
        return []
    letters = match["letters"] or ""
    parted = [(key, _KEY.fullmatch(key)) for key in by_key]
    fits = {
        key: size
        for key, parts in parted
        if parts and parts["number"] == match["number"] and (size := _said(letters, parts["letters"])) >= 0
    }
    longest = max(fits.values(), default=0)
    ids = dict.fromkeys(id for key, size in fits.items() if size == longest for id in by_key[key])
    if not ids and not (match["paper"] and letters):
        return []
    start = (match.end("letters") - longest) if letters else match.start()
    return [_mention(start, match.end(), ids, question)]


def _said(letters: str, of_key: str) -> int:
    """How many letters of a number stand at the end of what was said before it; -1 for others' letters."""
    return 0 if not letters else len(of_key) if letters.endswith(of_key) else -1


def _by_core(question: str, known: Known) -> list[Mention]:
    """Titles or their telling words that stand in the question, one character wrong at most."""
    best: dict[tuple[int, int], list[str]] = {}
    exact: dict[tuple[int, int], bool] = {}
    for name, ids in known.called.likely(question):
        span = _span(question, name)
        if span:
            best.setdefault(span[:2], []).extend(ids)
            exact[span[:2]] = exact.get(span[:2], False) or span[2]
    return _longest(question, best, exact, known)


def _span(question: str, name: str) -> tuple[int, int, bool] | None:
    """Where a name stands in the question: half-open, and whether letter by letter."""
    at = question.find(name)
    if at >= 0:
        return at, at + len(name), True
    if len(name) < SHORTEST + 2:
        return None
    for at in range(len(question) - len(name) + 1):
        word = question[at : at + len(name)]
        if NAME not in word and Levenshtein.distance(word, name, score_cutoff=1) <= 1:
            return at, at + len(name), False
    return None


def _longest(
    question: str,
    best: dict[tuple[int, int], list[str]],
    exact: dict[tuple[int, int], bool],
    known: Known,
) -> list[Mention]:
    found: list[Mention] = []
    for start, stop in sorted(best, key=lambda span: (span[0] - span[1], span)):
        if all(stop <= m.start or start >= m.stop for m in found):
            end = _PAPER_END.match(question, stop)
            found.append(_mention(start, stop, best[start, stop], question, exact=exact[start, stop]))
            if end:
                last = found.pop()
                ids = _of_kind(last.ids, end[1], known)
                found.append(_mention(start, end.end(), ids, question, exact=last.exact))
    return found


def _of_kind(ids: Sequence[str], noun: str, known: Known) -> list[str]:
    """Of several plans of one name those whose title ends as it was said (…清单); all where none does."""
    titles = {paper.id: folded(paper.title) for paper in known.papers if paper.id in ids}
    return [id for id in ids if titles.get(id, "").endswith(noun)] or list(ids)


_ACTION = re.compile(r"(?P<words>[\u4e00-\u9fff]{2,6}?)(?:[这那]一?)?(?P<noun>[仗战](?![略场疫])|行动)")

_BEFORE_ACTION = re.compile(r"[省市州区县的在把年里对为]$|知道|了解|请问")
"""What ends before an action's name, so that the words behind it are all of it."""


def _in_order(characters: str, name: str) -> bool:
    """Does a name hold these characters in this order, as its short forms do (科创 of 科技创新)?"""
    rest = iter(name)
    return all(character in rest for character in characters)


def _holds_pairs(characters: str, name: str) -> bool:
    """Does a name hold each two neighbours of these characters?"""
    return all(pair in name for pair in pairs_of([characters]))


def _by_action(question: str, known: Known) -> list[Mention]:
    """Some words of an action before its last (民生仗 of 重点民生保障仗), where one name alone has them."""
    found = []
    for match in _ACTION.finditer(question):
        names = [n for n in range(len(known.called.names)) if known.called.names[n].endswith(match["noun"])]
        for at in range(len(match["words"]) - 1):
            before, words = match["words"][:at], match["words"][at:]
            whole = not before or before in known.things.by_place or _BEFORE_ACTION.search(before)
            holds = _in_order if whole else _holds_pairs
            fits = [n for n in names if holds(words, known.called.names[n])]
            least = min((len(known.called.names[n]) for n in fits), default=0)
            fits = [n for n in fits if len(known.called.names[n]) == least]
            if len(fits) == 1:
                ids = known.called.ids[fits[0]]
                found.append(_mention(match.start() + at, match.end(), ids, question, exact=False))
            if fits:
                break
    return found


_PHRASE = re.compile(
    r"(?P<words>[^\ue000,。?!;:、]{2,40}?)的?(?P<noun>(?:总体|工作|实施|行动|指导|专项|若干|分工|重点|任务|责任)*(?:文件|方案|意见|通知|规划|计划|政策|纲要|条例|办法|措施|清单|(?:国办?|[省市州区县][政府委办]{0,2})发文))"
    r"(?P<after>里面?|中(?!央|心|国)|内|上|当中)?"
)


_ASKS = re.compile("(?:哪|几|多少|什么).{0,3}")
"""Words before 方案 that ask for papers and name none (哪几份方案)."""


_POINTING = re.compile(r"的?(?:[这那一][个份张](?:的|国务院|国家|上级|[省市州区县]里?)?)?的?$")
"""What stands between the words of a title and the kind of paper: 公园建设那份(文件)."""
_LAST_NOUN = re.compile(r"..$")


def _by_phrase(question: str, known: Known) -> list[Mention]:
    """Words before 方案, 意见 … that the titles of some plans hold: 消费扶贫的文件里."""
    found = []
    for match in _PHRASE.finditer(question):
        said = _POINTING.sub("", match["words"])
        words = _LEAD_IN.sub("", without_noise(said))
        start = match.start("words") + len(said) - len(words)
        pairs = pairs_of([words])
        if len(words) < 2 or not pairs or words in known.things.by_place or _ASKS.fullmatch(words):
            continue
        ids = _of_kind(_covering(pairs, known), _LAST_NOUN.search(match["noun"])[0], known)  # type: ignore[index]
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
    weights, _ = weights_of(pairs, known.titles)
    matched = known.titles.matched(weights)
    if allowed is not None:
        matched = matched * [paper.id in allowed for paper in known.papers]
    best = float(matched.max(initial=0.0))
    if not best or best < least * sum(weights.values()):
        return []
    return [known.papers[n].id for n in (matched >= 0.95 * best).nonzero()[0]]
