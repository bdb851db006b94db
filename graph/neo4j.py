"""Neo4j's official driver: the one module that imports it, and its errors as ours."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

import neo4j
from neo4j import exceptions

from graph.model import Row, Value
from zeren.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_URL = re.compile(
    r"(?:neo4j|bolt)(?:\+s|\+ssc)?://(?:[^\s/@?:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:\?[^\s@]*)?"
)
_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")
_OLDEST = (5, 26)
"""The LTS release. 5.22 knows no `CALL (turn) { … }`, 5.23 goes on with queries whose time is over."""
_NEEDED = "Neo4j {}.{} 或更新的版本".format(*_OLDEST)
_READ_RETRY_S = 2.0
"""A reader waits behind every read: it is told soon, and may come again."""
_WRITE_RETRY_S = 60.0
"""A load waits for a restart; it is all or nothing."""
_Result = TypeVar("_Result")

# without a handler of the host's own, retries would be printed in the middle of the command line's output
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Run(Protocol):
    """Runs a statement inside a transaction; its rows."""

    def __call__(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows, in order."""


class WritingRun(Run, Protocol):
    """`Run` in a writing transaction."""

    def send(self, cypher: str, **parameters: Any) -> None:
        """Begin a statement without rows: the next one is made ready while the server works on it.

        An error of it is raised by a later statement or by the commit.
        """


class Server:
    """One database of a Neo4j server or cluster; safe to use from several threads."""

    def __init__(self, url: str, username: str | None, password: str | None, database: str | None) -> None:
        """Connect and look who is there. Raises StoreError and StoreUnavailable."""
        if not _URL.fullmatch(url):
            raise StoreError(
                "Neo4j 的地址应写成 neo4j://主机:7687,用户名和密码写在 ZEREN_NEO4J_USERNAME、_PASSWORD"
            )
        self._database = database
        with _told(StoreError):
            self._driver = neo4j.GraphDatabase.driver(
                url, auth=(username or "neo4j", password) if password else None,
                connection_timeout=5.0, connection_acquisition_timeout=10.0, liveness_check_timeout=30.0,
                notifications_min_severity="OFF", user_agent="zeren",
                max_transaction_retry_time=_READ_RETRY_S,
            )  # fmt: skip
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        try:
            with _told(StoreError):
                check_agent(_agent(self._driver))
        except BaseException:
            self._driver.close()
            raise

    def read(
        self, cypher: str, parameters: Mapping[str, Value] | None = None, timeout_ms: int | None = None
    ) -> list[Row]:
        """Run one reading statement on any member. Raises QueryTimeout, QueryError, StoreUnavailable."""
        query = neo4j.Query(cypher, timeout=timeout_ms / 1000 if timeout_ms else None)
        values = dict(parameters or {})
        with _told(QueryError):
            try:
                return self._read_once(query, values)
            except (exceptions.DriverError, exceptions.Neo4jError) as error:
                if not error.is_retryable():
                    raise
            return self._driver.execute_query(
                query, values, routing_=neo4j.RoutingControl.READ, database_=self._database,
                bookmark_manager_=self._bookmarks, result_transformer_=_rows,
            )  # fmt: skip

    def _read_once(self, query: neo4j.Query, values: dict[str, Value]) -> list[Row]:
        """Without a transaction's beginning and end: one way to the server and back in place of two."""
        with self._session(neo4j.READ_ACCESS, _READ_RETRY_S) as session:
            return _rows(session.run(query, values))

    def write(self, work: Callable[[WritingRun], _Result]) -> _Result:
        """Run `work` in one transaction; it is run again after a passing error or a change of leader.

        Raises StoreError and StoreUnavailable, and what `work` raises; then nothing is written.
        """

        def unit(transaction: neo4j.ManagedTransaction) -> _Result:
            return work(_Running(transaction))

        with _told(StoreError), self._session(neo4j.WRITE_ACCESS, _WRITE_RETRY_S) as session:
            return session.execute_write(unit)

    def _session(self, access: str, retry_s: float) -> neo4j.Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks,
            max_transaction_retry_time=retry_s,
        )  # fmt: skip

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()


