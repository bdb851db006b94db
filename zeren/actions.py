"""What the commands do: glue between reading, the store, the queries and the views."""

from __future__ import annotations

import dataclasses
import json
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import uvicorn

from api.app import create_app
from api.labels import heading, link, shown
from api.problems import problem_of
from api.tables import as_csv, as_xlsx
from graph import open as graph_open
from graph.catalogue import Catalogue, Rows, run
from graph.catalogue.resolve import resolve
from graph.cyphers import internal
from graph.listing import unit_listing
from graph.store import LoadReport, Store
from graph.subgraph import plan_subgraph, unit_subgraph
from loaders.extraction import Extraction, dumps
from viz.page import render_file
from zeren import terminal
from zeren.documents import find_documents, output_names, read_documents
from zeren.errors import BadParameter, LoadError, StoreError, ZerenError
from zeren.settings import Settings

_NOTHING = "没有找到可读的文件,请检查路径(支持 txt、md、html、docx、pdf、xlsx)"


def extract(paths: Sequence[Path], out: Path) -> int:
    """Write one Extraction a document into `out`; the number of documents that failed."""
    files = _files(paths)
    names = output_names(files)
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    with terminal.progress() as step:
        for done, read in enumerate(read_documents(files)):
            step("读取", done + 1, len(files))
            if read.extraction is None:
                terminal.note(str(read.error))
                failed += 1
                continue
            (out / names[read.path]).write_text(dumps(read.extraction), "utf-8")
            terminal.out().print(_line(read.path.name, read.extraction), markup=False)
    return failed


def _files(paths: Sequence[Path], *, extractions: bool = False) -> tuple[Path, ...]:
    found = find_documents(paths, extractions=extractions)
    if found.skipped:
        terminal.note(f"跳过 {found.skipped} 个不支持的文件")
    if not found.files:
        raise LoadError(_NOTHING)
    return found.files


def _line(name: str, extraction: Extraction) -> str:
    units = {a.unit for task in extraction.tasks for a in task.assignments}
    named = sum(1 for task in extraction.tasks if task.assignments)
    return (
        f"{name}:任务 {named},单位 {len(units)},指标 {len(extraction.indicators)},"
        f"问题 {len(extraction.findings)},覆盖率 {(extraction.coverage or 0):.1%}"
    )


