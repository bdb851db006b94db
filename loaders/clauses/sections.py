"""Paragraphs at the end of a section that say who is responsible for all of it."""

from __future__ import annotations

import re

from loaders.outline.items import Item

_NOTED = r"(?:备注|附注|注|说明)[ :.]{1,3}"
_OF_ALL = re.compile(
    rf"[(\s]{{0,4}}(?:{_NOTED})?(?:以上|上述)[^、,。:]{{0,20}}(?:任务|工作|事项|措施|内容|项目)[^、,。:]{{0,6}}由"
)
"""以上任务由…牵头 at the end of a section speaks of all of it."""
_OF_KIND = re.compile(
    r"[(\s]{0,4}[本该](?:项|大|专项)?(?P<kind>行动|工程|计划|领域|板块|部分|章节?|方面|专项|攻坚战?|战役)"
    r"(?:的?(?:工作|任务|各项工作|各项任务))?(?:统一|总体)?由"
)
"""本行动由…牵头 below the items of an action speaks of the action."""
_NOTE = re.compile(rf"[(\s]{{0,4}}{_NOTED}")
_ANY = frozenset(["部分", "章", "章节", "领域", "板块", "方面"])
"""What every heading stands over."""


def of_section(text: str, item: Item, above: Item | None) -> bool:
    """Does a paragraph of an item speak of all that stands below the heading above the item?"""
    if _OF_ALL.match(text):
        return True
    kind = _OF_KIND.match(text) if above and above.path else None
    if kind is None or above is None or kind["kind"] in item.title:
        return False
    return kind["kind"] in above.title or (kind["kind"] in _ANY and not item.headed)


def is_note(text: str) -> bool:
    """Does a paragraph begin as a note below a table does (注:)?"""
    return _NOTE.match(text) is not None
