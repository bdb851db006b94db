"""The search index of the embedded store: a tantivy index of pairs of characters in each generation.

A new generation begins with hard links to the files of the last one (an index never changes a file,
it adds and drops them), and only documents that changed are indexed anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import tantivy

from graph.model import Row
from graph.rows import Rows
from graph.searching.hits import KINDS, Hit, Hits, folded, pairs_of, words_of

FOLDER = "search"
_VERSION = f"1 {metadata.version('tantivy')}"
_HEAP = 64 << 20
_LISTED = "zeren.json"
_NAME_BOOST = 4.0
_KIND_BOOST = {"unit": 3.0, "plan": 2.0, "indicator": 1.3, "task": 1.0}


def write_index(folder: Path, merged: Rows, documents: Mapping[str, Rows], before: Path | None) -> None:
    """Index what a generation holds. `documents` are the rows of each loaded document by a key that
    changes with its content; `before` is the folder of the last generation, to go on from."""
    known = _linked(folder, before)
    index = _open(folder)
    writer = index.writer(_HEAP, 1)
    for key in sorted(known - set(documents)):
        writer.delete_documents_by_term("document", key)
    for kind in ("unit", "plan"):  # their names depend on all documents
        writer.delete_documents_by_term("document", kind)
    for key in sorted(documents.keys() - known):
        _add(writer, "task", key, documents[key].nodes.get("Task", {}).values(), ("title", "text"))
        _add(writer, "indicator", key, documents[key].nodes.get("Indicator", {}).values(), ("name", "raw"))
    _add(writer, "plan", "plan", merged.nodes.get("Plan", {}).values(), ("title", "doc_number"))
    _add(writer, "unit", "unit", merged.nodes.get("Unit", {}).values(), ("name", "aliases"))
    writer.commit()
    writer.wait_merging_threads()
    data = {"version": _VERSION, "documents": sorted(documents)}
    (folder / _LISTED).write_text(json.dumps(data), "utf-8")


def _linked(folder: Path, before: Path | None) -> set[str]:
    """Take over the last generation's index where this release wrote it; the documents in it."""
    folder.mkdir()
    try:
        data = json.loads((before / _LISTED).read_text("utf-8")) if before else {}
        if before is None or data["version"] != _VERSION:
            return set()
        for file in before.iterdir():
            if file.name == _LISTED or file.suffix == ".lock":
                continue
            _link(file, folder / file.name)
        return set(data["documents"])
    except (OSError, ValueError, KeyError):
        shutil.rmtree(folder)
        folder.mkdir()
        return set()


def _link(file: Path, target: Path) -> None:
    if file.suffix == ".json":  # written anew in place by the index
        shutil.copyfile(file, target)
        return
    try:
        os.link(file, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(file, target)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("document", "kind", "id"):
        builder.add_text_field(name, stored=name != "document", tokenizer_name="raw", index_option="basic")
    for name in ("name", "text"):
        builder.add_text_field(name, stored=False, tokenizer_name="pairs", index_option="freq")
    return builder.build()


def _open(folder: Path) -> tantivy.Index:
    index = tantivy.Index(_schema(), path=str(folder))
    pairs = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 2, False)).build()
    index.register_tokenizer("pairs", pairs)
    return index


def _add(writer: Any, kind: str, key: str, rows: Iterable[Row], fields: tuple[str, str]) -> None:
    for row in rows:
        name, text = (_words(row.get(field)) for field in fields)
        writer.add_document(
            tantivy.Document(document=key, kind=kind, id=str(row["id"]), name=name, text=text)
        )


def _words(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(folded(str(each)) for each in value)
    return folded(str(value or ""))


class SearchIndex:
    """A generation's index opened for reading, from any thread."""

    def __init__(self, folder: Path) -> None:
        self._index = _open(folder)
        self._schema = self._index.schema

    @classmethod
    def of(cls, folder: Path) -> SearchIndex | None:
        """The index in a folder; None where none is, or another release wrote it."""
        try:
            if json.loads((folder / _LISTED).read_text("utf-8"))["version"] != _VERSION:
                return None
            return cls(folder)
        except (OSError, ValueError, KeyError):
            return None

    def search(self, text: str, kinds: Iterable[str], limit: int, offset: int) -> Hits:
        """What holds all pairs of all words, in its name or its text."""
        words = words_of(text)
        wanted = [kind for kind in KINDS if kind in set(kinds)]
        if not words or not wanted:
            return Hits(0)
        must = [(tantivy.Occur.Must, self._anywhere(pair)) for word in words for pair in pairs_of(word)]
        must.append((tantivy.Occur.Must, self._kinds(wanted)))
        searcher = self._index.searcher()
        query = tantivy.Query.boolean_query(must)
        if offset:  # room for all that is passed over is taken at once, however little there is
            total = int(searcher.search(query, 1, count=True).count)  # type: ignore[attr-defined]
            if offset >= total:
                return Hits(total)
        result = searcher.search(query, limit, count=True, offset=offset)
        found = []
        for score, address in result.hits:
            document = searcher.doc(address).to_dict()
            found.append(Hit(document["kind"][0], document["id"][0], float(score)))
        return Hits(int(result.count), tuple(found))  # type: ignore[attr-defined]

    def _anywhere(self, pair: str) -> tantivy.Query:
        name = tantivy.Query.boost_query(self._holding("name", pair), _NAME_BOOST)
        either = [(tantivy.Occur.Should, name), (tantivy.Occur.Should, self._holding("text", pair))]
        return tantivy.Query.boolean_query(either)

    def _holding(self, field: str, pair: str) -> tantivy.Query:
        if len(pair) == 1:
            single = re.escape(pair)
            return tantivy.Query.regex_query(self._schema, field, f"({single}.|.{single})")
        return tantivy.Query.term_query(self._schema, field, pair, "freq")

    def _kinds(self, kinds: Iterable[str]) -> tantivy.Query:
        each = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, "kind", kind, "basic"), _KIND_BOOST[kind]
                ),
            )
            for kind in kinds
        ]
        return tantivy.Query.boolean_query(each)
