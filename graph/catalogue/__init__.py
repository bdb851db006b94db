"""Named queries: files with a typed head, read, checked, and run on a store."""

from graph.catalogue.catalogue import Catalogue
from graph.catalogue.head import Column, Parameter, Query
from graph.catalogue.run import Rows, run

__all__ = ["Catalogue", "Column", "Parameter", "Query", "Rows", "run"]
