"""A quantity in its clause, as the rules of `targets.py` look at it."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.indicators.lexicon import pattern
from loaders.indicators.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity in its clause, `before` what the clause says before it.

    `left` reaches from the target before it (or the clause's start), `right` to the clause's end;
    `following` is the next quantity of the clause; `stated`: the sentence is telling what is, not
    what shall be.
    """

    quantity: Quantity
    clause: str
    before: str
    left: str
    right: str
    following: Quantity | None
    stated: bool

    @property
    def closes(self) -> bool:
        """Does the quantity end its clause or its member of a list?"""
        return pattern("goal_tail").match(self.right) is not None or self._told_twice

    @property
    def _told_twice(self) -> bool:
        """改造老旧小区12个1460户: the same thing is counted once more, and that closes."""
        second = self.following
        if second is None or second.start != self.quantity.stop or second.unit == self.quantity.unit:
            return False
        counted = {"count", "size", "weak"} if self.quantity.bounded else {"count", "size"}
        kinds = {self.quantity.kind, second.kind} <= counted
        return kinds and pattern("goal_tail").match(self.right, second.stop - self.quantity.stop) is not None

    @property
    def between(self) -> str:
        """What stands between this quantity and the next one of the clause."""
        return self.right[: self.following.start - self.quantity.stop] if self.following else self.right
