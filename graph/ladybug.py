"""The embedded engine, Ladybug: writing a graph file in one go, and reading one from several threads."""

from __future__ import annotations

import queue
import re
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import ladybug

from graph.arrow import edge_table, node_table
from graph.model import Row, Value
from graph.rows import Rows
from graph.schema import EDGES, NODES
from graph.store import Progress
from zeren.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable

ENGINE = f"ladybug {ladybug.__version__}"
_MAP_BYTES = 1 << 38
"""Address space for a graph file: 256 GiB instead of the engine's 8 TiB, which some systems refuse."""
_CONNECTIONS = 4
_STATEMENTS = 12
"""A connection keeps every statement that it ever ran, each with memory of the pool: after this many
different ones it is replaced by a new one, which takes half a millisecond."""
_EDGES_A_MB = 2_000
"""COPY keeps a relationship's edges in the pool: 4.4 million needed 2 GB where reading needs 512 MB."""
_AT_ONCE = 50_000
"""Edges up to which a graph is written in one transaction: to commit each table takes a small graph longer
than to fill it. A large graph would gain little, and keep all of its tables in memory until the end."""


def _open(path: Path, buffer_mb: int, *, read_only: bool) -> Any:
    try:
        return ladybug.Database(
            str(path), buffer_pool_size=buffer_mb << 20, max_db_size=_MAP_BYTES, read_only=read_only
        )
    except RuntimeError as error:
        message = f"图谱文件打不开({path.name}),可能来自其他版本或已损坏,请运行 zeren rebuild"
        raise StoreUnavailable(message) from error


_RESERVE = 8 << 20
"""Bytes set aside while writing: on a full disk the engine aborts the process when it closes the file."""


