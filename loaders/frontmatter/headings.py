"""The plan's own title in a document's head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from loaders.frontmatter.dates import find_date
from loaders.frontmatter.doc_numbers import DOC_NUMBER, NUMBERED, stands_alone
from loaders.frontmatter.head_lines import POLICY
from loaders.frontmatter.signatures import is_organ, is_organs
from loaders.lexicon import plan_region

_NOTICE = re.compile(
    r"(?:关于(?:印发|转发|下发|下达|发布|公布)|(?:印发|转发|发布)(?=关于|《))"
    r"(?:[^《》]{0,30}《(?P<quoted>[^《》]{4,120})》|(?P<bare>.{4,120}?))"
    r"的(?:通知知?|通告|公告|函)$"
    r"|(?:办公室|办公厅|人民政府)转发[^关《》。]{2,30}(?P<passed>关于.{4,100}?)的通知$"
    r"|^[^《》。,关]{4,30}(?:办公室|办公厅|人民政府|委员会|[局委厅部])印发(?P<printed>[^关《》。,][^《》。]{4,80})的通知$"
    r"|^印发(?P<told>[^关《》。,][^《》。]{4,80})的通知$"
    r"|^[^《》。,]{4,40}(?:印发|发布|出台)《(?P<issued>[^《》]{4,120})》$"
)
_SEVERAL = re.compile("《[^《》]{4,100}》(?:[、和及]?《[^《》]{4,100}》){1,8}")
"""Plans that one notice issues together: its own title is theirs."""
_BRACKET = re.compile(
    r"\((?:\d{4}[-—–~至]+\d{4}年?|\d{4}年度?(?:版|修订)?|试行|暂行|修订版?|征求意见稿|送审稿|审议稿|讨论稿)\)"
)
ABOUT = re.compile(r"^(.{2,80}?)(?:关于|(?:印发|发布)《)")
"""The organ before 关于 in a title."""


def plain_name(title: str) -> str:
    """The format's own title without the site behind it."""
    return re.split(r"[_|]|\s-\s", title)[0].strip()


_BLANK = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]$)")
"""通 知: a word spaced out at a title's end."""


def title_of(head: Sequence[str]) -> str:
    """The plan's own title: what the notice issues, else the first block that names a policy."""
    for size in (1, 2, 3, 4):
        for index in range(len(head) - size + 1):
            block = NUMBERED.sub("", "".join(head[index : index + size]))
            notice = _NOTICE.search(_BLANK.sub("", " ".join(block.split())))
            if notice and len(block) < 200:
                named = _unquoted(next(name for name in notice.groups() if name))
                return "".join(block.split()) if _SEVERAL.fullmatch(named) else named
    for index, line in enumerate(head):
        block = "" if _is_letterhead(line) or find_date(line) or line.count("|") > 1 else _block(head, index)
        if block and not line.startswith(("根据", "为", "各", "附件")) and not _is_cut(block):
            return issuers_above(head, index) + block if block.startswith("关于") else block
    minutes = [line for line in head if _MINUTES.fullmatch(line)]
    return next((line for line in minutes if _SUBJECT.match(line)), minutes[0] if minutes else "") or (
        _above_data(head)
    )


_NO_VERB = re.compile("(?!.*(?:关于|印发|转发|下[达发]|发布|公布)).*的通知")


def _is_cut(block: str) -> bool:
    """The end of a notice's title whose beginning copying lost?"""
    return _NO_VERB.fullmatch(block) is not None and plan_region(block, None, None) is None


_PAGE_DATA = re.compile("(?:(?:信息|文章|稿件)?来源|作者|发布(?:时间|日期|机构|单位)|发文(?:机关|日期)) ?:")
"""What a site prints below the title of what it shows."""


def _above_data(head: Sequence[str]) -> str:
    """The line that a place's name begins, above a site's line 来源:… 发布时间:…, whatever kind of paper it
    names (青岚县公园建设进展情况); "" where none is there."""
    for above, below in itertools.pairwise(head):
        title = above.replace(" ", "")
        if _PAGE_DATA.match(below) and 6 <= len(title) <= _LONGEST_HEADING and not _SENTENCE.search(title):
            return title if plan_region(title, None, None) else ""
    return ""


