"""Any part of the graph, or all of it, as tables and as a networkx graph."""

from graph.selection.choose import of_plan, of_query, of_region, of_unit
from graph.selection.contents import Contents, Part, Whole
from graph.selection.network import to_networkx
from graph.selection.projection import cooperation, measured, shortest_chain

__all__ = [
    "Contents",
    "Part",
    "Whole",
    "cooperation",
    "measured",
    "of_plan",
    "of_query",
    "of_region",
    "of_unit",
    "shortest_chain",
    "to_networkx",
]
