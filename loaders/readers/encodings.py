"""Bytes to text: which encoding it is, judged by what comes out and not by what is declared."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose mark it begins with."""

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"
    "种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从"
    "业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又"
    "么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位"
    "入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放"
    "决西被干做必战先回则任取据处府研究市县镇责牵配局委办单位务推项目施方案。,、;:“”《》()"
    "，；：（）0123456789 \n\r\t"
)
"""The characters that Chinese running text is mostly made of; a wrong decoding hardly yields them."""

_SAMPLE = 200_000
_DOUBTFUL = 0.2
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.I)
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")


def decode(data: bytes) -> str:
    """`data` as text, line ends as `\\n`; what can't be decoded is U+FFFD. Never raises."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return unify_lines(data[len(mark) :].decode(encoding, "replace"))
    if not _looks_wide(data):
        try:
            return unify_lines(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    return unify_lines(data.decode(_guess(data), "replace"))


def unify_lines(text: str) -> str:
    """`text` with every kind of line end as `\\n`."""
    return _LINE_END.sub("\n", text)


def _looks_wide(data: bytes) -> bool:
    """UTF-16 without a mark: ASCII characters leave NULs in every other place, and there only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 8 * min(even, odd) and max(even, odd) * 100 > len(sample)


def _guess(data: bytes) -> str:
    """The encoding whose decoding reads most like Chinese; a library's guess when none does."""
    sample = data[:_SAMPLE]
    names = ["utf-8", "gb18030", "utf-16-le", "utf-16-be", *_declared(sample)]
    scores = {name: _score(sample, name) for name in names}
    best = max(names, key=lambda name: scores[name])
    if scores[best] >= _DOUBTFUL:
        return best
    guess = from_bytes(sample).best()
    return guess.encoding if guess is not None and _score(sample, guess.encoding) > scores[best] else best


def _score(sample: bytes, encoding: str) -> float:
    """Share of common characters, less what was lost or is out of the way; the sample's cut is no loss."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    common = sum(map(_COMMON.__contains__, text))
    lost = text.count("\ufffd")
    ascii_letters = sum(map(str.isascii, text))
    return (max(common, ascii_letters) - 4 * lost) / max(len(text), 1)


def _declared(sample: bytes) -> list[str]:
    found = _DECLARED.search(sample[:4096])
    if found is None:
        return []
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return []
    return [known.name] if known._is_text_encoding else []
