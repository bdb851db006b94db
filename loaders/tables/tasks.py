"""Tasks of task tables: their path, their words, and the cells that name units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.outline.ordinals import read_ordinal
from loaders.passage import Passage, fold, joined, passage
from loaders.source import Source, Table
from loaders.tables.measures import Span, listed
from loaders.tables.rows import RowReader
from loaders.tables.taken import Row
from loaders.tables.unit_cells import UnitCell


@dataclass(frozen=True, slots=True)
class TableTask:
    """A task that a table's row (or a numbered measure in its cell) sets.

    `table`: index into the tables given. `path`: ordinals of the groups, then the row's own, None
    where it has none. `units`: spans of unit lists with the role that their column's heading gives,
    leads first; `more`: those of further rows under the same number. `deadline`, `passages` (the words
    and targets of the row) and `name`, the cell that names what it tells: spans of the text.
    """

    table: int
    path: tuple[str | None, ...]
    title: str
    text: str
    start: int
    stop: int
    units: tuple[UnitCell, ...]
    deadline: Span | None
    passages: tuple[Span, ...]
    name: Span | None = None
    more: tuple[tuple[UnitCell, ...], ...] = ()

    def words(self, text: str) -> Iterator[Passage]:
        """What the row says, passage by passage; a value alone (38.2亿元) behind the cell that names it."""
        for span in self.passages:
            value = passage(text, *span)
            names = (cell for cell in (self.name, (self.start, self.stop)) if cell and cell != span)
            name = next(names, None) if _VALUE.match(value.text) else None
            named = passage(text, *name) if name else None
            yield joined([named, value]) if named and _NAME.fullmatch(named.text) else value


_VALUE = re.compile(
    r"[ \n]{0,4}(?:(?:同比|比上年|较上年|力争|确保|年均|预期|全年){0,2}(?:增长|增速|增幅|下降|降低|提高"
    r"|达到?|突破|超过|完成|不低于|不少于|不超过|不高于|控制在|压减|减少){0,2}|[≥≤><约])[ ]?[0-9]"
)
"""How a cell begins that gives a number without a name."""
_NAME = re.compile(r"[^0-9%。;:,\n]{2,40}")


def read_task_tables(source: Source, tables: Sequence[Table]) -> list[TableTask]:
    """The tasks of all task tables, in text order; a table whose heading names no units gives none."""
    marked = [(table.start, table.stop) for table in source.tables]
    found: list[TableTask] = []
    for number, table in enumerate(tables):
        by_format = any(start <= table.start < stop for start, stop in marked)
        is_marked = by_format or source.text[table.start] == "<"
        rows = RowReader(source.text, not is_marked, source.pages).read(table)
        numbers = Counter(row.number for row in rows)
        bare = Counter(_groups(row) for row in rows if row.own is None)
        names = Counter(row.name for row in rows)
        found += [
            _task(source.text, number, row, _path(row, numbers, bare), alone=names[row.name] == 1)
            for row in rows
        ]
    return found


def _groups(row: Row) -> tuple[str, ...]:
    return tuple(ordinal.label for _, ordinal in sorted(row.groups.items()))


def _title(text: str, row: Row, *, alone: bool) -> str:
    """The task's name from the cell that names it `alone`, else the first sentence of its words."""
    ordinal = row.measure.ordinal
    if row.name and alone and not ordinal:
        words = passage(text, *row.name).text.strip()
        ordinal = read_ordinal(words)
    else:
        words = passage(text, *listed(text, *row.measure.span)[0]).text.strip()
    return re.split(r"[。:;]", words[ordinal.length if ordinal else 0 :], maxsplit=1)[0].strip()[:80]


def _task(text: str, number: int, row: Row, path: tuple[str | None, ...], *, alone: bool) -> TableTask:
    start, stop = row.measure.span
    return TableTask(
        number,
        path,
        _title(text, row, alone=alone),
        text[start:stop],
        start,
        stop,
        tuple(row.units),
        row.deadline,
        tuple(each for span in _passages(text, row) for each in listed(text, *span)),
        row.name,
        tuple(map(tuple, row.more)),
    )


_DATE = re.compile("[0-9]{1,4} ?(?:年|月|日|号|季|旬|个|天|工作日)[年月日内]?")
_AMOUNT = re.compile("[0-9] ?[一-鿿%]")


def _passages(text: str, row: Row) -> list[Span]:
    """What the row says; the cell of its time may tell how far the work is to be by then (9月底前建成4座)."""
    told = fold(text[slice(*row.deadline)]) if row.deadline else ""
    more = row.deadline and _AMOUNT.search(_DATE.sub("", told))
    return [*row.passages, row.deadline] if row.deadline and more else row.passages


def _path(
    row: Row, numbers: Counter[tuple[int, str] | None], bare: Counter[tuple[str, ...]]
) -> tuple[str | None, ...]:
    """Groups, then the number column's ordinal, then the measure's.

    A number that one task has to itself is the task's own; so is the innermost group of a task
    that has no other ordinal and shares it with none.
    """
    groups = _groups(row)
    if row.number:
        alone = numbers[row.number] == 1
        return (*groups, row.number[1]) if alone else (*groups, row.number[1], row.own)
    if row.own is None and groups and bare[groups] == 1:
        return groups
    return (*groups, row.own)
