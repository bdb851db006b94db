"""Receiving one document over HTTP: multipart or raw, never more than is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message as Header

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from zeren.errors import BadParameter, TooLarge

_MB = 1 << 20
_WRAPPING = 64 << 10
"""Bytes that multipart puts around a file at most: boundaries, heads, a few fields."""
_NAME_BYTES = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_BROKEN = "上传的内容不完整,请重新上传"


@dataclass(frozen=True, slots=True)
class Upload:
    """A document as it was sent: its file name without folders, and its bytes."""

    name: str
    data: bytes


async def receive_upload(request: Request, most_mb: int) -> Upload:
    """The one document of a request: the file of a form, or the body with its name in `?name=`.

    Reading stops, with TooLarge, where the size passes `most_mb`. Raises BadParameter without a
    document, without a name, and for a broken form.
    """
    limit = most_mb * _MB
    limited = Request(request.scope, _counting(request, limit))
    try:
        if request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            # the form's files are closed, and their temporary files gone, when the block ends
            async with limited.form(max_files=1, max_fields=8) as form:
                return await _of_form(form)
        data = await limited.body()
    except ClientDisconnect as error:
        raise BadParameter(_BROKEN) from error
    except HTTPException as error:
        raise BadParameter(f"{_BROKEN};一次只能上传一份文件") from error
    return Upload(_name(request.query_params.get("name") or _disposition(request)), data)


async def read_small(request: Request, most: int) -> bytes:
    """A body of a few bytes; raises TooLarge beyond `most`."""
    try:
        return await Request(request.scope, _counting(request, most, wrapping=0)).body()
    except ClientDisconnect as error:
        raise BadParameter(_BROKEN) from error


async def _of_form(form: FormData) -> Upload:
    files = [each for each in form.values() if isinstance(each, UploadFile)]
    if not files:
        raise BadParameter("没有收到文件,请在表单里用 file 一栏上传一份文件")
    return Upload(_name(files[0].filename or ""), await files[0].read())


def _counting(request: Request, limit: int, wrapping: int = _WRAPPING):  # type: ignore[no-untyped-def]
    """The request's `receive`, which stops beyond the limit instead of reading on."""
    most = limit + wrapping
    told = f"上传的内容超过 {max(limit // _MB, 1)} MB 的上限,请拆分后再试"
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and (len(declared) > 18 or int(declared) > most):
        raise TooLarge(told)
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > most:
            raise TooLarge(told)
        return message

    return receive


def _disposition(request: Request) -> str:
    header = Header()
    header["Content-Disposition"] = request.headers.get("content-disposition", "")
    return header.get_filename() or ""


def _name(given: str) -> str:
    """A file's name alone, printable and not too long; the ending is kept, since it tells the type."""
    name = _UNPRINTABLE.sub("", re.split(r"[/\\]", given)[-1]).strip()
    if not name.strip("."):
        raise BadParameter("没有收到文件名,请用 ?name=文件名.docx 给出(要带后缀)")
    stem, dot, ending = name.rpartition(".")
    room = _NAME_BYTES - len((dot + ending).encode("utf-8", "replace"))
    if len(name.encode("utf-8", "replace")) <= _NAME_BYTES or room < 1:
        return name.encode("utf-8", "replace")[:_NAME_BYTES].decode("utf-8", "ignore")
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + dot + ending
