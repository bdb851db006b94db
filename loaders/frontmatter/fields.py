"""Title, number, issuer, date and region of a document, from its head and its signature."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction import PlanFields
from loaders.frontmatter.dates import find_date
from loaders.frontmatter.doc_numbers import DOC_NUMBER, tidy
from loaders.frontmatter.page_data import page_data
from loaders.frontmatter.regions import of_basis, of_work
from loaders.frontmatter.signatures import is_organ, is_organs, printed_by, signature_of, with_second_name
from loaders.frontmatter.titles import as_named, as_quoted, of_several, with_place
from loaders.lexicon import plan_region
from loaders.outline.lines import Line
from loaders.passage import fold

_HEAD = 60
"""Lines that the head of a document may take, menus of a web page included."""

_NOTICE = re.compile(
    r"(?:关于(?:印发|转发|下发|下达|发布|公布)|(?:印发|转发|发布)(?=关于|《))"
    r"(?:[^《》]{0,30}《(?P<quoted>[^《》]{4,120})》|(?P<bare>.{4,120}?))"
    r"的(?:通知|通告|公告|函)$"
    r"|(?:办公室|办公厅|人民政府)转发[^关《》。]{2,30}(?P<passed>关于.{4,100}?)的通知$"
    r"|^[^《》。,关]{4,30}(?:办公室|办公厅|人民政府|委员会|[局委厅部])印发(?P<printed>[^关《》。,][^《》。]{4,80})的通知$"
    r"|^[^《》。,]{4,40}(?:印发|发布|出台)《(?P<issued>[^《》]{4,120})》$"
)
_KIND = re.compile(
    r"(?:方案|意见|计划|规划|办法|措施|举措|要点|清单|安排|通知|决定|规定|分工|行动|纲要|任务|细则|台账|条例|实事(?:项目|工程)?|批复|复函|答复|目标|分解|分解表|分工表|任务表|一览表|通报|报告|责任书|纪要|的函)"
    r"(?:\([^()]{1,20}\))?$"
)
_BRACKET = re.compile(
    r"\((?:\d{4}[-—–~至]+\d{4}年?|\d{4}年度?(?:版|修订)?|试行|暂行|修订版?|征求意见稿|送审稿|审议稿|讨论稿)\)"
)
_MANY = re.compile(
    r"^(.{2,30}?等[0-9一二三四五六七八九十]{1,3}(?:个?部门|部委|个?单位|家单位))(?:关于|印发|转发)"
)
_ABOUT = re.compile(r"^(.{2,80}?)(?:关于|(?:印发|发布)《)")
_GOVERNS = re.compile(r"(?:人民政府|委员会|[市县区州省]委)(?:办公室|办公厅)?$")


def read_fields(
    text: str,
    lines: Sequence[Line],
    body: int,
    name: str = "",
    closing: Sequence[Line] = (),
    annexes: Sequence[str] = (),
) -> PlanFields:
    """The plan's fields; None for what is not printed.

    `lines` are the main part's, `body` the index of the first numbered item among them (the head
    is before it); `name` is the format's own title, of use when the text has none. `closing` are
    the document's last lines: where nothing in the main part says who issued it, they may. `annexes`
    are the annexes' titles, which may name the place that the notice's leaves out.
    """
    head = _mended([line.text for line in lines[: min(body, _HEAD)]])
    title = _NUMBERED.sub("", _with_bracket(_title(head), head) or plain_name(name))
    title = of_several(title, head, [line.text for line in lines])
    title = _headed(title, [line.text for line in lines]) or title
    data = _line_of_data(head)
    signature = signature_of(lines) or (None if data.issuer else printed_by(lines))
    issuer = _many_of_head(head) or (signature and signature[0]) or data.issuer or _issuer_of_head(head)
    if not issuer and (signature := signature_of(closing) or printed_by(closing)):
        issuer = signature[0]
    page = page_data(text)
    if page.issuer and is_organ(page.issuer) and (not issuer or len(issuer) > _LONGEST_ISSUER):
        issuer = page.issuer  # of many that sign, the page names the one that issues
    issued_on = (signature and signature[1]) or data.date or _date_below_notice(lines)
    issued_on = issued_on or page.date or _date_of_head(head) or _date_alone(closing)
    number = _doc_number(head) or data.number or page.number
    title = with_place(as_quoted(title, head), [*annexes, *(line.text for line in lines)], issuer)
    region = plan_region(title, issuer, number) or _of_congress(head) or plan_region("", page.source, None)
    title = as_named(title, text)
    region = region or of_work(title) or of_basis("".join(head), fold(text))
    return PlanFields(title, number, issuer, issued_on, region)


_LONGEST_ISSUER = 60

_MENU = re.compile(
    r"(?:返回|网站)?首页|(?:政[府务]|信息|政策)(?:公开|文件|法规|服务|动态|解读|互动)|公开指南|正文|打印"
    r"|关闭(?:窗口)?|分享|收藏|登录|注册|搜索"
    r"|无障碍(?:浏览)?|适老化|简体|繁体|english|移动版|客户端|长者(?:模式|版)|字[体号][:大中小 ]*"
    r"|(?:您(?:现在|当前)的|当前)位置.{0,60}"
)
"""A line of a web page's menu that has come along above the title."""
_MENU_BEFORE = re.compile("(?:首页|机构|公开|办事|服务|互动|专题|资讯|动态|数据) (?=[一-鿿])")
"""A word of a menu that stands on the title's line."""
_ORNAMENT = re.compile(r"(.)\1{7,}$|(?:[-—–] ?)?\d{1,3} ?[-—–]$")
_GLUED = re.compile(
    r"(?P<title>.{4,90}(?:通知|意见|决定|方案|办法|规定|措施|计划|规划|要点|纲要)) ?"
    r"(?P<number>[一-鿿]{1,10}[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5} ?号)"
)
"""A title and the number that copying put behind it on one line."""
_GLUED_BEFORE = re.compile(
    r"(?P<number>[一-鿿]{1,10}[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5} ?号) ?"
    r"(?P<title>(?:[一-鿿]{2,40})?(?:关于|印发|转发).{2,80}(?:通知|意见|决定|批复|公告|函))"
)
"""The same the other way round: 云政发〔2031〕2号关于印发…的通知."""
_TAGGED = re.compile(r"[【\[][一-鿿]{2,20}[】\]](?=.{2,40}(?:关于|印发|转发).{4,100}(?:通知|意见|决定)$)")
"""A site's own tag before a title: 【重点工作】某某市人民政府关于…的通知."""
_CUT_NUMBER = re.compile(r"[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5}$")


