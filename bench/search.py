"""Search and asking on a large embedded store: milliseconds a question.

    python -m bench.search [--tasks 300000] [--store FOLDER]

Asking is `/api/ask` without a network: a question read and answered, the answer checked and written as JSON.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from urllib.parse import quote

from starlette.testclient import TestClient

from api.app import create_app
from bench.served import options, served
from graph.asking.known import known_of
from graph.store import Store
from zeren.settings import Settings

_ROUNDS = 200
_WORDS = ("市工信局", "{title}", "推进{word}", "第{c}云市", "{word}数量", "教育局", "方案 {c}", "{n}")
_QUESTIONS = (
    "第{c}云市工信局牵头哪些任务", "第{c}云市教育局配合多少项任务", "第{c}云市教育局有哪些指标",
    "第{c}云市工信局和财政局共同承担哪些任务", "和第{c}云市财政局一起承担任务最多的单位", "{title}谁牵头",
    "各地{title}归谁牵头", "{title}数量目标是多少", "第{c}云市哪个单位牵头最多",
    "第{c}云市民政局牵头{word}的任务", "第{c}云市2020年重点任务方案有哪些任务",
)  # fmt: skip
_BUSIEST = (
    "第1云市发展改革委牵头哪些任务", "第1云市发展改革委有多少项任务", "第1云市发展改革委有哪些指标",
    "第1云市发展改革委和财政局共同承担哪些任务", "和第1云市发展改革委一起承担任务最多的单位",
    "哪个单位任务最多",
)  # fmt: skip


def _filled(templates: Sequence[str], titles: Sequence[str]) -> list[str]:
    rng = random.Random(1)
    found = []
    for number in range(_ROUNDS):
        title = rng.choice(titles)
        words = {"n": rng.randint(1, 100), "c": rng.randint(2, 150), "title": title, "word": title[2:4]}
        found.append(templates[number % len(templates)].format(**words))
    return found


def _times(texts: Sequence[str], run: Callable[[str], object]) -> str:
    times, processor = [], time.process_time()
    for text in texts:
        start = time.perf_counter()
        run(text)
        times.append(1_000 * (time.perf_counter() - start))
    mean = 1_000 * (time.process_time() - processor) / len(times)
    times.sort()
    return (
        f"median {times[len(times) // 2]:.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms, "
        f"the longest {times[-1]:.1f} ms; {mean:.1f} ms of processor time each"
    )


def _titles(store: Store) -> list[str]:
    rows = store.read("MATCH (t:Task) RETURN t.title AS title, t.id AS id ORDER BY id LIMIT 2000")
    return [str(row["title"]) for row in rows]


def main() -> None:
    """Run and print."""
    given = options(main.__doc__ or "", 300_000)
    with served(given.tasks, given.store) as store:
        titles = _titles(store)
        found = _times(_filled(_WORDS, titles), lambda words: store.search(words, limit=20))
        print(f"search, {given.tasks:,} tasks: {found}")
        start = time.perf_counter()
        known_of(store)
        print(f"names and words read for asking in {time.perf_counter() - start:.1f} s")
        with TestClient(create_app(store, Settings(_env_file=None, hosts="testserver"))) as client:

            def ask(question: str) -> None:
                reply = client.get(f"/api/ask?q={quote(question)}&nonce={random.random()}")
                assert reply.status_code == 200, reply.text

            ask("第1云市有哪些方案")
            bare = _times(["第1云市"] * 50, lambda _: client.get("/healthz"))
            print(f"a request that asks nothing: {bare}")
            print(f"asking: {_times(_filled(_QUESTIONS, titles), ask)}")
            print(f"asking about the busiest unit: {_times(_BUSIEST * 10, ask)}")


if __name__ == "__main__":
    main()
