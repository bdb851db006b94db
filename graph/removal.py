"""What goes when a document or a plan is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.cyphers import internal
from graph.identity import ids
from graph.store import DocumentRecord, Store
from zeren.errors import NotFound


@dataclass(frozen=True, slots=True)
class Removing:
    """What `Store.remove` would take away: documents, and the tasks and indicators that stand in them.

    `whole` tells that the plan goes with all its documents; else it is an annex alone.
    """

    plan: str
    title: str
    whole: bool
    documents: tuple[DocumentRecord, ...]
    tasks: int
    indicators: int


def removed_with(records: Iterable[DocumentRecord], id: str) -> list[DocumentRecord]:
    """The documents that go under an id: a plan's, an annex's or a document's. Raises NotFound.

    An annex that came as a file of its own goes alone. The document with a plan's main text takes the
    plan's annexes along, which would belong to nothing.
    """
    known = list(records)
    found = next((each for each in known if each.id in {id, ids.document_id(id)}), None)
    if found and not _is_main(found):
        return [found]
    plan = found.plan if found else id
    if gone := [each for each in known if each.plan == plan]:
        return gone
    raise NotFound(
        f"没有编号为 {id[:80]} 的方案或文件(随方案文件载入的附件不能单独删去),"
        "已载入的见 zeren status 或 /documents"
    )


def removing(store: Store, id: str) -> Removing:
    """What removing would take away, before it is done. Raises NotFound."""
    gone = removed_with(store.documents(), id)
    main = next((each for each in gone if _is_main(each)), None)
    return Removing(
        gone[0].plan, (main or gone[0]).title, main is not None, tuple(gone),
        _count(store, "tasks", gone), _count(store, "indicators", gone),
    )  # fmt: skip


def _is_main(record: DocumentRecord) -> bool:
    return record.id == ids.document_id(record.plan)


def _count(store: Store, what: str, documents: Iterable[DocumentRecord]) -> int:
    rows = store.read_each(internal(f"count_{what}_of_document"), [each.id for each in documents])
    return sum(int(str(row["total"])) for row in rows)
