"""Everything as files for `neo4j-admin database import full`, with the command beside them.

One file of headers and one of rows a label and a type. A whole store also brings its kept
Extractions and its Meta node, so that zeren goes on with the imported database as its own.
"""

from __future__ import annotations

import base64
import dataclasses
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv

from graph.export.columns import joined
from graph.export.plain import Counts
from graph.export.whole import whole_folder
from graph.schema import EDGES, FLOAT, INT, NODES, SCHEMA_VERSION, TEXT, TEXTS, EdgeType, NodeType
from graph.selection.contents import Contents, exported
from graph.store import Store

_SEPARATOR = "\x1f"
"""Between the items of a list: a control character, since names hold commas, semicolons and 、."""

_TYPES = {TEXT: "string", INT: "long", FLOAT: "double", TEXTS: "string[]"}
_OPTIONS = "--array-delimiter=U+001F --multiline-fields=true --bad-tolerance=0"
_READ_BUFFER = 4 << 20
"""The importer's own; a field must fit into it."""

_KEPT_HEADER = "id:ID(Kept),kept:string,entry:string,since:long,extraction:string"
_META_HEADER = "id:ID(Meta),generation:long,stamp:string,schema:long,imported:boolean"
_DOCUMENTS = 200
"""Documents a piece: their texts are the largest fields."""

_SCRIPT = """\
#!/bin/sh
# 把本文件夹里的数据导入 Neo4j(社区版先停止服务)。用法:./import.sh [数据库名] [neo4j-admin 的其他选项]
cd "$(dirname "$0")" || exit 1
database=${{1:-neo4j}}
[ $# -gt 0 ] && shift
exec neo4j-admin database import full "$database" {options} \\
{files} "$@"
"""
_README = """\
# 导入 Neo4j

这些文件由 `zeren export --format neo4j-admin` 写成:节点 {nodes} 个,边 {edges} 条。

1. 停止 Neo4j 服务(社区版导入时不能运行)。
2. 让 `neo4j-admin`(5.x)在 PATH 里,运行 `./import.sh`;或把 `import.sh` 里的命令抄到终端。
   数据库已经有内容时命令会拒绝;确要覆盖,运行 `./import.sh neo4j --overwrite-destination=true`。
3. 启动 Neo4j。{then}

nodes/ 和 edges/ 里每个标签、每种关系有一个表头(`-header.csv`)和一个数据文件(`.csv`);
列表里各项之间是控制字符 U+001F。
"""
_OURS = "把 ZEREN_STORE 设为它的地址,运行 `zeren status`:第一次连接时建好约束和索引。"
_PART = "这只是图谱的一部分,供查询用;zeren 自己的库请用不带 --plan、--unit 的导出。"


def write_neo4j_admin(contents: Contents, path: Path, store: Store | None = None) -> Counts:
    """A folder with headers, rows, README.md and `import.sh`; how many nodes and edges are in it.

    `store` is the one whose whole contents these are; without it the imported database is a graph
    to look at, which zeren itself doesn't take for its own. Raises BadParameter where the folder
    is there already, StoreError where it can't be written.
    """
    nodes = edges = 0
    arguments = []
    with whole_folder(path) as folder:
        for kind in ("nodes", "edges"):
            (folder / kind).mkdir()
        for node in NODES:
            table = contents.nodes(node)
            arguments.append(_write(folder, "nodes", node.label, node_header(node), [table]))
            nodes += table.num_rows
        for edge in EDGES:
            table = contents.edges(edge)
            arguments.append(_write(folder, "edges", edge.name, edge_header(edge), [table]))
            edges += table.num_rows
        longest = 0
        if store is not None:
            documents = _Documents(store)
            arguments.append(_write(folder, "nodes", "Kept", _KEPT_HEADER, documents.tables()))
            arguments.append(_write(folder, "nodes", "Meta", _META_HEADER, [_meta(store)]))
            longest = documents.longest
        _write_texts(folder, arguments, (nodes, edges), longest, _PART if store is None else _OURS)
    return nodes, edges


def node_header(node: NodeType) -> str:
    """The header of a label; ids are of a space of their own a label, and stay the property `id`."""
    first, *others = exported(node)
    columns = [f"{first[0]}:ID({node.label})", *(f"{name}:{_TYPES[type]}" for name, type in others)]
    return ",".join(columns)


def edge_header(edge: EdgeType) -> str:
    """The header of a type, which joins one pair of labels."""
    ((source, target),) = edge.ends
    ends = [f":START_ID({source})", f":END_ID({target})"]
    return ",".join([*ends, *(f"{name}:{_TYPES[type]}" for name, type in edge.properties)])


def _write(folder: Path, kind: str, name: str, header: str, tables: Any) -> str:
    """Header and rows; the argument that names them."""
    (folder / kind / f"{name}-header.csv").write_text(header + "\n", "utf-8")
    options = pyarrow.csv.WriteOptions(include_header=False)
    with (folder / kind / f"{name}.csv").open("wb") as file:
        for table in tables:
            pyarrow.csv.write_csv(joined(table, _SEPARATOR), file, options)
    option = "--nodes" if kind == "nodes" else "--relationships"
    return f"  {option}={name}={kind}/{name}-header.csv,{kind}/{name}.csv"


class _Documents:
    """The kept documents as rows of `graph.neo4j_kept`, without what can be made from the Extraction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.longest = 0

    def tables(self) -> Iterator[Any]:
        """Tables of some documents each."""
        rest = iter(self._store.kept())
        while some := list(islice(rest, _DOCUMENTS)):
            texts = [base64.b64encode(data).decode("ascii") for _, data in some]
            self.longest = max(self.longest, *map(len, texts))
            yield pa.table(
                {
                    "id": [entry.record.id for entry, _ in some],
                    "kept": [entry.kept for entry, _ in some],
                    "entry": [json.dumps(dataclasses.asdict(entry)) for entry, _ in some],
                    "since": [1] * len(some),
                    "extraction": texts,
                }
            )


def _meta(store: Store) -> Any:
    stamp = store.generation().partition("-")[2]
    return pa.table(
        {"id": ["zeren"], "generation": [1], "stamp": [stamp], "schema": [SCHEMA_VERSION], "imported": [True]}
    )


def _write_texts(folder: Path, arguments: list[str], counts: Counts, longest: int, then: str) -> None:
    options = _OPTIONS
    if longest > _READ_BUFFER // 2:
        options += f" --read-buffer-size={longest * 2 // (1 << 20) + 1}m"
    script = folder / "import.sh"
    script.write_text(_SCRIPT.format(options=options, files=" \\\n".join(arguments)), "utf-8")
    script.chmod(0o755)
    nodes, edges = counts
    (folder / "README.md").write_text(_README.format(nodes=nodes, edges=edges, then=then), "utf-8")
