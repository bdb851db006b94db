"""The ledger (台账) as offices keep it: a workbook of tasks, units, indicators and findings."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from api.labels import comparison, severity
from api.ledger_rows import Part, Scope, Task, parts, total
from api.records import read
from api.sheets import Sheet
from graph.store import Store
from zeren.errors import NotFound, StoreUnavailable

_TASKS = (
    ("序号", 6), ("任务", 48), ("牵头单位", 20), ("配合单位", 28), ("责任单位", 20), ("完成时限", 14),
    ("指标", 30), ("出处", 32), ("责任人", 10), ("进展情况", 24), ("备注", 14),
)  # fmt: skip
_UNITS = (("序号", 6), ("单位", 28), ("地区", 14), ("牵头", 8), ("配合", 8), ("负责", 8), ("任务数", 9))
_INDICATORS = (
    ("序号", 6), ("指标", 28), ("比较", 8), ("目标值", 12), ("上限", 10), ("计量单位", 10), ("责任单位", 24),
    ("任务", 32), ("原文", 30), ("出处", 32),
)  # fmt: skip
_FINDINGS = (("序号", 6), ("程度", 8), ("问题", 60), ("文件", 28), ("位置(第几字)", 14), ("代码", 18))
_TRIES = 3


@dataclass(slots=True)
class _Load:
    """What one unit carries in the ledger."""

    name: str
    roles: dict[str, int] = field(default_factory=lambda: {"lead": 0, "support": 0, "responsible": 0})
    tasks: int = 0


def write_ledger(store: Store, out: Path, scope: Scope | None = None) -> int:
    """Write the whole ledger of a scope (everything without one) to a file; how many tasks it has.

    The last row of each sheet counts its rows; that of the tasks is checked against the graph. A
    graph that is replaced meanwhile is read again. Raises NotFound for a scope without tasks and
    StoreUnavailable when the graph doesn't stand still; then `out` is as it was.
    """
    scope = scope or Scope()
    if not total(store, scope):
        raise NotFound("没有符合条件的任务,台账是空的;请放宽筛选条件,或先载入文件")
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        for _ in range(_TRIES):
            with store.standing():
                generation = store.generation()
                written, counted = _write(store, temporary, scope), total(store, scope)
                whole = written == counted and generation == store.generation()
            if whole:
                os.replace(temporary, out)
                return written
    finally:
        temporary.unlink(missing_ok=True)
    raise StoreUnavailable("导出时图谱一直在更新,请等载入结束后再导出")


def ledger_bytes(store: Store, scope: Scope) -> tuple[bytes, int]:
    """The ledger as the content of a file, and how many tasks it has; raises as `write_ledger`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.xlsx"
        written = write_ledger(store, path, scope)
        return path.read_bytes(), written


def _write(store: Store, path: Path, scope: Scope) -> int:
    book = Workbook(write_only=True)
    tasks, units = Sheet(book, "任务", _TASKS), Sheet(book, "单位", _UNITS)
    indicators, findings = Sheet(book, "指标", _INDICATORS), Sheet(book, "问题", _FINDINGS)
    loads: dict[str, _Load] = {}
    for part in parts(store, scope):
        for task in part.tasks:
            tasks.add(_task_row(tasks.rows + 1, task))
            _count(loads, task)
        _add_indicators(indicators, part)
        _add_findings(findings, part)
    _add_units(units, store, loads)
    tasks.finish("合计", f"共 {tasks.rows} 项,与图谱库一致")
    units.finish("合计", f"共 {units.rows} 个单位")
    indicators.finish("合计", f"共 {indicators.rows} 个指标")
    findings.finish("合计", "", f"共 {findings.rows} 个问题")
    book.save(path)
    return tasks.rows


def _task_row(number: int, task: Task) -> tuple[str | int, ...]:
    return (
        number, content(task), task.names("lead"), task.names("support"), task.names("responsible"),
        task.deadline, ";".join(task.indicators), task.source, "", "", "",
    )  # fmt: skip


def content(task: Task) -> str:
    """The task as it stands in the plan; its title where that is all."""
    text = task.text.strip()
    return text if len(text) > len(task.title) + 8 else task.title or text


def _add_units(sheet: Sheet, store: Store, loads: dict[str, _Load]) -> None:
    for id, load in sorted(loads.items(), key=lambda each: (-each[1].tasks, each[1].name, each[0])):
        found = read(store, "unit", id=id)
        region = found[0]["region_name"] if found else ""
        sheet.add((sheet.rows + 1, load.name, region, *load.roles.values(), load.tasks))


def _count(loads: dict[str, _Load], task: Task) -> None:
    seen = set()
    for row in task.units:
        load = loads.setdefault(str(row["unit"]), _Load(str(row["name"])))
        load.roles[str(row["role"])] += 1
        if row["unit"] not in seen:
            load.tasks += 1
        seen.add(row["unit"])


def _add_indicators(sheet: Sheet, part: Part) -> None:
    for row in part.indicators:
        sheet.add((
            sheet.rows + 1, row["name"], comparison(str(row["op"])), row["value"], row["value_max"],
            row["unit"], row["units"], row["task"], row["raw"], part.source,
        ))  # fmt: skip


def _add_findings(sheet: Sheet, part: Part) -> None:
    for row in part.findings:
        place = int(str(row["start"])) + 1 if row["start"] is not None else ""
        sheet.add((
            sheet.rows + 1, severity(str(row["severity"])), row["message"], row["file_name"], place,
            row["code"],
        ))  # fmt: skip
