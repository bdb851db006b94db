from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers import Limits, read_bytes
from loaders.source import Source
from zeren.errors import LoadError


def shown(html: str) -> str:
    return read_bytes("a.html", html.encode()).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二\n"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三\n"),
        ("<p>市<b>财政</b><i>局</i></p>", "市财政局\n"),
        ("<p>一<br>二</p>", "一\n二\n"),
        ("<p>  市 \t 财政 </p>", "市 财政\n"),
        ("<p>市财政\n  局</p>", "市财政局\n"),
        ("<p>GDP\n growth</p>", "GDP growth\n"),
        ("<p>\u3000\u3000一、总则</p>", "\u3000\u3000一、总则\n"),
        ("<p>a&nbsp;&lt;b&gt;&#x5e02;</p>", "a\u00a0<b>市\n"),
        ("<script>x()</script><style>p{}</style><nav>首页</nav><p>正文</p>", "正文\n"),
        ('<p>正文</p><p style="display: none">x</p><p hidden>y</p>', "正文\n"),
        ("<pre>一\n 二\n</pre>", "一\n 二\n"),
        ("<h1>方案<p>一</h1>", "方案\n一\n"),
    ],
)
def test_text_is_what_a_browser_shows(html: str, text: str) -> None:
    assert shown(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙\n"),
        ("<ol start=3><li><p>甲</p></li></ol>", "3. 甲\n"),
        ("<ol type=A><li>甲<li value=4>乙</ol>", "A. 甲\nD. 乙\n"),
        ("<ol><li>甲<ol type=i><li>子</ol><li>乙</ol>", "1. 甲\ni. 子\n2. 乙\n"),
        ("<ul><li>甲</ul>", "甲\n"),
        ('<ol style="list-style-type:none"><li>1.甲</ol>', "1.甲\n"),
        ('<ol style="list-style: cjk-ideographic"><li>甲</ol>', "一、甲\n"),
    ],
)
def test_list_numbers_stand_where_a_reader_sees_them(html: str, text: str) -> None:
    assert shown(html) == text


def test_the_title_is_kept_apart() -> None:
    source = read_bytes("a.html", "<title> 方案_青岚市\n政府网 </title><p>x".encode())
    assert (source.title, source.text) == ("方案_青岚市政府网", "x\n")


def test_a_data_table_has_cells_with_spans(cells: Callable[[Source], Iterator[list[str]]]) -> None:
    html = (
        "<p>前</p><table><tr><th>序号<th>任务<th>牵头</tr>"
        "<tr><td rowspan=2>1<td><p>甲</p><p>乙</p><td>市财政局</tr><tr><td colspan=2>丙</tr></table><p>后"
    )
    source = read_bytes("a.html", html.encode())
    assert source.text == "前\n序号\t任务\t牵头\n1\t甲\n乙\t市财政局\n丙\n后\n"
    assert list(cells(source)) == [["序号", "任务", "牵头", "1", "甲\n乙", "市财政局", "丙"]]
    places = [(c.row, c.column, c.rows, c.columns) for c in source.tables[0].cells]
    assert places[3:] == [(1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 2)]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><p>一</p><p>二</p></td></tr></table>",
        "<table><tr><td><h2>一</h2></td><td>二</td></tr></table>",
        "<table role=presentation><tr><td>一</td><td>二</td></tr></table>",
        "<table><tr><td>一</td></tr><tr><td>二</td></tr></table>",
        "<table><tr><td><p>一</p><p>二</p></td><td> </td></tr><tr><td></td><td></td></tr></table>",
    ],
)
def test_a_table_for_layout_dissolves(html: str) -> None:
    source = read_bytes("a.html", html.encode())
    assert (source.text, source.tables) == ("一\n二\n", ())


def test_a_page_of_paragraphs_beside_a_column_of_links_is_no_data() -> None:
    main = "".join(f"<p>第{number}段</p>" for number in range(8))
    source = read_bytes("a.html", f"<table><tr><td>{main}</td><td>相关链接</td></tr></table>".encode())
    assert source.tables == ()
    assert source.text.splitlines()[-2:] == ["第7段", "相关链接"]


def test_a_data_table_inside_layout_stays_one(cells: Callable[[Source], Iterator[list[str]]]) -> None:
    html = "<table><tr><td>左<td><table><tr><td>1<td>2</table></table>"
    source = read_bytes("a.html", html.encode())
    assert list(cells(source)) == [["1", "2"]]
    assert source.text == "左\n1\t2\n"


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
def test_nesting_beyond_reason_is_refused(tag: str) -> None:
    with pytest.raises(LoadError, match="嵌套过深"):
        shown(f"<{tag}>" * 200_000 + "x")


def test_attributes_beyond_reason_are_refused() -> None:
    with pytest.raises(LoadError, match="属性过多"):
        shown("<p " + " ".join(f"attribute{i}=1" for i in range(3_000)) + ">x")


def test_closed_elements_do_not_add_up() -> None:
    assert shown("<div><b>x</b></div>" * 3_000).count("x") == 3_000


def test_paragraphs_without_end_tags_do_not_nest() -> None:
    assert shown("<p>x<br><li>y" * 3_000).count("y") == 3_000


WORDS = st.text(alphabet="市财政局 a1<>&\n\u3000\u200b\"'", max_size=8)
TAGS = st.sampled_from([
    "<p>", "</p>", "<table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=2>", "</td>", "</table>", "<ol>",
    "<li>", "</ol>", "<br>", "<b>", "</b>", "<th>", "<h1>", "</h1>", "<pre>", "</pre>", "<caption>", "<div>",
    "</div>", "<!--", "<script>", "</script>",
])  # fmt: skip


@given(st.lists(st.one_of(WORDS, TAGS), max_size=40))
def test_any_page_ends_in_a_source_or_a_load_error(pieces: list[str]) -> None:
    try:
        source = read_bytes("a.html", ("<html>" + "".join(pieces)).encode())
    except LoadError:
        return
    for table in source.tables:
        joined = source.text[table.start : table.stop]
        assert [source.text[c.start : c.stop] for c in table.cells] == [
            joined[c.start - table.start : c.stop - table.start] for c in table.cells
        ]
        taken = [
            (c.row + y, c.column + x) for c in table.cells for y in range(c.rows) for x in range(c.columns)
        ]
        assert len(taken) == len(set(taken))


def test_cells_beyond_the_cap_are_refused() -> None:
    with pytest.raises(LoadError, match="单元格"):
        read_bytes("a.html", b"<html><table><tr>" + b"<td>x" * 11, Limits(cells=10))


def test_elements_beyond_the_cap_are_refused() -> None:
    with pytest.raises(LoadError, match="标签超过"):
        read_bytes("a.html", b"<html>" + b"<p>x" * 11, Limits(html_elements=10))
