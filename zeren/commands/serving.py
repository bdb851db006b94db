"""Commands that serve pages and API, and make the keys for embedded pictures."""

from __future__ import annotations

import os
import secrets
import socket
import time
from typing import Annotated, cast, get_args
from urllib.parse import quote

import typer

from api.access import embed_key
from api.views import Kind, subject
from zeren import terminal
from zeren.commands.common import choice
from zeren.commands.stores import StoreOption, open_store, using_store
from zeren.errors import BadParameter, StoreError
from zeren.logs import log_to_stderr
from zeren.settings import Settings

_DAY_SECONDS = 86_400
_KEEP_ALIVE_SECONDS = 15


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option("--host", help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="端口")] = 8000,
    open: Annotated[bool, typer.Option("--open", help="不设口令也对其他机器开放(任何人可读)")] = False,
) -> None:
    """Serve pages and API."""
    import uvicorn  # the server's parts take longest to load, and whatever stops it is told before

    from api.app import create_app

    settings = Settings()
    local = _is_loopback(host)
    if not local:
        _check_open_door(host, settings, open)
    _refuse_taken_port(host, port)
    opened = open_store(store or settings.store, settings, read_only=False)
    key = secrets.token_urlsafe(24) if local and not settings.token else None
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    terminal.note(f"责任图谱:{address}/ (按 Ctrl+C 结束)")
    if key:
        terminal.note(f"要上传文件,请在浏览器打开(只能用一次,12 小时内有效):{address}/login?key={key}")
    log_to_stderr(settings.log_level)
    try:
        uvicorn.run(
            create_app(opened, settings, one_time_key=key), host=host, port=port, log_config=None,
            # our own access log cuts keys out of addresses
            access_log=False, server_header=False, timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        )  # fmt: skip
    finally:
        opened.close()


def embed_key_command(
    kind: Annotated[str, typer.Argument(help="、".join(get_args(Kind)), show_default=False)],
    id: Annotated[str, typer.Argument(help="编号、名称或别名;compare 为条线或任务", show_default=False)],
    store: StoreOption = None,
    days: Annotated[int, typer.Option("--days", min=1, max=3650, help="多少天内有效")] = 90,
) -> None:
    """Make an address for one embedded picture of a server with a read token."""
    choice(kind, get_args(Kind), "视图")
    settings = Settings()
    token = settings.read_token.get_secret_value() if settings.read_token else ""
    if not token:
        raise BadParameter("没有设置 ZEREN_READ_TOKEN:读取不需要口令,嵌入地址也就不需要 key")
    with using_store(store, read_only=True) as opened:
        node = subject(opened, cast(Kind, kind), id)
    key = embed_key(token, kind, node, int(time.time()) + days * _DAY_SECONDS)
    prefix = settings.root_path.strip("/")
    typer.echo(f"{'/' + prefix if prefix else ''}/embed/{kind}/{quote(node, safe=':')}?key={key}")


def _check_open_door(host: str, settings: Settings, open: bool) -> None:
    if not (settings.read_token or settings.token or open):
        raise StoreError(
            f"监听 {host} 会让其他机器访问,请先设置 ZEREN_READ_TOKEN(看的口令)或 ZEREN_TOKEN(上传的口令);"
            "确要不设口令,请加 --open"
        )
    if settings.hosts == Settings.model_fields["hosts"].default:
        terminal.note("提示:ZEREN_HOSTS 没有设置,只回答 localhost;请把别人访问时用的域名或地址写进去")


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # where it would let two programs have one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StoreError(f"端口 {port} 用不了({error.strerror}),请用 --port 换一个") from error


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


COMMANDS = {"serve": serve, "embed-key": embed_key_command}
