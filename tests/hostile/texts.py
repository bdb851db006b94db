"""Texts, markup and encodings."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kind import HEAD, TAIL, Kind, times


def _text(piece: str, count: int, before: str = "", after: str = "") -> Callable[[float], bytes]:
    return lambda scale: (HEAD + before + times(piece, count, scale) + after + TAIL).encode()


def _numbered(pattern: str, count: int) -> Callable[[float], bytes]:
    def build(scale: float) -> bytes:
        return (HEAD + "".join(pattern.format(n) for n in range(int(count * scale))) + TAIL).encode()

    return build


def _html(piece: str, count: int, after: str = "", close: bool = False) -> Callable[[float], bytes]:
    def build(scale: float) -> bytes:
        inner = times(piece, count, scale) + after
        paragraphs = "".join(f"<p>{line}</p>" for line in HEAD.splitlines())
        return f"<html><meta charset=utf-8><body>{paragraphs}{inner}{'</div>' * close}<p>{TAIL}</p>".encode()

    return build


def _encoded(encoding: str, before: bytes = b"") -> Callable[[float], bytes]:
    return lambda scale: before + (HEAD + "绿地" * 200 + TAIL).encode(encoding)


def _wrong_declaration(scale: float) -> bytes:
    return f"<html><meta charset='utf-8'><body><p>{HEAD}</p><p>{TAIL}</p>".encode("gb18030")


def _surrogates(scale: float) -> bytes:
    return (HEAD + "绿\ud800地\udfff" * 50 + TAIL).encode("utf-8", "surrogatepass")


def _json(scale: float) -> bytes:
    depth = int(100_000 * scale)
    return b'{"doc": "a", "plan": ' + b"[" * depth + b"]" * depth + b"}"


_BIDI = "市\u202e园\u2066林\u200b局\ufeff\u200d牵\u2069头"

_ALIGNED = "序号  任务      牵头单位  完成时限\n"

KINDS = (
    Kind("one line of 20 MB", "line.txt", _text("推进公园建设,", 950_000), "either"),
    Kind("a million opening brackets", "open.txt", _text("(", 1_000_000), "read"),
    Kind("a million closing brackets", "close.txt", _text(")", 1_000_000), "read"),
    Kind("brackets that nest clauses", "clauses.txt", _text("(市园林局牵头,", 200_000), "read"),
    Kind("牵头 500,000 times", "lead.txt", _text("牵头", 500_000, "(", ")"), "read"),
    Kind("、 500,000 times", "comma.txt", _text("、", 500_000, "(市园林局", "牵头)"), "read"),
    Kind("units without end in one clause", "units.txt", _text("市园林局、", 300_000, "(", "牵头)"), "either"),
    Kind("100,000 headings", "headings.txt", _numbered("({0})第{0}项。\n", 100_000), "either"),
    Kind("100,000 chapters", "chapters.txt", _numbered("附件{0}\n方案{0}\n一、任务\n", 50_000), "either"),
    Kind("a number of a million digits", "number.txt", _text("9", 1_000_000, "增长", "%以上。"), "read"),
    Kind("digits with commas and points", "digits.txt", _text("9,9.9", 300_000, "投资", "亿元以上。"), "read"),
    Kind("Chinese numerals without end", "numerals.txt", _text("九亿", 300_000, "投资", "元以上。"), "read"),
    Kind("a million quotes", "quotes.txt", _text("《", 1_000_000), "read"),
    Kind("document numbers without end", "numbers.txt", _text("〔2031〕", 200_000, "青园发", "号"), "read"),
    Kind("blanks", "blanks.txt", _text(" \t\u3000", 500_000, "市园林局", "牵头"), "read"),
    Kind("empty lines", "empty.txt", _text("\n", 2_000_000), "read"),
    Kind("pipes", "pipes.md", _text("|", 500_000, "\n"), "either"),
    Kind("a table of 100,000 columns", "columns.md", _text("|牵头单位", 100_000, "\n", "|\n|---|\n"), "either"),
    Kind("tabs", "tabs.txt", _text("\t市园林局", 200_000, "\n"), "either"),
    Kind("commas", "commas.csv", _text(",", 500_000, "任务,牵头单位\n", "\n"), "either"),
    Kind("quotes of a cell", "quotes.csv", _text('"",', 300_000, "任务,牵头单位\n", "\n"), "either"),
    Kind("a quote that never ends", "open.csv", _text("绿地,\n", 300_000, '任务,牵头单位\n"'), "read"),
    Kind("a million rows", "rows.csv", _text("绿地,市园林局\n", 1_000_000, "任务,牵头单位\n"), "either"),
    Kind("500,000 bars", "bars.txt", _text("│", 500_000, "┌─┬─┐\n", "\n"), "read"),
    Kind("rules without end", "rules.txt", _text("┌─┬─┐\n│", 200_000), "read"),
    Kind("corners and dashes", "corners.txt", _text("+-", 500_000, "", "\n"), "read"),
    Kind("a grid of 100,000 rows", "grid.txt",
         _text("│序号│任务│牵头单位│\n├──┼──┼────┤\n", 100_000, "┌──┬──┬────┐\n"), "either"),
    Kind("a cell of 200,000 lines", "tall.txt", _text("│一│二│\n", 200_000, "┌─┬─┐\n", "└─┴─┘\n"), "either"),
    Kind("500,000 blanks below a heading", "wide.txt", _text(" ", 500_000, _ALIGNED, "1\n"), "read"),
    Kind("headings aligned by blanks", "headed.txt", _text(_ALIGNED, 100_000), "either"),
    Kind("blanks before what may be a heading", "marks.txt", _text("  牵", 300_000), "read"),
    Kind("an aligned table of 100,000 rows", "aligned.txt",
         _text("1   新建公园  市园林局  6月\n", 100_000, _ALIGNED), "either"),
    Kind("an aligned cell of 200,000 lines", "long.txt", _text("    新建公园\n", 200_000, _ALIGNED), "either"),
    Kind("stars and backticks", "stars.md", _text("**`_", 300_000), "read"),
    Kind("NUL bytes", "nul.txt", _text("绿\0地", 20_000), "either"),
    Kind("bidi and zero-width characters", "bidi.txt", _text(_BIDI, 20_000, "(", ")"), "read"),
    Kind("UTF-16 little-endian", "le.txt", _encoded("utf-16-le", b"\xff\xfe"), "read"),
    Kind("UTF-16 big-endian", "be.txt", _encoded("utf-16-be", b"\xfe\xff"), "read"),
    Kind("GB18030", "gb.txt", _encoded("gb18030"), "read"),
    Kind("a wrong declaration", "declared.html", _wrong_declaration, "read"),
    Kind("lone surrogates", "surrogates.txt", _surrogates, "either"),
    Kind("bytes of no encoding", "bytes.txt", lambda scale: bytes(range(1, 256)) * int(4_000 * scale)),
    Kind("HTML nested 200,000 deep", "deep.html", _html("<div>", 200_000), "either"),
    Kind("HTML with formatting nested", "bold.html", _html("<b><i>绿", 100_000), "either"),
    Kind("HTML tables nested", "tables.html", _html("<table><tr><td>", 20_000), "either"),
    Kind("cells that span 65,535", "spans.html",
         _html("<table>" + "<tr><td rowspan=65535 colspan=65535>绿" * 20 + "</table>", 100), "either"),
    Kind("attributes without end", "attributes.html", _html(" a=b", 500_000, "<div"), "either"),
    Kind("a tag that never ends", "tag.html", _html("<a ", 300_000), "either"),
    Kind("entities", "entities.html", _html("&#x110000;&lt;&bogus;&", 200_000), "read"),
    Kind("comments and CDATA", "comments.html", _html("<!--<![CDATA[", 200_000), "either"),
    Kind("JSON nested 100,000 deep", "deep.json", _json, "refused"),
    Kind("JSON with absurd numbers", "numbers.json",
         lambda scale: b'{"doc":"a","plan":{"title":"x"},"indicators":[{"name":"x","value":1e999999}]}', "refused"),
)  # fmt: skip
