"""The vocabulary of functions by which units are known: the shipped one, or with a user's own."""

from __future__ import annotations

from pathlib import Path

from graph.identity.units import identify
from loaders.lexicon import read_lexicon, use


def use_lexicon(path: Path | None) -> str:
    """Know units by the shipped vocabulary with a lexicon.toml laid over it, in this whole process.

    None: by the shipped one alone. Gives the file's digest, "" for none. Raises SettingsError with line
    and reason for a file with a fault; the vocabulary stays as it was then.
    """
    vocabulary, digest = read_lexicon(path) if path else (None, "")
    use(vocabulary)
    identify.cache_clear()
    return digest
