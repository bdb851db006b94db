"""Items and their clauses become tasks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from loaders.clauses.assignments import assignment_of, counted_on, joined_tasks, led_alone, merged
from loaders.clauses.clause import Clause
from loaders.clauses.closing import charged_as_wholes
from loaders.clauses.cues import cues
from loaders.clauses.deadlines import completion_time, label_deadline
from loaders.clauses.events import without_organisers
from loaders.clauses.find import find_clauses
from loaders.clauses.headings import charged_by_headings
from loaders.clauses.joined_lines import joined_labels
from loaders.clauses.labels import label_at
from loaders.clauses.listed import (
    OF_BODIES,
    beside_lists,
    counted_as,
    is_list,
    is_marked,
    is_titled,
    stands_over,
)
from loaders.clauses.page_labels import without_page_labels
from loaders.clauses.prose import duty_of
from loaders.clauses.roles import Rules
from loaders.clauses.rosters import without_rosters
from loaders.clauses.sections import is_note, of_section
from loaders.clauses.split import bracket_groups
from loaders.clauses.towns import prints_each
from loaders.extraction import Assignment, Task
from loaders.outline.items import Item, UniquePaths
from loaders.passage import Passage, folded, passage


@dataclass(slots=True)
class TaskReader:
    """Reads the tasks of one document, in text order.

    It keeps what holds from one place on: the document's own rule that the first-listed leads; and
    the tokens of clauses that are no unit's name, with their spans; `once`: the spans of clauses that name
    somebody for all items that follow. Of the part that it is at:
    `lists`: how many headings of each depth stand over several paragraphs with units; `lone`: the
    paragraph of those that stand over one, and whether it has a title of its own; `untitled`: depths whose
    lists hold paragraphs without one; `over`: the headings that stand over items; `sections`: how many
    of them each section has. `within`: clauses stand within paragraphs, so that their lines part no items.
    `tabled`: tables hold tasks, so the sentences of a text
    without numbers are a notice's.
    """

    text: str
    tabled: bool = False
    rules: Rules = field(init=False)
    odd: list[tuple[str, int, int]] = field(default_factory=list)
    once: list[tuple[int, int]] = field(default_factory=list)
    passing: bool = True
    lists: Counter[int] = field(default_factory=Counter)
    lone: dict[tuple[str, ...], tuple[Task, bool]] = field(default_factory=dict)
    untitled: set[int] = field(default_factory=set)
    over: frozenset[tuple[str, ...]] = frozenset()
    sections: Counter[tuple[str, ...]] = field(default_factory=Counter)
    within: bool = False

    def __post_init__(self) -> None:
        whole = folded(self.text, 0, len(self.text))
        noted = any(cues().first_leads.search(note[0]) for note in _NOTE.finditer(whole))
        parted = cues().parted_by.search(whole)
        self.within = sum(1 for _ in islice(_WITHIN.finditer(whole), _FEWEST_WITHIN)) == _FEWEST_WITHIN
        self.rules = Rules(
            first_leads=noted,
            sign_leads=cues().sign_leads.search(whole) is not None,
            alone_leads=cues().alone_leads.search(whole) is not None,
            parted_by=cues().marks_named[parted[1]] if parted else "",
            parted_only=parted is not None and cues().parted_without.search(whole) is not None,
            towns_apart=prints_each(whole),
            mainly_alone=cues().mainly.search(whole) is not None and not cues().beside_mainly.search(whole),
        )

    def read(self, items: Iterable[Item]) -> list[Task]:
        """The tasks of one part's items; an item that names nobody is none.

        What sentences assign by the way counts where the items are: not in the notice before them.
        """
        items, tasks, bare = list(items), [], []
        self.lists, self.lone, self.untitled = Counter(), {}, set()
        self.over = frozenset(item.path[:-1] for item in items)
        self.sections = Counter(path[:-1] for path in self.over)
        numbered = self.tabled or any(item.path for item in items)
        above: dict[tuple[str, ...], Item] = {}
        for item in items:
            above[item.path] = item
            self.passing = bool(item.path) or not numbered
            found = self._tasks_of(item, above.get(item.path[:-1]))
            bare += [] if item.path else found
            tasks += found if item.path else counted_on(found, len(bare) - len(found))
        listed = {path: task for path, task in self._listed() if path not in self.over}
        found = joined_tasks([listed.get(task.path, task) for task in tasks])
        found = charged_as_wholes(items, charged_by_headings(items, found, self.text), self.text)
        return [replace(t, assignments=tuple(led_alone(t.assignments, self.rules))) for t in found]

    def _listed(self) -> Iterable[tuple[tuple[str, ...], Task]]:
        """Headings over one paragraph, with it as a task (p1), where more of those beside them have several:
        titled ones like itself, where all those are (培育园艺工。…), far more of others; else it is what the
        heading says."""
        beside = Counter(map(len, self.lone))
        for path, (task, titled) in self.lone.items():
            if not titled and len(path) not in self.untitled:
                continue
            lists, lone = self.lists[len(path)], beside[len(path)]
            if lists >= _FEWEST_LISTS and (lists >= lone if titled else lists * 2 >= lone * 3):
                yield path, task

    def _tasks_of(self, item: Item, above: Item | None) -> list[Task]:
        passages = list(without_rosters(passage(self.text, start, stop) for start, stop in item.paragraphs))
        passages = passages if item.path else without_page_labels(passages)
        passages = list(without_organisers(item, passages)) if passages else []
        if not passages:
            return []
        if above and above.path and self._lists_measures(above):
            passages, labels = _labels_apart(passages)
            return [*self._read(item, passages, None), *self._of_labels(above, labels)]
        found = self._read(item, passages, above)
        if not found and above and _DUTIES.search(above.title):
            return self._task(item, [(passages[0], duty_of(passages[0].text))])
        return found

    def _lists_measures(self, item: Item) -> bool:
        """Does an item's own text end with a list's label (整改措施:)? Labels below the list are its then."""
        start, stop = item.paragraphs[-1]
        return _OPENS_LIST.search(folded(self.text, max(start, stop - _LABEL), stop)) is not None

    def _of_labels(self, item: Item, labels: list[Passage]) -> list[Task]:
        """The task of an item whose labels stand below its list of measures."""
        pairs = [(each, self._clauses(each)) for each in joined_labels(labels)]
        spans = (each.span(0, len(each)) for each in labels)
        printed = next((d for a, b in spans if (d := label_deadline(self.text[a:b]))), None)
        return [replace(task, deadline=task.deadline or printed) for task in self._task(item, pairs)]

    def _read(self, item: Item, passages: list[Passage], above: Item | None) -> list[Task]:
        closing = [each for each in passages if of_section(each.text, item, above)]
        paragraphs = joined_labels(passages, closing)
        closed = sum(map(_is_closed, paragraphs)) == 1  # of several each paragraph speaks for itself
        clauses = [
            self._clauses(each, passing=each in closing and is_note(each.text), closed=closed)
            for each in paragraphs
        ]
        if item.headed and OF_BODIES.search(item.title):
            below = zip(paragraphs[1:], clauses[1:], strict=True)
            clauses[1:] = [found or duty_of(each.text) for each, found in below]
        beside = item.path not in self.over and beside_lists(item, self.sections)
        sentences = self.within and not any(map(counted_as, paragraphs))
        listed = is_list(item, paragraphs, clauses, beside) and not (sentences and _is_numbered(item))
        if listed or is_marked(self.text, item, paragraphs, clauses):
            named = [pair for pair in zip(paragraphs, clauses, strict=True) if pair[1]]
            self.lists[len(item.path)] += 1
            if not all(is_titled(each) for each, _ in named):
                self.untitled.add(len(item.path))
            return self._paragraph_tasks(item, named)
        pairs = list(zip(paragraphs, clauses, strict=True))
        named = [pair for pair in pairs if pair[1]]
        if item.path and len(named) == 1 and not clauses[0] and stands_over(item, paragraphs):
            self.lone[item.path] = self._paragraph_task(item, 1, *named[0]), is_titled(named[0][0])
        section = [(p, found) for p, found in pairs if found and of_section(p.text, item, above)]
        pairs = [pair for pair in pairs if pair not in section]
        if above and above.path:
            return [*self._task(item, pairs), *self._task(above, section)]
        whole = replace(item, path=item.path[:-1])
        return [
            *self._task(item, pairs),
            *(self._paragraph_task(whole, number, *pair) for number, pair in enumerate(section, 1)),
        ]

    def _task(self, item: Item, pairs: Sequence[tuple[Passage, list[Clause]]]) -> list[Task]:
        assignments = tuple(merged(a for p, found in pairs for a in self._assignments(p, found)))
        if not assignments:
            return []
        deadline = next((d for p, found in pairs for d in self._deadlines(p, found)), None)
        return [
            Task(
                item.part, item.path, item.title, self.text[item.start : item.stop], assignments, deadline,
                start=item.start, stop=item.stop,
            )
        ]  # fmt: skip

    def _deadlines(self, paragraph: Passage, clauses: Sequence[Clause]) -> Iterable[str]:
        """The times by which clauses say that their work is done, as printed."""
        for clause in clauses:
            for start, stop in _times(paragraph.text, clause.times):
                printed = completion_time(paragraph.text[start:stop])
                if printed:
                    a, b = paragraph.span(start, start + len(printed))
                    yield self.text[a:b]

    def _clauses(self, paragraph: Passage, *, passing: bool = False, closed: bool = False) -> list[Clause]:
        passing = passing or self.passing
        found = find_clauses(paragraph.text, rules=self.rules, passing=passing, closed=closed)
        for clause in found:
            self.rules = self.rules.leading_first() if clause.first_leads else self.rules
            self.odd += [(paragraph.text[a:b], *paragraph.span(a, b)) for a, b in clause.odd]
            if cues().once.search(paragraph.text, clause.start, clause.stop):
                self.once.append(paragraph.span(clause.start, clause.stop))
        return [c for c in found if c.named]

    def _assignments(self, paragraph: Passage, clauses: Sequence[Clause]) -> Iterable[Assignment]:
        for clause in clauses:
            for named in clause.named:
                start, stop = paragraph.span(named.start, named.stop)
                yield assignment_of(named, self.text, start, stop)

    def _paragraph_tasks(self, item: Item, pairs: Iterable[tuple[Passage, list[Clause]]]) -> list[Task]:
        """Each paragraph as a task of its own; of several counted alike (一是) the later get ~2."""
        unique = UniquePaths()
        found = [self._paragraph_task(item, number, *pair) for number, pair in enumerate(pairs, 1)]
        return [replace(task, path=unique.take(task.path)) for task in found]

    def _paragraph_task(self, item: Item, number: int, paragraph: Passage, clauses: Sequence[Clause]) -> Task:
        start, stop = paragraph.span(0, len(paragraph))
        counted = counted_as(paragraph)
        title = paragraph.text[: paragraph.text.find("。")].strip().removeprefix(counted or "")[:80]
        return Task(
            item.part,
            (*item.path, counted or f"p{number}"),
            title,
            self.text[start:stop],
            tuple(merged(self._assignments(paragraph, clauses))),
            next(iter(self._deadlines(paragraph, clauses)), None),
            start=start,
            stop=stop,
        )


_CHARGES = re.compile("牵头|负责|责任(?:单位|部门):")
_LONGEST_CLOSING = 800


def _is_closed(paragraph: Passage) -> bool:
    """Does a bracket that says who is responsible end a paragraph? Sentences say it by the way then."""
    text = paragraph.text[-_LONGEST_CLOSING:].rstrip(" 。;")
    if text[-1:] not in _CLOSES or not _CHARGES.search(text):
        return False
    *_, (start, stop) = [(0, 0), *bracket_groups(text)]
    return stop == len(text) and _CHARGES.search(text, start, stop) is not None


_CLOSES = tuple(")]】〕")


def _is_numbered(item: Item) -> bool:
    """Is it an item with an ordinal, and no list of what each body does?"""
    return bool(item.path) and not (item.headed and OF_BODIES.search(item.title))


_WITHIN = re.compile(
    "[(〔](?:[^()〔〕\n]{2,80}(?:\n[^()〔〕\n]{0,80})?(?:牵头|负责|配合)[^()〔〕\n]{0,40}"
    "|(?:责任|牵头)(?:单位|部门):[^()〔〕]{2,80})[)〕](?=[一-鿿]{6})"
)
"""A clause in brackets with the next sentence behind it."""
_FEWEST_WITHIN = 4
_FEWEST_LISTS = 2
_DUTIES = re.compile(
    "(?:职责|责任|任务|职能)(?:任务)?(?:分工|划分)?$|分工$|^[一-鿿]{0,10}(?:成员单位|各部门|各单位)[^。;:]{0,40}职责"
)
"""The end of a heading below which each item says what one body does: 成员单位职责; or a sentence of it."""
_LABEL = 16
_OPENS_LIST = re.compile("(?:^|[。;\n\t])[一-鿿]{0,6}(?:措施|举措|任务|内容|要求)[::]? ?$")


def _labels_apart(passages: list[Passage]) -> tuple[list[Passage], list[Passage]]:
    """An item's own paragraphs, and the labels from the first one on."""
    heads = (n for n, each in enumerate(passages) if n and label_at(each.text.lstrip(" \t—-·*")))
    at = next(heads, len(passages))
    return passages[:at], passages[at:]


_AND = frozenset("、和及")


def _times(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The times of a clause; those that a list gives (6月、12月) are one."""
    last: tuple[int, int] | None = None
    for span in spans:
        if last and text[last[1] : span[0]].strip() in _AND:
            last = last[0], span[1]
            continue
        yield from [last] if last else []
        last = span
    yield from [last] if last else []


_NOTE = re.compile(r"(?m)^[ \t(]{0,4}(?:备注|附注|注|说明)[::.][^\n]{0,200}")
"""A note that says how to read the table above it, or the document."""