def _mended(head: Sequence[str]) -> list[str]:
    """The head's lines without ornaments, page marks and menus; title and number apart, and 号 put behind
    the number that one of them cut off."""
    mended: list[str] = []
    for line in map(_without_tags, head):
        glued = _GLUED.fullmatch(line) or _GLUED_BEFORE.fullmatch(line)
        if glued:
            mended += [glued["title"], glued["number"]]
        elif mended and (_cut_off(mended[-1], line) or with_second_name(mended[-1], line)):
            mended[-1] += line
        elif _ORNAMENT.match(line) or (not mended and line.isdecimal()):
            continue  # a page's number, also alone above the title
        elif not _MENU.fullmatch(line.lower()):
            mended.append(line)
    return mended


def _without_tags(line: str) -> str:
    return _TAGGED.sub("", _MENU_BEFORE.sub("", line, count=1)) if _KIND.search(line) else line


def _cut_off(above: str, line: str) -> bool:
    """Is this the 号 of the number on the line above?"""
    return line == "号" and _CUT_NUMBER.search(above) is not None


def plain_name(title: str) -> str:
    """The format's own title without the site behind it."""
    return re.split(r"[_|]|\s-\s", title)[0].strip()


_BLANK = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]$)")
"""通 知: a word spaced out at a title's end."""


