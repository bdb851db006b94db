"""The units of one document: which unit each printed name means, by rules, guesses and corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.corrections import NONE, Corrections, names_of_units
from graph.identity.canonical import Canonical, Reason, canonical_units
from graph.identity.units import Identified, Place, identify, identify_alone
from loaders.extraction import Extraction, Finding

_JOINED: dict[Reason, tuple[str, str]] = {
    "cut_short": ("unit_joined", "“{name}”按简称归入“{unit}”,如不是同一单位,请写进更正表"),
    "misspelt": ("unit_misspelt", "“{name}”疑为“{unit}”之误,已归入该单位,请核对"),
}
"""Why a name was joined with another → code and message of the finding."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A unit's name where it stands."""

    name: str
    start: int | None
    stop: int | None


class DocumentUnits:
    """`units` by first mention; `of` says which of them a name means."""

    def __init__(self, extraction: Extraction, region: Place, corrections: Corrections = NONE) -> None:
        self._decides = names_of_units(corrections.unit, extraction.plan.region or "")
        self._printed = list(printed_names(extraction))
        self._known = {(f.code, f.start) for f in extraction.findings}
        self.units = canonical_units((each.name for each in self._printed), region, self._identified)
        self._of = {alias: unit for unit in self.units for alias in unit.aliases}

    def of(self, name: str) -> Canonical:
        """The unit that a name of the document means. Raises KeyError for a name that isn't there."""
        return self._of[name]

    def decided(self, name: str) -> str:
        """The name that a correction puts in its place; else the name itself."""
        return self._decides(name)[0]

    def former_id(self, name: str, region: Place) -> str | None:
        """The id that the name had before a correction merged it into another unit."""
        own = identify(name, region).id
        return own if self.decided(name) != name and own != self._of[name].unit.id else None

    def _identified(self, name: str, region: Place) -> Identified:
        decides, alone = self._decides(name)
        found = identify_alone(name, region) if alone else identify(decides, region)
        return found if decides == name else replace(found, name=decides)

    def findings(self) -> Iterator[Finding]:
        """Each name that a guess joined with another unit's, where it is first printed."""
        told: set[str] = set()
        for each in self._printed:
            unit = self._of[each.name]
            reason = unit.joined.get(each.name)
            if reason is None or each.name in told:
                continue
            told.add(each.name)
            code, message = _JOINED[reason]
            if (code, each.start) not in self._known:
                text = message.format(name=each.name[:30], unit=unit.name[:30])
                yield Finding(code, "info", text, each.start, each.stop)


def printed_names(extraction: Extraction) -> Iterator[Printed]:
    """All names of units, tasks first, then offices and members, with their spans where known."""
    for task in extraction.tasks:
        yield from (Printed(each.unit, each.start, each.stop) for each in task.assignments)
    for part in extraction.parts:
        if part.office:
            yield Printed(part.office, *(part.office_span or (None, None)))
        spans = part.member_spans or ((None, None),) * len(part.members)
        for name, (start, stop) in zip(part.members, spans, strict=False):
            yield Printed(name, start, stop)
