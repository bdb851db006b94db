"""Reading tables from short texts."""

import pytest

from loaders.readers.limits import Limits
from loaders.readers.plain import read_plain
from loaders.source import Source
from loaders.tables import find_tables, read_breakdowns, read_task_tables


def source_of(text, tables=()):
    composed = read_plain(text.encode(), Limits())
    return Source("甲.txt", "txt", "", composed.text, composed.pages, tuple(tables))


@pytest.fixture
def tables():
    """The tables of a text as rows of cells, each cell as printed."""

    def read(text, marked=()):
        found = []
        for table in find_tables(source_of(text, marked)):
            rows = {}
            for cell in table.cells:
                rows.setdefault(cell.row, []).append(text[cell.start : cell.stop])
            found.append(list(rows.values()))
        return found

    return read


@pytest.fixture
def tasks():
    """The tasks of a text's tables."""

    def read(text, marked=()):
        source = source_of(text, marked)
        return read_task_tables(source, find_tables(source))

    return read


@pytest.fixture
def paths(tasks):
    """The paths of a text's table tasks, steps joined by a slash; ? where a row has no ordinal."""
    return lambda text: ["/".join(step or "?" for step in task.path) for task in tasks(text)]


@pytest.fixture
def units(tasks):
    """Per task of a text, its unit lists as (role, printed)."""
    return lambda text: [[(role, text[a:b]) for role, a, b in task.units] for task in tasks(text)]


@pytest.fixture
def broken():
    """The breakdowns of a text, all in part 附件1."""

    def read(text, marked=()):
        source = source_of(text, marked)
        return read_breakdowns(source, find_tables(source), lambda offset: "附件1")

    return read
