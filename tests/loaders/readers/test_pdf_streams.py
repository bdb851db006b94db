from __future__ import annotations

import zlib

import pytest

from loaders.readers.limits import Limits
from loaders.readers.pdf_streams import check_streams
from zeren.errors import TooLarge

CAPS = Limits(pdf_stream=1 << 20, unpacked=2 << 20)


def stream(content: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"1 0 obj\n<<" + dictionary + b">>\nstream\r\n" + content + b"\nendstream\nendobj\n"


def test_small_streams_pass() -> None:
    check_streams(b"%PDF-1.7\n" + stream(zlib.compress(b"x" * 1000)) * 9, CAPS)


def test_a_stream_is_capped_by_what_comes_out() -> None:
    with pytest.raises(TooLarge, match="一个部分解压后超过 1 MB"):
        check_streams(stream(zlib.compress(bytes(2 << 20)), b"/Length 5 /Filter [/FlateDecode]"), CAPS)


def test_a_stream_deflated_twice_is_capped() -> None:
    twice = zlib.compress(zlib.compress(bytes(2 << 20)))
    with pytest.raises(TooLarge, match="一个部分"):
        check_streams(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"), CAPS)


def test_all_streams_together_are_capped() -> None:
    with pytest.raises(TooLarge, match="共超过 2 MB"):
        check_streams(stream(zlib.compress(bytes(1 << 20))) * 3, CAPS)


def test_pictures_are_left_out() -> None:
    data = stream(zlib.compress(bytes(2 << 20)), b"/Subtype /Image /Filter /FlateDecode")
    check_streams(data, CAPS)


def test_damaged_streams_are_left_to_the_parser() -> None:
    check_streams(stream(b"no deflate at all") + b"stream", CAPS)
