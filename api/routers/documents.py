"""Loading and removing documents over HTTP; the gate lets only those in who may write."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Annotated, Any, cast

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request, Response

from api import schemas_loading as shapes
from api.deps import SettingsDep, StoreDep
from api.loading import Loading, Mode, Taken
from api.problems import responses
from api.uploads import receive_upload
from graph.removal import removing
from zeren.errors import BadParameter, LoadError, LoadRunning, NotFound, TooLarge, Unauthorized, WrongType

router = APIRouter(prefix="/api/documents", tags=["documents"])

_MODES = "load 载入;new 只载入新文件,会替换时先给出差异;preview 只预览"
_FILE = {"type": "string", "format": "binary"}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "一份文件:表单的 file 一栏,或直接作为请求内容(文件名写在 ?name=)",
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}}
            },
            "application/octet-stream": {"schema": _FILE},
        },
    }
}


def loading_of(request: Request) -> Loading:
    """The application's one way of loading."""
    return cast(Loading, request.app.state.loading)


LoadingDep = Annotated[Loading, Depends(loading_of)]


@router.post(
    "", status_code=201, openapi_extra=_BODY,
    responses={
        200: {"model": shapes.LoadReport, "description": "没有载入:内容没有变化,或只是预览"},
        **responses(BadParameter, LoadError, TooLarge, WrongType, LoadRunning, Unauthorized, NotFound),
    },
)  # fmt: skip
async def load_document(
    request: Request, response: Response, loading: LoadingDep, settings: SettingsDep,
    mode: Annotated[Mode, Query(description=_MODES)] = "load",
    replace: Annotated[bool, Query(description="编号相同而标题不同时也替换")] = False,
    annex_of: Annotated[str | None, Query(max_length=300, description="作为该方案的附件入库")] = None,
    name: Annotated[str | None, Query(max_length=300, description="文件名(直接发送内容时)")] = None,
) -> shapes.LoadReport:  # fmt: skip
    """Read and load one document; 200 where nothing was changed by it."""
    upload = await receive_upload(request, settings.max_upload_mb)
    taken = await to_thread.run_sync(partial(loading.take, upload, mode, replace, annex_of))
    if not taken.loaded or taken.report.status == "unchanged":
        response.status_code = 200
    return _told(taken)


@router.delete("/{id}", responses=responses(NotFound, LoadRunning, Unauthorized))
def remove_document(loading: LoadingDep, id: str) -> shapes.Removal:
    """Take a document away: an annex that came by itself alone, a plan's main text with the whole plan."""
    return shapes.Removal.model_validate(dataclasses.asdict(loading.remove(id)))


@router.get("/{id}/removal", responses=responses(NotFound))
def what_removing_takes(store: StoreDep, id: str) -> shapes.Removing:
    """What removing a document (or a plan, by its id) would take away; nothing is changed."""
    found = removing(store, id)
    return shapes.Removing(
        plan=found.plan, title=found.title, whole=found.whole, tasks=found.tasks, indicators=found.indicators,
        documents=[shapes.Removed(id=each.id, file_name=each.file_name) for each in found.documents],
    )  # fmt: skip


def _told(taken: Taken) -> shapes.LoadReport:
    report = dataclasses.asdict(taken.report)
    del report["error"]
    replaces = dataclasses.asdict(taken.replaces) if taken.replaces else None
    return shapes.LoadReport.model_validate(
        {
            **report,
            "loaded": taken.loaded,
            "replaces": replaces,
            "details": [dataclasses.asdict(finding) for finding in taken.findings],
        }
    )
