"""Which quantities are targets, and which only date, rank, delimit or report something."""

from __future__ import annotations

from loaders.indicators.place import Place
from loaders.indicators.rules import (
    before_noun,
    conditions,
    existing,
    figures,
    levies,
    payments,
    scopes,
    settings,
    working,
)
from loaders.indicators.rules.rule import Rule


def is_target(place: Place) -> bool:
    """Is this quantity something to reach?"""
    return refused_by(place) is None


def refused_by(place: Place) -> Rule | None:
    """The first rule by which a quantity is no target; None for a target."""
    behind = scopes.CLOSING if place.closes else (before_noun.RULE,)
    return next((rule for rules in (_NEVER, behind) for rule in rules if rule.holds(place)), None)


def reported(place: Place) -> bool:
    """Does the sentence tell what is?"""
    return place.stated


_NEVER = (
    *figures.RULES,
    Rule(reported, "讲现状,不是目标"),
    *working.RULES,
    *payments.RULES,
    *levies.RULES,
    *conditions.RULES,
    *scopes.RULES,
    *settings.RULES,
    *existing.RULES,
)
