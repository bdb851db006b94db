"""The plan's own title in a document's head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache, partial

from loaders.data_files import pattern
from loaders.frontmatter.dates import find_date
from loaders.frontmatter.doc_numbers import DOC_NUMBER, NUMBERED, stands_alone
from loaders.frontmatter.head_lines import POLICY
from loaders.frontmatter.signatures import is_organ, is_organs
from loaders.lexicon import plan_region

_words = partial(pattern, __package__, "headings")
"""The pattern of a row of `headings.toml`."""
ABOUT = _words("about")
"""The organ before 关于 in a title."""


def plain_name(title: str) -> str:
    """The format's own title without the site behind it."""
    return re.split(r"[_|]|\s-\s", title)[0].strip()


_BLANK = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]$)")
"""通 知: a word spaced out at a title's end."""


_NOTICES = ("issues", "passes_on", "issues_bare", "issues_alone", "issues_as_news")
"""The shapes of a notice's title."""


@cache
def _notice() -> re.Pattern[str]:
    """The title of a notice; the one group that holds something is what it issues."""
    return re.compile("|".join(_words(shape).pattern for shape in _NOTICES))


def title_of(head: Sequence[str]) -> str:
    """The plan's own title: what the notice issues, else the first block that names a policy."""
    for size in (1, 2, 3, 4):
        for index in range(len(head) - size + 1):
            block = NUMBERED.sub("", "".join(head[index : index + size]))
            notice = _notice().search(_BLANK.sub("", " ".join(block.split())))
            if notice and len(block) < 200:
                named = _unquoted(next(name for name in notice.groups() if name))
                return "".join(block.split()) if _words("several").fullmatch(named) else named
    for index, line in enumerate(head):
        block = "" if _is_letterhead(line) or find_date(line) or line.count("|") > 1 else _block(head, index)
        if block and not _words("opens").match(line) and not _is_cut(block):
            return issuers_above(head, index) + block if block.startswith("关于") else block
    minutes = [line for line in head if _words("minutes").fullmatch(line)]
    told = [line for line in minutes if _words("subject").match(line)]
    return next(iter(told or minutes), "") or _above_data(head)


def _is_cut(block: str) -> bool:
    """The end of a notice's title whose beginning copying lost?"""
    return _words("without_verb").fullmatch(block) is not None and plan_region(block, None, None) is None


def _above_data(head: Sequence[str]) -> str:
    """The line that a place's name begins, above a site's line 来源:… 发布时间:…, whatever kind of paper it
    names (青岚县公园建设进展情况); "" where none is there."""
    for above, below in itertools.pairwise(head):
        title = above.replace(" ", "")
        if _words("page_data").match(below) and len(title) >= 6 and _may_head(title):
            return title if plan_region(title, None, None) else ""
    return ""


_LONGEST_HEADING = 50


def _may_head(line: str) -> bool:
    """Is it no longer than a heading, and no sentence or item?"""
    return len(line) <= _LONGEST_HEADING and not _words("sentence").search(line)


def headed(title: str, lines: Sequence[str]) -> str:
    """The plan's own heading below a notice that issues it without 印发 (关于分解落实…的通知): the line
    behind the notice's date; the heading there too that leaves out the wider place of a site's title
    (云岭市青岚区关于…的方案), or has a few words more or less than the notice's title says. "" where none
    is there."""
    for number, (above, next_line) in enumerate(itertools.pairwise(lines[:HEAD]), 1):
        date = find_date(above)
        if not date or date[1] != 0 or date[2] != len(above):
            continue
        if _words("notifies").search(title):
            if POLICY.search(next_line) and _may_head(next_line):
                return next_line.replace(" ", "")
            continue
        below = lines[number : number + _MOST_LINES]
        if own := _without_wider_place(title, below) or _in_other_words(title, below, lines[:number]):
            return own
    return ""


_MOST_LINES = 4


def _without_wider_place(title: str, below: Sequence[str]) -> str:
    """The end of a title that the lines below a date print as their heading, where what it leaves out is a
    place's name and it begins with a place itself; "" for none."""
    for start, stop in itertools.combinations(range(len(below) + 1), 2):
        own = "".join("".join(below[start:stop]).split())
        wider = title.removesuffix(own)
        if own and wider and wider != title and plan_region(wider, None, None) == wider:
            return own if plan_region(own, None, None) else ""
    return ""


