"""The lines of a document's head, without what a web page or copying has put among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.frontmatter.signatures import with_second_name

POLICY = re.compile(
    r"(?:方案|意见|计划|规划|办法|措施|举措|要点|清单|安排|通知知?|决定|规定|分工|行动|纲要|任务|细则|台账|条例|实事(?:项目|工程)?|批复|复函|答复|目标|分解|分解表|分工表|任务表|一览表|通报|报告|责任书|纪要|的函)"
    r"(?:\([^()]{1,20}\)){0,2}$"
)
"""How the name of a policy ends; copying doubles the last sign at times (通知知)."""

_MENU = re.compile(
    r"(?:返回|网站)?首页|(?:政[府务]|信息|政策)(?:公开|文件|法规|服务|动态|解读|互动)|公开指南|正文|打印"
    r"|关闭(?:窗口)?|分享|收藏|登录|注册|搜索"
    r"|无障碍(?:浏览)?|适老化|简体|繁体|english|移动版|客户端|长者(?:模式|版)|字[体号][:大中小 ]*"
    r"|(?:您(?:现在|当前)的|当前)位置.{0,60}|(?:添加.{0,12}到)?(?:电脑)?桌面|点击下载|(?:立即|免费)?下载(?:文档)?"
    r"|(?:热点|热门|相关|推荐|最新)(?:文章|新闻|信息|阅读|图文|推荐)"
)
"""A line of a web page's menu that has come along above the title."""
_MENU_BEFORE = re.compile("(?:首页|机构|公开|办事|服务|互动|专题|资讯|动态|数据) (?=[一-鿿])")
"""A word of a menu that stands on the title's line."""
_ORNAMENT = re.compile(r"(.)\1{7,}$|(?:[-—–] ?)?\d{1,3} ?[-—–]$")
_LINK = re.compile("[·•] ?[一-鿿]")
"""One of a list of other papers that a page prints above the text."""
_GLUED = re.compile(
    r"(?P<title>.{4,90}(?:通知|意见|决定|方案|办法|规定|措施|计划|规划|要点|纲要|批复|公告|[的复]函)) ?"
    r"(?P<number>[一-鿿]{1,10}[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5} ?号)"
)
"""A title and the number that copying put behind it on one line."""
_GLUED_BEFORE = re.compile(
    r"(?P<number>[一-鿿]{1,10}[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5} ?号) ?"
    r"(?P<title>(?:[一-鿿]{2,40})?(?:关于|印发|转发).{2,80}(?:通知|意见|决定|批复|公告|函))"
)
"""The same the other way round: 云政发〔2031〕2号关于印发…的通知."""
_DATED = re.compile(
    r"(?P<title>.{4,90}[一-鿿》]) ?(?P<date>\( ?(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?\))"
)
"""A title and the date that a collection of papers puts in brackets behind it."""
_CUT_DATE = re.compile(r"\( ?(?:19|20)\d{2} ?年[\d 月]{0,8}$")
_DATE_END = re.compile(r"[\d 月]{0,8}日 ?\)$")
_WHOLE = re.compile(_GLUED.pattern + r"(?=[^。]{2,200}[:。])")
"""The two at the beginning of a text without line ends."""
_TAGGED = re.compile(r"[【\[][一-鿿]{2,20}[】\]](?=.{2,40}(?:关于|印发|转发).{4,100}(?:通知|意见|决定)$)")
"""A site's own tag before a title: 【重点工作】某某市人民政府关于…的通知."""
TAG = re.compile("【([一-鿿]{2,30})】")
"""A line that is nothing but a system's tag: the office whose paper it is, or a folder of a site."""
_CUT_NUMBER = re.compile(r"[〔\[(【] ?(?:19|20)\d{2} ?[〕\])】] ?(?:第 ?)?\d{1,5}$")


def mended(head: Sequence[str]) -> list[str]:
    """The head's lines without ornaments, page marks and menus; title and number or date apart, and 号 put
    behind the number that one of them cut off."""
    mended: list[str] = []
    for line in map(_without_tags, _with_dates(head)):
        if TAG.fullmatch(line):
            continue
        glued = _GLUED.fullmatch(line) or _GLUED_BEFORE.fullmatch(line)
        dated = _DATED.fullmatch(line)
        whole = None if mended else _WHOLE.match(line)
        if glued:
            mended += [glued["title"], glued["number"]]
        elif whole:
            mended += [whole["title"], whole["number"], line[whole.end() :]]
        elif dated and POLICY.search(dated["title"]):
            mended += [dated["title"], dated["date"]]
        elif mended and (_cut_off(mended[-1], line) or with_second_name(mended[-1], line)):
            mended[-1] += line
        elif _ORNAMENT.match(line) or _LINK.match(line) or (not mended and line.isdecimal()):
            continue  # a page's number, also alone above the title
        elif not _MENU.fullmatch(line.lower()):
            mended.append(line)
    return mended


def _with_dates(head: Sequence[str]) -> list[str]:
    """The lines; a date in brackets that a line end parted is whole on the first of the two."""
    whole: list[str] = []
    for line in head:
        if whole and _CUT_DATE.search(whole[-1]) and _DATE_END.fullmatch(line):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def _without_tags(line: str) -> str:
    return _TAGGED.sub("", _MENU_BEFORE.sub("", line, count=1)) if POLICY.search(line) else line


_OPEN = re.compile(r"[〔(][^〔〕()]{0,10}$")
_CLOSES = re.compile("[0-9年度第]{0,8}[〕)]")
_BARE_DATE = re.compile("20[0-9]{2} ?年[0-9 年月]{0,12}$")


def _cut_off(above: str, line: str) -> bool:
    """Is this the 号 of the number on the line above, or what ends its bracket or its date?"""
    if line == "号":
        return _CUT_NUMBER.search(above) is not None
    if _OPEN.search(above) and _CLOSES.match(line):
        return True
    return line[:1] in "年月日" and _BARE_DATE.search(above) is not None
