"""From a reading to an answer: one function an intent; None when it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable

from graph.asking.answer import Answer, Asking
from graph.asking.intents.company import both, co_units, rank
from graph.asking.intents.numbers import indicator_lookup, indicators_of_task, unit_indicators
from graph.asking.intents.sources import citations, mechanism
from graph.asking.intents.tasks import (
    count,
    cross_city,
    named_task,
    plan_tasks,
    task_or_indicator,
    task_units,
    unit_tasks,
    units_by_indicator,
    unled_tasks,
)

Intent = Callable[[Asking], Answer | None]

__all__ = [
    "Intent", "both", "citations", "co_units", "count", "cross_city", "indicator_lookup",
    "indicators_of_task", "mechanism", "named_task", "plan_tasks", "rank", "task_or_indicator", "task_units",
    "unit_indicators", "unit_tasks", "units_by_indicator", "unled_tasks",
]  # fmt: skip
