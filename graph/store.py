"""The store protocol: what the embedded engine and Neo4j both do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from graph.corrections import Corrections
from graph.model import Row, Value
from graph.searching.hits import KINDS, Hits
from loaders.extraction import Extraction

if TYPE_CHECKING:
    from graph.generations import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between a plan and the one that it replaces: paths of tasks, names of units."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    units_changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading one document.

    `status`: "loaded", "replaced", "unchanged" or "failed"; `error` says why it failed. Counts are
    of this document alone. `plan` is the root plan's id.
    """

    document: str
    file_name: str
    status: str
    plan: str = ""
    tasks: int = 0
    units: int = 0
    indicators: int = 0
    findings: int = 0
    coverage: float | None = None
    change: Change | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A loaded document, as the catalog lists it; `loaded_at` is ISO 8601 in UTC."""

    id: str
    file_name: str
    format: str
    sha256: str
    plan: str
    title: str
    coverage: float | None
    loaded_at: str
    source_url: str | None
    report: LoadReport


@dataclass(frozen=True, slots=True)
class Removal:
    """What `remove` took away: the number of nodes and edges by label and type, documents by file name."""

    plan: str
    nodes: Mapping[str, int] = field(default_factory=dict)
    edges: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


Progress = Callable[[str, int, int], None]
"""Called with a step's name, how many are done and how many there are."""


class Store(Protocol):
    """One graph. Reading is safe from several threads; one writer at a time (else LoadRunning)."""

    @property
    def url(self) -> str:
        """The URL that it was opened with, without a password."""

    @property
    def corrections(self) -> Corrections:
        """What people corrected by hand, as it was when the store was opened."""

    def generation(self) -> str:
        """Changes exactly when the graph does; serves as ETag."""

    def standing(self) -> AbstractContextManager[None]:
        """What this thread reads inside the block is all of one generation, where the engine can do that.

        `generation` tells afterwards: Neo4j goes on to the next one.
        """

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        timeout_ms: int | None = None,
    ) -> list[Row]:
        """Run one reading statement; rows in the statement's order, numbers as int or float.

        Raises QueryTimeout, QueryError or StoreUnavailable.
        """

    def read_each(self, cypher: str, ids: Iterable[str]) -> list[Row]:
        """Rows of a statement with the one parameter `$id`, for each id in turn; all of one generation.

        Rows of one id have the statement's order. Raises as `read` does.
        """

    @property
    def scans_lists(self) -> bool:
        """Does a statement that hops on from a list of ids scan a whole table here?"""

    def read_turns(
        self, cypher: str, turns: Iterable[Mapping[str, Value]], *, timeout_ms: int | None = None
    ) -> list[Row]:
        """Rows of one statement for each of some sets of parameters, in turn.

        All are of one generation where `scans_lists`. `timeout_ms` is for all of them together.
        Raises as `read` does.
        """

    def table(self, cypher: str, parameters: Mapping[str, Value] | None = None) -> Any:
        """Run one reading statement, however long it takes; its rows as a `pyarrow.Table`, in any order.

        For whole tables, where `read` would make an object of each cell. Raises as `read` does.
        """

    def load(
        self,
        extractions: Iterable[Extraction],
        *,
        replace: bool = False,
        annex_of: str | None = None,
        progress: Progress | None = None,
    ) -> list[LoadReport]:
        """Load documents, one after the other as one generation; the same plan replaces itself.

        A document that cannot be loaded is reported as failed, the others go on. `replace` allows
        a document with another title under the identity of a loaded plan; `annex_of` (a plan's
        id) loads the documents as its annexes.
        """

    def remove(self, id: str) -> Removal:
        """Take a plan and all its facts away, or an annex that came as a file of its own alone.

        `id` is the plan's, the annex's or a document's (`graph.removal`); raises NotFound.
        """

    def rebuild(self, progress: Progress | None = None) -> list[LoadReport]:
        """Make the graph anew from the kept Extractions."""

    def search(self, text: str, kinds: Iterable[str] = KINDS, *, limit: int = 20, offset: int = 0) -> Hits:
        """Units, plans, indicators and tasks whose name or text holds all words (by pairs of characters).

        The best first; engines may differ in the order, and in what is a word in Latin letters.
        """

    def documents(self) -> Sequence[DocumentRecord]:
        """All loaded documents, sorted by file name, then id."""

    def extraction(self, document: str) -> Extraction:
        """The kept Extraction of a document (by id), with its text; raises NotFound."""

    def kept(self) -> Iterator[tuple[Entry, bytes]]:
        """Every loaded document, by id, with its Extraction as `kept_extraction` reads it."""

    def close(self) -> None:
        """Let go of files and connections."""
