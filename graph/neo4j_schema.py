"""What a Neo4j database of ours has before the first document: constraints, indexes and the Meta node."""

from __future__ import annotations

from graph.neo4j import Run, Server
from graph.schema import NODES, SCHEMA_VERSION, TEXTS
from zeren.errors import StoreError

KEPT, META = "Kept", "Meta"
"""Labels beside the graph's own: a document with its Extraction, and the one node about it all."""

_INDEXES = (("Unit", "name"), ("Plan", "root"), ("Plan", "doc_number"), ("Function", "name"))

_FULL_TEXT = """
CREATE FULLTEXT INDEX sought IF NOT EXISTS FOR (n:Unit|Plan|Task|Indicator)
ON EACH [n.name, n.aliases, n.title, n.doc_number, n.text, n.raw]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: true}}
"""

_SEARCH = ("DROP INDEX words IF EXISTS", _FULL_TEXT)
"""The first is of releases that searched fewer properties."""

_FILLED = 50_000
_FILLS_WITHIN_S = 600


def prepare(server: Server, shared: bool) -> None:
    """Make constraints, indexes and the Meta node in a database without one; what is there stays.

    Raises StoreError when the database holds something else, unless it is to be `shared`; then
    only when something there carries a label of ours.
    """
    if not shared and server.read("MATCH (n) RETURN count(n) AS n")[0]["n"]:
        raise StoreError(
            "这个 Neo4j 数据库里有别的内容,没有动它;请用空的数据库(ZEREN_NEO4J_DATABASE),"
            "确要放在一起请设 ZEREN_NEO4J_SHARED=true"
        )
    for label in _labels():
        if server.read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"]:
            raise StoreError(
                f"这个 Neo4j 数据库里已有别的 {label} 节点,会与图谱混在一起,没有动它;请用另一个数据库"
            )
    ensure(server)
    server.write(_begin)


def ensure(server: Server) -> None:
    """Make the constraints and indexes that are missing, and wait until they can be used.

    The full-text index of a large import fills for minutes; it is not waited for.
    """
    for statement in _statements():
        server.write(lambda run, statement=statement: run(statement))  # type: ignore[misc]
    for label, name in _INDEXES:
        server.read(f"CALL db.awaitIndex('{label.lower()}_{name}', {_FILLS_WITHIN_S})")


def renew_search(server: Server) -> None:
    """Make the full-text index where an earlier release made another; it fills in the background."""
    for statement in _SEARCH:
        server.write(lambda run, statement=statement: run(statement))  # type: ignore[misc]


def settle_import(server: Server) -> None:
    """Finish what `neo4j-admin` can't do: constraints, indexes, and lists without items."""
    ensure(server)
    for node in NODES:
        for name, type in node.properties:
            if type == TEXTS:
                _fill(server, node.label, name)
    server.write(lambda run: run(f"MATCH (m:{META} {{id: 'zeren'}}) REMOVE m.imported"))


def _fill(server: Server, label: str, name: str) -> None:
    """An empty list for a missing one, so many at a time as a transaction holds with ease."""
    statement = (
        f"MATCH (n:{label}) WHERE n.{name} IS NULL WITH n LIMIT {_FILLED} SET n.{name} = [] "
        "RETURN count(*) AS filled"
    )
    while server.write(lambda run: run(statement))[0]["filled"]:
        pass


def _labels() -> list[str]:
    return [*(node.label for node in NODES), KEPT, META]


def _statements() -> list[str]:
    unique = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in _labels()
    ]
    indexes = [
        f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, name in _INDEXES
    ]
    return [*unique, *indexes, *_SEARCH]


def _begin(run: Run) -> None:
    run(
        f"MERGE (m:{META} {{id: 'zeren'}}) ON CREATE SET m.generation = 1, m.stamp = '', m.schema = $schema",
        schema=SCHEMA_VERSION,
    )
