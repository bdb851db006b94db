"""Readers: a file goes in, a `Source` comes out; nothing here knows what a plan is."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from loaders.readers.blocks import Composed
from loaders.readers.characters import odd_characters
from loaders.readers.kinds import SUFFIXES, format_of
from loaders.readers.limits import LIMITS, Limits, read_capped
from loaders.source import Source
from zeren.errors import LoadError

__all__ = ["LIMITS", "SUFFIXES", "Limits", "load_file", "read_bytes", "read_file"]

_READERS = {
    "txt": "plain.read_plain",
    "md": "plain.read_plain",
    "html": "html.read_html",
    "docx": "docx.read_docx",
    "pdf": "pdf.read_pdf",
    "xlsx": "xlsx.read_xlsx",
    "csv": "delimited.read_csv",
}
"""What reads each format; loaded with the first file of its kind, since the libraries take long to load."""


def _reader(format: str) -> Callable[[bytes, Limits], Composed]:
    module, name = _READERS[format].split(".")
    found: Callable[[bytes, Limits], Composed] = getattr(import_module(f"{__name__}.{module}"), name)
    return found


def read_file(path: Path, limits: Limits = LIMITS) -> Source:
    """Read a document of one of SUFFIXES.

    Raises LoadError for a file that is missing, empty, encrypted, damaged or without text,
    TooLarge beyond `limits`, WrongType for a type that isn't read; each names the file.
    """
    name, data = load_file(path, limits)
    return read_bytes(name, data, limits)


def load_file(path: Path, limits: Limits = LIMITS) -> tuple[str, bytes]:
    """A regular file's printable name and its bytes; errors as `read_file`."""
    name = _printable(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            what = "这是文件夹" if path.is_dir() else "这不是普通文件"
            raise LoadError(f"{what},请给出文档文件的路径", name)
        with path.open("rb") as stream:
            data = read_capped(stream, limits.file, "文件")
    except LoadError as error:
        error.document = name
        raise
    except FileNotFoundError as error:
        raise LoadError("找不到文件,请检查路径和文件名", name) from error
    except PermissionError as error:
        raise LoadError("没有读取权限,请检查文件的权限", name) from error
    except (OSError, ValueError) as error:
        raise LoadError("文件打不开,请检查路径、磁盘和文件名", name) from error
    return name, data


def read_bytes(name: str, data: bytes, limits: Limits = LIMITS) -> Source:
    """Read a document from memory; `name` is the file's name with its ending. Errors as `read_file`."""
    name = _printable(name)
    try:
        form = format_of(name, data, limits)
        read = _reader(form)(data, limits)
    except LoadError as error:
        error.document = error.document or name
        raise
    if not read.text.strip():
        raise LoadError("文件里没有文字,请检查内容是否为图片或空白", name)
    return Source(
        name=name,
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        text=read.text,
        pages=read.pages,
        tables=read.tables,
        findings=(*read.findings, *odd_characters(read.text)),
        title=read.title,
        nested=read.nested,
    )


def _printable(name: str) -> str:
    """File names may be bytes of another encoding (an archive packed on a Chinese Windows), or no text.

    Python keeps such bytes as lone surrogates, which no JSON could carry on.
    """
    with suppress(UnicodeEncodeError):
        given = name.encode("utf-8", "surrogateescape")
        for encoding in ("utf-8", "gb18030"):
            with suppress(UnicodeDecodeError):
                return given.decode(encoding)
    return name.encode("utf-8", "replace").decode("utf-8")
