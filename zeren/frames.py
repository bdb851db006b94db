"""Messages over a pipe: eight bytes of length, then so many bytes."""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")


class FrameTooLarge(Exception):
    """The other side announces more than is taken."""


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Send one message."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> bytes:
    """The next message; raises FrameTooLarge beyond `most` bytes, EOFError when the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise FrameTooLarge
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
