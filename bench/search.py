"""Search and asking on a large embedded store: milliseconds a question.

python -m bench.search [--tasks 300000]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable

from bench.generator import generate
from bench.machine import describe
from graph.asking.ask import ask
from graph.asking.known import known_of
from graph.catalogue import Catalogue
from graph.open import open_store

_ROUNDS = 200
_WORDS = ("市工信局", "重点工作", "推进第{n}项", "第{c}云市", "按期完成 {n}", "教育局", "方案 {c}", "{n}")
_QUESTIONS = (
    "第{c}云市工信局牵头哪些任务", "第{c}云市推进第{n}项重点工作谁牵头", "第{c}云市教育局有哪些指标",
    "和第{c}云市财政局一起承担任务最多的单位", "第{c}云市推进第{n}项重点工作数量目标是多少",
)  # fmt: skip


def _times(templates: tuple[str, ...], run: Callable[[str], object]) -> str:
    rng = random.Random(1)
    times = []
    for number in range(_ROUNDS):
        text = templates[number % len(templates)].format(n=rng.randint(1, 100), c=rng.randint(1, 150))
        start = time.perf_counter()
        run(text)
        times.append(1_000 * (time.perf_counter() - start))
    times.sort()
    return f"median {times[len(times) // 2]:.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms"


def main() -> None:
    """Run and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, default=300_000)
    tasks = options.parse_args().tasks
    print(describe())
    with tempfile.TemporaryDirectory() as folder:
        loader = open_store(f"ladybug://{folder}/store")
        loader.load(generate(tasks))
        loader.close()
        del loader
        store, catalogue = open_store(f"ladybug://{folder}/store", read_only=True), Catalogue()
        print(f"search, {tasks:,} tasks: {_times(_WORDS, lambda words: store.search(words, limit=20))}")
        start = time.perf_counter()
        known_of(store)
        print(f"names and words read for asking in {time.perf_counter() - start:.1f} s")
        print(f"asking: {_times(_QUESTIONS, lambda question: ask(store, catalogue, question))}")
        store.close()


if __name__ == "__main__":
    main()
