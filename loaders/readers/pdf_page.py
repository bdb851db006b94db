"""What stands on a page of a PDF: characters with their boxes, and ruled lines.

All of it from pdfium (C, bounded memory). Coordinates are points from the upper left corner of the
page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from loaders.readers.limits import Limits
from zeren.errors import TooLarge

_STRAIGHT = 1.0
_SHORTEST = 3.0
_MOST_PATHS = 20_000
_FORM_DEPTH = 4
_HYPHENS = {0x02: "-", 0xFFFE: "\ufffd", 0x00: "\ufffd"}
"""pdfium gives 2 for a hyphen at a line's end, and 0xFFFE or 0 for a glyph that it can't name."""


class Char(NamedTuple):
    """A character and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A horizontal or vertical line."""

    x0: float
    top: float
    x1: float
    bottom: float


Place = Callable[[float, float], tuple[float, float]]


def placing(page: Any) -> Place:
    """From PDF coordinates (origin lower left, before rotation) to those of the page as shown."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, Place] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation() % 360]


def read_chars(page: Any, place: Place, limits: Limits) -> list[Char]:
    """The characters in the order of the page's content, without those that pdfium adds."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > limits.page_characters:
            raise TooLarge(f"一页超过 {limits.page_characters} 字的上限,请拆分后再试")
        return list(_chars(textpage.raw, count, place))
    finally:
        textpage.close()


def _chars(textpage: Any, count: int, place: Place) -> Iterator[Char]:
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    for index in range(count):
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in (0x0A, 0x0D) or not raw.FPDFText_GetLooseCharBox(textpage, index, pointer):
            continue
        x0, top = place(box.left, box.top)
        x1, bottom = place(box.right, box.bottom)
        yield Char(_character(code), min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))


def _character(code: int) -> str:
    if code in _HYPHENS:
        return _HYPHENS[code]
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def read_rules(page: Any, place: Place) -> list[Rule]:
    """Straight horizontal and vertical lines that are drawn, sides of rectangles among them.

    [] for a page with so many paths that it is a drawing and no table.
    """
    found: list[Rule] = []
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_FORM_DEPTH)
    for number, item in enumerate(paths):
        if number > _MOST_PATHS or len(found) > _MOST_PATHS:
            return []
        if _is_drawn(item):
            found.extend(_rules_of(item, place))
    return found


def has_image(page: Any) -> bool:
    """Whether a picture stands on the page (a scan, when there is no text)."""
    return (
        next(iter(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_FORM_DEPTH)), None) is not None
    )


_WHITE = 250
"""The least of each colour in what is seen as white."""


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = raw.FPDFPath_GetDrawMode(item.raw, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(known and (stroke.value or (fill.value and not _is_blank(item))))


def _is_blank(item: Any) -> bool:
    """Is a path filled as the paper is? Office programs set white boxes behind their lines of text."""
    red, green, blue, opacity = colours = [ctypes.c_uint() for _ in range(4)]
    known = raw.FPDFPageObj_GetFillColor(item.raw, *map(ctypes.byref, colours))
    white = min(red.value, green.value, blue.value) >= _WHITE
    return bool(known and (white or not opacity.value))


def _rules_of(item: Any, place: Place) -> Iterator[Rule]:
    points: list[tuple[float, float]] = []
    for kind, x, y, closes in _segments(item):
        point = place(x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            points = [point]
            continue
        if kind == raw.FPDF_SEGMENT_LINETO and points:
            yield from _straight(points[-1], point)
        points.append(point)
        if closes:
            yield from _straight(point, points[0])


def _segments(item: Any) -> Iterator[tuple[int, float, float, bool]]:
    matrices = [item.get_matrix()]
    container = getattr(item, "container", None)
    while container is not None:
        matrices.append(container.get_matrix())
        container = getattr(container, "container", None)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(item.raw), _MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        for matrix in matrices:
            point = matrix.on_point(*point)
        yield raw.FPDFPathSegment_GetType(segment), *point, bool(raw.FPDFPathSegment_GetClose(segment))


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (x0, x1), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if x1 - x0 <= _STRAIGHT < _SHORTEST <= bottom - top:
        yield Rule(x0, top, x0, bottom)
    elif bottom - top <= _STRAIGHT < _SHORTEST <= x1 - x0:
        yield Rule(x0, top, x1, top)


def open_pdf(data: bytes) -> Any:
    """pdfium's document; raises pdfium.PdfiumError."""
    return pdfium.PdfDocument(data)
