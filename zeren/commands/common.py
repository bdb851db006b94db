"""What commands share: the files they read, options of theirs, how they end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from zeren import terminal
from zeren.documents import find_documents
from zeren.errors import LoadError

Paths = Annotated[list[Path], typer.Argument(help="文件或文件夹", show_default=False)]

_NOTHING = "没有找到可读的文件,请检查路径(支持 txt、md、html、docx、pdf、xlsx、csv)"


def files_of(paths: Sequence[Path], *, extractions: bool = False) -> tuple[Path, ...]:
    """The documents that paths name; says how many others were skipped. Raises LoadError for none."""
    found = find_documents(paths, extractions=extractions)
    if found.skipped:
        terminal.note(f"跳过 {found.skipped} 个不支持的文件")
    if not found.files:
        raise LoadError(_NOTHING)
    return found.files


def finish(failed: int) -> None:
    """Leave with 1 when documents failed."""
    if failed:
        raise typer.Exit(1)


def choice(value: str, allowed: Sequence[str], name: str) -> None:
    """Refuse a value that an option does not know."""
    if value not in allowed:
        raise typer.BadParameter(f"{name} 只能是 {'、'.join(allowed)}")
