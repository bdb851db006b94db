"""Commands that change or describe a store: load, remove, rebuild, status."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.catalogue.resolve import resolve
from graph.cyphers import internal
from graph.stale import absent_pairs
from graph.store import LoadReport, Store
from loaders.extraction import Extraction
from zeren import terminal
from zeren.commands.common import Paths, files_of, finish
from zeren.commands.stores import StoreOption, using_store
from zeren.documents import read_documents


def load(
    paths: Paths,
    store: StoreOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="编号相同而标题不同时也替换")] = False,
    annex_of: Annotated[str | None, typer.Option("--annex-of", help="作为该方案的附件入库")] = None,
) -> None:
    """Read files into the store, with a line on each."""
    with using_store(store, read_only=False) as opened:
        files = files_of(paths, extractions=True)
        with terminal.progress() as step:
            good, failed = _read(files, step)
            root = resolve(opened, "plan", annex_of) if annex_of else None
            reports = opened.load(good, replace=replace, annex_of=root, progress=step)
        _tell_absent_pairs(opened)
    for report in reports:
        failed += report.status == "failed"
        _show_report(report)
    finish(failed)


def _read(files: Sequence[Path], step: terminal.Step) -> tuple[list[Extraction], int]:
    """The Extractions that could be made; how many could not."""
    good: list[Extraction] = []
    for done, read in enumerate(read_documents(files)):
        step("读取", done + 1, len(files))
        if read.extraction is None:
            terminal.note(str(read.error))
        else:
            good.append(read.extraction)
    return good, len(files) - len(good)


def _tell_absent_pairs(store: Store) -> None:
    for finding in absent_pairs(store):
        terminal.note(finding.message)


_STATUSES = {"loaded": "已载入", "replaced": "已替换", "unchanged": "没有变化"}


def _show_report(report: LoadReport) -> None:
    if report.status == "failed":
        terminal.note(
            report.error if report.file_name in report.error else f"{report.file_name}:{report.error}"
        )
        return
    facts = (
        f"{report.file_name}:{_STATUSES[report.status]},任务 {report.tasks},单位 {report.units},"
        f"指标 {report.indicators},问题 {report.findings},覆盖率 {(report.coverage or 0):.1%}"
    )
    terminal.say(facts)
    if report.change:
        names = {"added": "新增", "dropped": "删去", "reworded": "改写", "units_changed": "单位变动"}
        counts = ",".join(f"{word} {len(getattr(report.change, name))}" for name, word in names.items())
        terminal.say(f"  与上一版相比:任务{counts}")


def remove(
    plan: Annotated[str, typer.Argument(help="方案(或单独载入的附件)的编号、文号或标题", show_default=False)],
    store: StoreOption = None,
) -> None:
    """Remove a plan with all its facts, or an annex that was loaded by itself."""
    with using_store(store, read_only=False) as opened:
        removed = opened.remove(resolve(opened, "plan", plan))
        _tell_absent_pairs(opened)
    nodes = ",".join(f"{label} {count}" for label, count in sorted(removed.nodes.items()))
    edges = sum(removed.edges.values())
    terminal.say(f"已删去 {'、'.join(removed.documents)}({removed.plan}):节点 {nodes or 0};边 {edges}")


def rebuild(store: StoreOption = None) -> None:
    """Build the graph again from the extractions that are kept."""
    with using_store(store, read_only=False) as opened, terminal.progress() as step:
        reports = opened.rebuild(step)
        _tell_absent_pairs(opened)
    terminal.say(f"已用 {len(reports)} 份文件重建图谱")
    finish(sum(report.status == "failed" for report in reports))


def status(store: StoreOption = None) -> None:
    """Tell what the store holds."""
    with using_store(store, read_only=True) as opened:
        counts = {row["kind"]: row["total"] for row in opened.read(internal("counts"))}
        line = ",".join(f"{word} {counts.get(key, 0)}" for key, word in _KINDS.items())
        terminal.say(f"{opened.url}(第 {opened.generation()} 代):{line}")
        rows = [
            (r.file_name, r.title, r.report.tasks, f"{(r.coverage or 0):.1%}", r.loaded_at)
            for r in opened.documents()
        ]
    if rows:
        terminal.table(("文件", "标题", "任务", "覆盖率", "载入时间"), rows)


_KINDS = {"plans": "方案", "tasks": "任务", "units": "单位", "indicators": "指标", "findings": "问题"}

COMMANDS = {"load": load, "remove": remove, "rebuild": rebuild, "status": status}
