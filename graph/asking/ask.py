"""Ask a store a question in Chinese: its intent, the answer, and what to offer where there is none."""

from __future__ import annotations

import dataclasses

from rapidfuzz import fuzz, process

from graph.asking import intents
from graph.asking.answer import Answer, Asking, Nearest, Word
from graph.asking.cues import meanings
from graph.asking.known import Known, known_of
from graph.asking.mention import Mention
from graph.asking.reading import Reading, read
from graph.asking.themes import nearest
from graph.catalogue import Catalogue
from graph.store import Store

LONGEST = 300
"""Characters of a question; what is longer is no question."""
_MEANT = {"deadline": "完成时限", "year": "年份", "part": "附件", "foreign": "图谱里没有的地方"}


def ask(store: Store, catalogue: Catalogue, question: str, *, timeout_ms: int | None = None) -> Answer:
    """Answer a question; never raises for what the question says.

    An answer that is `empty` says in `text` what isn't known. Raises as `Store.read` does.
    """
    if not question.strip():
        return Answer(question, "none", "请输入问题,例如:市工信局牵头哪些任务?", empty=True)
    if len(question) > LONGEST:
        return Answer(question[:LONGEST], "none", f"问题太长,请用 {LONGEST} 字以内的一句话来问", empty=True)
    known = known_of(store)
    reading = read(question, known)
    asking = Asking(store, catalogue, known, reading, timeout_ms)
    found = None if reading.missing else _first(asking)
    answer = found or _nothing(asking)
    return dataclasses.replace(answer, question=question, words=_words(question, reading, known))


def _first(a: Asking) -> Answer | None:
    """The answer of the first intent that fits the question and has one."""
    for intent in _order(a.reading):
        answer = intent(a)
        if answer is not None and answer.rows is not None and answer.rows.rows:
            return answer
    return None


def _order(r: Reading) -> list[intents.Intent]:
    """The intents that fit, the likeliest first."""
    cited_only = not r.named and any(m.kind == "paper" and m.ids for m in r.mentions)
    if r.has("cites", "cited_by") or (r.has("follows") and cited_only):
        return [intents.citations]
    if r.has("mechanism", "office", "members"):
        return [intents.mechanism]
    if r.has("unled") and not r.bodies:
        return [intents.unled_tasks]
    if r.has("rank") and not r.pieces:
        beside = bool(r.bodies) and r.has("together", "support", "both")
        return [intents.co_units] if beside else [intents.rank]
    return _of_bodies(r) if r.bodies else _of_themes(r)


def _of_themes(r: Reading) -> list[intents.Intent]:
    """Without a unit: tasks and indicators by their words, or all of a plan's."""
    if not r.pieces:
        if r.has("count"):
            return [intents.count]
        if r.has("who"):
            return [intents.named_task] if r.named else []
        return [intents.plan_tasks] if r.has("task") else []
    if len(r.regions) > 1 and r.has("who", "lead"):
        return [intents.cross_city]
    asks_number = r.has("indicator", "amount") and not r.has("who", "lead", "responsible")
    if r.has("places") and not asks_number:
        return [intents.cross_city]
    if r.has("indicator", "amount") and not r.has("who"):
        return [intents.indicator_lookup, intents.indicators_of_task, intents.task_units]
    if r.has("who"):
        return [intents.task_units, intents.units_by_indicator]
    return [intents.task_or_indicator]


def _of_bodies(r: Reading) -> list[intents.Intent]:
    if not any(found for _, found in r.bodies):
        return []
    shared = r.has("together", "both") or (r.has("lead") and r.has("support"))
    if sum(bool(found) for _, found in r.bodies) > 1 and not r.pieces and shared:
        return [intents.both]
    if r.has("together", "many") and not r.pieces:
        return [intents.co_units]
    if r.has("who") and not r.pieces:
        return [intents.co_units]
    if r.has("count") and not r.has("indicator"):
        return [intents.count, intents.indicator_lookup]
    if r.has("indicator", "amount") and not r.has("who"):
        return [intents.indicator_lookup, intents.unit_indicators] if r.pieces else [intents.unit_indicators]
    if r.has("who"):
        return [intents.task_units]
    return [intents.unit_tasks]


