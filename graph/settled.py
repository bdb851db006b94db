"""A document as it goes into the graph: as read, as corrected by hand, with what identity found."""

from __future__ import annotations

import dataclasses

from graph.corrections import NONE, Corrections, with_roles
from graph.identity.document import DocumentUnits
from graph.identity.units import Place, region_of
from loaders.extraction import Extraction
from loaders.lexicon import upper_region


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """`extraction` with corrected roles and all findings, the place that it governs, its units."""

    extraction: Extraction
    region: Place
    units: DocumentUnits


def settle(extraction: Extraction, corrections: Corrections = NONE) -> Settled:
    """Lay corrections over an Extraction and find out who its units are: a function of both alone."""
    corrected = with_roles(extraction, corrections.role)
    fields = corrected.plan
    upper = upper_region(fields.region, fields.issuer, fields.title)
    region = region_of(fields.region, within=region_of(upper) if upper else None)
    units = DocumentUnits(corrected, region, corrections)
    found = (*corrected.findings, *units.findings())
    return Settled(dataclasses.replace(corrected, findings=found), region, units)