def write_graph(
    path: Path, rows: Rows, buffer_mb: int, progress: Progress | None = None,
    tables: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Write all rows into a new graph file, checkpointed and closed. Raises StoreError.

    `tables` holds edges of more relationships by name, as Arrow tables: ends, then the schema's columns.
    The pool grows with the number of edges, for as long as the writing lasts.
    """
    tables = tables or {}
    edges = sum(rows.count_edges().values()) + sum(table.num_rows for table in tables.values())
    reserve = path.with_name("reserve")
    reserve.write_bytes(bytes(_RESERVE))
    database = None
    try:
        database = _open(path, buffer_mb + edges // _EDGES_A_MB, read_only=False)
        connection = ladybug.Connection(database)
        try:
            with _committing(connection, at_once=edges <= _AT_ONCE):
                _create(connection)
                _copy(connection, rows, progress)
                for name, table in tables.items():
                    if table.num_rows:
                        connection.execute(f"COPY {name} FROM $rows", {"rows": table})
        finally:
            connection.close()
    except (RuntimeError, StoreUnavailable) as error:
        if shutil.disk_usage(path.parent).free < _RESERVE:
            message = "磁盘空间不够,图谱没有改动,请清理图谱库所在的磁盘后再试"
            raise StoreError(message, str(path.parent.parent)) from error
        if isinstance(error, StoreUnavailable):
            raise
        message = "写入图谱失败,请检查磁盘空间,或调大 ZEREN_BUFFER_MB"
        raise StoreError(message, _short(error)) from error
    finally:
        reserve.unlink()
        if database:
            database.close()


@contextmanager
def _committing(connection: Any, *, at_once: bool) -> Iterator[None]:
    """Commit at the end, or statement by statement. What fails is not rolled back: its file goes away."""
    if at_once:
        connection.execute("BEGIN TRANSACTION")
    yield
    if at_once:
        connection.execute("COMMIT")


def _create(connection: Any) -> None:
    for node in NODES:
        columns = ", ".join(f"`{name}` {type}" for name, type in node.properties)
        connection.execute(f"CREATE NODE TABLE {node.label}({columns}, PRIMARY KEY (id))")
    for edge in EDGES:
        ends = ", ".join(f"FROM {a} TO {b}" for a, b in edge.ends)
        columns = "".join(f", `{name}` {type}" for name, type in edge.properties)
        connection.execute(f"CREATE REL TABLE {edge.name}({ends}{columns})")


def _copy(connection: Any, rows: Rows, progress: Progress | None) -> None:
    steps = len(NODES) + len(EDGES)
    for done, node in enumerate(NODES):
        if rows.nodes.get(node.label):
            table = node_table(node, rows.nodes[node.label])
            connection.execute(f"COPY {node.label} FROM $rows", {"rows": table})
        if progress:
            progress("写入", done + 1, steps)
    for done, edge in enumerate(EDGES, len(NODES)):
        for source, target in edge.ends:
            found = rows.edges.get((edge.name, source, target))
            if found:
                connection.execute(f"COPY {edge.name} FROM $rows", {"rows": edge_table(edge, found)})
        if progress:
            progress("写入", done + 1, steps)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


class _Connection:
    """A connection of the engine that is renewed before it holds too much of the pool."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._known: set[str] = set()
        self._open = ladybug.Connection(database, num_threads=2)

    def run(self, cypher: str, parameters: dict[str, Value], timeout_ms: int) -> Any:
        if cypher not in self._known and len(self._known) >= _STATEMENTS:
            self._open.close()
            self._open = ladybug.Connection(self._database, num_threads=2)
            self._known.clear()
        self._known.add(cypher)
        self._open.set_query_timeout(timeout_ms)
        return self._open.execute(cypher, parameters)

    def close(self) -> None:
        self._open.close()


class Reader:
    """A graph file opened for reading; queries run at once on a few connections."""

    def __init__(self, path: Path, buffer_mb: int) -> None:
        self._database = _open(path, buffer_mb, read_only=True)
        self._idle: queue.SimpleQueue[Any] = queue.SimpleQueue()
        for _ in range(_CONNECTIONS):
            self._idle.put(_Connection(self._database))
        self._lock = threading.Lock()
        self._users = 0
        self._retired = False

    @contextmanager
    def using(self) -> Iterator[Reader]:
        """Keeps the file open until the block ends, also when it is retired meanwhile."""
        with self._lock:
            self._users += 1
        try:
            yield self
        finally:
            with self._lock:
                self._users -= 1
                last = self._retired and not self._users
            if last:
                self._close()

    def retire(self) -> None:
        """Close once the running queries have ended."""
        with self._lock:
            idle = not self._retired and not self._users
            self._retired = True
        if idle:
            self._close()

    def _close(self) -> None:
        while not self._idle.empty():
            self._idle.get().close()
        self._database.close()

    def rows(self, cypher: str, parameters: Mapping[str, Value], timeout_ms: int | None) -> list[Row]:
        """Run one statement. Raises QueryTimeout or QueryError."""
        given, skipped = _shallow(parameters)
        with self._result(cypher, given, timeout_ms) as result:
            names = result.get_column_names()
            for _ in range(skipped):
                if not result.has_next():
                    return []
                result.get_next()
            return [
                {
                    name: cell if type(cell) in _SIMPLE else _plain(cell)
                    for name, cell in zip(names, row, strict=True)
                }
                for row in result.get_all()
            ]

    def table(self, cypher: str, parameters: Mapping[str, Value]) -> Any:
        """Run one statement; its rows as an Arrow table. Raises QueryError."""
        with self._result(cypher, parameters, None) as result:
            return result.get_as_arrow()

    @contextmanager
    def _result(self, cypher: str, parameters: Mapping[str, Value], timeout_ms: int | None) -> Iterator[Any]:
        _refuse_several(cypher)
        connection = self._idle.get()
        try:
            result = connection.run(cypher, dict(parameters), timeout_ms or 0)
            yield result
            result.close()
        except RuntimeError as error:
            if "nterrupt" in str(error):
                raise QueryTimeout("查询超时,请缩小范围后再试") from error
            raise QueryError(f"查询没有完成:{_short(error)}") from error
        finally:
            self._idle.put(connection)


_FARTHEST = 1 << 40


def _shallow(parameters: Mapping[str, Value]) -> tuple[Mapping[str, Value], int]:
    """Parameters without an `offset`, and how many rows to pass over instead.

    The engine (0.22.0) reads memory that isn't its own where SKIP lies behind the last row of an ORDER BY,
    which ended the whole process for offsets from 20,000 on.
    """
    offset, limit = parameters.get("offset"), parameters.get("limit")
    if not isinstance(offset, int) or not isinstance(limit, int) or offset <= 0:
        return parameters, 0
    offset = min(offset, _FARTHEST)
    return {**parameters, "offset": 0, "limit": offset + limit}, offset


_STRINGS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*")


def _refuse_several(cypher: str) -> None:
    if ";" in _STRINGS.sub("", cypher).strip().rstrip(";"):
        raise QueryError("一次只能运行一条查询语句")


_SIMPLE = frozenset({str, int, float, bool, type(None)})
"""Types of nearly every cell: a look at the type costs a quarter of a call."""


def _plain(value: Any) -> Value:
    """Decimals (sums of integers) as numbers; lists and maps likewise inside."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list):
        return [each if type(each) in _SIMPLE else _plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return cast(Value, value)
