"""The text with everything that is no statement of its own made blank, at the same length.

Figures inside “…”, 《…》 and most brackets belong to names (“百茶100强”, 2023 in a title). What
stands in (其中…) is a statement and is opened.
"""

from __future__ import annotations

import re

from loaders.indicators.lexicon import pattern

BLANK = "■"

_QUOTED = re.compile(
    r"“[^“”]{0,80}”|‘[^‘’]{0,80}’|「[^「」]{0,80}」|『[^『』]{0,80}』|《[^《》]{0,150}》|\"[^\"\n]{0,60}\""
)
_BRACKET = re.compile(r"\((?P<open>其中|含|包括)?(?P<inside>[^()]{0,120})\)")
_SPEAKS = re.compile(r"[0-9一二三四五六七八九十百千万亿两半,.;:。、,+\-/]")
_ORDINAL = re.compile(
    r" {0,3}(?:第[一二三四五六七八九十]{1,4}[章节条]|[一二三四五六七八九十]{1,4}、"
    r"|[(\[]?[0-9]{1,3}[)\].、](?![0-9](?![0-9]{3}年))"
    r"|\([一二三四五六七八九十]{1,4}\)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ \u4e00-\u9fff])"
    r"|(?:[A-Z]|[IVX]{1,5}|[壹贰叁肆伍陆柒捌玖拾]{1,3})[.、] ?(?=[\u4e00-\u9fff])"
    r"|\([A-Z]\)(?=[\u4e00-\u9fff])|[0-9]{1,2}[-—][0-9]{1,2}[ 、.](?=[\u4e00-\u9fff]))"
)


def ordinal_stop(text: str) -> int:
    """Where the ordinal ends that a text begins with; 0 when it begins with none."""
    ordinal = _ORDINAL.match(text)
    return ordinal.end() if ordinal else 0


_ASSIGNED = re.compile("(?<=关于)“(?P<told>[^“”]{4,400})”(?=的(?:问题|任务|工作|要求|事项|内容)(?!的?基础))")
"""What a list that parts work quotes of the plan before it: 关于“…”的问题,由某局负责."""


def mask(text: str) -> str:
    """`text` with figures and punctuation of names and of the leading ordinal as ■."""
    text = _ASSIGNED.sub(",\\g<told>,", _rows_apart(text))
    text = _SLOGAN.sub(_told_in_brackets, text)
    text = _BOTH.sub(_rate_of_both, text)
    text = _LIMIT.sub(" \\g<limit> ", text)
    text = _FASTEST.sub(lambda match: " " * len(match[0]), text)
    text = _QUOTED.sub(_quoted, text)
    text = _TORN.sub(_blank, text)
    text = _EQUAL.sub(_bound_once, text)
    text = _BRACKET.sub(_bracket, text)
    stop = ordinal_stop(text)
    return BLANK * stop + text[stop:]


_PROPERTY = re.compile("约束性|预期性")
_HEADED = re.compile("属性(?=1)")
_MORE_COLUMNS = re.compile("单位|20[0-9]{2}年[^,。;]{0,12}20[0-9]{2}年")
_NEAR = 40
_FEWEST_ROWS = 3


def _rows_apart(text: str) -> str:
    """A table of indicators copied into one line (…≥95%约束性2供养率≥60%预期性3…): each row a sentence.

    What ends a row says what kind of aim it is; the next row's number stands right behind it.
    """
    ends = [match.span() for match in _PROPERTY.finditer(text)]
    if len(ends) < _FEWEST_ROWS:
        return text
    head = _HEADED.search(text, 0, ends[0][0])
    if head is None or _MORE_COLUMNS.search(text, max(0, head.start() - _NEAR), head.start()):
        return text  # of a row with units or values of before it can't be told what is the aim
    out, last = [], 0
    for number, (start, stop) in enumerate([(0, head.end()), *ends], 1):
        if text.startswith(str(number), stop):
            stop += len(str(number))
        out += [text[last:start], " " * (stop - start - 1), "。"]
        last = stop
    return "".join([*out, text[last:]])


_SLOGAN = re.compile(
    r"“(?P<counts>[0-9]{1,3}(?:\+[0-9]{1,3}){1,5})”(?P<gap>[^“”(),。;0-9]{0,8})\((?P<inside>[^()]{4,120})\)"
)
_COUNTED = re.compile("[^、,;()0-9]{2,24}(?P<count>[0-9]{1,3})[一-鿿]{1,2}")


def _told_in_brackets(match: re.Match[str]) -> str:
    """“1+3”(总园1个、分园3个): what the numbers of a slogan count is stated behind it."""
    cells = [_COUNTED.fullmatch(cell.strip()) for cell in re.split("[、,;]", match["inside"])]
    if [cell and cell["count"] for cell in cells] != match["counts"].split("+"):
        return match[0]
    return f"“{BLANK * len(match['counts'])}”{match['gap']},{match['inside']},"


_STATES = re.compile(
    "(?:达到?|超过|突破|不(?:少于|低于|超过)|增长|控制在) ?[0-9][^,“”]*,[^“”]*"
    "(?:达到?|超过|突破|不(?:少于|低于|超过)|增长|控制在) ?[0-9]"
)
"""Two targets in quotes are statements and no name: “人才总量达到320万名,贡献率达到40%”.

So are they in brackets: 4名(执法人员不少于2名,养护人员不少于2名).
"""


