"""Clauses that say who is responsible: finding them in an item and reading them into assignments."""

from loaders.clauses.find import Clause, find_clauses
from loaders.clauses.roles import Named, read_clause, read_list

__all__ = ["Clause", "Named", "find_clauses", "read_clause", "read_list"]
