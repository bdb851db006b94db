"""Indicators, who answers for them, and the cells that break them down, as rows."""

from __future__ import annotations

from graph.bodies import Bodies
from graph.frame import Frame
from graph.identity import ids
from graph.identity.quantities import base_quantity
from graph.identity.units import region_of
from loaders.extraction import Indicator

KnownTasks = dict[tuple[str, tuple[str, ...]], tuple[str, list[tuple[str, str]]]]
"""(part, path) → (task id, its units with roles)."""
_STRENGTH = {"lead": 0, "responsible": 1, "support": 2}


class Targets:
    """Adds what one document sets as targets to its rows."""

    def __init__(self, frame: Frame, bodies: Bodies) -> None:
        self._frame = frame
        self._bodies = bodies

    def indicators(self, tasks: KnownTasks) -> None:
        """All indicators; those that stand at a task are its targets, and its units answer for them."""
        counts: dict[tuple[str, tuple[str, ...]], int] = {}
        for number, each in enumerate(self._frame.extraction.indicators):
            place = (each.part, each.path)
            counts[place] = counts.get(place, 0) + 1
            id = ids.indicator_id(self._frame.plan_of(each.part), each.path, counts[place])
            self._indicator(each, id, number)
            if place in tasks:
                task, units = tasks[place]
                self._frame.rows.edge("TARGETS", ("Task", task), ("Indicator", id))
                for unit, role in _strongest(units):
                    self._frame.rows.edge("ANSWERS_FOR", ("Unit", unit), ("Indicator", id), role=role)

    def _indicator(self, each: Indicator, id: str, number: int) -> None:
        amount, measure = base_quantity(each.value, each.unit)
        self._frame.rows.node(
            "Indicator", id, part=each.part, path=list(each.path), name=each.name, op=each.op,
            value=each.value, value_max=each.value_max, unit=each.unit, amount=amount, measure=measure,
            raw=each.raw, sort=self._frame.sort(each.part, number),
            start=each.start, stop=each.stop,
        )  # fmt: skip
        self._frame.rows.edge("SETS", ("Plan", self._frame.plan_of(each.part)), ("Indicator", id))

    def breakdowns(self) -> None:
        """Cells hang on the indicator of their row: the one with its total, else one made for it."""
        rows = self._frame.rows.nodes.get("Indicator", {})
        for number, each in enumerate(self._frame.extraction.breakdowns, 1):
            plan = self._frame.plan_of(each.part)
            id = next(
                (i for i, row in rows.items() if row["part"] == each.part and row["name"] == each.name
                 and row["value"] == each.total and row["start"] == each.start), None,
            )  # fmt: skip
            if id is None:
                total = each.total if each.total is not None else sum(c.value for c in each.cells)
                made = Indicator(
                    each.part, (), each.name, total, unit=each.unit, start=each.start, stop=each.stop
                )
                id = ids.indicator_id(plan, ("b",), number)
                self._indicator(made, id, len(self._frame.extraction.indicators) + number)
            for cell in each.cells:
                region = region_of(cell.region, within=self._frame.region)
                self._bodies.regions(region)
                self._frame.rows.edge(
                    "BREAKS_DOWN", ("Indicator", id), ("Region", region.id), value=cell.value,
                    raw=self._frame.raw(cell.start, cell.stop, ""), start=cell.start, stop=cell.stop,
                )  # fmt: skip


def _strongest(units: list[tuple[str, str]]) -> list[tuple[str, str]]:
    best: dict[str, str] = {}
    for unit, role in units:
        if unit not in best or _STRENGTH[role] < _STRENGTH[best[unit]]:
            best[unit] = role
    return list(best.items())
