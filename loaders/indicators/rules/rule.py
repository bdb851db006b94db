"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from loaders.indicators.place import Place


class Rule(NamedTuple):
    """A reason for which a number is no target: `holds` of its place; `says` what it is, for people.

    `names`: what stands before the number may still name the next one; `lists`: it holds of the numbers
    right beside this one too.
    """

    holds: Callable[[Place], bool]
    says: str
    names: bool = True
    lists: bool = False

    @property
    def place(self) -> str:
        """Where the rule stands, for people: file and function."""
        module = self.holds.__module__.removeprefix("loaders.").replace(".", "/")
        return f"{module}.py {self.holds.__name__}"