def _nothing(a: Asking) -> Answer:
    """Says plainly what isn't known, with the nearest things."""
    r = a.reading
    unknown = next((m for m, found in r.bodies if not found), None)
    if r.missing:
        text = r.missing
    elif r.has("unled") and not r.bodies:
        text = "所问方案的任务都写明了牵头单位"
    elif unknown:
        places = "、".join(a.known.things.places[id].name for id in r.regions)
        text = f"{places or '图谱里'}没有“{unknown.text}”承担的任务"
    elif any(found for _, found in r.bodies) and not r.pieces:
        text = "没有符合这些条件的任务,可以换一个角色或放宽文件、年份"
    elif r.pieces:
        text = f"没有找到与“{'、'.join(r.pieces)[:40]}”相符的任务或指标"
    else:
        text = "没有看懂这个问题,可以这样问:市工信局牵头哪些任务?"
    near = tuple(_near(a, unknown.text if unknown else ""))
    return Answer(r.question.text, "none", text, empty=True, nearest=near)


def _near(a: Asking, body: str) -> list[Nearest]:
    """Units with names like the one asked for, tasks like the theme."""
    found: list[Nearest] = []
    if body:
        names = {b.id: b.name for b in a.known.things.bodies.values()}
        best = process.extract(body, names, scorer=fuzz.ratio, limit=3, score_cutoff=50)
        bodies = a.known.things.bodies
        found += [Nearest("unit", id, a.known.things.full_name(bodies[id])) for _, _, id in best]
    texts = a.known.tasks
    for match in nearest(a.reading.pieces, texts, a.reading.allowed(a.known, texts), most=3):
        found.append(Nearest("task", texts.ids[match.number], texts.names[match.number][:60]))
    return found


def _words(question: str, r: Reading, known: Known) -> tuple[Word, ...]:
    """How each stretch of the question was understood, in its order."""
    found: list[Word] = []
    for mention in r.mentions:
        start, stop = r.question.span(mention.start, mention.stop)
        meaning, others = _meant(mention, r, known)
        found.append(Word(start, stop, question[start:stop], mention.kind, meaning, others))
    found += _signals(question, r)
    return tuple(sorted(found, key=lambda w: (w.start, w.stop)))


def _meant(mention: Mention, r: Reading, known: Known) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What a name was taken for, and all that it was taken for as (id, name)."""
    things = known.things
    if mention.kind == "body":
        units = next(found for m, found in r.bodies if m is mention)
        names = "、".join(things.full_name(b) for b in units[:3])
        return f"单位:{names or '没有'}", tuple((b.id, b.name) for b in units)
    if mention.kind == "region":
        return "地区:" + "、".join(things.places[i].name for i in mention.ids), ()
    if mention.kind == "paper":
        papers = [p for p in r.named if p.id in mention.ids]
        titles = "、".join(p.title for p in papers[:3])
        cited = next((p.title for p in known.papers if p.id in mention.ids), None)
        unloaded = f"{cited}(被引用,没有载入)" if cited else "没有"
        return f"文件:{titles or unloaded}", tuple((p.id, p.title) for p in papers)
    return _MEANT.get(mention.kind, mention.kind), ()


def _signals(question: str, r: Reading) -> list[Word]:
    """The words that say what is asked, the longest where several overlap; and the theme."""
    kept: list[Word] = []
    for each in sorted(r.fired, key=lambda f: (f.start - f.stop, f.start)):
        start, stop = r.question.span(each.start, each.stop)
        if each.signal in meanings() and all(stop <= w.start or start >= w.stop for w in kept):
            kept.append(Word(start, stop, question[start:stop], "signal", meanings()[each.signal]))
    for piece in r.pieces:
        at = r.question.text.find(piece)
        if at >= 0:
            start, stop = r.question.span(at, at + len(piece))
            kept.append(Word(start, stop, question[start:stop], "theme", "主题词"))
    return kept