def check(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print each document's findings; the number of documents that could not be read."""
    files = _files(paths)
    found: dict[str, list[dict[str, Any]]] = {}
    failed = 0
    for read in read_documents(files):
        if read.extraction is None:
            terminal.note(str(read.error))
            failed += 1
            continue
        found[str(read.path)] = [dataclasses.asdict(finding) for finding in read.extraction.findings]
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show_findings(found)
    return failed


_SEVERITIES = {"error": "错误", "warning": "注意", "info": "提示"}


def _show_findings(found: Mapping[str, list[dict[str, Any]]]) -> None:
    for name, findings in found.items():
        terminal.out().print(f"{name}:{len(findings)} 个问题", markup=False)
        for each in findings:
            place = "" if each["start"] is None else f"(第 {each['start'] + 1} 字)"
            line = f"  {_SEVERITIES[each['severity']]} {each['code']} {each['message']}{place}"
            terminal.out().print(line, markup=False)


VIEW_KINDS = ("plan", "unit")


def open_store(url: str, settings: Settings, *, read_only: bool) -> Store:
    """The store of a URL, with the settings' buffer and credentials."""
    password = settings.neo4j_password
    return graph_open.open_store(
        url, read_only=read_only, buffer_mb=settings.buffer_mb,
        neo4j_username=settings.neo4j_username, neo4j_database=settings.neo4j_database,
        neo4j_password=password.get_secret_value() if password else None,
    )  # fmt: skip


def exit_code(error: ZerenError) -> int:
    """The exit status of the command line for an error."""
    return problem_of(error).exit


def load(store: Store, paths: Sequence[Path], *, replace: bool, annex_of: str | None) -> int:
    """Read and load documents, print a report a document; the number that failed."""
    files = _files(paths, extractions=True)
    good: list[Extraction] = []
    failed = 0
    with terminal.progress() as step:
        for done, read in enumerate(read_documents(files)):
            step("读取", done + 1, len(files))
            if read.extraction is None:
                terminal.note(str(read.error))
                failed += 1
            else:
                good.append(read.extraction)
        root = resolve(store, "plan", annex_of) if annex_of else None
        reports = store.load(good, replace=replace, annex_of=root, progress=step)
    for report in reports:
        failed += report.status == "failed"
        _show_report(report)
    return failed


_STATUSES = {"loaded": "已载入", "replaced": "已替换", "unchanged": "没有变化"}


def _show_report(report: LoadReport) -> None:
    if report.status == "failed":
        terminal.note(
            report.error if report.file_name in report.error else f"{report.file_name}:{report.error}"
        )
        return
    facts = (
        f"{report.file_name}:{_STATUSES[report.status]},任务 {report.tasks},单位 {report.units},"
        f"指标 {report.indicators},问题 {report.findings},覆盖率 {(report.coverage or 0):.1%}"
    )
    terminal.out().print(facts, markup=False)
    if report.change:
        names = {"added": "新增", "dropped": "删去", "reworded": "改写", "units_changed": "单位变动"}
        counts = ",".join(f"{word} {len(getattr(report.change, name))}" for name, word in names.items())
        terminal.out().print(f"  与上一版相比:任务{counts}", markup=False)


def list_queries(settings: Settings) -> None:
    """Print all named queries with their parameters."""
    rows = [
        (q.name, q.title, " ".join(p.name if p.default is None else f"[{p.name}]" for p in q.parameters))
        for q in Catalogue(settings.queries).all()
    ]
    terminal.table(("查询", "说明", "参数"), rows)


def query(
    store: Store, settings: Settings, name: str, given: Mapping[str, list[str]], format: str, out: Path | None
) -> None:
    """Run a named query and print or write its whole result."""
    found = run(store, Catalogue(settings.queries).get(name), given, timeout_ms=settings.query_timeout_ms)
    if format == "table" and out is None:
        _show_rows(found)
        return
    data = _rendered(found, format)
    if out is not None:
        out.write_bytes(data)
    elif format == "xlsx":
        raise BadParameter("xlsx 要写入文件,请加 --out 文件名.xlsx")
    else:
        sys.stdout.buffer.write(data)


def _show_rows(found: Rows) -> None:
    """A table for people: words first, the ids that further commands take last."""
    every = found.query.columns
    columns = sorted(every, key=lambda c: bool(found.rows) and link(found.rows[0], c, every) is not None)
    terminal.table(
        [heading(c, every) for c in columns], [[shown(row, c) for c in columns] for row in found.rows]
    )
    terminal.note(f"共 {found.total} 行")


def _rendered(found: Rows, format: str) -> bytes:
    if format in {"json", "table"}:
        return (json.dumps(found.rows, ensure_ascii=False, indent=1) + "\n").encode()
    return as_csv(found) if format == "csv" else as_xlsx(found)


def units(store: Store, *, as_json: bool) -> None:
    """Print the units of all loaded documents with their spellings and functions."""
    listed = unit_listing(store.extraction(record.id) for record in store.documents())
    if as_json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    columns = ("doc", "region", "name", "aliases", "functions", "kind")
    rows = [[unit[key] for key in columns] for unit in listed["units"]]
    terminal.table(("文件", "地区", "单位", "写法", "条线", "类别"), rows)


def view(store: Store, settings: Settings, kind: str, name: str, out: Path) -> None:
    """Write one self-contained page of a plan's network or a unit's."""
    id = resolve(store, kind, name)
    found = plan_subgraph(store, id) if kind == "plan" else unit_subgraph(store, id)
    title = next(node.label for node in found.nodes if node.id == id)
    out.write_text(render_file(found, title, root=id), "utf-8")
    terminal.out().print(f"已写入 {out}", markup=False)


def remove(store: Store, settings: Settings, plan: str) -> None:
    """Take a plan away and say what went with it."""
    removed = store.remove(resolve(store, "plan", plan))
    nodes = ",".join(f"{label} {count}" for label, count in sorted(removed.nodes.items()))
    edges = sum(removed.edges.values())
    terminal.out().print(f"已删去 {removed.plan}:节点 {nodes or 0};边 {edges}", markup=False)


def rebuild(store: Store) -> int:
    """Make the graph anew from the kept Extractions; the number of documents that failed."""
    with terminal.progress() as step:
        reports = store.rebuild(step)
    terminal.out().print(f"已用 {len(reports)} 份文件重建图谱", markup=False)
    return sum(report.status == "failed" for report in reports)


def status(store: Store) -> None:
    """Print what the store holds."""
    counts = {row["kind"]: row["total"] for row in store.read(internal("counts"))}
    names = {"plans": "方案", "tasks": "任务", "units": "单位", "indicators": "指标", "findings": "问题"}
    line = ",".join(f"{names[key]} {counts.get(key, 0)}" for key in names)
    terminal.out().print(f"{store.url}(第 {store.generation()} 代):{line}", markup=False)
    rows = [
        (r.file_name, r.title, r.report.tasks, f"{(r.coverage or 0):.1%}", r.loaded_at)
        for r in store.documents()
    ]
    if rows:
        terminal.table(("文件", "标题", "任务", "覆盖率", "载入时间"), rows)


def serve(url: str | None, host: str, port: int) -> None:
    """Serve pages and API until interrupted. Raises StoreError when the port is taken."""
    settings = Settings()
    if (
        not _is_loopback(host)
        and settings.read_token is None
        and settings.hosts == Settings.model_fields["hosts"].default
    ):
        raise StoreError(
            f"监听 {host} 会让其他机器访问,请先设置 ZEREN_HOSTS(允许的域名),可再设 ZEREN_READ_TOKEN"
        )
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StoreError(f"端口 {port} 用不了({error.strerror}),请用 --port 换一个") from error
    store = open_store(url or settings.store, settings, read_only=False)
    terminal.note(f"责任图谱:http://{host}:{port}/ (按 Ctrl+C 结束)")
    try:
        uvicorn.run(create_app(store, settings), host=host, port=port, log_level=settings.log_level.lower())
    finally:
        store.close()


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")
