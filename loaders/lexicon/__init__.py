"""General knowledge of Chinese public bodies: regions, organs and functions, as data with look-up."""

from loaders.lexicon.functions import functions_of, is_standard
from loaders.lexicon.organs import is_unit, kind_of
from loaders.lexicon.places import Region, find_region, plan_region, region_chain

__all__ = [
    "Region",
    "find_region",
    "functions_of",
    "is_standard",
    "is_unit",
    "kind_of",
    "plan_region",
    "region_chain",
]
