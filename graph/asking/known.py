"""What one generation of a store holds for questions: names, and texts to be found by a theme."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graph.asking.grams import Grams, Scores
from graph.asking.paper_names import PaperNames
from graph.asking.text import folded
from graph.asking.things import Body, Paper, Place, Things
from graph.catalogue import Catalogue
from graph.catalogue.run import run_values
from graph.cyphers import internal
from graph.model import Row, Value
from graph.store import Store
from zeren.errors import StoreUnavailable

_TEXT = 600
"""Characters of a task's text that can be found by a theme."""
_A_BATCH = 20_000
"""Tasks read at a time: 300,000 with their units at once don't fit into the engine's 512 MB."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Tasks or indicators in document order: ids, names as printed, and their pairs of characters."""

    ids: Sequence[str]
    names: Sequence[str]
    name: Grams
    whole: Grams
    codes: NDArray[np.int32]
    """For each the place of its plan in `Known.papers`."""
    able: Scores
    """1 where something can be asked of it (a task with units), 0 for a heading."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that questions are read by, of one generation."""

    things: Things
    tasks: Texts
    indicators: Texts
    titles: Grams
    called: PaperNames
    papers: tuple[Paper, ...]
    code: Mapping[str, int]
    """The place of each plan in `papers`, by its id."""
    loads: Sequence[Row]
    """Every unit's tasks by role, as `load_of_units` has them: counting 300,000 takes seconds."""
    deadlines: Mapping[str, tuple[str, ...]]
    """What tasks print as their deadline, by how it is compared."""
    names: list[tuple[str, str, str, str]]
    """What a question can be completed with, sorted: the name folded, kind, id, the name."""


class _Kept:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.generation = ""
        self.known: Known | None = None


_kept: weakref.WeakKeyDictionary[Any, _Kept] = weakref.WeakKeyDictionary()
_guard = threading.Lock()


PATIENCE = 5.0
"""Seconds that a question waits for another thread to read what it is answered by."""


def known_of(store: Store) -> Known:
    """What the store's current generation holds; read once a generation.

    Raises StoreUnavailable where another thread has been reading it all the `PATIENCE`.
    """
    return _known(store, PATIENCE)


def read_ahead(store: Store) -> None:
    """Have `known_of` ready, however long it takes."""
    _known(store, -1)


def _known(store: Store, patience: float) -> Known:
    with _guard:
        kept = _kept.setdefault(store, _Kept())
    if not kept.lock.acquire(timeout=patience):
        raise StoreUnavailable("正在读入问答要用的名称和词语(图谱越大越久),请过几秒再问")
    try:
        now = store.generation()
        if kept.known is None or kept.generation != now:
            kept.known, kept.generation = _read(store), now
        return kept.known
    finally:
        kept.lock.release()


def _read(store: Store) -> Known:
    papers = [_paper(row) for row in store.read(internal("ask_plans"))]
    cited = [_paper(row) for row in store.read(internal("ask_cited"))]
    things = Things.of(
        (_place(row) for row in store.read(internal("ask_regions"))),
        (_body(row) for row in store.read(internal("ask_units"))),
        papers, cited,
    )  # fmt: skip
    every = (*papers, *cited)
    titles = Grams([folded(paper.title) for paper in every])
    called = PaperNames.of(every, things)
    code = {paper.id: n for n, paper in enumerate(every)}
    loads = run_values(store, Catalogue().get("load_of_units"), {"region": []}).rows
    return Known(
        things, _tasks(store, code), _indicators(store, code), titles, called, every, code, loads,
        _deadlines(store), _names(things),
    )  # fmt: skip


def _deadlines(store: Store) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in store.read(internal("ask_deadlines")):
        found.setdefault(folded(str(row["deadline"])), []).append(str(row["deadline"]))
    return {key: tuple(printed) for key, printed in found.items()}


