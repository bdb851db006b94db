"""Counterparts against the shared gold file, with what halves of it say of the other halves."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.build import document_rows
from graph.counterparts import THRESHOLD, Tasks, shipped, update, vectors
from graph.counterparts.tasks import describe as describe_tasks
from loaders.extract import extract
from loaders.readers import read_file

_SPLITS = 200
_GOAL = 0.05
"""False answers that a threshold may give on the half that it is set on."""


def held_out(shared: Path) -> None:
    """Print the figures of all queries, then means over halves with a threshold from the other half."""
    folder = shared / "gold" / "similar"
    if not folder.is_dir():
        print("skipped: ../shared/gold/similar is not here")
        return
    judge = _module(folder / "score.py")
    gold = json.loads((folder / "dev.json").read_text("utf-8"))
    pairs = list(_pairs(shared / "corpus"))
    print("all queries", judge.evaluate(gold, {"pairs": pairs}, THRESHOLD)[0])
    print(f"mean over {_SPLITS} halves, threshold from the other half:", _halves(judge, gold, pairs))


def _pairs(folder: Path) -> Iterator[dict[str, Any]]:
    documents: dict[str, Tasks] = {}
    ends: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.iterdir()):
        built = document_rows(extract(read_file(file)))
        found = describe_tasks(built)
        words = vectors(found.texts, shipped())
        documents[built.document] = Tasks(found.place, found.ids, found.functions, words)
        for id, task in built.rows.nodes.get("Task", {}).items():
            ends[id] = {"doc": file.stem, "part": task["part"], "path": list(task["path"])}
    rows = update(None, documents, shipped()).table.to_pylist()
    for row in sorted(rows, key=lambda r: -r["score"]):
        yield {"a": ends[row["from"]], "b": ends[row["to"]], "score": row["score"]}


def _halves(judge: ModuleType, gold: dict[str, Any], pairs: list[dict[str, Any]]) -> dict[str, float]:
    """Queries are split at random; the lowest threshold that keeps the goal on one half judges the other."""
    rng = random.Random(1)
    sums: dict[str, float] = {}
    for _ in range(_SPLITS):
        queries = rng.sample(gold["queries"], len(gold["queries"]))
        one, other = queries[: len(queries) // 2], queries[len(queries) // 2 :]
        threshold = _threshold(judge, {**gold, "queries": one}, pairs)
        figures = judge.evaluate({**gold, "queries": other}, {"pairs": pairs}, threshold)[0]
        for name in ("precision_at_1", "recall_at_5", "false_answers", "right_at_threshold", "threshold"):
            sums[name] = sums.get(name, 0) + figures[name] / _SPLITS
    return {name: round(value, 3) for name, value in sums.items()}


def _threshold(judge: ModuleType, gold: dict[str, Any], pairs: list[dict[str, Any]]) -> float:
    steps = [n / 100 for n in range(20, 80, 2)]
    fits = [t for t in steps if judge.evaluate(gold, {"pairs": pairs}, t)[0]["false_answers"] <= _GOAL]
    return fits[0]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("similar_score", path)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found
