"""How deep a page nests, before any parser sees it.

HTML5 tree building looks through all open elements at many a tag: 200,000 nested divs took lexbor
59 s and html5lib longer, while lxml dropped text. 200,000 attributes of one element took 65 s, and
1,000 open <font> over 20,000 paragraphs 38 s. So all of it is counted here, in one linear pass.
"""

from __future__ import annotations

import re
from collections import Counter

from loaders.readers.html_tags import BARRIERS, FORMATTING, IMPLIED, VOID
from loaders.readers.limits import Limits
from zeren.errors import TooLarge

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000}[^<>]*")


def too_complex(html: str, limits: Limits) -> bool:
    """Whether more elements are open at once, or one has more attributes, than `limits` allows.

    Counts too many rather than too few. Raises TooLarge for more elements than a page may have.
    """
    if any(len(tag[0].split()) > limits.html_attributes for tag in _LONG_TAG.finditer(html)):
        return True
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    formatting = elements = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        elements += not match[1]
        if elements > limits.html_elements:
            raise TooLarge(f"网页的标签超过 {limits.html_elements // 10_000} 万个的上限,请拆分后再试")
        if name in VOID or name in IMPLIED:
            continue
        step = 0
        if not match[1]:
            open_tags.append(name)
            step = 1
        elif counts[name]:
            step = -_close(name, open_tags)
        counts[name] += step
        formatting += step * (name in FORMATTING)
        if len(open_tags) > limits.html_depth or formatting > limits.html_formatting:
            return True
    return False


def _close(name: str, open_tags: list[str]) -> int:
    """Take the innermost `name` away, and only it: what stood inside may live on. 0 when out of reach."""
    at = len(open_tags) - 1
    while open_tags[at] != name:
        if open_tags[at] in BARRIERS and name not in BARRIERS:
            return 0
        at -= 1
    del open_tags[at]
    return 1
