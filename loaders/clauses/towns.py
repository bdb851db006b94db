"""A town's bodies in a list: 镇党政办、财政所 prints 镇 once for all, 镇党政办、镇财政所 with each."""

from __future__ import annotations

import re

from loaders.lexicon import is_town_office

_LEVEL = "(?P<level>[镇乡]|街道)"
_OF_TOWN = re.compile(_LEVEL + "(?P<office>.{2,12})")
_EACH = re.compile(rf"(?<![一-鿿]){_LEVEL}(?P<first>[一-鿿]{{2,12}})、(?P=level)(?P<second>[一-鿿]{{2,12}})")


def prints_each(text: str) -> bool:
    """Does a folded text print 镇 before each body of a list somewhere? Bare ones are others' then."""
    return any(is_town_office(each["first"]) for each in _EACH.finditer(text))


def with_town(names: list[str]) -> list[str]:
    """镇党政办、财政所、派出所 are 镇党政办, 镇财政所, 镇派出所; a list that prints 镇 again shares none."""
    own = [_OF_TOWN.fullmatch(name) for name in names]
    levels = [each["level"] for each in own if each and is_town_office(each["office"])]
    if len(levels) != 1:
        return names
    first = next(n for n, each in enumerate(own) if each and is_town_office(each["office"]))
    behind = (levels[0] + name if is_town_office(name) else name for name in names[first + 1 :])
    return [*names[: first + 1], *behind]
