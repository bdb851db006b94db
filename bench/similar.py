"""Counterparts: time and memory at size, and how right they are on the shared gold file.

    python -m bench.similar [--tasks 20000] [--gold]

The generated tasks have words as unevenly spread as real ones; the background table is made from a
sample of them, as the shipped one is from real plans. `--gold` scores instead, also with the threshold
set on one half of the queries and used on the other; nothing to do where ../shared is missing.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.machine import describe
from bench.similar_gold import held_out
from graph.counterparts import Tasks, background, update, vectors

_TASKS_A_PLAN = 100
_CHARACTERS = [chr(0x4E00 + n) for n in range(3000)]


class _Language:
    """Words of two and three characters, a few of them everywhere, most of them rare; some by theme."""

    def __init__(self, seed: int = 1, words: int = 30_000, themes: int = 1_500) -> None:
        rng = random.Random(seed)
        self.words = ["".join(rng.choices(_CHARACTERS, k=rng.choice((2, 2, 3)))) for _ in range(words)]
        self.weights = np.cumsum([1 / (n + 5) for n in range(words)])
        self.themes = [rng.sample(self.words[200:], 25) for _ in range(themes)]

    def task(self, rng: random.Random) -> str:
        """A title three times, then a text, about one theme."""
        theme = rng.choice(self.themes)
        title = "".join(rng.sample(theme, 2) + self._common(rng, 2))
        text = "。".join("".join(rng.sample(theme, 2) + self._common(rng, 8)) for _ in range(5))
        return "。".join([title] * 3 + [text])

    def _common(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.weights, k=count)  # type: ignore[arg-type]


def _documents(count: int, language: _Language, table: background.Background) -> Iterator[tuple[str, Tasks]]:
    rng = random.Random(2)
    for number in range(0, count, _TASKS_A_PLAN):
        size = min(_TASKS_A_PLAN, count - number)
        yield _document(rng, number // _TASKS_A_PLAN, size, language, table)


def _document(
    rng: random.Random, number: int, size: int, language: _Language, table: background.Background
) -> tuple[str, Tasks]:
    texts = [language.task(rng) for _ in range(size)]
    functions = tuple(_functions(rng) for _ in texts)
    ids = tuple(f"{number % 300:06d}:第{number}号:{index:03d}" for index in range(size))
    place = (f"第{number}号", f"{number % 300:06d}", 2020 + number // 300)
    return f"doc:{number:05d}", Tasks(place, ids, functions, vectors(texts, table))


def _functions(rng: random.Random) -> dict[str, int]:
    """Four functions of a task's units; the first is its lead's."""
    return {f"条线{n}": 2 if first == 0 else 1 for first, n in enumerate(rng.sample(range(150), 4))}


def _measure(count: int) -> None:
    language, rng = _Language(), random.Random(3)
    table = background.read(background.build([language.task(rng) for _ in range(2_000)]))
    start = time.perf_counter()
    documents = dict(_documents(count, language, table))
    read = time.perf_counter() - start
    start = time.perf_counter()
    pairs = update(None, documents, table)
    whole = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    more = dict([_document(rng, 99_999, _TASKS_A_PLAN, language, table)])
    start = time.perf_counter()
    update(pairs, documents | more, table)
    one = time.perf_counter() - start
    cost = _multiplications(documents, table)
    print(f"{count:,} tasks, {pairs.table.num_rows:,} pairs, {cost:.2f} telling n-grams shared on average: "
          f"vectors {read:.0f} s (texts made besides), pairs {whole:.0f} s, peak {peak:.1f} GB; "
          f"one document of {_TASKS_A_PLAN} more {one:.1f} s")  # fmt: skip


def _multiplications(documents: dict[str, Tasks], table: background.Background) -> float:
    """Telling n-grams that two tasks share on average: what the search costs, by pair."""
    some = [each.words for each in list(documents.values())[:50]]
    frequency = np.zeros(len(table.weights))
    for words in some:
        frequency += np.bincount(words.indices, minlength=len(frequency))
    share = frequency[~table.common] / sum(words.shape[0] for words in some)
    return float((share**2).sum())


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, default=20_000)
    options.add_argument("--gold", action="store_true")
    given = options.parse_args()
    if given.gold:
        held_out(Path(__file__).parents[2] / "shared")
        return
    print(describe())
    _measure(given.tasks)


if __name__ == "__main__":
    main()
