"""PDF files: visual lines in reading order, ruled tables in their place, the offset of each page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium

from loaders.extraction import Finding
from loaders.readers.blocks import Block, Composed, Line, PageBreak, compose
from loaders.readers.limits import Limits
from loaders.readers.pdf_balloons import without_balloons
from loaders.readers.pdf_columns import page_lines
from loaders.readers.pdf_cut_rows import join_cut_rows
from loaders.readers.pdf_forms import check_forms
from loaders.readers.pdf_page import Char, has_image, open_pdf, placing, read_chars, read_rules
from loaders.readers.pdf_plain_tables import GoingOn, plain_tables
from loaders.readers.pdf_streams import check_streams
from loaders.readers.pdf_tables import PdfTable, fill, find_tables, is_frame
from loaders.readers.pdf_text import text_lines
from zeren.errors import LoadError, TooLarge

_FEW = 10
"""A page with a picture and fewer characters is a scan that at most bears a page number."""

_PDFIUM = threading.Lock()
"""pdfium must not run in two threads of a process at once."""


@dataclass(slots=True)
class _Seen:
    """What the pages before tell of the next one: where right columns begin, a table that may go on; which
    pages had balloons."""

    gutters: set[int] = field(default_factory=set)
    going_on: GoingOn | None = None
    balloons: list[int] = field(default_factory=list)


def read_pdf(data: bytes, limits: Limits) -> Composed:
    """Text of all pages; a page that is only a picture is told in a finding."""
    check_streams(data, limits)
    check_forms(data)
    with _PDFIUM:
        try:
            document = open_pdf(data)
        except pdfium.PdfiumError as error:
            raise _refusal(error) from error
        try:
            return _read_document(document, limits)
        except pdfium.PdfiumError as error:
            raise LoadError("PDF 不完整或已损坏,请重新下载或导出后再试") from error
        finally:
            document.close()


def _refusal(error: pdfium.PdfiumError) -> LoadError:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return LoadError("PDF 设有打开密码,请去掉密码另存后再试")
    return LoadError("PDF 不完整或已损坏,请重新下载或导出后再试")


def _read_document(document: Any, limits: Limits) -> Composed:
    count = len(document)
    if count > limits.pages:
        raise TooLarge(f"PDF 超过 {limits.pages} 页的上限,请拆分后再试")
    blocks: list[Block] = []
    scanned: list[int] = []
    characters = 0
    seen = _Seen()
    for number in range(count):
        if number:
            blocks.append(PageBreak())
        chars, found, picture = _read_page(document, number, limits, seen)
        characters += chars
        if picture and chars < _FEW:
            scanned.append(number)
        if characters > limits.text:
            raise TooLarge(f"文字超过 {limits.text // 10_000} 万字的上限,请拆分后再试")
        blocks.extend(found)
    if not characters or (scanned and len(scanned) == count):
        raise LoadError("PDF 没有文字层(多为扫描件),需要先做文字识别(OCR)再试")
    join_cut_rows(blocks)
    composed = compose(blocks, limits)
    unread = [*_unread_pages(scanned, composed.pages), *_balloons(seen.balloons, composed.pages)]
    return Composed(composed.text, composed.pages, composed.tables, tuple(unread))


def _read_page(document: Any, number: int, limits: Limits, seen: _Seen) -> tuple[int, list[Block], bool]:
    """Number of characters, blocks from top to bottom, and whether a scan may be on the page."""
    page = document[number]
    try:
        place = placing(page)
        chars, balloons = without_balloons(read_chars(page, place, limits))
        if balloons:
            seen.balloons.append(number)
        tables = find_tables(read_rules(page, place)) if chars else []
        written = sum(not char.text.isspace() for char in chars)
        return written, list(_blocks(chars, tables, seen)), written < _FEW and has_image(page)
    finally:
        page.close()


def _blocks(chars: list[Char], tables: list[PdfTable], seen: _Seen) -> Iterator[Block]:
    inside: list[list[Char]] = [[] for _ in tables]
    outside: list[Char] = []
    for char in chars:
        owner = next((at for at, table in enumerate(tables) if table.holds(char)), None)
        (outside if owner is None else inside[owner]).append(char)
    plain = plain_tables(outside, seen.going_on)
    seen.going_on = plain.going_on
    marked = tables or plain.tables
    lines = text_lines(plain.rest) if marked else page_lines(plain.rest, seen.gutters)
    placed: list[tuple[float, Block]] = [*plain.tables, *((line.top, Line(line.text)) for line in lines)]
    for table, held in zip(tables, inside, strict=True):
        grid = fill(table, held) if held else None
        if grid and is_frame(grid):
            placed += [(line.top, Line(line.text)) for line in text_lines(held)]
        elif grid:
            placed.append((table.top, grid))
    for _, block in sorted(placed, key=lambda each: each[0]):
        yield block


def _unread_pages(numbers: list[int], pages: tuple[int, ...]) -> Iterator[Finding]:
    for number in numbers:
        message = f"第 {number + 1} 页是图片、没有文字层,内容未读取,请先做文字识别(OCR)"
        yield Finding("unread_clause", "warning", message, pages[number], pages[number])


def _balloons(numbers: list[int], pages: tuple[int, ...]) -> Iterator[Finding]:
    for number in numbers[:1]:
        where = f"第 {number + 1} 页" + (f"等 {len(numbers)} 页" if len(numbers) > 1 else "")
        message = f"{where}旁印有修订、批注(删除、设置格式等),未作为正文读入,请核对是否为定稿"
        yield Finding("unread_clause", "info", message, pages[number], pages[number])
