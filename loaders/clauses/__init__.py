"""Clauses that say who is responsible: finding them in an item and reading them into assignments."""

from loaders.clauses.clause import Clause
from loaders.clauses.find import find_clauses
from loaders.clauses.named import Named
from loaders.clauses.roles import read_clause, read_list

__all__ = ["Clause", "Named", "find_clauses", "read_clause", "read_list"]
