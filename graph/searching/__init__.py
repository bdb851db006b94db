"""Search in one box: units, plans, indicators and tasks that hold all the words, the best first."""

from graph.searching.hits import KINDS, Hit, Hits

__all__ = ["KINDS", "Hit", "Hits"]