def _title(head: Sequence[str]) -> str:
    """The plan's own title: what the notice issues, else the first block that names a policy."""
    for size in (1, 2, 3):
        for index in range(len(head) - size + 1):
            block = "".join(head[index : index + size])
            notice = _NOTICE.search(_BLANK.sub("", " ".join(block.split())))
            if notice and len(block) < 200:
                return _unquoted(next(name for name in notice.groups() if name))
    for index, line in enumerate(head):
        block = "" if _is_letterhead(line) or find_date(line) else _block(head, index)
        if block and not line.startswith(("根据", "为", "各", "附件")):
            return _issuers_above(head, index) + block if block.startswith("关于") else block
    minutes = [line for line in head if _MINUTES.fullmatch(line)]
    return next((line for line in minutes if _SUBJECT.match(line)), minutes[0] if minutes else "")


def _headed(title: str, lines: Sequence[str]) -> str:
    """The plan's own heading below a notice that issues it without 印发 (关于分解落实…的通知): the line
    behind the notice's date; "" where none is there."""
    if not _NOTIFIES.search(title):
        return ""
    for above, below in itertools.pairwise(lines[:_HEAD]):
        date = find_date(above)
        ends = date and date[1] == 0 and date[2] == len(above)
        if ends and _KIND.search(below) and len(below) <= _LONGEST_HEADING and not _SENTENCE.search(below):
            return below.replace(" ", "")
    return ""


_NOTIFIES = re.compile("关于(?!印发|转发|公布)[^。]{2,80}的?通知$")
_SENTENCE = re.compile(
    "[,。;:]|^(?:附件|抄送|[(]?[一二三四五六七八九十]{1,3}[、)]|第[一二三四五六七八九十]|[0-9])(?!0[0-9]{2}年)"
)
_LONGEST_HEADING = 50


def _issuers_above(head: Sequence[str], index: int) -> str:
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
    return is_organ(line.removesuffix("文件")) or (number is not None and _stands_alone(line, number))


def _unquoted(title: str) -> str:
    bare = title.strip().replace(" ", "")
    whole = bare[:1] == "《" and bare[-1:] == "》" and "《" not in bare[1:]
    return bare[1:-1] if whole else bare


def _block(head: Sequence[str], index: int) -> str:
    """One to three lines from `index` on that together read as the name of a policy, or ""."""
    block = ""
    for number, line in enumerate(head[index : index + 3], index + 1):
        if block and _is_whole_title(line):
            return ""  # what stands above is a site's
        if re.search(r"[。;:]|^[(,.、!?'’)]|>", line) or len(line) > 70 or find_date(line):
            return ""
        block += line.replace(" ", "")
        if _KIND.search(block) and len(block) >= 6:
            below = "".join(head[number].split()) if number < len(head) else ""
            return block + below if _ENDS_TITLE.fullmatch(below) else block
    return ""


_ENDS_TITLE = re.compile(
    r"(?:20\d{2}年(?:度)?)?(?:工作|实施|重点|任务|责任|行动|分工|专项|总体){0,3}(?:方案|要点|计划|清单|分工|分解|分解表|措施|意见)"
)
"""A line that only ends the title above it, which by itself might end there (…攻坚行动|2031年工作方案)."""


def _is_whole_title(line: str) -> bool:
    """An organ of a place, 关于 and the name of a policy on one line."""
    about = _ABOUT.match(line)
    placed = about is not None and is_organ(about[1]) and plan_region("", about[1], None) is not None
    return placed and _KIND.search(line) is not None


def _with_bracket(title: str, head: Sequence[str]) -> str:
    """The title with the years or the state of the text (试行) that stand in brackets on the next line."""
    for above, below in itertools.pairwise(line.replace(" ", "") for line in head):
        if above and title.endswith(above) and _BRACKET.fullmatch(below):
            return title + below
    return title


_NUMBERED = re.compile(rf" ?\(({DOC_NUMBER.pattern})\)$")
"""The number in brackets behind a title."""


def _doc_number(head: Sequence[str]) -> str | None:
    for line in head:
        match = DOC_NUMBER.search(line)
        if match and _stands_alone(line, match):
            return tidy(match[0])
        behind = _NUMBERED.search(line)
        if behind and len(line) <= _LONGEST_NUMBERED and _KIND.search(line[: behind.start()]):
            return tidy(behind[1])
    return None


_LONGEST_NUMBERED = 90


