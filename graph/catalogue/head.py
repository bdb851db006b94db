"""One query file: its head of comment lines, and the statement.

    // title: Tasks of one unit
    // param unit: unit — id, name or alias — e.g. 市园林局
    // param roles: list of role = lead, support — which roles — e.g. lead
    // columns: task text, title text, path list of text
    // count: MATCH … RETURN count(*) AS total
    // each: unit

`= …` names the default; `list of role` takes lead, support and responsible. A parameter without a
default is needed. A line that begins with `//   ` continues the one before. `each` names the lists that
the statement unwinds: `graph.catalogue.each` looks their ids up one by one where that is faster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zeren.errors import QueryError

ENTITIES = ("unit", "plan", "task", "region", "function", "indicator")
SCALARS = ("text", "int", "float", "date", "bool", "role")
WINDOW = frozenset({"offset", "limit"})
"""Parameters of every list; they are not declared."""

NAME = re.compile(r"[a-z0-9_]+")
_PARAM = re.compile(r"param ([a-z_]+): (list of )?([a-z]+)(?: = ([^—]*?))? — ([^—]+?)(?: — e\.g\. (.+))?$")
_COLUMN = re.compile(r"([a-z_0-9]+) (list of )?([a-z]+)$")
_DOLLAR = re.compile(r"\$([a-z_]+)")
UNWIND = re.compile(r"\bUNWIND \$([a-z_]+) AS ([a-z]+)\s+")
ORDER = re.compile(r"\nORDER BY ((?:[a-z_]+(?: DESC)?(?:, )?)+)( SKIP \$offset LIMIT \$limit)?$")
_NO_CODE = re.compile(r"//[^\n]*|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter. `default` is None when it must be given; a list's is comma-separated."""

    name: str
    type: str
    is_list: bool
    default: str | None
    text: str
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the rows, in the order of RETURN."""

    name: str
    type: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A named query; `count` is the statement for the exact total, "" where the rows are counted.

    `each` are the list parameters whose ids may be looked up one by one, () for none.
    """

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    count: str = ""
    each: tuple[str, ...] = ()

    @property
    def windowed(self) -> bool:
        """Does it take $offset and $limit?"""
        return "limit" in names_in(self.cypher)

    def parameter(self, name: str) -> Parameter | None:
        """The declared parameter of that name."""
        return next((p for p in self.parameters if p.name == name), None)


def parse_query(name: str, text: str, file: str = "") -> Query:
    """Read one file. Raises QueryError that names file and line for whatever does not fit."""
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: tuple[Column, ...] = ()
    for number, line in _head_lines(text):
        key, _, value = line.partition(":")
        if line.startswith("param "):
            parameters.append(_parameter(line, file, number))
        elif key == "columns":
            columns = tuple(_column(part.strip(), file, number) for part in value.split(","))
        elif key in {"title", "count", "each"}:
            fields[key] = value.strip()
    cypher = "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip()
    each = tuple(part.strip() for part in fields.get("each", "").split(",") if part.strip())
    title, count = fields.get("title", ""), fields.get("count", "")
    query = Query(name, title, tuple(parameters), columns, cypher, count, each)
    _check(query, file)
    return query


def names_in(cypher: str) -> set[str]:
    """The $names of a statement, outside comments and strings."""
    return set(_DOLLAR.findall(_NO_CODE.sub(" ", cypher)))


def _head_lines(text: str) -> Sequence[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            continue
        if line.startswith("//   ") and lines:
            before, so_far = lines.pop()
            lines.append((before, f"{so_far} {line[2:].strip()}"))
        else:
            lines.append((number, line[2:].strip()))
    return lines


def _parameter(line: str, file: str, number: int) -> Parameter:
    match = _PARAM.match(line)
    if not match or match[3] not in (*ENTITIES, *SCALARS):
        raise QueryError(f"{file}:{number} 参数写成“param 名称: 类型 [= 默认] — 说明 — e.g. 例子”")
    default = None if match[4] is None else match[4].strip()
    return Parameter(match[1], match[3], bool(match[2]), default, match[5].strip(), (match[6] or "").strip())


def _column(part: str, file: str, number: int) -> Column:
    match = _COLUMN.match(part)
    if not match:
        raise QueryError(f"{file}:{number} 列写成“名称 类型”,收到“{part}”")
    return Column(match[1], match[3], bool(match[2]))


def _check(query: Query, file: str) -> None:
    if not NAME.fullmatch(query.name):
        raise QueryError(f"{file}:1 查询名只能用小写字母、数字和下划线")
    if not query.title or not query.columns or not query.cypher:
        raise QueryError(f"{file}:1 缺少 title、columns 或查询语句")
    declared = {p.name for p in query.parameters}
    used = names_in(query.cypher) | names_in(query.count)
    if used - WINDOW != declared:
        odd = "、".join(sorted((used - WINDOW) ^ declared))
        raise QueryError(f"{file}:1 声明的参数与语句里的不一致:{odd}")
    if query.windowed and "offset" not in used:
        raise QueryError(f"{file}:1 有 $limit 就要有 $offset")
    _check_each(query, file)


def _check_each(query: Query, file: str) -> None:
    """A query whose ids are looked up one by one unwinds just these, and tells how its rows are merged."""
    if not query.each:
        return
    unwound = tuple(name for name, _ in UNWIND.findall(query.cypher))
    lists = {p.name for p in query.parameters if p.is_list}
    merged = "RETURN DISTINCT " in query.cypher or "count(DISTINCT " in query.cypher
    ordered = ORDER.search(query.cypher)
    first = query.cypher.startswith("UNWIND")
    if not first or unwound != query.each or not lists.issuperset(unwound) or not merged or not ordered:
        raise QueryError(
            f"{file}:1 写了 each 的查询,要以 UNWIND $名称 AS 变量 开头(每行一个列表参数),"
            "用 RETURN DISTINCT 或 count(DISTINCT …),最后一行写 ORDER BY"
        )
