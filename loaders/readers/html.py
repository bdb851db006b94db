"""Web pages: what a browser shows, one block a line, data tables with their cells.

lexbor builds the tree (HTML5 rules, C speed); the walk below uses no recursion.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.readers.blocks import Block, Composed, Line, compose
from loaders.readers.encodings import decode
from loaders.readers.html_depth import too_complex
from loaders.readers.html_lists import ListNumbers
from loaders.readers.html_tables import OpenTables
from loaders.readers.html_tags import BLOCKS, HEADINGS, PREFORMATTED, UNSEEN
from loaders.readers.limits import Limits
from zeren.errors import LoadError, TooLarge

_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.I)
_BLANKS = re.compile("[ \t\n\f\r]+")
_EDGES = " \t\n\f\r"


def read_html(data: bytes, limits: Limits) -> Composed:
    """The page's visible text; `title` is its title element."""
    text = decode(data)
    if len(text) > limits.text:
        raise TooLarge(f"网页超过 {limits.text // 10_000} 万字的上限,请拆分后再试")
    if too_complex(text, limits):
        raise LoadError(
            f"网页的标签嵌套过深(上限 {limits.html_depth} 层)或属性过多,请另存为 docx 或 txt 再试"
        )
    parser = LexborHTMLParser(text)
    title = parser.css_first("head title")
    root = parser.root
    blocks = _Page(limits).read(root) if root is not None else []
    return compose(blocks, limits, collapse(title.text()) if title is not None else "")


def collapse(text: str) -> str:
    """White space as a browser collapses it; a line end between two wide characters vanishes.

    CSS Text 3, 4.1.3 (segment break transformation rules). U+00A0 and U+3000 stay.
    """
    return _BLANKS.sub(_one_blank, text).strip(" ")


def _one_blank(match: re.Match[str]) -> str:
    text, start, stop = match.string, match.start(), match.end()
    if "\n" in match[0] and start and stop < len(text) and _wide(text[start - 1]) and _wide(text[stop]):
        return ""
    return " "


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


class _Page:
    """The walk through the tree: pieces of the line that is being read, and blocks that are done."""

    def __init__(self, limits: Limits) -> None:
        self.tables = OpenTables(limits)
        self.numbers = ListNumbers()
        self.pieces: list[str] = []
        self.preformatted = 0

    def read(self, root: LexborNode) -> list[Block]:
        for node, entering in _walk(root):
            tag = node.tag or ""
            if node.is_text_node:
                self.text(node.text_content or "")
            elif entering:
                self.enter(node, tag)
            else:
                self.leave(tag)
        self.end_line()
        return self.tables.finish()

    def text(self, text: str) -> None:
        if not self.preformatted:
            self.pieces.append(text)
            return
        first, *others = text.split("\n")
        self.pieces.append(first)
        for other in others:
            self.end_line()
            self.pieces.append(other)

    def enter(self, node: LexborNode, tag: str) -> None:
        if tag in BLOCKS or tag == "br":
            self.end_line()
        self.numbers.enter(node, tag)
        self.tables.enter(node, tag)
        self.preformatted += tag in PREFORMATTED
        if tag in HEADINGS:
            self.tables.mark_heading()

    def leave(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_line()
        self.numbers.leave(tag)
        self.tables.leave(tag)
        self.preformatted -= tag in PREFORMATTED

    def end_line(self) -> None:
        joined = "".join(self.pieces)
        self.pieces.clear()
        shown = joined.rstrip(_EDGES) if self.preformatted else collapse(joined)
        if shown.strip(_EDGES):
            number, depth = self.numbers.take()
            self.tables.add(Line(number + shown, depth=depth))


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node on the way in (True) and every element on the way out (False), unseen ones left out."""
    node: LexborNode | None = root
    path: list[LexborNode] = []
    while True:
        if node is None:
            if not path:
                return
            node = path.pop()
            yield node, False
            node = node.next if path else None
            continue
        if node.is_text_node:
            yield node, True
        elif node.is_element_node and not _unseen(node):
            yield node, True
            path.append(node)
            node = node.first_child
            continue
        node = node.next if path else None


def _unseen(node: LexborNode) -> bool:
    if node.tag in UNSEEN:
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
