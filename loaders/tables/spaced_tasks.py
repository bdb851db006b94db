"""Task tables whose cells a copied text parts by one blank each (序号 类别 主要任务 牵头单位), a line a row.

An empty cell leaves two blanks. What stands behind the task is told from the right: lists of units, times
and persons under their columns. A blank inside a task's words can't be told from one between two cells, so
where a row has too many of them the words up to its units are all the task's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.clauses.cues import tells_time
from loaders.clauses.roles import read_clause
from loaders.passage import fold
from loaders.tables.headers import ROLE_OF, Column, read_heading
from loaders.tables.measures import Span, trimmed
from loaders.tables.printed import PrintedCell, PrintedTable

_HEAD = re.compile(
    r"^[ \t\u3000]{0,8}(?:序号|编号)(?:[ \t\u3000][^\s。;:,；：，]{2,16}){2,11}[ \t\u3000]{0,8}$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^ \t\n]*")
_SENTENCE = re.compile("[。;!?]")
_PERSON = re.compile("[一-鿿·]{2,5}(?:[、,][一-鿿·]{2,5}){0,4}")
_PAIRS = ("“”", "()", "《》", "「」", "〔〕")
_LONGEST = 3_000
_MOST_BLANK = 2
_FEWEST_ROWS = 2
_UNREAD = "这张表的各栏只用一个空格隔开,分不清各格,未按表格读取,请改用原来的 docx、pdf 或 xlsx 文件"


def spaced_task_tables(text: str) -> Iterator[PrintedTable]:
    """The tables in text order, not overlapping."""
    stop = 0
    for head in _HEAD.finditer(text):
        if head.start() < stop:
            continue
        heading = _words(text, trimmed(text, *head.span()))
        columns = read_heading([fold(text[a:b]) for a, b in heading])
        task = _task_column(columns) if columns else 0
        lines = list(_rows(text, head.end() + 1)) if task else []
        if columns and len(lines) >= _FEWEST_ROWS:
            rows = [_row(text, line, columns, task) for line in lines]
            yield _table(heading, rows, lines[-1][1])
            stop = lines[-1][1]


def _task_column(columns: Sequence[Column]) -> int:
    """The column of the task; 0 where the first isn't one of numbers or one behind it can't be told."""
    kinds = [column.kind for column in columns]
    task = kinds.index("task")
    behind = kinds[task + 1 :]
    told = all(kind in ROLE_OF or kind in ("deadline", "person") for kind in behind)
    return task if kinds[0] == "number" and told and any(kind in ROLE_OF for kind in behind) else 0


def _words(text: str, line: Span) -> list[Span]:
    """What the blanks of a line part, empty cells too."""
    start, stop = line
    found = [(start + word.start(), start + word.end()) for word in _WORD.finditer(fold(text[start:stop]))]
    return [span for n, span in enumerate(found) if n == 0 or span[0] > found[n - 1][1]]


def _rows(text: str, start: int) -> Iterator[Span]:
    """The lines that 1, 2, 3 … begin, from `start` on."""
    number, blank = 1, 0
    while start < len(text):
        stop = text.find("\n", start, start + _LONGEST)
        stop = stop if stop >= 0 else min(len(text), start + _LONGEST)
        line = trimmed(text, start, stop)
        if line[0] == line[1]:
            blank += 1
        elif fold(text[line[0] : line[0] + 4]).startswith(f"{number} "):
            yield line
            number, blank = number + 1, 0
        else:
            return
        if blank > _MOST_BLANK:
            return
        start = stop + 1


def _row(text: str, line: Span, columns: Sequence[Column], task: int) -> list[tuple[int, Span]]:
    """The cells of a row with their columns; number and task alone where units can't be told."""
    words = _words(text, line)
    behind: list[tuple[int, Span]] = []
    left = words[1:]
    for column in range(len(columns) - 1, task, -1):
        cell = _last(text, left)
        if not cell or not _fits(fold(text[slice(*cell)]), columns[column].kind):
            return [(0, words[0]), (task, (words[1][0], line[1]))]
        left = [word for word in left if word[1] <= cell[0] and word != cell]
        behind.insert(0, (column, cell))
    filled = any(columns[column].kind in ROLE_OF and a < b for column, (a, b) in behind)
    # units before the columns of units: blanks part those of one cell
    if not left or not filled or (left[-1][0] < left[-1][1] and _fits(fold(text[slice(*left[-1])]), "lead")):
        return [(0, words[0]), (task, (words[1][0], line[1]))]
    return [(0, words[0]), *_before(text, left, task), *behind]


def _last(text: str, words: Sequence[Span]) -> Span | None:
    """The last cell of these words: a blank behind a comma, or in brackets, parts none."""
    if not words:
        return None
    first = len(words) - 1
    while first > 1 and _goes_on(fold(text[words[first - 1][0] : words[first - 1][1]])):
        first -= 1
    return words[first][0], words[-1][1]


def _goes_on(word: str) -> bool:
    return word.endswith(("、", ",")) or _is_open(word)


def _is_open(words: str) -> bool:
    return any(words.count(pair[0]) > words.count(pair[1]) for pair in _PAIRS)


def _fits(cell: str, kind: str) -> bool:
    """Can a cell stand under a column behind the task? An empty one can."""
    if not cell:
        return True
    if kind == "deadline":
        return tells_time(cell)
    if kind == "person":
        return _PERSON.fullmatch(cell) is not None
    reading = read_clause(cell, listed=True) if not _SENTENCE.search(cell) else None
    return reading is not None and bool(reading.named) and not reading.odd


def _before(text: str, words: Sequence[Span], task: int) -> list[tuple[int, Span]]:
    """The cells from behind the number up to the task: one a column, else all is the task."""
    cells: list[Span] = []
    for start, stop in words:
        if cells and _is_open(fold(text[slice(*cells[-1])])):
            cells[-1] = cells[-1][0], stop
        else:
            cells.append((start, stop))
    if len(cells) == task:
        return [(column, cell) for column, cell in enumerate(cells, 1) if cell[0] < cell[1]]
    filled = next((start for start, stop in cells if start < stop), words[0][0])
    return [(task, (filled, words[-1][1]))]


def _table(heading: Sequence[Span], rows: Sequence[list[tuple[int, Span]]], stop: int) -> PrintedTable:
    read = sum(len(row) > 2 for row in rows)
    if read * 2 <= len(rows):
        return PrintedTable(heading[0][0], stop, (), _UNREAD)
    cells = [PrintedCell(0, column, (span,)) for column, span in enumerate(heading)]
    cells += [
        PrintedCell(number, column, (span,))
        for number, row in enumerate(rows, 1)
        for column, span in row
        if span[0] < span[1]
    ]
    return PrintedTable(heading[0][0], stop, tuple(cells))
