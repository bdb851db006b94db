"""What commands share: their options, the store they work on, how they end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from graph import open as graph_open
from graph.corrections import NONE, read_corrections
from graph.store import Store
from graph.vocabulary import use_lexicon
from zeren import terminal
from zeren.documents import find_documents
from zeren.errors import LoadError
from zeren.settings import Settings

Paths = Annotated[list[Path], typer.Argument(help="文件或文件夹", show_default=False)]
StoreOption = Annotated[str | None, typer.Option("--store", help="图谱库地址,如 ladybug://zeren-data")]

_NOTHING = "没有找到可读的文件,请检查路径(支持 txt、md、html、docx、pdf、xlsx、csv)"


def open_store(url: str, settings: Settings, *, read_only: bool) -> Store:
    """The store of a URL, with the settings' buffer and credentials, lexicon and corrections."""
    password = settings.neo4j_password
    corrections = read_corrections(settings.corrections) if settings.corrections else NONE
    # what a graph was made by: another lexicon makes another graph, as other corrections do
    rules = corrections.digest + use_lexicon(settings.lexicon)
    return graph_open.open_store(
        url, read_only=read_only, buffer_mb=settings.buffer_mb,
        neo4j_username=settings.neo4j_username, neo4j_database=settings.neo4j_database,
        neo4j_shared=settings.neo4j_shared,
        neo4j_password=password.get_secret_value() if password else None,
        corrections=corrections.model_copy(update={"digest": rules}),
    )  # fmt: skip


@contextmanager
def using_store(url: str | None, *, read_only: bool) -> Iterator[Store]:
    """The store of `--store`, else of the settings; closed at the end."""
    settings = Settings()
    store = open_store(url or settings.store, settings, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


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
