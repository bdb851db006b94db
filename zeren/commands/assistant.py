"""The command that offers the graph to an assistant."""

from __future__ import annotations

from graph.catalogue import Catalogue
from zeren.commands.stores import StoreOption, using_store
from zeren.settings import Settings


def mcp(store: StoreOption = None) -> None:
    """Serve the graph to an assistant over standard input and output."""
    # the SDK takes half a second to import, which no other command need pay
    from zeren.assistant import Limits, make_server

    settings = Settings()
    limits = Limits(rows=min(settings.query_max_rows, Limits().rows), timeout_ms=settings.query_timeout_ms)
    with using_store(store, read_only=True) as opened:
        make_server(opened, Catalogue(settings.queries), limits).run("stdio")


COMMANDS = {"mcp": mcp}
