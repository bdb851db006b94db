"""Tables of pages as files: all rows of a list under its filters, checked against an exact total."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from fastapi.responses import FileResponse
from openpyxl import Workbook
from starlette.background import BackgroundTask

from api.routers.ledger import attachment
from api.sheets import Sheet
from api.tables import MEDIA_TYPES, cell_text
from graph.model import Value
from graph.store import Store
from zeren.errors import StoreUnavailable

T = TypeVar("T")
Ending = Literal["csv", "xlsx"]
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A list to take away: its Chinese name, (heading, width) columns, rows, and how many there are."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Value]]
    total: int


def table_file(store: Store, ending: Ending, make: Callable[[], Table]) -> FileResponse:
    """A table as a download that is whole; `make` reads it, again when the graph is replaced meanwhile.

    CSV is UTF-8 with BOM, the workbook has its heading frozen and filtered; `X-Total-Count` says how
    many rows there are. Raises StoreUnavailable when the graph doesn't stand still.
    """
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix="zeren-"))
        try:
            with store.standing():
                generation, table = store.generation(), make()
                written = _WRITERS[ending](table, folder / "table")
                if written == table.total and generation == store.generation():
                    return _download(folder, ending, table)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        shutil.rmtree(folder, ignore_errors=True)
    raise StoreUnavailable("导出时图谱一直在更新,请等载入结束后再导出")


def download(path: Path, name: str, media_type: str, total: int) -> FileResponse:
    """A file in a folder of its own as a download; the folder goes when it has been sent."""
    disposition = attachment(name, f"zeren{Path(name).suffix}")
    headers = {"Content-Disposition": disposition, "X-Total-Count": str(total)}
    gone = BackgroundTask(shutil.rmtree, path.parent, ignore_errors=True)
    return FileResponse(path, headers=headers, media_type=media_type, background=gone)


def _download(folder: Path, ending: Ending, table: Table) -> FileResponse:
    return download(folder / "table", f"{table.name}.{ending}", MEDIA_TYPES[ending], table.total)


def _write_csv(table: Table, path: Path) -> int:
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([heading for heading, _ in table.columns])
        return _each(table.rows, lambda row: writer.writerow([cell_text(value) for value in row]))


def _write_xlsx(table: Table, path: Path) -> int:
    book = Workbook(write_only=True)
    sheet = Sheet(book, table.name[:31], table.columns)
    written = _each(table.rows, sheet.add)
    blank: list[Value] = [None] * (len(table.columns) - 1)
    sheet.finish(f"共 {written} 行", *blank)
    book.save(path)
    return written


_WRITERS: dict[str, Callable[[Table, Path], int]] = {"csv": _write_csv, "xlsx": _write_xlsx}


def _each(rows: Iterable[Sequence[Value]], write: Callable[[Sequence[Value]], object]) -> int:
    count = 0
    for row in rows:
        write(row)
        count += 1
    return count


def batches(rows: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """The rows or ids, some at a time: a long list isn't held as records all at once, nor read one by one."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
