"""What endpoints are given: the store, the catalogue, the window of a list."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Query, Request
from pydantic import Field

from graph.catalogue import Catalogue
from graph.store import Store
from zeren.errors import BadParameter, TooBusy
from zeren.settings import Settings

MAX_OFFSET = 1 << 31
_PATIENCE_SECONDS = 5.0
"""While a new generation is opened on a busy machine queries stand for two or three."""


def settings_of(request: Request) -> Settings:
    """The settings that the application was made with."""
    return cast(Settings, request.app.state.settings)


def catalogue_of(request: Request) -> Catalogue:
    """The named queries."""
    return cast(Catalogue, request.app.state.catalogue)


def store_of(request: Request) -> Iterator[Store]:
    """The store, while one of the query slots is held; raises TooBusy when none gets free."""
    slots = cast(threading.BoundedSemaphore, request.app.state.slots)
    if not slots.acquire(timeout=_PATIENCE_SECONDS):
        raise TooBusy("同时查询的人太多,请稍等几秒再试")
    try:
        yield cast(Store, request.app.state.store)
    finally:
        slots.release()


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of a list are wanted."""

    limit: int
    offset: int


def window_of(
    settings: Annotated[Settings, Depends(settings_of)],
    limit: Annotated[int, Query(ge=1, description="最多返回多少条")] = 50,
    offset: Annotated[int, Query(ge=0, le=MAX_OFFSET, description="跳过多少条")] = 0,
) -> Window:
    """The window; raises BadParameter for more rows than the settings allow."""
    if limit > settings.query_max_rows:
        raise BadParameter(f"limit 最多 {settings.query_max_rows},更多的数据请分页,或用 .csv 取全部")
    return Window(limit, offset)


StoreDep = Annotated[Store, Depends(store_of)]
CatalogueDep = Annotated[Catalogue, Depends(catalogue_of)]
SettingsDep = Annotated[Settings, Depends(settings_of)]
Years = Annotated[list[Annotated[int, Field(ge=1, le=9999)]] | None, Query(description="年份")]
"""Of four digits: engines know no integers of any size."""
WindowDep = Annotated[Window, Depends(window_of)]
