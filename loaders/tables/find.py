"""All tables of a document, marked by its format or drawn in its text."""

from __future__ import annotations

from loaders.source import Source, Table
from loaders.tables.drawn import drawn_tables
from loaders.tables.flattened import flattened_tables


def find_tables(source: Source) -> list[Table]:
    """The tables in text order, not overlapping; those of the format win over drawn ones."""
    found = list(source.tables)
    for table in (*drawn_tables(source.text), *flattened_tables(source.text)):
        if all(table.stop <= known.start or known.stop <= table.start for known in found):
            found.append(table)
    return sorted(found, key=lambda t: t.start)
