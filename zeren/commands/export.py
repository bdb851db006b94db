"""The command that writes a graph, or a part of it, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from graph import export as writers
from graph.catalogue.resolve import resolve
from graph.selection import Contents, Whole, of_plan, of_region, of_unit
from graph.store import Store
from zeren import terminal
from zeren.commands.common import choice
from zeren.commands.stores import StoreOption, using_store


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be written: the id of one plan, unit or region, or everything with none of them."""

    plan: str | None = None
    unit: str | None = None
    region: str | None = None

    @property
    def everything(self) -> bool:
        """Is it the whole graph?"""
        return self.plan is self.unit is self.region is None

    def contents(self, store: Store) -> Contents:
        """The nodes and edges of the choice."""
        if self.plan is not None:
            return of_plan(store, self.plan)
        if self.unit is not None:
            return of_unit(store, self.unit)
        return of_region(store, self.region) if self.region is not None else Whole(store)


Export = Callable[[Store, Chosen, Path], str]
"""Writes the choice to a path, whole or not at all; says in a few words what was written."""


def _graph(write: Callable[[Contents, Path], tuple[int, int]]) -> Export:
    def export(store: Store, chosen: Chosen, path: Path) -> str:
        return _counted(write(chosen.contents(store), path))

    return export


def _neo4j_admin(store: Store, chosen: Chosen, path: Path) -> str:
    whole = store if chosen.everything else None
    return _counted(writers.write_neo4j_admin(chosen.contents(store), path, whole))


def _counted(counts: tuple[int, int]) -> str:
    return f"节点 {counts[0]},边 {counts[1]}"


EXPORTS: Mapping[str, Export] = {
    "graphml": _graph(writers.write_graphml),
    "gexf": _graph(writers.write_gexf),
    "json": _graph(writers.write_json),
    "csv": _graph(writers.write_csv),
    "parquet": _graph(writers.write_parquet),
    "neo4j-admin": _neo4j_admin,
}
"""One writer a format; a further one is a row here."""


def export(
    format: Annotated[str, typer.Option("--format", help="、".join(EXPORTS), show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="输出的文件;csv、parquet、neo4j-admin 为新文件夹")],
    store: StoreOption = None,
    plan: Annotated[str | None, typer.Option("--plan", help="只导出一个方案(编号、文号或标题)")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="只导出一个单位(编号、名称或别名)")] = None,
    region: Annotated[str | None, typer.Option("--region", help="只导出一个地区的方案")] = None,
) -> None:
    """Write the graph, or a part of it, for other programs."""
    choice(format, tuple(EXPORTS), "--format")
    named = {"plan": plan, "unit": unit, "region": region}
    given = {kind: text for kind, text in named.items() if text is not None}
    if len(given) > 1:
        raise typer.BadParameter("--plan、--unit、--region 只能用一个")
    with using_store(store, read_only=True) as opened:
        chosen = Chosen(**{kind: resolve(opened, kind, text) for kind, text in given.items()})
        written = EXPORTS[format](opened, chosen, out)
    terminal.say(f"已写入 {out}:{written}")


COMMANDS = {"export": export}
