"""Commands on documents alone: extract and check."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from loaders.extraction import Extraction, dumps
from zeren import terminal
from zeren.commands.common import Paths, choice, files_of, finish
from zeren.documents import output_names, read_documents


def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="输出文件夹")],
    explain: Annotated[bool, typer.Option("--explain", help="逐行说明哪条规则读出了什么")] = False,
) -> None:
    """Read files and write an extraction of each."""
    files = files_of(paths)
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
            (out / names[read.path]).write_bytes(dumps(read.extraction))
            terminal.say(_line(read.path.name, read.extraction))
            if explain:
                terminal.say_lines(_explained(read.path))
    finish(failed)


def _explained(path: Path) -> str:
    """What each line gave. The rules take half a second to load, and without this only the process that
    reads needs them."""
    from loaders.explaining import explain
    from loaders.readers import read_file

    return str(explain(read_file(path)))


def _line(name: str, extraction: Extraction) -> str:
    units = {a.unit for task in extraction.tasks for a in task.assignments}
    named = sum(1 for task in extraction.tasks if task.assignments)
    return (
        f"{name}:任务 {named},单位 {len(units)},指标 {len(extraction.indicators)},"
        f"问题 {len(extraction.findings)},覆盖率 {(extraction.coverage or 0):.1%}"
    )


def check(
    paths: Paths,
    format: Annotated[str, typer.Option("--format", help="text 或 json")] = "text",
) -> None:
    """Tell what is wrong with the files themselves."""
    choice(format, ("text", "json"), "--format")
    found: dict[str, list[dict[str, Any]]] = {}
    failed = 0
    for read in read_documents(files_of(paths)):
        if read.extraction is None:
            terminal.note(str(read.error))
            failed += 1
            continue
        found[str(read.path)] = [dataclasses.asdict(finding) for finding in read.extraction.findings]
    if format == "json":
        terminal.json_data(found)
    else:
        _show_findings(found)
    finish(failed)


_SEVERITIES = {"error": "错误", "warning": "注意", "info": "提示"}


def _show_findings(found: Mapping[str, list[dict[str, Any]]]) -> None:
    for name, findings in found.items():
        terminal.say(f"{name}:{len(findings)} 个问题")
        for each in findings:
            place = "" if each["start"] is None else f"(第 {each['start'] + 1} 字)"
            line = f"  {_SEVERITIES[each['severity']]} {each['code']} {each['message']}{place}"
            terminal.say(line)


COMMANDS = {"extract": extract, "check": check}
