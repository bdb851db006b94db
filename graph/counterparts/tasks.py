"""The tasks of one document as what is compared: their words, the functions of their units, their place."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.build import DocumentRows
from graph.counterparts.background import Background
from graph.counterparts.ngrams import counts, matrix
from graph.rows import EdgeRow, Rows

SCALE = 4096
"""Length of a vector. In whole numbers sums of products are the same in any order and on any machine."""

_TITLE_WEIGHT = 3
_ROLE_WEIGHTS = {"lead": 2, "responsible": 2, "support": 1}

Place = tuple[str, str, int | None]
"""Root plan, region, year."""


@dataclass(frozen=True, slots=True)
class Description:
    """Tasks with units that stand over no others, sorted by id, without their vectors.

    `functions` holds a dict a task: name of function → weight, that of its strongest unit.
    """

    place: Place
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    functions: tuple[dict[str, int], ...]

    def key(self, background: Background) -> str:
        """Of the vectors: the same for the same texts and background."""
        text = "\0".join([background.name, *self.texts])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, eq=False)
class Tasks:
    """A description with the vectors of its tasks: a row each, of length SCALE."""

    place: Place
    ids: tuple[str, ...]
    functions: tuple[dict[str, int], ...]
    words: Any

    def digest(self) -> str:
        """Differs where anything does that a score or the choice of pairs depends on."""
        found = hashlib.sha256(json.dumps([self.place, self.ids, self.functions], sort_keys=True).encode())
        for array in (self.words.indptr, self.words.indices, self.words.data):
            found.update(array.astype(np.int32).tobytes())
        return found.hexdigest()[:24]


def describe(built: DocumentRows) -> Description:
    """What a document's rows say of its tasks."""
    rows = built.rows
    units = _assigned(rows)
    over = _over(units, rows.edges.get(("HAS_SUBTASK", "Task", "Task"), ()))
    ids = tuple(sorted(id for id in units if id not in over))
    known = rows.nodes.get("Task", {})
    lines = _functions(rows)
    return Description(
        _place(built), ids,
        tuple(_text(known[id]["title"], known[id]["text"], units[id]) for id in ids),
        tuple(_weights(units[id], lines) for id in ids),
    )  # fmt: skip


def vectors(texts: Sequence[str], background: Background) -> Any:
    """A row a text: (1 + ln count) × weight of each n-gram, brought to length SCALE, in whole numbers."""
    words = counts(texts)
    words.sort_indices()
    words.data = (1 + np.log(words.data)) * background.weights[words.indices]
    lengths = np.sqrt(np.asarray(words.multiply(words).sum(axis=1)).ravel())
    rows = np.repeat(np.arange(words.shape[0]), np.diff(words.indptr))
    words.data = np.rint(words.data * SCALE / np.maximum(lengths, 1e-9)[rows])
    words = words.astype(np.int32)
    words.eliminate_zeros()
    return words


def pack(words: Any) -> bytes:
    """Vectors as bytes; equal vectors give equal bytes."""
    out = io.BytesIO()
    starts, buckets = words.indptr.astype(np.int32), words.indices.astype(np.int32)
    np.savez(out, starts=starts, buckets=buckets, weights=words.data.astype(np.int16))
    return out.getvalue()


def unpack(data: bytes) -> Any:
    """The inverse of `pack`; raises ValueError for something else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as read:
            return matrix(read["weights"].astype(np.int32), read["buckets"], read["starts"])
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise ValueError("not packed vectors") from error


def pack_tasks(tasks: Tasks) -> bytes:
    """Tasks as bytes: a line of JSON, then their vectors."""
    head = json.dumps([tasks.place, tasks.ids, tasks.functions], separators=(",", ":"))
    return head.encode() + b"\n" + pack(tasks.words)


def unpack_tasks(data: bytes) -> Tasks:
    """The inverse of `pack_tasks`."""
    head, _, words = data.partition(b"\n")
    place, ids, functions = json.loads(head)
    return Tasks((place[0], place[1], place[2]), tuple(ids), tuple(functions), unpack(words))


def _assigned(rows: Rows) -> dict[str, list[EdgeRow]]:
    units: dict[str, list[EdgeRow]] = {}
    for edge in rows.edges.get(("ASSIGNED", "Task", "Unit"), ()):
        units.setdefault(edge.source, []).append(edge)
    return units


def _over(units: Iterable[str], subtasks: Iterable[EdgeRow]) -> set[str]:
    """Tasks that stand over tasks with units, however far."""
    above = {edge.target: edge.source for edge in subtasks}
    found: set[str] = set()
    for id in units:
        step = above.get(id)
        while step is not None and step not in found:
            found.add(step)
            step = above.get(step)
    return found


def _place(built: DocumentRows) -> Place:
    years = [plan["year"] for plan in built.rows.nodes.get("Plan", {}).values()]
    regions = [edge.target for edge in built.rows.edges.get(("COVERS", "Plan", "Region"), ())]
    return built.plan, regions[0] if regions else "", years[0] if years else None


def _functions(rows: Rows) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for edge in rows.edges.get(("PERFORMS", "Unit", "Function"), ()):
        lines.setdefault(edge.source, []).append(edge.target)
    return lines


def _weights(units: list[EdgeRow], lines: dict[str, list[str]]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for edge in units:
        for line in lines.get(edge.target, ()):
            weights[line] = max(weights.get(line, 0), _ROLE_WEIGHTS[edge.properties["role"]])
    return dict(sorted(weights.items()))


def _text(title: str, text: str, units: list[EdgeRow]) -> str:
    """The title as often as it weighs, then the text without the title and the units' names."""
    for edge in units:
        text = text.replace(edge.properties["raw"], "。")
    return "。".join([title] * _TITLE_WEIGHT + [text.replace(title, "。", 1) if title else text])
