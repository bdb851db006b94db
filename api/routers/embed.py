"""Pages for frames in portals: `/embed/plan/{id}`, `/embed/unit/{id}`, their SVG and their scripts.

A page carries a Content-Security-Policy of its own: nothing but this server's script, no inline
script, and only the portals of `app.state.frame_ancestors` may frame it. When a node is chosen the
page sends `{"type": "zeren:select", "node": {"id", "kind", "label"} or null}` to the window around
it with postMessage.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, cast
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.views import Choice, Kind, Pictures
from graph.store import Store
from viz.assets import NAMES, asset
from viz.page import Links, render_message, render_page
from viz.palette import Theme
from viz.svg import render_svg
from zeren.errors import BadParameter, NotFound

router = APIRouter(tags=["embed"])

_LINKS = Links(assets="../../static/viz")
_YEAR = 31_536_000


def store_of(request: Request) -> Store:
    """The store that the application was made with."""
    return cast(Store, request.app.state.store)


def pictures_of(request: Request) -> Pictures:
    """The application's pictures, made on first use."""
    state = request.app.state
    if not hasattr(state, "pictures"):
        state.pictures = Pictures()
    return cast(Pictures, state.pictures)


def choice_of(
    roles: Annotated[
        list[str] | None, Query(description="lead、responsible、support,可重复或用逗号分隔")
    ] = None,
    kinds: Annotated[list[str] | None, Query(description="plan、task、unit、indicator")] = None,
    limit: Annotated[int, Query(ge=1, le=2000, description="最多画多少个节点")] = 300,
) -> Choice:
    """What is drawn, from the query."""
    return Choice.of(roles, kinds, limit)


StoreDep = Annotated[Store, Depends(store_of)]
PicturesDep = Annotated[Pictures, Depends(pictures_of)]
ChoiceDep = Annotated[Choice, Depends(choice_of)]
Height = Annotated[int | None, Query(ge=200, le=4000, description="页面高度(像素)")]


@router.get("/embed/{kind}/{id}", response_class=HTMLResponse, summary="可嵌入的网络图页面")
def show_page(
    request: Request, kind: Kind, id: str, store: StoreDep, pictures: PicturesDep, choice: ChoiceDep,
    theme: Theme = "auto", height: Height = None,
) -> Response:  # fmt: skip
    """A plan's network or a unit's, ready for an iframe."""
    headers = {"Content-Security-Policy": _policy(request), "Cache-Control": "no-cache"}
    tag = pictures.tag(store, kind, id, choice, theme, str(height))
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers | {"ETag": tag})
    try:
        view = pictures.view(store, kind, id, choice)
    except (NotFound, BadParameter) as error:
        status = 404 if isinstance(error, NotFound) else 422
        page = render_message("没有可以显示的图", str(error), _LINKS, theme=theme)
        return HTMLResponse(page, status, headers)
    query = choice.query() | ({} if theme == "auto" else {"theme": theme})
    links = Links(
        assets=_LINKS.assets,
        graph="../../api/graph",
        svg=f"./{quote(id, safe='')}/svg?{urlencode(choice.query())}",
        page="?" + urlencode(query | ({"height": str(height)} if height else {})),
    )
    page = render_page(view, links, theme=theme, height=height)
    return HTMLResponse(page, headers=headers | {"ETag": tag})


@router.get("/embed/{kind}/{id}/svg", summary="同一张图的 SVG")
def show_svg(
    kind: Kind, id: str, store: StoreDep, pictures: PicturesDep, choice: ChoiceDep,
    theme: Literal["light", "dark"] = "light",
) -> Response:  # fmt: skip
    """The whole picture of the page as SVG, from the same layout."""
    text = render_svg(pictures.view(store, kind, id, choice), theme)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(text, media_type="image/svg+xml", headers={"Content-Security-Policy": policy})


@router.get("/static/viz/{name}", include_in_schema=False)
def show_asset(name: Literal["vis-network.js", "view.js", "view.css"]) -> Response:
    """A script or style; the URL carries a hash of it, so that it may be kept for a year."""
    assert name in NAMES
    found = asset(name)
    headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable", "ETag": f'"{found.version}"'}
    return Response(found.text, media_type=found.media_type, headers=headers)


def _policy(request: Request) -> str:
    ancestors: Sequence[str] = getattr(request.app.state, "frame_ancestors", ()) or ("'self'",)
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors {' '.join(ancestors)}"
    )