def _names(things: Things) -> list[tuple[str, str, str, str]]:
    """Places with plans, units (also with their place before them), plans; each name once."""
    governed = things.governed()
    every = [("region", p.id, p.name) for p in things.places.values() if p.id in governed]
    for body in things.bodies.values():
        every += [("unit", body.id, name) for name in (body.name, *body.aliases)]
        every.append(("unit", body.id, things.full_name(body).replace("·", "")))
    every += [("plan", p.id, p.title) for p in things.papers.values()]
    first = {name: (kind, id) for kind, id, name in reversed(every)}
    return sorted((folded(name), kind, id, name) for name, (kind, id) in first.items())


def _place(row: Row) -> Place:
    return Place(str(row["id"]), str(row["name"]), str(row["level"] or ""), str(row["upper_id"] or ""))


def _body(row: Row) -> Body:
    return Body(
        str(row["id"]), str(row["name"]), _strings(row["aliases"]), str(row["kind"]), str(row["region"]),
        frozenset(_strings(row["functions"])),
    )  # fmt: skip


def _paper(row: Row) -> Paper:
    year = row.get("year")
    text = {key: str(row.get(key) or "") for key in ("part", "root", "region", "file_name", "document")}
    return Paper(
        str(row["id"]), str(row["title"] or ""), str(row["doc_number"] or ""),
        int(str(year)) if year is not None else None, **text,
    )  # fmt: skip


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _tasks(store: Store, code: Mapping[str, int]) -> Texts:
    """Tasks, each with the titles of the headings that it stands under."""
    statement = internal("ask_tasks")
    batches = _batches(store.read(internal("ask_sizes")))
    columns = _sorted_columns([store.table(statement, {"plans": plans}) for plans in batches])
    titles = [folded(title or "") for title in columns["title"]]
    above: dict[tuple[str, ...], str] = {}
    whole: list[str] = []
    plan = None
    for n, path in enumerate(columns["path"]):
        if columns["plan"][n] != plan:
            plan, above = columns["plan"][n], {}
        path = tuple(path or ())
        above[path] = titles[n]
        context = [above.get(path[:size], "") for size in range(1, len(path))]
        whole.append("\n".join([titles[n], folded((columns["text"][n] or "")[:_TEXT]), *context]))
    able = np.array([count > 0 for count in columns["units"]], dtype=np.float32)
    return _texts(columns, "title", titles, whole, code, able)


def _indicators(store: Store, code: Mapping[str, int]) -> Texts:
    columns = _sorted_columns([store.table(internal("ask_indicators"))])
    names = [folded(name or "") for name in columns["name"]]
    whole = [f"{name}\n{folded(raw or '')}" for name, raw in zip(names, columns["raw"], strict=True)]
    return _texts(columns, "name", names, whole, code, np.ones(len(names), dtype=np.float32))


def _texts(
    columns: dict[str, list[Any]], name: str, names: list[str], whole: list[str], code: Mapping[str, int],
    able: Scores,
) -> Texts:  # fmt: skip
    codes = np.array([code.get(plan, -1) for plan in columns["plan"]], dtype=np.int32)
    return Texts(columns["id"], columns[name], Grams(names), Grams(whole), codes, able)


def _batches(sizes: Iterable[Row]) -> Iterator[list[Value]]:
    """The ids of plans, as many at a time as have `_A_BATCH` tasks: the engine holds a result whole."""
    batch: list[Value] = []
    tasks = 0
    for row in sizes:
        batch.append(row["plan"])
        tasks += int(str(row["tasks"]))
        if tasks >= _A_BATCH:
            yield batch
            batch, tasks = [], 0
    if batch:
        yield batch


def _sorted_columns(tables: Sequence[pa.Table]) -> dict[str, list[Any]]:
    """The columns of tables in the order of documents; empty lists where there are no rows."""
    filled = [table for table in tables if table.num_rows]
    if not filled:
        return {name: [] for name in ("id", "title", "text", "path", "plan", "units", "name", "raw")}
    whole = pa.concat_tables(filled, promote_options="permissive")
    columns: dict[str, list[Any]] = whole.sort_by([("sort", "ascending"), ("id", "ascending")]).to_pydict()
    return columns
