"""Files to take away: the ledger as a workbook, the dossier of one unit as docx."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, Response
from starlette.background import BackgroundTask

from api import schemas
from api.deps import StoreDep
from api.dossier import dossier
from api.ledger import write_ledger
from api.ledger_rows import Scope
from api.problems import responses
from api.tables import MEDIA_TYPES
from zeren.errors import BadParameter, Moved, NotFound

router = APIRouter(prefix="/api", tags=["files"])

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Several = Annotated[list[str] | None, Query(description="编号、名称或文号,可重复")]
Roles = Annotated[list[schemas.Role] | None, Query(description="角色,不填为全部")]


@router.get("/ledger.xlsx", responses=responses(NotFound, BadParameter), response_class=FileResponse)
def take_ledger(
    store: StoreDep, plan: Several = None, unit: Several = None, region: Several = None, role: Roles = None
) -> FileResponse:
    """The whole ledger (台账) of a choice: sheets of tasks, units, indicators and findings."""
    scope = Scope.of(store, plan or (), unit or (), region or (), role or ())
    folder = Path(tempfile.mkdtemp(prefix="zeren-"))
    try:
        total = write_ledger(store, folder / "ledger.xlsx", scope)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    headers = {"Content-Disposition": attachment("责任台账.xlsx", "ledger.xlsx"), "X-Total-Count": str(total)}
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(
        folder / "ledger.xlsx", headers=headers, media_type=MEDIA_TYPES["xlsx"], background=gone
    )


@router.get("/units/{id}/dossier.docx", responses=responses(NotFound, Moved), response_class=Response)
def take_dossier(store: StoreDep, id: str) -> Response:
    """The dossier of one unit (单位责任清单), ready to print."""
    name, data = dossier(store, id)
    headers = {"Content-Disposition": attachment(f"{name}责任清单.docx", "dossier.docx")}
    return Response(data, media_type=_DOCX, headers=headers)


def attachment(name: str, plain: str) -> str:
    """A Content-Disposition that saves under a Chinese name; `plain` is for what can't read it."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
