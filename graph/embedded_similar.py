"""What the embedded store keeps of counterparts: a file of pairs a generation, and vectors by their texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build import DocumentRows
from graph.corrections import PairCorrection
from graph.kept import write_whole
from graph.similar import Similar, similar, tasks_of

if TYPE_CHECKING:
    from graph.counterparts import Pairs

PAIRS_FILE = "pairs.arrow"


class VectorFolder:
    """`graph.similar.Vectors` as files; a damaged one is as good as none. `sweep` drops what wasn't used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """See `Vectors.get`."""
        self._used.add(f"{key}.npz")
        try:
            data = (self._folder / f"{key}.npz").read_bytes()
        except OSError:
            return None
        return data if _is_whole(data) else None

    def put(self, key: str, data: bytes) -> None:
        """See `Vectors.put`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / f"{key}.npz", data)

    def sweep(self) -> None:
        """Remove what was not asked for since the last sweep."""
        for path in self._folder.glob("*.npz*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)
        self._used.clear()


def _is_whole(data: bytes) -> bool:
    from graph.counterparts import unpack

    try:
        unpack(data)
    except ValueError:
        return False
    return True


def similar_in(
    documents: Sequence[DocumentRows], folder: Path | None, vectors: VectorFolder,
    corrections: Sequence[PairCorrection],
) -> Similar | None:  # fmt: skip
    """The counterparts among documents, going on from the pairs in a generation's folder.

    None where fewer than two documents are in, which have none.
    """
    if len(documents) < 2:
        return None
    return similar(tasks_of(documents, vectors), _known(folder), corrections)


def _known(folder: Path | None) -> Pairs | None:
    from graph.counterparts import read

    try:
        return read((folder / PAIRS_FILE).read_bytes()) if folder else None
    except (OSError, ValueError, KeyError):
        return None


def write_pairs(folder: Path, found: Similar | None) -> None:
    """Keep the pairs for the next load."""
    from graph.counterparts import write

    if found:
        (folder / PAIRS_FILE).write_bytes(write(found.pairs))
