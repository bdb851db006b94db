"""All named queries: those that come with the program, and a folder of the user's own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from graph.catalogue.head import Query, parse_query
from zeren.errors import NotFound, QueryError


class Catalogue:
    """Queries by name; a user's query may not take the name of one of ours."""

    def __init__(self, own: Path | None = None) -> None:
        """Read everything. Raises QueryError naming file and line of the first fault."""
        self._queries: dict[str, Query] = {}
        for file, text in _shipped():
            self._add(file, text)
        if own is not None:
            for file, text in _of_folder(own):
                self._add(file, text)

    def _add(self, file: str, text: str) -> None:
        name = file.removesuffix(".cypher")
        if name in self._queries:
            raise QueryError(f"{file}:1 已有同名的查询,请换一个文件名")
        self._queries[name] = parse_query(name, text, file)

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self._queries)

    def all(self) -> list[Query]:
        """All queries, sorted by name."""
        return [self._queries[name] for name in self.names()]

    def get(self, name: str) -> Query:
        """The query of that name; NotFound lists what exists."""
        try:
            return self._queries[name]
        except KeyError:
            raise NotFound(f"没有“{name[:60]}”这个查询,现有:{'、'.join(self.names())}") from None


def _shipped() -> Iterator[tuple[str, str]]:
    for entry in sorted(resources.files("queries").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".cypher"):
            yield entry.name, entry.read_text("utf-8")


def _of_folder(folder: Path) -> Iterator[tuple[str, str]]:
    try:
        for path in sorted(folder.glob("*.cypher")):
            yield path.name, path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"查询文件夹读不了:{folder},请检查 ZEREN_QUERIES") from error
