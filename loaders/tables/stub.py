from dataclasses import dataclass

from loaders.extraction import Breakdown, Finding, Role
from loaders.source import Source, Table


@dataclass(frozen=True, slots=True)
class TableTask:
    table: int
    path: tuple[str | None, ...]
    title: str
    text: str
    start: int
    stop: int
    units: tuple[tuple[Role | None, int, int], ...]
    deadline: tuple[int, int] | None
    passages: tuple[tuple[int, int], ...]


@dataclass
class Broken:
    rows: tuple[Breakdown, ...] = ()
    findings: tuple[Finding, ...] = ()


def find_tables(source: Source) -> list[Table]:
    return list(source.tables)


def read_task_tables(source, tables) -> list[TableTask]:
    return []


def read_breakdowns(source, tables, part_of) -> Broken:
    return Broken()
