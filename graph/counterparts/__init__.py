"""Counterparts: tasks of other regions, or of another year, that do the same. docs/counterparts.md.

Importing this takes half a second (scipy): import it where tasks are compared, not at the top.
"""

from graph.counterparts.background import Background, shipped
from graph.counterparts.pairs import COLUMNS, Pairs, read, update, write
from graph.counterparts.pool import THRESHOLD
from graph.counterparts.tasks import Description, Tasks, describe, pack, unpack, vectors

__all__ = [
    "COLUMNS",
    "THRESHOLD",
    "Background",
    "Description",
    "Pairs",
    "Tasks",
    "describe",
    "pack",
    "read",
    "shipped",
    "unpack",
    "update",
    "vectors",
    "write",
]
