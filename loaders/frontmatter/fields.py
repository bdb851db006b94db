"""Title, number, issuer, date and region of a document, from its head and its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction import PlanFields
from loaders.frontmatter.dates import find_date, small
from loaders.frontmatter.doc_numbers import DOC_NUMBER, NUMBERED, of_attached, stands_alone, tidy
from loaders.frontmatter.head_lines import POLICY, TAG, mended
from loaders.frontmatter.headings import (
    ABOUT,
    HEAD,
    headed,
    issuers_above,
    plain_name,
    title_of,
    with_bracket,
)
from loaders.frontmatter.page_data import page_data
from loaders.frontmatter.regions import in_full as in_full_region
from loaders.frontmatter.regions import of_basis, of_number, of_work
from loaders.frontmatter.signatures import is_organ, printed_by, signature_of, with_first
from loaders.frontmatter.titles import as_named, as_quoted, given, in_full, of_draft, of_several, with_place
from loaders.lexicon import plan_region, zones
from loaders.outline.lines import Line
from loaders.passage import fold

_MANY = re.compile(
    r"^(.{2,30}?等(?P<count>[0-9一二三四五六七八九十]{1,3})(?:个?部门|部委|个?单位|家单位))(?:关于|印发|转发)"
)
_RUNS_A_PLACE = re.compile("(?:人民政府|管委会|管理委员会)(?:办公室|办公厅)?$|党政(?:综合)?办公室$")
_GOVERNS = re.compile(r"(?:人民政府|委员会|管委会|[市县区州省]委)(?:办公室|办公厅)?$")


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
    printed = [line.text[:_LONGEST_LINE] for line in lines[: min(body, HEAD)]]
    head = mended(printed)
    title = _title(head, lines, name, annexes)
    data = _line_of_data(head)
    signature = signature_of(lines) or (None if data.issuer else printed_by(lines))
    issuer = _several(head, signature[0] if signature else "") or data.issuer
    issuer = issuer or with_first(_issuer_of_head(head), lines)
    if not issuer and (signature := signature_of(closing) or printed_by(closing)):
        issuer = signature[0]
    page = page_data(text)
    if not issuer and page.source and _puts_up_its_own(page.source, title):
        issuer = page.source
    if page.issuer and is_organ(page.issuer) and (not issuer or len(issuer) > _LONGEST_ISSUER):
        issuer = page.issuer  # of many that sign, the page names the one that issues
    issuer = _tagged(printed, issuer) or issuer
    issued_on = (signature and signature[1]) or data.date or _date_below_notice(lines)
    issued_on = issued_on or page.date or _date_of_head(head) or _date_alone(closing)
    number = _doc_number(head) or data.number or page.number or of_attached(title, fold(text))
    title = with_place(as_quoted(title, head), [*annexes, *(line.text for line in lines)], issuer)
    region = plan_region(title, issuer, number) or _of_congress(head)
    region = region or plan_region("", page.issuer, None) or plan_region("", page.source, None)
    title = as_named(title, text)
    region = region or of_work(title) or of_basis("".join(head), fold(text)) or of_number(number, fold(text))
    region = in_full_region(region, title, text)
    return PlanFields(title, number, _of_place(issuer, region), issued_on, region)


def _title(head: Sequence[str], lines: Sequence[Line], name: str, annexes: Sequence[str]) -> str:
    """The plan's title; "" where none is printed."""
    title = NUMBERED.sub("", with_bracket(title_of(head), head) or plain_name(name))
    title = of_several(in_full(title, head), head, [*(line.text for line in lines), *annexes])
    title = headed(title, [line.text for line in lines]) or title
    return of_draft(title, head, [*annexes, *(line.text for line in lines)]) or given(head)


def _tagged(head: Sequence[str], issuer: str | None) -> str | None:
    """The office that a system's tag names above the title (【青岚市园林局】), where the text names none or
    leaves out its place (市园林局)."""
    tags = (tag[1] for line in head if (tag := TAG.fullmatch(line)))
    return next((tag for tag in tags if is_organ(tag) and (not issuer or tag.endswith(issuer))), None)


def _puts_up_its_own(source: str, title: str) -> bool:
    """An office's own plan, or that of a place which its government puts up: 来源:某开发区管委会; of a zone
    the title may leave out the name (开发区公园建设计划)."""
    place = plan_region(source, None, None) if _RUNS_A_PLACE.search(source) else None
    own = plan_region(title, None, None)
    same = place is not None and (place == own or (own in zones() and place.endswith(own)))
    return is_organ(source) and (title.startswith(source) or same)


_LEVEL_ALONE = re.compile("(?P<level>[省市州县区旗])(?=(?:人民)?政府(?:办公室|办公厅|办)?$)")


def _of_place(issuer: str | None, region: str | None) -> str | None:
    """区人民政府办公室 of a plan for 白石区 is 白石区人民政府办公室; 市政府 is 市人民政府."""
    alone = _LEVEL_ALONE.match(issuer or "")
    if not issuer or not alone or not region or not region.endswith(alone["level"]):
        return issuer
    organ = issuer[1:]
    return region + ("人民" + organ if organ.startswith("政府") else organ)


_LONGEST_ISSUER = 60
_LONGEST_LINE = 4_000
"""Characters of a head's line that are looked at; more is text without line ends."""


def _doc_number(head: Sequence[str]) -> str | None:
    for line in head:
        match = DOC_NUMBER.search(line)
        if match and stands_alone(line, match):
            return tidy(match[0])
        behind = NUMBERED.search(line)
        if behind and len(line) <= _LONGEST_NUMBERED and POLICY.search(line[: behind.start()]):
            return tidy(behind[1])
    return None


_LONGEST_NUMBERED = 90


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


_APART = re.compile("[ 、]")


def _several(head: Sequence[str], signed: str) -> str | None:
    """Who signed, or 工业和信息化部等八部门 where the title says so of more than sign."""
    said = next((match for match in map(_MANY.match, head) if match), None)
    if said is None or (said["count"] and len(_APART.split(signed)) == small(said["count"])):
        return signed or None
    return said[1].replace(" ", "")


def _issuer_of_head(head: Sequence[str]) -> str | None:
    """From 某某人民政府办公室文件, or 某某人民政府办公室关于…."""
    for line in head:
        if line.endswith("文件") and is_organ(line.removesuffix("文件")):
            return line.removesuffix("文件").replace(" ", "")
    for index, line in enumerate(head):
        about = ABOUT.match(line)
        if about and all(map(is_organ, about[1].split("、"))):
            return about[1].replace(" ", "")
        if line.startswith("关于") and index and is_organ(head[index - 1]):
            return issuers_above(head, index) or head[index - 1].replace(" ", "")
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
