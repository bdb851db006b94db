"""What a file is, by its ending and by its first bytes; what is not read is refused with advice."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath
from typing import NamedTuple

from loaders.readers.limits import Limits
from zeren.errors import LoadError, TooLarge, WrongType

FORMATS = {
    ".txt": "txt", ".md": "md", ".html": "html", ".htm": "html",
    ".docx": "docx", ".pdf": "pdf", ".xlsx": "xlsx", ".csv": "csv",
}  # fmt: skip
"""Ending to format."""

SUFFIXES = tuple(FORMATS)

_RESAVE = "请用 Word 或 WPS 打开后另存为 docx 再试"
_REFUSED = {
    ".doc": f"旧版 Word 格式(.doc)不能读取,{_RESAVE}",
    ".dot": f"旧版 Word 格式(.dot)不能读取,{_RESAVE}",
    ".wps": f"WPS 文字格式(.wps)不能读取,{_RESAVE}",
    ".ofd": "版式文件(.ofd)不能读取,请另存为 docx 或导出为带文字的 pdf 再试",
    ".rtf": f"RTF 格式不能读取,{_RESAVE}",
    ".odt": f"OpenDocument 格式不能读取,{_RESAVE}",
    ".xls": "旧版 Excel 格式(.xls)不能读取,请另存为 xlsx 再试",
    ".et": "WPS 表格格式(.et)不能读取,请另存为 xlsx 再试",
}


class _Signature(NamedTuple):
    """Bytes that a kind of content has at an offset; `name` as a user would call it."""

    kind: str
    offset: int
    magic: bytes
    name: str


_SIGNATURES = (
    _Signature("pdf", 0, b"%PDF-", "PDF"),
    _Signature("zip", 0, b"PK\x03\x04", "压缩包"),
    _Signature("zip", 0, b"PK\x05\x06", "压缩包"),
    _Signature("ole", 0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文档或加密文档"),
    _Signature("rtf", 0, b"{\\rtf", "RTF 文档"),
    _Signature("image", 0, b"\x89PNG\r\n\x1a\n", "图片"),
    _Signature("image", 0, b"\xff\xd8\xff", "图片"),
    _Signature("image", 0, b"GIF8", "图片"),
    _Signature("image", 0, b"II*\x00", "图片"),
    _Signature("image", 0, b"MM\x00*", "图片"),
    _Signature("image", 8, b"WEBP", "图片"),
    _Signature("archive", 0, b"Rar!\x1a\x07", "压缩包"),
    _Signature("archive", 0, b"7z\xbc\xaf\x27\x1c", "压缩包"),
    _Signature("archive", 0, b"\x1f\x8b\x08", "压缩包"),
    _Signature("program", 0, b"MZ\x90\x00", "程序"),
    _Signature("program", 0, b"\x7fELF", "程序"),
)

_EXPECTED = {"docx": "zip", "xlsx": "zip", "pdf": "pdf"}
_FOLDER = {"docx": "word/", "xlsx": "xl/"}
"""Where a package keeps its parts; the main part's own name differs between programs."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_WINDOW = 1024
_ENTRY = b"PK\x01\x02"
"""Begins each entry of a zip's directory, of which zipfile makes an object each."""


def format_of(name: str, data: bytes, limits: Limits) -> str:
    """The format to read `data` as: a value of FORMATS, agreed on by ending and content.

    Raises WrongType for endings that aren't read and for content that isn't what the ending says,
    LoadError for an empty, encrypted or cut-off file.
    """
    suffix = PurePath(name).suffix.lower()
    expected = FORMATS.get(suffix)
    if expected is None:
        raise WrongType(_REFUSED.get(suffix) or f"不认识的文件类型,可读取的有 {' '.join(SUFFIXES)}")
    if not data:
        raise LoadError("文件是空的,请检查是否保存或下载完整")
    found = _signature(data)
    if expected in _EXPECTED:
        return _office_or_pdf(expected, found, data, limits)
    if found is not None:
        raise WrongType(f"后缀是 {suffix},内容却是{found.name},请换成文字版文件再试")
    return _text_or_html(expected, data)


def _signature(data: bytes) -> _Signature | None:
    for each in _SIGNATURES:
        if data.startswith(each.magic, each.offset):
            return each
    # some scanners write a mail or printer header before the PDF's own
    return _SIGNATURES[0] if b"%PDF-" in data[:_PDF_WINDOW] else None


def _office_or_pdf(expected: str, found: _Signature | None, data: bytes, limits: Limits) -> str:
    kind = found.kind if found else ""
    if kind == "ole":
        if _ENCRYPTED in data:
            raise LoadError("文档设有打开密码,请去掉密码另存后再试")
        raise WrongType(f"内容是旧版 Office 格式,请用 Word 或 WPS 打开后另存为 {expected} 再试")
    if kind != _EXPECTED[expected]:
        what = f"是{found.name}" if found else f"不是 {expected} 格式"
        raise WrongType(f"后缀是 .{expected},内容却{what},请换成原来的文件再试")
    if expected in _FOLDER and data.count(_ENTRY) > limits.members:
        raise TooLarge(f"压缩包内的文件超过 {limits.members} 个的上限,请另存后再试")
    if expected in _FOLDER:
        _check_archive(expected, data)
    return expected


def _check_archive(expected: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise LoadError("文件不完整或已损坏,请重新下载或另存后再试") from error
    formats = [each for each, folder in _FOLDER.items() if any(name.startswith(folder) for name in names)]
    if expected not in formats:
        what = f" {formats[0]},请改正后缀" if formats else "普通压缩包,请解压后"
        raise WrongType(f"后缀是 .{expected},内容却是{what}再试")


def _text_or_html(expected: str, data: bytes) -> str:
    """Whole web pages saved as .txt are web pages; an .html without any tag is plain text."""
    head = data[:_PDF_WINDOW].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"mime-version:", b"from: <saved by")):
        raise WrongType("网页归档(.mht)不能读取,请另存为 html 或 docx 再试")
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if expected == "html" and b"<" not in data:
        return "txt"
    return expected
