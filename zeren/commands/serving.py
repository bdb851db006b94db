"""The command that serves pages and API."""

from __future__ import annotations

import socket
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from zeren import terminal
from zeren.commands.common import StoreOption, open_store
from zeren.errors import StoreError
from zeren.settings import Settings


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option("--host", help="监听地址")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="端口")] = 8000,
) -> None:
    """启动网页和接口。"""
    settings = Settings()
    _refuse_open_door(host, settings)
    _refuse_taken_port(host, port)
    opened = open_store(store or settings.store, settings, read_only=False)
    terminal.note(f"责任图谱:http://{host}:{port}/ (按 Ctrl+C 结束)")
    try:
        uvicorn.run(create_app(opened, settings), host=host, port=port, log_level=settings.log_level.lower())
    finally:
        opened.close()


def _refuse_open_door(host: str, settings: Settings) -> None:
    hosts_unset = settings.hosts == Settings.model_fields["hosts"].default
    if not _is_loopback(host) and settings.read_token is None and hosts_unset:
        raise StoreError(
            f"监听 {host} 会让其他机器访问,请先设置 ZEREN_HOSTS(允许的域名),可再设 ZEREN_READ_TOKEN"
        )


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StoreError(f"端口 {port} 用不了({error.strerror}),请用 --port 换一个") from error


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


COMMANDS = (serve,)
