"""Counterparts: tasks of other regions, or of another year, that do the same. docs/counterparts.md.

Importing this takes half a second (scipy): import it where tasks are compared, not at the top.
"""

from graph.counterparts.background import Background, shipped
from graph.counterparts.pairs import COLUMNS, Pairs, read, update, write
from graph.counterparts.tasks import (
    Description,
    Tasks,
    describe,
    pack,
    pack_tasks,
    unpack,
    unpack_tasks,
    vectors,
)
from graph.similar import THRESHOLD

__all__ = [
    "COLUMNS",
    "THRESHOLD",
    "Background",
    "Description",
    "Pairs",
    "Tasks",
    "describe",
    "pack",
    "pack_tasks",
    "read",
    "shipped",
    "unpack",
    "unpack_tasks",
    "update",
    "vectors",
    "write",
]
