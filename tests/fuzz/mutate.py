"""How an input is changed: words of plans and markup put in, taken out and moved; inside a package, its parts.

Bytes changed at random would hardly ever be UTF-8, nor an archive with a right checksum.
"""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable

from tests.support.pieces import PIECES

Raw = Callable[[bytes, int], bytes]
"""The fuzzer's own change of bytes, and the most that may come out."""

MARKUP = (
    "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:br/>", "<w:tab/>",
    '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:numId w:val="1"/>', '<w:ilvl w:val="1"/>',
    '<w:numFmt w:val="chineseCounting"/>', '<w:lvlText w:val="%1、"/>', "<w:del>", "</w:del>", "<w:txbxContent>",
    '<row r="2">', "</row>", '<c r="B2" t="s"><v>0</v></c>', '<c t="inlineStr"><is><t>', "</t></is></c>", "<v>1e309</v>",
    '<mergeCell ref="A1:C3"/>', ' s="1"', "<ul><li>", "</li></ul>", "<ol start=9>", '<td colspan="2">', "<br>", "<p>", "</p>",
    "&#x2460;", "&nbsp;", "<!--", "-->", "<h1>", "<script>", "\0", "-1", "99999999999999999999", "NaN", "1e999", '""', "{}", "[]",
    "null", " Tj ", " 0 R ", "<<", ">>", "stream\n", "endstream", "/Type/Page", " Td ", " Tm ", " re ", "BT ", " ET",
)  # fmt: skip
_WORDS = (*PIECES, *MARKUP)
_BYTEWISE = 0.2
"""The share of changes that the fuzzer makes in its own way."""


def mutated(data: bytes, largest: int, seed: int, raw: Raw) -> bytes:
    """Another input of the same kind of file, of at most `largest` bytes."""
    rng = random.Random(seed)
    if rng.random() < _BYTEWISE or len(data) < 2:
        return raw(data, largest)
    kind, document = data[:1], data[1:]
    if document.startswith(b"PK\x03\x04"):
        changed = _package(document, rng, raw)
    elif document.startswith(b"%PDF-"):
        changed = _changed(document, rng, "latin-1")
    else:
        changed = _changed(document, rng, "utf-8")
    return (kind + changed)[:largest]


def _changed(data: bytes, rng: random.Random, encoding: str) -> bytes:
    text = data.decode(encoding, "surrogateescape")
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(_CHANGES)(text, rng)
    # a Chinese word in a file of single bytes: as GB18030, which is what it would be in a PDF
    return b"".join(_encoded(char, encoding) for char in text) if encoding == "latin-1" else _utf8(text)


def _encoded(char: str, encoding: str) -> bytes:
    return char.encode(encoding) if char < "\u0100" else char.encode("gb18030", "replace")


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _put_in(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + "".join(rng.choices(_WORDS, k=rng.randint(1, 3))) + text[at:]


def _take_out(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 40) :]


def _move(text: str, rng: random.Random) -> str:
    start, at = rng.randint(0, len(text)), rng.randint(0, len(text))
    piece = text[start : start + rng.randint(1, 200)]
    return text[:at] + piece + text[at:]


def _repeat(text: str, rng: random.Random) -> str:
    start = rng.randint(0, len(text))
    piece = text[start : start + rng.randint(1, 12)]
    return text[:start] + piece * rng.randint(2, 200) + text[start:]


_CHANGES = (_put_in, _put_in, _take_out, _move, _repeat)


def _package(document: bytes, rng: random.Random, raw: Raw) -> bytes:
    """The same archive with one of its parts changed; one that cannot be opened is changed as bytes."""
    parts = _parts(document)
    if not parts:
        return raw(document, len(document) + 64)
    # the larger a part, the more of the document it holds
    name = rng.choices(list(parts), [len(part) + 1 for part in parts.values()])[0]
    parts[name] = _changed(parts[name], rng, "utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for each, part in parts.items():
            archive.writestr(each, part)
    return out.getvalue()


def _parts(document: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, MemoryError):
        return {}
