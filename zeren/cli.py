"""The command line. Errors are one line on stderr that says what to do; exit 1 failed, 2 misused."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from zeren import __version__, actions
from zeren.errors import ZerenError
from zeren.settings import Settings

app = typer.Typer(
    name="zeren",
    help="责任图谱:把工作方案读成“谁牵头、谁配合、完成哪些指标”的图谱。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

Paths = Annotated[list[Path], typer.Argument(help="文件或文件夹", show_default=False)]
StoreOption = Annotated[str | None, typer.Option("--store", help="图谱库地址,如 ladybug://zeren-data")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"zeren {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    debug: Annotated[bool, typer.Option("--debug", help="出错时显示完整的调用栈")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本号")
    ] = False,
) -> None:
    _state["debug"] = debug


_state = {"debug": False}

UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""Typer carries its own copy of Click and exports of its errors only this one's child."""


@contextmanager
def _store(url: str | None, *, read_only: bool) -> Iterator[Any]:
    settings = Settings()
    store = actions.open_store(url or settings.store, settings, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


@app.command()
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="输出文件夹")],
) -> None:
    """读文件,每份写一个抽取结果(JSON)。"""
    _finish(actions.extract(paths, out))


@app.command()
def load(
    paths: Paths,
    store: StoreOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="编号相同而标题不同时也替换")] = False,
    annex_of: Annotated[str | None, typer.Option("--annex-of", help="作为该方案的附件入库")] = None,
) -> None:
    """读文件并入库,每份给出任务、单位、指标、发现的问题和覆盖率。"""
    with _store(store, read_only=False) as opened:
        _finish(actions.load(opened, paths, replace=replace, annex_of=annex_of))


@app.command()
def check(
    paths: Paths,
    format: Annotated[str, typer.Option("--format", help="text 或 json")] = "text",
) -> None:
    """检查文件本身的问题(无牵头单位、编号、读不出的分工等)。"""
    _choice(format, ("text", "json"), "--format")
    _finish(actions.check(paths, as_json=format == "json"))


@app.command()
def queries(store: StoreOption = None) -> None:
    """列出全部查询。"""
    actions.list_queries(Settings())


@app.command()
def query(
    name: Annotated[str, typer.Argument(help="查询名,见 zeren queries", show_default=False)],
    parameters: Annotated[list[str] | None, typer.Argument(help="参数,如 unit=市工信局")] = None,
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", help="table、json、csv 或 xlsx")] = "table",
    out: Annotated[Path | None, typer.Option("--out", help="写入文件")] = None,
) -> None:
    """运行一个查询,如 zeren query tasks_of_unit unit=市工信局。"""
    _choice(format, ("table", "json", "csv", "xlsx"), "--format")
    given = _pairs(parameters or [])
    with _store(store, read_only=True) as opened:
        actions.query(opened, Settings(), name, given, format, out)


@app.command()
def units(
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", help="table 或 json")] = "table",
) -> None:
    """列出各文件里的单位:同一单位的各种写法归在一起,并标出条线。"""
    _choice(format, ("table", "json"), "--format")
    with _store(store, read_only=True) as opened:
        actions.units(opened, as_json=format == "json")


@app.command()
def view(
    kind: Annotated[str, typer.Argument(help="plan 或 unit", show_default=False)],
    id: Annotated[str, typer.Argument(help="编号、名称或别名", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="输出的 HTML 文件")],
    store: StoreOption = None,
) -> None:
    """画一张离线可看的网络图。"""
    _choice(kind, actions.VIEW_KINDS, "视图")
    with _store(store, read_only=True) as opened:
        actions.view(opened, Settings(), kind, id, out)


@app.command()
def serve(
    store: StoreOption = None,
    host: Annotated[str | None, typer.Option("--host", help="监听地址")] = None,
    port: Annotated[int, typer.Option("--port", help="端口")] = 8000,
) -> None:
    """启动网页和接口。"""
    actions.serve(store, host or "127.0.0.1", port)


@app.command()
def remove(
    plan: Annotated[str, typer.Argument(help="方案的编号、文号或标题", show_default=False)],
    store: StoreOption = None,
) -> None:
    """删去一个方案及其全部事实。"""
    with _store(store, read_only=False) as opened:
        actions.remove(opened, Settings(), plan)


@app.command()
def rebuild(store: StoreOption = None) -> None:
    """用保存的抽取结果重建图谱。"""
    with _store(store, read_only=False) as opened:
        _finish(actions.rebuild(opened))


@app.command()
def status(store: StoreOption = None) -> None:
    """显示图谱库里有什么。"""
    with _store(store, read_only=True) as opened:
        actions.status(opened)


def _finish(failed: int) -> None:
    if failed:
        raise typer.Exit(1)


def _choice(value: str, allowed: tuple[str, ...], name: str) -> None:
    if value not in allowed:
        raise typer.BadParameter(f"{name} 只能是 {'、'.join(allowed)}")


def _pairs(parameters: list[str]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for each in parameters:
        key, equals, value = each.partition("=")
        if not equals:
            raise typer.BadParameter(f"参数写成 名称=值,如 unit=市工信局(收到“{each[:40]}”)")
        given.setdefault(key, []).append(value)
    return given


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Chinese consoles on Windows default to GBK, which lacks rare characters of names
            stream.reconfigure(errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        status = app(standalone_mode=False)
    except UsageError as error:
        return _complain(f"用法不对:{_usage(error)}。运行 zeren --help 查看用法", 2)
    except typer.Exit as leaving:
        return leaving.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _complain("已中断", 130)
    except BrokenPipeError:
        return 0
    except ZerenError as error:
        if _state["debug"]:
            raise
        return _complain(str(error), actions.exit_code(error))
    except OSError as error:
        if _state["debug"]:
            raise
        return _complain(f"系统错误:{error.strerror}({error.filename or ''}),请检查路径、权限和磁盘空间", 1)
    return int(status or 0)


_USAGE = (
    ("Missing argument", "缺少参数"),
    ("Missing parameter: ", "缺少选项或参数 "),
    ("Missing option", "缺少选项"),
    ("No such option", "没有这个选项"),
    ("No such command", "没有这个命令"),
    ("Got unexpected extra argument", "多出来的参数"),
    ("Invalid value for", "值不对"),
)
"""Click's own messages, which are English, as a clerk should see them."""


def _usage(error: Exception) -> str:
    message = str(getattr(error, "format_message", lambda: error)())
    for english, chinese in _USAGE:
        message = message.replace(english, chinese)
    return " ".join(message.split()).rstrip(".")


def _complain(message: str, status: int) -> int:
    print(" ".join(message.split()), file=sys.stderr)
    return status


def dump_json(value: Any) -> str:
    """JSON as the command line prints it."""
    return json.dumps(value, ensure_ascii=False, indent=1)
