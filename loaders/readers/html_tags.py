"""HTML's elements by what they do to the text (HTML Living Standard, sections 13.1.2, 13.2 and 15.3)."""

from __future__ import annotations

UNSEEN = frozenset(
    ["head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "object", "select"]
    + ["button", "datalist", "audio", "video", "canvas"]
)
"""Of these a reader sees nothing, or nothing of the document."""

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog"]
    + ["dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"]
    + ["h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre"]
    + ["section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)
"""These stand on lines of their own."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

PREFORMATTED = frozenset(["pre", "textarea", "listing", "xmp"])
"""In these white space and line ends stand as they are."""

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"]
    + ["track", "wbr"]
)
"""These hold nothing and have no end tag."""

IMPLIED = frozenset(
    ["p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt"]
    + ["colgroup"]
)
"""These close one another without an end tag, so that leaving it out nests nothing."""

BARRIERS = frozenset(["table", "td", "th", "caption", "object", "applet", "marquee", "template", "button"])
"""An end tag doesn't reach an element outside of these."""
