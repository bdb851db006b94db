"""How much a reader takes in. Every cap counts what was really read, never what a file declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from zeren.errors import TooLarge

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one document; sizes in bytes, `text` and `page_characters` in characters.

    `part`: one member of an archive, unpacked; `pdf_stream`: one stream of a PDF, unpacked, of which
    pdfium holds more than one copy; `unpacked`, `elements`: all that is read of a document.
    `comparisons`: of merged cells with others, few where none overlap.
    """

    file: int = 128 << 20
    part: int = 64 << 20
    unpacked: int = 128 << 20
    pdf_stream: int = 32 << 20
    elements: int = 5_000_000
    text: int = 20_000_000
    members: int = 20_000
    html_elements: int = 1_000_000
    html_depth: int = 1_000
    html_formatting: int = 64
    html_attributes: int = 2_000
    xml_depth: int = 500
    cells: int = 500_000
    comparisons: int = 20_000_000
    pages: int = 5_000
    page_characters: int = 200_000

    def __post_init__(self) -> None:
        if min(self.file, self.part, self.text, self.members, self.cells, self.pages) < 1:
            raise ValueError("limits must be positive")


LIMITS = Limits()


class Budget:
    """What may still be unpacked of one document; goes down while its parts are read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.bytes = limits.unpacked
        self.elements = limits.elements

    def take_bytes(self, count: int) -> None:
        """Raises TooLarge when the document unpacks to more than all that it may."""
        self.bytes -= count
        if self.bytes < 0:
            shown = self.limits.unpacked >> 20
            raise TooLarge(f"文档解压后共超过 {shown} MB 的上限,请拆分后再试")

    def take_element(self) -> None:
        """Raises TooLarge when the document's XML has more elements than all that it may."""
        self.elements -= 1
        if self.elements < 0:
            shown = self.limits.elements // 10_000
            raise TooLarge(f"文档内部的 XML 元素超过 {shown} 万个的上限,请拆分后再试")


def read_capped(stream: IO[bytes], cap: int, what: str) -> bytes:
    """All of the stream; raises TooLarge as soon as more than `cap` bytes have come out of it."""
    pieces: list[bytes] = []
    left = cap
    while piece := stream.read(min(_CHUNK, left + 1)):
        left -= len(piece)
        if left < 0:
            raise TooLarge(f"{what}超过 {cap >> 20} MB 的上限,请拆分后再试")
        pieces.append(piece)
    return b"".join(pieces)
