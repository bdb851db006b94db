"""Selections as files of other programs; each appears whole or not at all."""

from graph.export.gephi import write_gexf, write_graphml
from graph.export.neo4j_admin import write_neo4j_admin
from graph.export.plain import write_csv, write_json, write_parquet

__all__ = ["write_csv", "write_gexf", "write_graphml", "write_json", "write_neo4j_admin", "write_parquet"]