def _in_other_words(title: str, below: Sequence[str], notice: Sequence[str]) -> str:
    """The heading of the lines below a date that begins and ends as the title and leaves out, or adds, a few
    words within it (推进), or at its end where the notice quotes it so; "" for none. One letter alone may be
    a fault of copying."""
    wanted = _letters(title)
    quoted = {name for line in notice for name in _QUOTED.findall("".join(line.split()))}
    for stop in range(len(below), 0, -1):
        own = "".join("".join(below[:stop]).split())
        letters = _letters(own)
        shorter, longer = sorted((wanted, letters), key=len)
        ends = wanted[-2:] == letters[-2:] and POLICY.search(own) is not None
        alike = wanted[:2] == letters[:2] and (ends or own in quoted)
        if not alike or len(longer) - len(shorter) not in _FEW_LETTERS:
            continue
        rest = iter(longer)
        if not _words("sentence").search(own) and all(letter in rest for letter in shorter):
            return own
    return ""


_QUOTED = re.compile("《([^《》]{4,120})》")
_FEW_LETTERS = range(2, 7)


def _letters(title: str) -> str:
    """The Chinese characters of a title without the years or the state in brackets at its end."""
    return re.sub("[^\u4e00-\u9fff]", "", _words("state").sub("", title))


HEAD = 60
"""Lines that the head of a document may take, menus of a web page included."""


def issuers_above(head: Sequence[str], index: int) -> str:
    """The organs that stand over 关于…的意见, which are part of its title; not a letterhead's."""
    above = (line for line in reversed(head[:index]))
    organs = [*itertools.takewhile(is_organs, above)][::-1]
    return "".join("".join(organs).split())


def _is_letterhead(line: str) -> bool:
    """An organ, its 文件, or the document's number: what stands over a title."""
    number = DOC_NUMBER.search(line)
    if _words("minutes").fullmatch(line):
        return True
    return is_organ(line.removesuffix("文件")) or (number is not None and stands_alone(line, number))


def _unquoted(title: str) -> str:
    bare = title.strip().replace(" ", "")
    whole = bare[:1] == "《" and bare[-1:] == "》" and "《" not in bare[1:]
    return bare[1:-1] if whole else bare


def _block(head: Sequence[str], index: int) -> str:
    """One to three lines from `index` on that together read as the name of a policy, or ""."""
    block = ""
    for number, line in enumerate(head[index : index + 3], index + 1):
        if block and (_is_whole_title(line) or _is_years_title(block, line)):
            return ""  # what stands above is a site's
        if (
            re.search(r"[。;:]|^[(,.、!?'’)]|^\d{1,2}[.、](?!\d)|>|^-{3,}$", line)
            or len(line) > 70
            or find_date(line)
        ):
            return ""
        block += line.replace(" ", "")
        if POLICY.search(block) and len(block) >= 6:
            below = "".join(head[number].split()) if number < len(head) else ""
            return block + below if _words("title_end").fullmatch(below) else block
    return ""


def _is_whole_title(line: str) -> bool:
    """An organ of a place, 关于 and the name of a policy on one line."""
    about = ABOUT.match(line)
    placed = about is not None and is_organ(about[1]) and plan_region("", about[1], None) is not None
    return placed and POLICY.search(line) is not None


def _is_years_title(above: str, line: str) -> bool:
    """A place, a year and the name of a policy on one line, below words that name no place."""
    year = _words("place_and_year").match(line)
    own = year is not None and plan_region(year["place"], None, None) == year["place"]
    begun = _words("goes_on").search(above) is not None or plan_region(above, None, None) is not None
    return own and not begun and not is_organs(above) and POLICY.search(line) is not None


def with_bracket(title: str, head: Sequence[str]) -> str:
    """The title with the years or the state of the text (试行) that stand in brackets on the next line."""
    for above, below in itertools.pairwise(line.replace(" ", "") for line in head):
        if above and title.endswith(above) and _words("state").fullmatch(below):
            return title + below
    return title
