"""A real Neo4j server for tests, from Maven's jars."""
