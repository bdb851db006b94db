"""How much a reader takes in. Every cap counts what was really read, never what a file declares."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import IO

from zeren.errors import TooLarge

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one document; sizes in bytes, `text` in characters."""

    file: int = 128 << 20
    part: int = 64 << 20
    text: int = 20_000_000
    members: int = 20_000
    html_depth: int = 1_000
    html_formatting: int = 64
    html_attributes: int = 2_000
    xml_depth: int = 500
    cells: int = 1_000_000
    pages: int = 5_000
    page_characters: int = 200_000

    def __post_init__(self) -> None:
        if min(self.file, self.part, self.text, self.members, self.cells, self.pages) < 1:
            raise ValueError("limits must be positive")


LIMITS = Limits()


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


def read_member(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """One member of an archive, decompressed no further than the cap; KeyError when it isn't there."""
    with archive.open(name) as stream:
        return read_capped(stream, limits.part, "文档内部的一个部分解压后")
