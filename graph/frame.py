"""What all rows of one document share: its plan's id, the numbers of its parts, its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.identity import ids
from graph.identity.units import Place
from graph.rows import Rows
from loaders.extraction import Extraction, Part


@dataclass(frozen=True, slots=True)
class Frame:
    """`root` is the root plan's id; `prefix` the annex's name for one that came as a file of its own."""

    extraction: Extraction
    region: Place
    root: str
    prefix: str
    rows: Rows
    _numbers: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers.update({part.part: number for number, part in enumerate(self.parts())})

    def parts(self) -> list[Part]:
        """The main text first; parts that only tasks or indicators mention are added."""
        known = {part.part: part for part in self.extraction.parts}
        e = self.extraction
        named = [[each.part for each in facts] for facts in (e.tasks, e.indicators, e.breakdowns)]
        for part in ["", *(part for parts in named for part in parts)]:
            known.setdefault(part, Part(part))
        return [known[""], *(part for name, part in known.items() if name)]

    def plan_of(self, part: str) -> str:
        """The id of the plan or annex that a part is."""
        if not self.prefix:
            return ids.annex_id(self.root, part)
        return ids.annex_id(self.root, f"{self.prefix}:{part}" if part else self.prefix)

    def part_name(self, part: str) -> str:
        """A part as it is called within the root plan."""
        return part if not self.prefix else f"{self.prefix}:{part}".rstrip(":")

    def sort(self, part: str, number: int | None = None) -> str:
        """Sorts plans by part, and tasks and indicators by their `number` within the document."""
        place = f"{self.root}|{self._numbers[part]:03d}"
        return place if number is None else f"{place}|{number:06d}"

    def raw(self, start: int | None, stop: int | None, default: str) -> str:
        """The text between two places; `default` where they are not known."""
        return self.extraction.text[start:stop] if start is not None and stop is not None else default
