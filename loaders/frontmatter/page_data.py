"""What a web page's table of the document's data says: 发文机关, 成文日期, 发文字号.

Government sites print it above the text, as a table or as lines, by the catalogue of disclosed
information (索引号, 发布机构, 成文日期 …). It stands in for what the document itself does not print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.frontmatter.dates import find_date
from loaders.frontmatter.doc_numbers import DOC_NUMBER, tidy
from loaders.passage import fold

_REACH = 4_000
"""Characters at the beginning of a text in which the data may stand."""

_GAP = r"\W{1,8}"
_NUMBER = re.compile(rf"(?:发文字号|文件编号|文 {{0,4}}号|发文号){_GAP}({DOC_NUMBER.pattern})")
_ISSUER = re.compile(
    rf"(?:发文|制发|制定|印发|发布)(?:机关|机构|单位){_GAP}([\u4e00-\u9fff]{{3,40}})(?=[\s(]|$)", re.MULTILINE
)
_DATE = re.compile(rf"(?:成文|发文|印发|制发|签发)(?:日期|时间){_GAP}(\d[\d年月日./ -]{{6,12}})")
_FILLED_BY = re.compile(
    rf"(?:填报|填表|制表)(?:单位|部门){_GAP}([\u4e00-\u9fff]{{3,40}})(?=[\s(]|$)", re.MULTILINE
)
_FILLED_ON = re.compile(rf"(?:填报|填表|制表)(?:日期|时间){_GAP}(\d[\d年月日./ -]{{6,12}})")
_FORM_REACH = 300
"""A table's own line of who filled it in, and when, stands right below its title."""
_SOURCE = re.compile(
    rf"(?:信息)?来源{_GAP}([\u4e00-\u9fff]{{3,30}}?)"
    r"(?=[^\u4e00-\u9fff]|$|(?:阅读|浏览|点击|访问)(?:次数|量|数)|作者|(?:责任)?编辑|发布(?:时间|日期)|字[体号])"
)
"""What another label may follow without a mark between: 来源:某市教育局阅读次数:."""


@dataclass(frozen=True, slots=True)
class PageData:
    """None for what the page does not say; `date` is ISO 8601, `source` who put the page up."""

    number: str | None
    issuer: str | None
    date: str | None
    source: str | None


def page_data(text: str) -> PageData:
    """The labelled data at the beginning of the text as read."""
    head = fold(text[:_REACH])
    form = head[:_FORM_REACH]
    number = _NUMBER.search(head)
    issuer = _ISSUER.search(head) or _FILLED_BY.search(form)
    date = _DATE.search(head) or _FILLED_ON.search(form)
    day, source = find_date(date[1]) if date else None, _SOURCE.search(head)
    return PageData(
        number=tidy(number[1]) if number else None,
        issuer=issuer[1] if issuer else None,
        date=day[0] if day else None,
        source=source[1] if source else None,
    )
