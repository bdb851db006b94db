"""Quantified targets in the text of items: what to reach, how much, in which unit."""

from loaders.indicators.amounts import quantity
from loaders.indicators.measure import Measure
from loaders.indicators.read import read_indicators

__all__ = ["Measure", "quantity", "read_indicators"]