class _Running:
    """`WritingRun` in a transaction of the driver, which sends a statement before the last one is done."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def __call__(self, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        return _run(self._transaction, cypher, parameters)

    def send(self, cypher: str, **parameters: Any) -> None:
        self._transaction.run(cypher, parameters)


def _agent(driver: neo4j.Driver) -> str:
    """What the server calls itself. Raises StoreError for one that has no protocol in common with ours."""
    try:
        return driver.get_server_info().agent
    except exceptions.UnsupportedServerProduct as error:
        raise StoreError(
            f"这个地址上的服务器不是 Neo4j,或版本太旧(需要 {_NEEDED}),请检查地址(ZEREN_STORE)或升级服务器"
        ) from error
    except exceptions.ConfigurationError as error:
        # nothing of ours is set wrong: before Bolt 5.2 a server could not be asked for no notifications
        raise StoreError(f"服务器的 Neo4j 版本太旧,需要 {_NEEDED},请升级服务器") from error


def check_agent(agent: str) -> None:
    """Raises StoreError for a server that isn't a Neo4j of a version we know."""
    match = _AGENT.match(agent)
    if match is None or (int(match[1]), int(match[2])) < _OLDEST:
        raise StoreError(f"服务器是 {agent[:40]},需要 {_NEEDED},请升级服务器")


def _rows(result: neo4j.Result) -> list[Any]:
    return [dict(record) for record in result]


def _run(transaction: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> list[Any]:
    # our statements come from files and from the schema; values are always parameters
    return [dict(record) for record in transaction.run(cypher, parameters)]


@contextmanager
def _told(default: type[QueryError] | type[StoreError]) -> Iterator[None]:
    """The driver's errors as ours, each with a sentence that says what to do."""
    try:
        yield
    except exceptions.Neo4jError as error:
        raise _of_server(error, default) from error
    except exceptions.ConfigurationError as error:
        raise StoreError(f"连不上 Neo4j:{_short(error)}。请检查地址(ZEREN_STORE)") from error
    except (exceptions.DriverError, OSError) as error:
        message = "连不上 Neo4j,请确认服务器在运行、地址和端口无误(ZEREN_STORE),稍后再试"
        raise StoreUnavailable(message) from error
    except (OverflowError, UnicodeError) as error:
        raise default("参数里有 Neo4j 存不了的数或字符,请改正后再试") from error


_STOPPED = "needs to be restarted"
"""In what every statement answers, under several codes, once a full disk or the like stopped the database."""
_STOPPED_NOW = "Transaction.TransactionLogError"
"""The code of the one that stopped it: it found no room in the transaction log, and is not in."""
_BY_CODE: tuple[tuple[str, type[QueryError] | type[StoreError], str], ...] = (
    ("TransactionTimedOut", QueryTimeout, "查询超时,请缩小范围后再试"),
    ("Security.Forbidden", StoreError, "这个 Neo4j 用户没有权限,请换一个可读写的用户"),
    (
        "ClientError.Security.", StoreUnavailable,
        "Neo4j 不接受用户名或密码,请检查 ZEREN_NEO4J_USERNAME 和 ZEREN_NEO4J_PASSWORD",
    ),
    ("DatabaseNotFound", StoreUnavailable, "Neo4j 里没有这个数据库,请检查 ZEREN_NEO4J_DATABASE"),
    ("MemoryPoolOutOfMemory", StoreError, "Neo4j 的事务内存不够,请调大 dbms.memory.transaction.total.max"),
    ("Database.DatabaseUnavailable", StoreUnavailable, "Neo4j 的数据库还没有就绪,请稍后再试"),
    ("TransientError.", StoreUnavailable, "Neo4j 暂时忙不过来,请稍后再试"),
)  # fmt: skip
"""Part of the server's code, what it is for us, what the user is told; the first that fits."""


def _of_server(error: exceptions.Neo4jError, default: type[QueryError] | type[StoreError]) -> Exception:
    code = error.code or ""
    if _STOPPED in str(error.message) or _STOPPED_NOW in code:
        return StoreUnavailable(
            "Neo4j 的数据库出了严重错误停住了(多半是磁盘满了),请看服务器日志、腾出空间、重启 Neo4j 后再试"
        )
    for part, kind, message in _BY_CODE:
        if part in code:
            return kind(message)
    what = "查询没有完成" if default is QueryError else "写入图谱失败"
    advice = "" if default is QueryError else "。请检查服务器的日志和磁盘空间"
    return default(f"{what}:{_short(error)}{advice}")


def _short(error: Exception) -> str:
    # the driver's own errors have a message without content, and say in their text what is wrong
    own = isinstance(error, exceptions.DriverError)
    return " ".join(str(error if own else getattr(error, "message", None) or error).split())[:120]
