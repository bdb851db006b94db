"""Forms (drawings that a page or a form takes in) that draw themselves, found before pdfium draws them.

pdfium goes 40 levels down, so that a form that draws itself twice has a million million copies. Only what
is drawn counts: many writers let all forms share one list of resources, in which each finds itself.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef

from zeren.errors import LoadError, TooLarge

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}$")
_DRAWN = re.compile(rb"/([^\s/<>()\[\]{}%]{1,127})\s+Do\b")
_LISTED = re.compile(rb"/([^\s/<>()\[\]{}%]{1,127})\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_HEAD = 1 << 16
_DIGITS = 20
_LEVELS = 40
_REFERENCES = 8
_MOST = 30_000
"""Copies of forms inside one form: a chart has some hundreds, and pdfium takes up to 30 kB for each."""

Drawn = Mapping[int, Counter[int]]
"""By a form's object number how often it draws which other ones."""


def check_forms(data: bytes) -> None:
    """Raises LoadError where a form draws itself, TooLarge where forms in forms come to too many copies.

    What pdfminer can't follow is read by its bytes, as far as they go. A form without resources of its own,
    which draws what the page lists, passes: pdfium is stopped by the limits of its process.
    """
    numbers = set(_numbers(data))
    if not numbers:
        return
    drawn = _drawn(data, numbers)
    if _is_circular(drawn):
        raise LoadError(
            "PDF 里有图形画的是它自己(循环引用),读不完;请用浏览器或 WPS 打开后另存为新的 PDF 再试"
        )
    if _copies(drawn) > _MOST:
        raise TooLarge("PDF 里的图形层层相套,展开后太多,请用浏览器或 WPS 打开后另存为新的 PDF 再试")


def _numbers(data: bytes) -> Iterator[int]:
    """The numbers of the objects that are forms: streams, which stand in no packed object."""
    for found in _FORM.finditer(data):
        head = data.rfind(b" obj", max(found.start() - _HEAD, 0), found.start())
        number = _NUMBER.search(data[max(head - _DIGITS, 0) : head]) if head > 0 else None
        if number:
            yield int(number[1])


def _drawn(data: bytes, numbers: set[int]) -> Drawn:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except Exception:  # whatever pdfminer stumbles over: pdfium may mend it
        return {number: _as_printed(data, number, numbers) for number in numbers}
    return {number: _targets_of(document, data, number, numbers) for number in numbers}


def _targets_of(document: PDFDocument, data: bytes, number: int, numbers: set[int]) -> Counter[int]:
    try:
        return _targets(document.getobj(number), numbers)
    except Exception:  # as above
        return _as_printed(data, number, numbers)


def _as_printed(data: bytes, number: int, numbers: set[int]) -> Counter[int]:
    """What a form of a damaged file draws, by its bytes alone: of each name all that is listed under it."""
    start = data.find(b"%d 0 obj" % number)
    whole = data[start : max(data.find(b"endobj", start), start)]
    head, _, stream = whole.partition(b"stream")
    with suppress(zlib.error):
        stream = zlib.decompressobj().decompress(stream.lstrip(b"\r\n"), _HEAD)
    times = Counter(_DRAWN.findall(stream))
    targets: Counter[int] = Counter()
    for name, target in _LISTED.findall(head):
        targets[int(target)] += times[name] if int(target) in numbers else 0
    return +targets


def _targets(form: Any, numbers: set[int]) -> Counter[int]:
    names = Counter(found[1].decode("latin-1") for found in _DRAWN.finditer(form.get_data()))
    if not names:
        return Counter()
    listed = _dictionary(_dictionary(form.attrs.get("Resources")).get("XObject"))
    targets: Counter[int] = Counter()
    for name, times in names.items():
        target = listed.get(name)
        if isinstance(target, PDFObjRef) and target.objid in numbers:
            targets[target.objid] += times
    return targets


def _dictionary(value: Any) -> Mapping[str, Any]:
    """What a reference leads to; pdfminer's own way never ends at one that leads to itself."""
    for _ in range(_REFERENCES):
        if not isinstance(value, PDFObjRef):
            break
        value = value.resolve()
    return value if isinstance(value, dict) else {}


def _is_circular(drawn: Drawn) -> bool:
    """Is something left when forms that draw nothing more are taken away, again and again?"""
    waiting = {number: len(targets) for number, targets in drawn.items()}
    drawers: dict[int, list[int]] = {}
    for number, targets in drawn.items():
        for target in targets:
            drawers.setdefault(target, []).append(number)
    settled = [number for number, count in waiting.items() if not count]
    done = 0
    while settled:
        done += 1
        for drawer in drawers.get(settled.pop(), ()):
            waiting[drawer] -= 1
            if not waiting[drawer]:
                settled.append(drawer)
    return done < len(drawn)


def _copies(drawn: Drawn) -> int:
    """The most copies of forms that one form comes to, itself among them; counted to a bit over the most."""
    copies = dict.fromkeys(drawn, 1)
    for _ in range(_LEVELS):
        copies = {
            number: min(1 + sum(times * copies[target] for target, times in targets.items()), _MOST + 1)
            for number, targets in drawn.items()
        }
    return max(copies.values(), default=0)
