"""Task tables that copying flattened to the lines of their cells, one below the other.

`headings.py` finds the names of the columns, `body.py` the lines below them; `numbered.py` and
`unnumbered.py` part these into entries, `rows.py` an entry into rows and `cells.py` a row into cells, by what
the lines hold (`units.py`; in lists of projects `projects.py`), up to where `ends.py` sees the table end;
`layout.py` lays the cells out. `lists.py` finds lists that charge nobody.
"""

from loaders.tables.stacked_cells.lists import project_lists
from loaders.tables.stacked_cells.tables import stacked_cell_tables

__all__ = ["project_lists", "stacked_cell_tables"]
