"""The picture as SVG, drawn here from the same layout that the page uses: for print and documents."""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from graph.model import Edge
from viz.labels import LINE_HEIGHT, Box
from viz.network import FONTS, tie_width
from viz.palette import group_colours, palette, role_style
from viz.structure import groups
from viz.view import View

Shade = Literal["light", "dark"]
_MARGIN = 40
_HEAD = 96


def render_svg(view: View, theme: Shade = "light") -> str:
    """An SVG document of the whole picture with its title and legend; an empty view has only these."""
    left, top, width, height = _frame(view)
    ground = palette()["ground"][theme]
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" '
        f'width="{width}" height="{height}" font-family={quoteattr(FONTS)}>',
        f"<title>{_text(view.title)}</title>",
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{ground["back"]}"/>',
        f'<text x="{left + _MARGIN}" y="{top + 44}" font-size="26" font-weight="600" '
        f'fill="{ground["text"]}">{_text(view.title)}</text>',
        *_legend(left + _MARGIN, top + 74, ground["text"], theme),
        *(_edge(view, edge, theme) for edge in view.subgraph.edges),
        *_nodes(view, theme),
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _frame(view: View) -> tuple[int, int, int, int]:
    """Left, top, width and height of all boxes with the margin and the head above them."""
    boxes = [(view.places[key], box) for key, box in view.boxes.items()]
    left = min((x - box.width // 2 for (x, _), box in boxes), default=0) - _MARGIN
    right = max((x + box.width // 2 for (x, _), box in boxes), default=0) + _MARGIN
    top = min((y - box.height // 2 for (_, y), box in boxes), default=0) - _MARGIN - _HEAD
    bottom = max((y + box.height // 2 for (_, y), box in boxes), default=0) + _MARGIN
    needed = 26 * len(view.title) + 2 * _MARGIN
    return left, top, max(right - left, needed, 480), bottom - top


def _legend(x: int, y: int, ink: str, theme: Shade) -> list[str]:
    found = []
    for role, row in palette()["role"].items():
        colour, width, dashes = role_style(role, theme)
        found.append(f'<path d="M{x} {y - 5}h34" stroke="{colour}" stroke-width="{width}"{_dash(dashes)}/>')
        found.append(f'<text x="{x + 42}" y="{y}" font-size="15" fill="{ink}">{row["name"]}</text>')
        x += 100
    return found


def _edge(view: View, edge: Edge, theme: Shade) -> str:
    (x1, y1), (x2, y2) = view.places[edge.source], view.places[edge.target]
    colour, width, dashes = role_style(edge.role, theme)
    width = width if edge.role else tie_width(edge)
    faint = "0.45" if edge.role == "support" else "0.75"
    return (
        f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{colour}" stroke-width="{width}" '
        f'stroke-opacity="{faint}"{_dash(dashes)}/>'
    )


def _nodes(view: View, theme: Shade) -> list[str]:
    group = groups(view.subgraph, view.root)
    found = []
    for node in view.subgraph.nodes:
        box, (x, y) = view.boxes[node.id], view.places[node.id]
        colours = group_colours(group[node.id], theme)
        radius = box.height // 2 if node.kind == "Unit" else 5
        found.append(
            f"<g><title>{_text(node.label)}</title>"
            f'<rect x="{x - box.width // 2}" y="{y - box.height // 2}" width="{box.width}" '
            f'height="{box.height}" rx="{radius}" fill="{colours["fill"]}" stroke="{colours["border"]}"/>'
            f"{_lines(box, x, y, colours['text'])}</g>"
        )
    return found


def _lines(box: Box, x: int, y: int, ink: str) -> str:
    step = box.size * LINE_HEIGHT
    first = y - step * (len(box.lines) - 1) / 2 + box.size * 0.36
    spans = "".join(
        f'<tspan x="{x}" y="{first + i * step:.0f}">{_text(line)}</tspan>' for i, line in enumerate(box.lines)
    )
    return f'<text text-anchor="middle" font-size="{box.size}" fill="{ink}">{spans}</text>'


def _dash(dashes: list[int]) -> str:
    return f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""


def _text(text: str) -> str:
    """`text` for XML: escaped, without the control characters that XML forbids."""
    return escape("".join(char for char in text if char >= " " or char in "\t\n"))
