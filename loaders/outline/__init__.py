"""The outline of a document: its parts (main text, annexes) and the numbered items in them."""

from loaders.outline.items import Item, read_outline, titles_in
from loaders.outline.parts import PartSpan, find_parts

__all__ = ["Item", "PartSpan", "find_parts", "read_outline", "titles_in"]
