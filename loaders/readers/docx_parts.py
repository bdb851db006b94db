"""The parts beside Word's body: styles, numbering, notes."""

from __future__ import annotations

from loaders.readers.docx_numbering import (
    AbstractList,
    Level,
    ListInstance,
    Numbering,
    Style,
    set_property,
    whole,
)


class NumberingPart:
    """Reads numbering.xml into a Numbering."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._abstract: AbstractList | None = None
        self._abstract_id = ""
        self._instance: ListInstance | None = None
        self._index: int | None = None
        self._override = 0
        self._level = Level()
        self._choice = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if tag == "mc:Fallback":
            self._choice += 1
        elif self._choice:
            return
        elif tag == "w:abstractNum":
            self._abstract_id = attributes.get("abstractNumId", "")
            self._abstract = self._numbering.abstracts.setdefault(self._abstract_id, AbstractList())
        elif tag == "w:num":
            self._instance = self._numbering.instances.setdefault(attributes.get("numId", ""), ListInstance())
        elif tag == "w:lvl":
            self._index, self._level = whole(attributes.get("ilvl")), Level()
        elif self._index is not None:
            # an enhanced format (mc:AlternateContent) repeats numFmt with val="custom"
            if not (tag == "w:numFmt" and value == "custom"):
                set_property(self._level, tag, attributes.get("val", "1"))
        else:
            self._outside_level(tag, value, attributes)

    def _outside_level(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        if tag == "w:numStyleLink" and self._abstract is not None:
            self._abstract.style = value
        elif tag == "w:styleLink":
            self._numbering.style_links[value] = self._abstract_id
        elif self._instance is None:
            return
        elif tag == "w:abstractNumId":
            self._instance.abstract = value
        elif tag == "w:lvlOverride":
            self._override = whole(attributes.get("ilvl")) or 0
        elif tag == "w:startOverride":
            self._instance.starts[self._override] = whole(value) or 0

    def end(self, tag: str) -> None:
        if tag == "mc:Fallback":
            self._choice -= 1
        elif tag == "w:lvl" and self._index is not None:
            owner = self._instance if self._instance is not None else self._abstract
            if owner is not None:
                owner.levels[self._index] = self._level
            self._index = None
        elif tag == "w:abstractNum":
            self._abstract = None
        elif tag == "w:num":
            self._instance = None

    def text(self, text: str) -> None:
        pass


class StylesPart:
    """Reads styles.xml: parents and numbers of paragraph styles."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._style: Style | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "w:style":
            self._style = Style()
            name = attributes.get("styleId", "")
            if attributes.get("type", "paragraph") in ("paragraph", "numbering"):
                self._numbering.styles[name] = self._style
            if attributes.get("type") == "paragraph" and attributes.get("default") in ("1", "true", "on"):
                self._numbering.default_style = name
        elif self._style is None:
            return
        elif tag == "w:basedOn":
            self._style.parent = attributes.get("val", "")
        elif tag == "w:numId":
            self._style.list_id = attributes.get("val", "")
        elif tag == "w:ilvl":
            self._style.level = whole(attributes.get("val"))

    def end(self, tag: str) -> None:
        if tag == "w:style":
            self._style = None

    def text(self, text: str) -> None:
        pass


class NotesPart:
    """Reads footnotes.xml or endnotes.xml: `notes` by id, paragraphs parted by line ends."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self._id = ""
        self._pieces: list[str] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("w:footnote", "w:endnote"):
            self._id = attributes.get("id", "")
            self._pieces.clear()
        self._inside = tag == "w:t"

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "w:p":
            self._pieces.append("\n")
        elif tag in ("w:footnote", "w:endnote"):
            self.notes[self._id] = "".join(self._pieces).strip()

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)
