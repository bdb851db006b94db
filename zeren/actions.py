"""What the commands do: glue between reading, the store, the queries and the views."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders.extraction import Extraction, dumps
from zeren import terminal
from zeren.documents import find_documents, output_names, read_documents
from zeren.errors import LoadError

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
    return (
        f"{name}:任务 {len(extraction.tasks)},单位 {len(units)},指标 {len(extraction.indicators)},"
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
