"""The page of pictures: choose one, look at it, take it away or embed it in a portal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import SettingsDep, StoreDep
from api.listings import plan_filters
from api.pages import PageRoute, address, page
from api.records import read
from api.routers.pages_plans import Words
from api.security import PAGE_POLICY
from api.views import SUBJECTS, Choice, Kind, subject
from graph.narrowing import MOST
from graph.store import Store
from graph.subgraph import DEFAULT_LIMIT, KINDS
from loaders.extraction import ROLES
from viz.palette import Theme
from zeren.errors import BadParameter, NotFound

router = APIRouter(include_in_schema=False, route_class=PageRoute)

_SUGGESTED = 200
_HEIGHT = 640
_VIEWS = (
    ("plan", "方案网络", "方案、附件、任务和单位"),
    ("unit", "单位网络", "一个单位牵头、负责、配合的任务和共事单位"),
    ("cooperation", "单位合作", "一个方案里共同承担任务的单位,按合作疏密分组"),
    ("compare", "跨地区对照", "同一条线、或同一项任务,在各地由谁牵头"),
    ("indicators", "指标流向", "一个方案的指标由哪些单位负责"),
)
"""The pictures: kind, name, what it shows."""


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of the page sends."""

    kind: Kind = "plan"
    id: Words = ""
    roles: Annotated[list[Literal["lead", "support", "responsible"]] | None, Query()] = None
    kinds: Annotated[list[Literal["plan", "task", "unit", "indicator"]] | None, Query()] = None
    limit: Annotated[int, Query(ge=1, le=MOST)] = DEFAULT_LIMIT
    theme: Theme = "auto"
    height: Annotated[int, Query(ge=200, le=4000)] = _HEIGHT

    def query(self) -> dict[str, str]:
        """The parameters of the embed page, without what is usual."""
        known = Choice.of(self.roles, self.kinds, self.limit).query()
        theme = {} if self.theme == "auto" else {"theme": self.theme}
        return known | theme | {"height": str(self.height)}


@router.get("/graph", response_class=HTMLResponse)
def graph_page(
    request: Request, store: StoreDep, settings: SettingsDep, form: Annotated[Form, Depends()]
) -> HTMLResponse:
    """A form for every picture; once something is chosen the picture, its files and its snippet."""
    context: dict[str, Any] = {"id": "", "problem": None}
    if form.id.strip():
        try:
            context["id"] = subject(store, form.kind, form.id.strip())
        except (NotFound, BadParameter) as error:
            context["problem"] = error
    if context["id"]:
        context |= _embedded(request, form, context["id"], settings.frame_ancestors)
    found = page(
        request, "graph.html", form=form, named=_named(store, form, context["id"]),
        views=_VIEWS, roles=ROLES, kinds=KINDS,
        suggestions=_suggestions(store, SUBJECTS[form.kind]), subject=SUBJECTS[form.kind], **context,
    )  # fmt: skip
    found.headers["Content-Security-Policy"] = f"{PAGE_POLICY}; frame-src 'self'"
    return found


def _named(store: Store, form: Form, id: str) -> str:
    """What the form shows for the chosen thing: its title where that names it alone, else what was sent."""
    rows = read(store, "graph_plan", plan=id) if id and SUBJECTS[form.kind] == "plan" else []
    title = str(rows[0]["title"]) if rows else ""
    alone = title and len(read(store, "resolve_plan", text=title, most=2)) == 1
    return title if alone else form.id


def _embedded(request: Request, form: Form, id: str, frame_ancestors: str) -> dict[str, Any]:
    """The address of the picture, of its SVG, and the snippet; whether this site may frame it itself."""
    query = form.query()
    src = address(request, "show_page", query, kind=form.kind, id=id)
    whole = f"{request.url.scheme}://{request.url.netloc}{src}"
    return {
        "src": src,
        "svg": address(request, "show_svg", query, kind=form.kind, id=id),
        "framed": "'self'" in frame_ancestors or "*" in frame_ancestors.split(),
        "snippet": (
            f'<iframe src="{whole.replace("&", "&amp;")}" title="责任图谱" width="100%" '
            f'height="{form.height}" loading="lazy"></iframe>'
        ),
    }


def _suggestions(store: Store, subject: str) -> list[tuple[str, str]]:
    """Some values of the field with what they stand for."""
    if subject == "plan":
        rows = read(store, "list_plans", **plan_filters("", "", ""), limit=_SUGGESTED, offset=0)
        return [(str(row["doc_number"] or row["id"]), str(row["title"])) for row in rows]
    if subject == "function":
        rows = read(store, "list_functions", limit=_SUGGESTED, offset=0)
        return [(str(row["name"]), f"{row['units']} 个单位") for row in rows]
    return []