_LIMIT = re.compile(
    r"[“\"](?P<limit>(?:最多|不超过) ?[0-9]{1,3}个?(?:工作日|天|日|小时|分钟))[”\"](?=[,。;、)]|$)"
)
"""审批“最多80天”: a limit in quotes that ends its member is one; before 改革 it is a name."""


_FASTEST = re.compile("(?<=[日时钟天])最快 ?[0-9.]{1,4} ?个?(?:小时|分钟|工作日|天)")
"""压缩至2个工作日最快1小时: the limit is told, and how fast it goes at best."""


_BOTH = re.compile("(?<=[一-鿿])“(?P<many>[两三双]个?)(?P<all>100%)”(?=[,。;、目要]|$)")


def _rate_of_both(match: re.Match[str]) -> str:
    """甲率、乙率“两个100%”, 甲回访、乙整改和丙反馈“三个100%”: what is quoted is the value of each."""
    return f" {BLANK * len(match['many'])}{match['all']} "


_PLUS = re.compile(r"“[1-9][0-9]{1,3}\+”")


def _counts_more(match: re.Match[str]) -> bool:
    """建设“90+”茶社: so many and more of them; “9+N” is a name."""
    if not _PLUS.fullmatch(match[0]) or not _NOUN.match(match.string, match.end()):
        return False
    return pattern("builds_more").search(match.string, max(0, match.start() - 6), match.start()) is not None


_NOUN = re.compile("[一-鿿]{2}(?!行动|工程|体系|模式|计划)")


def _quoted(match: re.Match[str]) -> str:
    if _counts_more(match):
        return f" {match[0][1:-1]} "
    if _STATES.search(match[0]) or (_AIMED.match(match[0]) and _AIM.match(match.string, match.end())):
        return f",{match[0][1:-1]},"
    return _blank(match)


_AIMED = re.compile("“(?:新增|净增|新建|建成|建设|培育|引进|创建|打造|完成|实现|发展)[0-9]")
_AIM = re.compile("的?(?:总体|年度|工作)?(?:目标|任务)")
"""实现“新增9家茶企和2家茶社”目标: what is quoted is the target itself."""


def _blank(match: re.Match[str]) -> str:
    return _SPEAKS.sub(BLANK, match[0])


_WHEN = re.compile(r"\((?:到|至|截至)?20[0-9]{2}年(?:底|末|前)?\)")
"""By when, in brackets between the numbers of a list: 分别达到50%(2026年)和90%(2030年)."""
_CELL = re.compile(
    "(?:(?:新建|改建|扩建|改扩建|续建|改造|新增|升级|创建)[^、,;()0-9]{0,12}|[^、,;()0-9]{0,8}[级类型]"
    "|车位|泊位|床位|学位|座位|[^、,;()0-9]{0,4}(?:面积|投资|里程|长度|库容))"
    "[0-9.]+[万亿]?[^、,;()0-9]{1,4}"
)
_BEHIND = re.compile("[0-9][万亿]?[一-鿿%㎡]{1,3}$")


def _tells_parts(match: re.Match[str]) -> bool:
    """改建旅游厕所35座(新建22座、改建13座): what a number consists of, behind it in brackets."""
    cells = re.split("[、,;]", match["inside"])
    behind = _BEHIND.search(match.string, max(0, match.start() - 8), match.start())
    return behind is not None and all(_CELL.fullmatch(cell.strip()) for cell in cells)


_CHARGED = re.compile("(?:牵头|负责|配合|落实|实施)(?:等)?$|^(?:责任|牵头|主办)(?:单位|部门):")
_WORD = re.compile("[一-鿿(]")


def _ends_sentence(match: re.Match[str]) -> bool:
    """…(市园林局负责)制定标准9项: who is charged ends a sentence, where another begins at once."""
    return _CHARGED.search(match["inside"]) is not None and _WORD.match(match.string, match.end()) is not None


_TORN = re.compile("“[^“”,。;]{1,8}$")
"""What a copy tore in its quotes at the end of a line: “千人(企)."""


_EQUAL = re.compile(
    r"(?P<told>(?<![0-9.])(?P<bound>[0-9.]{1,8})[^0-9,。;()]{1,12}以[上下内]\(含)"
    r"(?P<again> ?(?P=bound)[ 一-鿿%]{1,5})(?=\))"
)
"""9万元以下(含9万元): the bound is no number of its own."""


def _bound_once(match: re.Match[str]) -> str:
    return match["told"] + BLANK * len(match["again"])


def _bracket(match: re.Match[str]) -> str:
    if _ends_sentence(match):
        return " " * (len(match[0]) - 1) + "。"
    if _WHEN.fullmatch(match[0]):
        return " " * len(match[0])
    if _tells_parts(match):
        return f",{match[0][1:-1]},"
    if match["open"] == "含" and match.string.endswith(match["inside"], 0, match.start()):
        return _blank(match)  # 3人(含3人)以下
    if (match["open"] and re.search("[0-9]", match["inside"])) or _STATES.search(match["inside"]):
        return f",{match[0][1:-1]},"
    return _blank(match)
