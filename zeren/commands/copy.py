"""The command that moves a graph from one store to another."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.copy import copy as copy_store
from zeren import terminal
from zeren.commands.stores import using_store
from zeren.errors import StoreError

_ADVICE = "请对两个库各运行一次 zeren rebuild,再复制一次"


def copy(
    source: Annotated[str, typer.Option("--from", help="来源库地址", show_default=False)],
    target: Annotated[str, typer.Option("--to", help="目标库地址", show_default=False)],
) -> None:
    """Copy all documents into another store and compare the two row by row."""
    if source == target:
        raise typer.BadParameter("--from 和 --to 是同一个库")
    with (
        using_store(source, read_only=True) as opened,
        using_store(target, read_only=False) as other,
        terminal.progress() as step,
    ):
        copied = copy_store(opened, other, step)
    failed = [report for report in copied.reports if report.status == "failed"]
    for report in failed:
        terminal.note(f"{report.file_name}:{report.error}")
    if failed:
        raise StoreError(f"有 {len(failed)} 份文件没有复制成功,请按上面的提示处理后再运行一次")
    if copied.difference:
        raise StoreError(f"复制后两个库不一致:{copied.difference}。{_ADVICE}")
    done = f"已复制 {len(copied.reports)} 份文件,{copied.lines} 个节点和边逐行核对,两个库一致"
    terminal.say(done)


COMMANDS = {"copy": copy}
