"""What people have corrected by hand (corrections.toml): roles of tasks, identity of units, counterparts."""

from graph.corrections.model import NONE, Corrections, PairCorrection, RoleCorrection, UnitCorrection
from graph.corrections.pairs import stale_pairs
from graph.corrections.read import read_corrections
from graph.corrections.roles import with_roles
from graph.corrections.units import names_of_units

__all__ = [
    "NONE",
    "Corrections",
    "PairCorrection",
    "RoleCorrection",
    "UnitCorrection",
    "names_of_units",
    "read_corrections",
    "stale_pairs",
    "with_roles",
]
