"""Extractions of any size from a seed, with loads as skewed as real ones.

A few bureaus carry thousands of tasks (one 2,000, one collective in nearly every task), most carry
a handful; the cities are invented. The same arguments give the same Extractions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from loaders.extraction import Assignment, Extraction, Indicator, Part, PlanFields, Task

_BUREAUS = [
    "发展改革委", "教育局", "科技局", "工信局", "公安局", "民政局", "司法局", "财政局", "人社局", "住建局",
    "交通运输局", "水利局", "农业农村局", "商务局", "文旅局", "卫健委", "审计局", "应急局", "国资委",
    "统计局",
]  # fmt: skip
_TASKS_A_PLAN = 100
_PARTS = 4
_THEMES = 1_500


def generate(tasks: int, seed: int = 1) -> Iterator[Extraction]:
    """Plans of 100 tasks each, about six assignments and one indicator a task; `tasks` in all."""
    rng = random.Random(seed)
    for number in range((tasks + _TASKS_A_PLAN - 1) // _TASKS_A_PLAN):
        size = min(_TASKS_A_PLAN, tasks - number * _TASKS_A_PLAN)
        yield _plan(rng, number, size)


def _plan(rng: random.Random, number: int, size: int) -> Extraction:
    # every sixteenth plan is the first city's: at 300,000 tasks its collective is in 19,000 of them
    place = 1 if number % 16 == 0 else number % 150 + 1
    city, year = f"第{place}云市", 2020 + number // 150
    fields = PlanFields(
        f"{city}{year}年重点任务方案", f"云{place}政发〔{year}〕{number + 1}号", f"{city}人民政府",
        f"{year}-01-15", city,
    )  # fmt: skip
    parts = tuple(Part(f"附件{n}" if n else "", f"{city}第{n}项工作方案") for n in range(_PARTS + 1))
    tasks = tuple(_task(rng, index) for index in range(size))
    indicators = tuple(
        Indicator(t.part, t.path, f"{t.title}数量", float(rng.randint(1, 900)), ">=", "个", "新增若干个")
        for t in tasks
    )
    return Extraction(f"plan-{number:05d}.txt", fields, parts, tasks, indicators, coverage=1.0)


def _indicator(rng: random.Random, task: Task) -> Indicator:
    return Indicator(
        task.part, task.path, f"{task.title}数量", float(rng.randint(1, 900)), ">=", "个", "新增若干个"
    )


def _task(rng: random.Random, index: int) -> Task:
    part = f"附件{index % _PARTS + 1}"
    # the first bureau of the list leads far more than its share, as the planning bureau does
    weights = [40, *([4] * (len(_BUREAUS) - 1))]
    lead = "市" + rng.choices(_BUREAUS, weights)[0]
    others = ["市" + each for each in rng.sample(_BUREAUS, rng.randint(2, 6))]
    names = [lead, *(name for name in others if name != lead), "各县市区人民政府"]
    assignments = tuple(
        Assignment(name, "lead" if position == 0 else "support", name) for position, name in enumerate(names)
    )
    words = rng.sample(_themes()[rng.randrange(_THEMES)], 8)
    title, text = "".join(words[:2]), "。".join("".join(words[n : n + 2]) for n in (2, 4, 6))
    return Task(
        part,
        ("二", f"({index // 10 + 1})", str(index + 1)),
        f"推进{title}",
        f"推进{title}。{text}。",
        assignments,
    )


@cache
def _themes() -> list[list[str]]:
    """Words of two characters by theme, so that tasks of one theme are counterparts and others are not."""
    rng = random.Random(1)
    characters = [chr(0x4E00 + n) for n in range(3000)]
    return [["".join(rng.choices(characters, k=2)) for _ in range(20)] for _ in range(_THEMES)]
