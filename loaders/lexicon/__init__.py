"""General knowledge of Chinese public bodies: regions, organs and functions, as data with look-up."""

from loaders.lexicon.functions import functions_of, is_standard
from loaders.lexicon.organs import is_unit, kind_of
from loaders.lexicon.places import plan_region

__all__ = ["functions_of", "is_standard", "is_unit", "kind_of", "plan_region"]
