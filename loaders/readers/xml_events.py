"""XML as a stream of calls: no tree in memory, no DTD, hence no entities of any kind."""

from __future__ import annotations

from typing import IO, Protocol
from xml.parsers import expat

from loaders.readers.limits import Budget
from zeren.errors import LoadError, TooLarge

_CHUNK = 1 << 16
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x:",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
"""Namespaces by the prefix that their elements get here, whatever the file calls them."""


class Handler(Protocol):
    """What reads the stream; `tag` has a known prefix (`w:p`), attributes are bare local names."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...

    def end(self, tag: str) -> None: ...

    def text(self, text: str) -> None: ...


class _Names(dict[str, str]):
    """Expat's `uri local` names to `prefix:local`, worked out once a name."""

    def __missing__(self, name: str) -> str:
        uri, _, local = name.rpartition(" ")
        short = _PREFIXES.get(uri, "?:") + local
        if len(self) < 10_000:
            self[name] = short
        return short


class _Calls:
    """Hands expat's events on and watches depth."""

    def __init__(self, handler: Handler, budget: Budget) -> None:
        self.handler = handler
        self.names = _Names()
        self.budget = budget
        self.most = budget.limits.xml_depth
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.budget.take_element()
        if self.depth > self.most:
            raise TooLarge(f"文档内部嵌套超过 {self.most} 层,请另存后再试")
        bare = {key.rpartition(" ")[2]: value for key, value in attributes.items()} if attributes else {}
        self.handler.start(self.names[name], bare)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(self.names[name])


def parse_xml(stream: IO[bytes], handler: Handler, budget: Budget) -> None:
    """Feed the stream to the handler, as far as limits and budget go.

    Raises LoadError for XML that is broken or brings a DTD, TooLarge beyond the limits.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    calls = _Calls(handler, budget)
    parser.StartElementHandler = calls.start
    parser.EndElementHandler = calls.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    limits = budget.limits
    left = limits.part
    try:
        while chunk := stream.read(_CHUNK):
            left -= len(chunk)
            budget.take_bytes(len(chunk))
            if left < 0:
                raise TooLarge(f"文档内部的一个部分解压后超过 {limits.part >> 20} MB 的上限,请拆分后再试")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise LoadError("文档内部的 XML 不完整或已损坏,请重新下载或另存后再试") from error


def _refuse_doctype(*_: object) -> None:
    raise LoadError("文档内部的 XML 带有实体定义,不予读取,请用 Word 或 WPS 另存后再试")
