"""Office packages (docx, xlsx): a zip whose parts point to one another (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from loaders.readers.limits import Budget, Limits
from loaders.readers.xml_events import Handler, parse_xml
from zeren.errors import LoadError

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""ECMA-376 part 2 allows no others; Python unpacks those without a bound on what comes out."""

_DAMAGED = "文件不完整或已损坏,请重新下载或另存后再试"


class Package:
    """An open package; parts are read as streams, no further than the limits."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._budget = Budget(limits)

    def parse(self, part: str, handler: Handler) -> bool:
        """Feed a part to the handler; False when there is no such part."""
        if part not in self._names:
            return False
        with self._opened(part) as stream:
            parse_xml(stream, handler, self._budget)
        return True

    def _opened(self, part: str) -> IO[bytes]:
        try:
            return self._archive.open(part)
        except ValueError as error:
            # the directory points before the first byte of the file
            raise LoadError(_DAMAGED) from error

    def related(self, part: str = "") -> dict[str, str]:
        """Parts that `part` (the package itself: "") points to, by the last word of the kind."""
        return self._relations(part).kinds

    def targets(self, part: str) -> dict[str, str]:
        """Parts that `part` points to, by relation id."""
        return self._relations(part).ids

    def _relations(self, part: str) -> _Relations:
        folder, name = posixpath.split(part)
        found = _Relations(folder)
        self.parse(posixpath.join(folder, "_rels", f"{name}.rels"), found)
        return found

    def core_title(self) -> str:
        """The title among the document's properties, or ""."""
        found = _Title()
        self.parse("docProps/core.xml", found)
        return " ".join("".join(found.pieces).split())


@contextmanager
def open_package(data: bytes, limits: Limits) -> Iterator[Package]:
    """The package in `data`; LoadError when it is damaged or encrypted, here or while it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise LoadError("文档设有打开密码,请去掉密码另存后再试")
            if any(entry.compress_type not in _METHODS for entry in archive.infolist()):
                raise LoadError("文档的压缩方式不合规格,请用 Word 或 WPS 另存后再试")
            yield Package(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise LoadError(_DAMAGED) from error


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.kinds: dict[str, str] = {}
        self.ids: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "rel:Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self.folder, attributes.get("Target", "")))
            self.kinds.setdefault(kind, target.lstrip("/"))
            self.ids[attributes.get("Id", "")] = target.lstrip("/")

    def end(self, tag: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class _Title:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._inside = tag == "dc:title"

    def end(self, tag: str) -> None:
        self._inside = False

    def text(self, text: str) -> None:
        if self._inside:
            self.pieces.append(text)
