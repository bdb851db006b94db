"""The store that a command works on: its option, and opening it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from graph import open as graph_open
from graph.corrections import NONE, read_corrections
from graph.store import Store
from graph.vocabulary import use_lexicon
from zeren.settings import Settings

StoreOption = Annotated[str | None, typer.Option("--store", help="图谱库地址,如 ladybug://zeren-data")]


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
