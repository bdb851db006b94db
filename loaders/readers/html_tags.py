"""HTML's elements by what they do to the text (HTML Living Standard, sections 13.1.2, 13.2 and 15.3)."""

from __future__ import annotations

UNSEEN = frozenset({
    "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "object", "select",
    "button", "datalist", "audio", "video", "canvas",
})  # fmt: skip
"""Of these a reader sees nothing, or nothing of the document."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""These stand on lines of their own."""

HEADINGS = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip

PREFORMATTED = frozenset({
    "pre", "textarea", "listing", "xmp",
})  # fmt: skip
"""In these white space and line ends stand as they are."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""These hold nothing and have no end tag."""

IMPLIED = frozenset({
    "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt",
    "colgroup",
})  # fmt: skip
"""These close one another without an end tag, so that leaving it out nests nothing."""

BARRIERS = frozenset({
    "table", "td", "th", "caption", "object", "applet", "marquee", "template", "button",
})  # fmt: skip
"""An end tag doesn't reach an element outside of these."""

FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
"""Left open, these are opened again in every block that follows (13.2.4.3)."""
