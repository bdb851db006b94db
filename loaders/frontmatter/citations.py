"""Policy documents that the text names: 《…》, with the number printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction import Citation
from loaders.frontmatter.doc_numbers import DOC_NUMBER, tidy
from loaders.passage import Passage, fold, folded, passage

_LONGEST = 240
_POLICY = re.compile(
    r"(?:方案|意见|办法|条例|规划|纲要|通知|通告|公告|决定|决议|规定|法|细则|措施|计划|标准|指南|目录|规范|制度|指引"
    r"|清单|要点|规则|准则|章程|政策|预案|批复|函|协议|通报|公约|宪法|导则|大纲|指导书|安排|对策|行动|任务书|责任书|名录)$"
)
_TRAILING_NOTE = re.compile(r"\((?:[^()]{1,30})\)$")
_BESIDE = re.compile(r"》 ?\((?:以下简称[^()]{0,40}|[^()]{0,20}?)(?=.)")


_BARE_NUMBER = re.compile(
    r"[(〔] ?([〔\[] ?(?:19|20)\d{2} ?[〕\]] ?\d{1,5} ?号"
    r"|(?:19|20)\d{2} ?年第 ?\d{1,5} ?号(?:公告|通告|令)?)(?= ?[),;〕])"
)
"""A number without the letters of who issued it: (〔2031〕5号), (2031年第5号公告)."""
_NUMBER_END = re.compile("号(?= ?[),;]|下称|以下简称)")


def read_citations(text: str, own_title: str) -> list[Citation]:
    """The cited policies in text order, each once; the document itself is not among them.

    `own_title` is the plan's title. A name that is no kind of policy (a prize, a fair, a book) is
    left out, unless a document number stands beside it.
    """
    best: dict[str, Citation] = {}
    for each in read_mentions(text):
        if _is_own(each.title, own_title) or not (each.doc_number or _is_policy(each.title)):
            continue
        known = best.get(title_key(each.title))
        if known is None or (each.doc_number and not known.doc_number):
            best[title_key(each.title)] = each
    return sorted(best.values(), key=lambda c: c.start or 0)


def read_mentions(text: str) -> Iterator[Citation]:
    """Every 《…》 in text order, with the number printed beside it, whatever it names."""
    for start, stop in _quoted(folded(text, 0, len(text))):
        inner = passage(text, start + 1, stop - 1)
        title = "".join(passage_text(text, inner).split())
        number = _number_beside(passage(text, stop, min(stop + 80, len(text))).text)
        yield Citation(title, number, text[start:stop], start, stop)


def passage_text(text: str, inner: Passage) -> str:
    """The characters of a passage as printed (not folded)."""
    return "".join(text[i] for i in inner.origin)


def _quoted(whole: str) -> Iterator[tuple[int, int]]:
    """Outermost 《…》 of bounded length, in one pass; an opening one without its pair is dropped."""
    start, depth = -1, 0
    for match in re.finditer("[《》]", whole):
        place = match.start()
        if match[0] == "《":
            if depth and place - start > _LONGEST:
                depth = 0
            start = place if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and place - start <= _LONGEST:
                yield start, place + 1


def _number_beside(behind: str) -> str | None:
    behind = behind.lstrip()
    if not behind.startswith(("(", "〔")):
        return None
    bare = _BARE_NUMBER.match(behind)
    if bare:
        return tidy(bare[1])
    closed = _NUMBER_END.search(behind)
    match = DOC_NUMBER.search(behind, 0, closed.end()) if closed else None
    return tidy(match[0]) if match else None


def _is_policy(title: str) -> bool:
    return _POLICY.search(_TRAILING_NOTE.sub("", fold(title))) is not None and len(title) > 3


def title_key(title: str) -> str:
    """What two spellings of one title share: quotes and brackets are left out."""
    return re.sub(r"[“”\"'‘’〈〉()]", "", fold(title))


def _is_own(title: str, own_title: str) -> bool:
    return bool(own_title) and _key_of_draft(title) == _key_of_draft("".join(own_title.split()))


_DRAFT = re.compile(r"\([^()]{1,8}稿\)$")


def _key_of_draft(title: str) -> str:
    """A title's key without the state of the text, which a letter that quotes its draft leaves out."""
    return title_key(_DRAFT.sub("", fold(title)))