def _stands_alone(line: str, match: re.Match[str]) -> bool:
    """A number in a running sentence is cited, not the document's own."""
    before = line[: match.start()].lstrip("( ")
    return len(line) <= 60 and not re.search(r"[《(,。]", before) and not line[match.end() :].strip(" )")


@dataclass(slots=True)
class _Data:
    """What a line of data under the title gives."""

    number: str | None = None
    issuer: str | None = None
    date: str | None = None


_ISSUES = re.compile(r"(?:印发|发布|公布|批准|通过)$")


def _line_of_data(head: Sequence[str]) -> _Data:
    """From the first line that holds nothing but two or all of number, issuer and date, in any order.

    (2031年2月1日青岚市人民政府印发 青政发〔2031〕5号); 青政发〔2031〕5号 2031年2月1日.
    """
    for line in head:
        bare = line.strip()
        data = _data_of(bare[1:-1] if bare[:1] == "(" and bare[-1:] == ")" else bare)
        if data and (data.number, data.issuer, data.date).count(None) <= 1:
            return data
    return _Data()


def _data_of(line: str) -> _Data | None:
    data = _Data()
    number = DOC_NUMBER.search(line) if len(line) <= 80 else None
    if number:
        data.number, line = tidy(number[0]), line[: number.start()] + " " + line[number.end() :]
    date = find_date(line) if len(line) <= 60 else None
    if date:
        data.date, line = date[0], line[: date[1]] + " " + line[date[2] :]
    rest = _ISSUES.sub("", "".join(line.split()))
    if rest and not all(map(is_organ, rest.split("、"))):
        return None
    data.issuer = rest or None
    return data


_CONGRESS = re.compile(r"在([一-鿿]{2,20}?)第[一二三四五六七八九十]{1,4}届人民代表大会")


def _of_congress(head: Sequence[str]) -> str | None:
    """The place of a report to its congress: 2031年1月8日在青岚市第十届人民代表大会第一次会议上."""
    found = (_CONGRESS.search(line) for line in head)
    return next((plan_region(match[1], None, None) for match in found if match), None)


def _many_of_head(head: Sequence[str]) -> str | None:
    """工业和信息化部等八部门, who sign in a list too long for a name."""
    found = (_MANY.match(line) for line in head)
    return next((match[1].replace(" ", "") for match in found if match), None)


def _issuer_of_head(head: Sequence[str]) -> str | None:
    """From 某某人民政府办公室文件, or 某某人民政府办公室关于…."""
    for line in head:
        if line.endswith("文件") and is_organ(line.removesuffix("文件")):
            return line.removesuffix("文件").replace(" ", "")
    for index, line in enumerate(head):
        about = _ABOUT.match(line)
        if about and all(map(is_organ, about[1].split("、"))):
            return about[1].replace(" ", "")
        if line.startswith("关于") and index and is_organ(head[index - 1]):
            return _issuers_above(head, index) or head[index - 1].replace(" ", "")
    return next((line.replace(" ", "") for line in head if _GOVERNS.search(line) and is_organ(line)), None)


def _date_alone(closing: Sequence[Line]) -> str | None:
    """The date that ends a document on a line of its own, with nobody's name above."""
    for line in reversed(closing):
        date = find_date(line.text)
        if date and date[1] == 0 and date[2] == len(line.text):
            return date[0]
    return None


_ADDRESSEES = re.compile(r"[^。]{2,200}:$")


def _date_below_notice(lines: Sequence[Line]) -> str | None:
    """The date in words that closes a notice on a line of its own, nobody's name above: a document's own,
    where what a page says is when it was put up."""
    addressed = next((n for n, line in enumerate(lines) if _ADDRESSEES.fullmatch(line.text)), len(lines))
    for line in lines[addressed + 1 : addressed + _NOTICE_LINES]:
        date = find_date(line.text)
        if date and date[1] == 0 and date[2] == len(line.text) and "年" in line.text:
            return date[0]
    return None


_NOTICE_LINES = 30
"""Lines of a notice at most."""


def _date_of_head(head: Sequence[str]) -> str | None:
    for line in head:
        date = find_date(line) if len(line) <= 60 else None
        if date:
            return date[0]
    return None
