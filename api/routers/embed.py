"""Pages for frames in portals: `/embed/{kind}/{id}`, their SVG and their scripts.

A page carries a Content-Security-Policy of its own: nothing but this server's script, no inline
script, and only the portals of the setting FRAME_ANCESTORS may frame it. When a node is chosen the
page sends `{"type": "zeren:select", "node": {"id", "kind", "label"} or null}` to the window around
it with postMessage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, cast
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import SettingsDep, StoreDep
from api.views import Choice, Kind, Pictures
from graph.narrowing import MOST
from graph.subgraph import DEFAULT_LIMIT
from viz.assets import asset
from viz.page import Links, render_message, render_page
from viz.palette import Theme
from viz.svg import render_svg
from zeren.errors import BadParameter, Moved, NotFound

router = APIRouter(tags=["embed"])

_ASSETS = Links(assets="../../static/viz")
_YEAR = 31_536_000


def pictures_of(request: Request) -> Pictures:
    """The application's pictures, made on first use."""
    state = request.app.state
    if not hasattr(state, "pictures"):
        state.pictures = Pictures()
    return cast(Pictures, state.pictures)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the query of a page asks for, not yet looked at."""

    roles: Annotated[list[str] | None, Query(description="lead、responsible、support,可重复或用逗号分隔")] = (
        None
    )
    kinds: Annotated[list[str] | None, Query(description="plan、task、unit、indicator,同上")] = None
    limit: Annotated[int, Query(ge=1, le=MOST, description="最多画多少个节点")] = DEFAULT_LIMIT

    def choice(self) -> Choice:
        """The choice that it comes to; raises BadParameter."""
        return Choice.of(self.roles, self.kinds, self.limit)


PicturesDep = Annotated[Pictures, Depends(pictures_of)]
AskedDep = Annotated[Asked, Depends()]
Height = Annotated[int | None, Query(ge=200, le=4000, description="页面高度(像素)")]


@router.get("/embed/{kind}/{id}", response_class=HTMLResponse, summary="可嵌入的网络图页面")
def show_page(
    request: Request, kind: Kind, id: str, store: StoreDep, pictures: PicturesDep,
    settings: SettingsDep, asked: AskedDep, theme: Theme = "auto", height: Height = None,
) -> Response:  # fmt: skip
    """The picture of a plan, a unit, its cooperation, a function across regions …, ready for an iframe."""
    headers = {"Content-Security-Policy": _policy(settings.frame_ancestors), "Cache-Control": "no-cache"}
    try:
        with store.standing():
            tag = pictures.tag(store, kind, id, asked, theme, height)
            if request.headers.get("if-none-match") == tag:
                return Response(status_code=304, headers=headers | {"ETag": tag})
            choice = asked.choice()
            view = pictures.view(store, kind, id, choice)
    except Moved as error:
        return RedirectResponse(f"./{quote(error.target, safe='')}?{request.url.query}", 308)
    except (NotFound, BadParameter) as error:
        page = render_message("没有可以显示的图", str(error), _ASSETS, theme=theme)
        return HTMLResponse(page, 404 if isinstance(error, NotFound) else 422, headers)
    links = _links(id, choice, theme, height, request.query_params.get("key", ""))
    page = render_page(view, links, theme=theme, height=height)
    return HTMLResponse(page, headers=headers | {"ETag": tag})


@router.get("/embed/{kind}/{id}/svg", summary="同一张图的 SVG")
def show_svg(
    kind: Kind, id: str, store: StoreDep, pictures: PicturesDep, asked: AskedDep,
    theme: Literal["light", "dark"] = "light",
) -> Response:  # fmt: skip
    """The whole picture of the page as SVG, from the same layout."""
    text = render_svg(pictures.view(store, kind, id, asked.choice()), theme)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(text, media_type="image/svg+xml", headers={"Content-Security-Policy": policy})


@router.get("/static/viz/{name}", include_in_schema=False)
def show_asset(name: Literal["vis-network.js", "view.js", "view.css"]) -> Response:
    """A script or style; the URL carries a hash of it, so that it may be kept for a year."""
    found = asset(name)
    headers = {"Cache-Control": f"public, max-age={_YEAR}, immutable", "ETag": f'"{found.version}"'}
    return Response(found.text, media_type=found.media_type, headers=headers)


def _links(id: str, choice: Choice, theme: Theme, height: int | None, key: str) -> Links:
    """Relative links, so that they hold behind a proxy with a path of its own.

    A signed key opens this one picture: nothing else is offered beside it.
    """
    query = choice.query() | ({"key": key} if key else {})
    shown = (
        query | ({} if theme == "auto" else {"theme": theme}) | ({"height": str(height)} if height else {})
    )
    return Links(
        assets=_ASSETS.assets,
        graph="" if key else "../../api/graph",
        svg=f"./{quote(id, safe='')}/svg?{urlencode(query)}",
        page="?" + urlencode(shown),
        site="" if key else "../..",
    )


def _policy(frame_ancestors: str) -> str:
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors " + (frame_ancestors or "'none'")
    )
