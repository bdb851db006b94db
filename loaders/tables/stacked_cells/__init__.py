"""Task tables that copying flattened to the lines of their cells, one below the other.

`headings.py` finds the names of the columns, `body.py` the lines below them; `numbered.py` and
`unnumbered.py` part these into entries, `rows.py` an entry into rows and `cells.py` a row into cells, by what
the lines hold, up to where `ends.py` sees the table end; `layout.py` lays the cells out.
"""

from loaders.tables.stacked_cells.tables import stacked_cell_tables

__all__ = ["stacked_cell_tables"]
