"""General knowledge of Chinese public bodies: regions, organs and functions, as data with look-up."""

from loaders.lexicon.brackets import is_own_organ, split_brackets
from loaders.lexicon.functions import (
    Named,
    functions_of,
    is_standard,
    one_of_many,
    read_name,
    use,
)
from loaders.lexicon.levels import SEVERAL
from loaders.lexicon.organs import (
    firm_trades,
    is_listed_unit,
    is_town_office,
    is_unit,
    kind_of,
    organ_row,
    supplies,
    zones,
)
from loaders.lexicon.own import read_lexicon
from loaders.lexicon.places import Region, find_region, plan_region, region_chain, same_named, upper_region
from loaders.lexicon.traditional import simplified, simplified_name, traditional_in

__all__ = [
    "SEVERAL",
    "Named",
    "Region",
    "find_region",
    "firm_trades",
    "functions_of",
    "is_listed_unit",
    "is_own_organ",
    "is_standard",
    "is_town_office",
    "is_unit",
    "kind_of",
    "one_of_many",
    "organ_row",
    "plan_region",
    "read_lexicon",
    "read_name",
    "region_chain",
    "same_named",
    "simplified",
    "simplified_name",
    "split_brackets",
    "supplies",
    "traditional_in",
    "upper_region",
    "use",
    "zones",
]
