"""Document numbers (发文字号): 云政办发〔2023〕2号. Form: GB/T 9704-2012, 7.2.5."""

from __future__ import annotations

import re

DOC_NUMBER = re.compile(
    r"(?:[一-鿿]{1,20}(?:\([一-鿿]{1,6}\)[一-鿿]{0,6})? ?"
    r"[〔\[(【?] ?(?:19|20)\d{2} ?[〕\])】?] ?(?:第 ?)?\d{1,5} ?号"
    r"|[一-鿿]{2,8}[函发字] ?(?:19|20)\d{2}年 ?第 ?\d{1,5} ?号"
    r"|(?!年)[一-鿿]{0,12}令 ?(?:[〔\[(] ?(?:19|20)\d{2} ?[〕\])] ?)?第? ?\d{1,5} ?号)"
)
"""A number in folded text. 国令第722号 and 商服贸函2031年第3号 are some too; where a copy knew no 〔〕, it
has ? for them."""


_LABEL_BEFORE = re.compile("^(?:(?:发文|公文|文件)(?:字号|编号|文号|号)|文号)")
"""A label that a page parts from the number by its layout alone."""
_TITLE_BEFORE = re.compile(r"^.*(?:通知|意见|决定|批复|方案|办法|规定|公告)(?=[一-鿿]{1,12}[〔\[(【])")
"""The end of a title that no blank parts from the number; no organ's letters hold these words."""


def tidy(printed: str) -> str:
    """A number as printed without blanks, line breaks and the title or label that runs into it; with the
    brackets that a copy has ? for."""
    number = _LOST.sub(r"〔\1〕", re.sub(r"\s+", "", printed))
    return _LABEL_BEFORE.sub("", _TITLE_BEFORE.sub("", number))


_LOST = re.compile(r"[?\uff1f](\d{4})[?\uff1f]")


def stands_alone(line: str, match: re.Match[str]) -> bool:
    """A number in a running sentence is cited, not the document's own."""
    before = line[: match.start()].lstrip("( ")
    return len(line) <= 60 and not re.search(r"[《(,。]", before) and not line[match.end() :].strip(" )")


_FILE = re.compile(
    rf"(?P<number>{DOC_NUMBER.pattern}) ?[一-鿿]{{0,30}}关于印发《(?P<title>[^《》]{{4,120}})》的通知\."
    "(?:pdf|docx?|wps|ofd)"
)


def of_attached(title: str, text: str) -> str | None:
    """The number in the name of the attached file that is the notice itself (青政办发〔2031〕3号关于印发
    《…》的通知.pdf)."""
    at = text.find(f"关于印发《{title}》的通知.") if title else -1
    found = (
        _FILE.search(text, max(0, at - _LONGEST_NAME), at + _LONGEST_NAME + len(title)) if at >= 0 else None
    )
    return tidy(found["number"]) if found and found["title"] == title else None


_LONGEST_NAME = 80


NUMBERED = re.compile(rf" ?\(({DOC_NUMBER.pattern})\)$")
"""The number in brackets behind a title."""