def headed(title: str, lines: Sequence[str]) -> str:
    """The plan's own heading below a notice that issues it without 印发 (关于分解落实…的通知): the line
    behind the notice's date; the heading there too that leaves out the wider place of a site's title
    (云岭市青岚区关于…的方案), or has a few words more or less than the notice's title says. "" where none
    is there."""
    for number, (above, next_line) in enumerate(itertools.pairwise(lines[:HEAD]), 1):
        date = find_date(above)
        if not date or date[1] != 0 or date[2] != len(above):
            continue
        if _NOTIFIES.search(title):
            heads = len(next_line) <= _LONGEST_HEADING and not _SENTENCE.search(next_line)
            if POLICY.search(next_line) and heads:
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
        if not _SENTENCE.search(own) and all(letter in rest for letter in shorter):
            return own
    return ""


_QUOTED = re.compile("《([^《》]{4,120})》")
_FEW_LETTERS = range(2, 7)


def _letters(title: str) -> str:
    """The Chinese characters of a title without the years or the state in brackets at its end."""
    return re.sub("[^\u4e00-\u9fff]", "", _BRACKET.sub("", title))


_NOTIFIES = re.compile("关于(?!印发|转发|公布)[^。]{2,80}的?通知$")
_SENTENCE = re.compile(
    "[,。;:]|^(?:附件|抄送|[(]?[一二三四五六七八九十]{1,3}[、)]|第[一二三四五六七八九十]|[0-9])(?!0[0-9]{2}年)"
)
_LONGEST_HEADING = 50
HEAD = 60
"""Lines that the head of a document may take, menus of a web page included."""


def issuers_above(head: Sequence[str], index: int) -> str:
    """The organs that stand over 关于…的意见, which are part of its title; not a letterhead's."""
    above = (line for line in reversed(head[:index]))
    organs = [*itertools.takewhile(is_organs, above)][::-1]
    return "".join("".join(organs).split())


_MINUTES = re.compile("(?!.*关于).{2,40}会议纪要")
_SUBJECT = re.compile("研究|讨论|推进|部署")
"""What stands over minutes; their title (关于…的纪要) follows."""


def _is_letterhead(line: str) -> bool:
    """An organ, its 文件, or the document's number: what stands over a title."""
    number = DOC_NUMBER.search(line)
    if _MINUTES.fullmatch(line):
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
            return block + below if _ENDS_TITLE.fullmatch(below) else block
    return ""


_ENDS_TITLE = re.compile(
    r"(?:20\d{2}年(?:度)?)?(?:工作|实施|重点|任务|责任|行动|分工|专项|总体){0,3}(?:方案|要点|计划|清单|分工|分解|分解表|措施|意见)"
)
"""A line that only ends the title above it, which by itself might end there (…攻坚行动|2031年工作方案)."""


def _is_whole_title(line: str) -> bool:
    """An organ of a place, 关于 and the name of a policy on one line."""
    about = ABOUT.match(line)
    placed = about is not None and is_organ(about[1]) and plan_region("", about[1], None) is not None
    return placed and POLICY.search(line) is not None


_YEARS = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,9}[省市州县区旗])20\d{2}年")
_BEGUN = re.compile(r"关于|印发|转发|[《、及和与的]$|20\d{2}")
"""What a title's first line holds or ends with that goes on below."""


def _is_years_title(above: str, line: str) -> bool:
    """A place, a year and the name of a policy on one line, below words that name no place."""
    year = _YEARS.match(line)
    own = year is not None and plan_region(year["place"], None, None) == year["place"]
    begun = _BEGUN.search(above) is not None or plan_region(above, None, None) is not None
    return own and not begun and not is_organs(above) and POLICY.search(line) is not None


def with_bracket(title: str, head: Sequence[str]) -> str:
    """The title with the years or the state of the text (试行) that stand in brackets on the next line."""
    for above, below in itertools.pairwise(line.replace(" ", "") for line in head):
        if above and title.endswith(above) and _BRACKET.fullmatch(below):
            return title + below
    return title
