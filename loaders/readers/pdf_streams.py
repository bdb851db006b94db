"""How much the streams of a PDF unpack to, before pdfium unpacks them whole (1 GB took 2 GB of memory).

Bytes are counted as they come out and thrown away; declared lengths are not looked at. Pictures are
left out: pdfium does not unpack them to read text. Other filters than Flate gain little.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from loaders.readers.limits import Budget, Limits
from zeren.errors import TooLarge

_BEGIN = b"stream"
_HEAD = 400
_PIECE = 1 << 18
_FLATE = (b"/FlateDecode", b"/Fl ", b"/Fl]", b"/Fl/", b"/Fl>")


def check_streams(data: bytes, limits: Limits) -> None:
    """Raises TooLarge when one stream, or all together, unpack to more than the limits."""
    budget = Budget(limits)
    at = data.find(_BEGIN)
    while at >= 0:
        filters = _flate_filters(data[max(at - _HEAD, 0) : at])
        begin = at + len(_BEGIN)
        if filters:
            begin += len(data[begin : begin + 2]) - len(data[begin : begin + 2].lstrip(b"\r\n"))
            budget.take_bytes(_unpacked(data, begin, filters, limits))
        at = data.find(_BEGIN, begin)


def _flate_filters(head: bytes) -> int:
    """How many times the stream after this dictionary is deflated; 0 for a picture or a plain one."""
    own = head[head.rfind(b" obj") + 1 :]
    return 0 if b"/Image" in own else sum(own.count(name) for name in _FLATE)


def _unpacked(data: bytes, begin: int, filters: int, limits: Limits) -> int:
    pieces: Iterable[bytes] = [memoryview(data)[begin:]]  # type: ignore[list-item]
    for _ in range(min(filters, 4)):
        pieces = _inflated(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limits.pdf_stream:
            raise TooLarge(f"PDF 的一个部分解压后超过 {limits.pdf_stream >> 20} MB 的上限,请拆分后再试")
    return size


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What the pieces unpack to, a bounded piece at a time; ends where the data is no deflate stream."""
    unpack = zlib.decompressobj()
    for piece in pieces:
        for start in range(0, len(piece), _PIECE):
            left = piece[start : start + _PIECE]
            while left:
                try:
                    out = unpack.decompress(left, _PIECE)
                except zlib.error:
                    return
                if out:
                    yield out
                if unpack.eof:
                    return
                left = unpack.unconsumed_tail
