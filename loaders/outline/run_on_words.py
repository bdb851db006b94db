"""What titles end with, what stands behind them, and how opening words begin, within a line."""

from __future__ import annotations

from functools import partial

from loaders.data_files import pattern

words_of = partial(pattern, __package__, "run_on")
"""The pattern of a row of `run_on.toml`."""
