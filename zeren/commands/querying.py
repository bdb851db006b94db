"""Commands that read a store: queries, query, units, view."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, cast

import typer

from api.labels import heading, headings, link, shown
from api.tables import as_csv, as_xlsx
from api.views import SUBJECTS, Kind, offline_file, subject
from graph.catalogue import Catalogue, Rows, run
from graph.listing import similar_listing, unit_listing
from zeren import terminal
from zeren.commands.common import choice
from zeren.commands.stores import StoreOption, using_store
from zeren.errors import BadParameter
from zeren.settings import Settings


def queries(store: StoreOption = None) -> None:
    """List the queries."""
    rows = [
        (q.name, q.title, " ".join(p.name if p.default is None else f"[{p.name}]" for p in q.parameters))
        for q in Catalogue(Settings().queries).all()
    ]
    terminal.table(("查询", "说明", "参数"), rows)


def query(
    name: Annotated[str, typer.Argument(help="查询名,见 zeren queries", show_default=False)],
    parameters: Annotated[list[str] | None, typer.Argument(help="参数,如 unit=市工信局")] = None,
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", help="table、json、csv 或 xlsx")] = "table",
    out: Annotated[Path | None, typer.Option("--out", help="写入文件")] = None,
) -> None:
    """Run a query."""
    choice(format, ("table", "json", "csv", "xlsx"), "--format")
    given = _pairs(parameters or [])
    settings = Settings()
    with using_store(store, read_only=True) as opened:
        named = Catalogue(settings.queries).get(name)
        found = run(opened, named, given, timeout_ms=settings.query_timeout_ms)
    if format == "table" and out is None:
        show_rows(found)
    elif out is not None:
        out.write_bytes(_rendered(found, format))
    elif format == "xlsx":
        raise BadParameter("xlsx 要写入文件,请加 --out 文件名.xlsx")
    else:
        terminal.data(_rendered(found, format))


def _pairs(parameters: list[str]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for each in parameters:
        key, equals, value = each.partition("=")
        if not equals:
            raise typer.BadParameter(f"参数写成 名称=值,如 unit=市工信局(收到“{each[:40]}”)")
        given.setdefault(key, []).append(value)
    return given


def show_rows(found: Rows, most: int | None = None) -> None:
    """A table for people: words first, the ids that further commands take last; `most` rows of it."""
    every = found.query.columns
    columns = sorted(every, key=lambda c: bool(found.rows) and link(found.rows[0], c, every) is not None)
    terminal.table(
        [heading(c, every) for c in columns], [[shown(row, c) for c in columns] for row in found.rows[:most]]
    )
    terminal.note(f"共 {found.total} 行")


def _rendered(found: Rows, format: str) -> bytes:
    if format in {"json", "table"}:
        return (json.dumps(found.rows, ensure_ascii=False, indent=1) + "\n").encode()
    write = as_csv if format == "csv" else as_xlsx
    return write(found, headings(found.query.columns))


def units(
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", help="table 或 json")] = "table",
) -> None:
    """List the units, each with its spellings and its function."""
    choice(format, ("table", "json"), "--format")
    with using_store(store, read_only=True) as opened:
        listed = unit_listing(
            (opened.extraction(record.id) for record in opened.documents()), opened.corrections
        )
    if format == "json":
        terminal.json_data(listed)
        return
    columns = ("doc", "region", "name", "aliases", "functions", "kind")
    rows = [[unit[key] for key in columns] for unit in listed["units"]]
    terminal.table(("文件", "地区", "单位", "写法", "条线", "类别"), rows)


def similar(
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", help="table 或 json")] = "table",
) -> None:
    """List counterparts, the likest first; JSON has those below the threshold too."""
    choice(format, ("table", "json"), "--format")
    with using_store(store, read_only=True) as opened:
        listed = similar_listing(opened)
    if format == "json":
        terminal.json_data(listed)
        return
    told = [pair for pair in listed["pairs"] if pair["score"] >= listed["threshold"]]
    rows = [
        [pair["score"], *(each[key] for each in (pair["a"], pair["b"]) for key in ("doc", "title"))]
        for pair in told
    ]
    terminal.table(("相似度", "文件", "任务", "文件", "对应任务"), rows)
    terminal.note(f"共 {len(told)} 对,另有 {len(listed['pairs']) - len(told)} 对在门槛以下")


def view(
    kind: Annotated[str, typer.Argument(help="、".join(SUBJECTS), show_default=False)],
    id: Annotated[str, typer.Argument(help="编号、名称或别名;compare 为条线或任务", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="输出的 HTML 文件")],
    store: StoreOption = None,
) -> None:
    """Draw a network that opens without a network."""
    choice(kind, tuple(SUBJECTS), "视图")
    chosen = cast(Kind, kind)
    with using_store(store, read_only=True) as opened:
        page = offline_file(opened, chosen, subject(opened, chosen, id))
    out.write_text(page, "utf-8")
    terminal.say(f"已写入 {out}")


COMMANDS = {"queries": queries, "query": query, "units": units, "similar": similar, "view": view}
