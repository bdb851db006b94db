"""How deep a page nests, before any parser sees it.

HTML5 tree building looks through all open elements at many a tag: 200,000 nested divs took lexbor
59 s and html5lib longer, while lxml dropped text. So depth is counted here, in one linear pass.
"""

from __future__ import annotations

import re
from collections import Counter

from loaders.readers.html_tags import BARRIERS, IMPLIED, VOID

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")


def deeper_than(html: str, limit: int) -> bool:
    """Whether more than `limit` elements are open at once; counts too many rather than too few."""
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in VOID or name in IMPLIED:
            continue
        if not match[1]:
            open_tags.append(name)
            counts[name] += 1
            if len(open_tags) > limit:
                return True
        elif counts[name]:
            _close(name, open_tags, counts)
    return False


def _close(name: str, open_tags: list[str], counts: Counter[str]) -> None:
    """Take the innermost `name` away, and only it: what stood inside may live on (misnested tags)."""
    at = len(open_tags) - 1
    while open_tags[at] != name:
        if open_tags[at] in BARRIERS and name not in BARRIERS:
            return
        at -= 1
    del open_tags[at]
    counts[name] -= 1
