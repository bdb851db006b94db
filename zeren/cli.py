"""The command line. Errors are one line on stderr that says what to do; exit 1 failed, 2 misused."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from zeren import __version__, terminal
from zeren.errors import ZerenError
from zeren.problems import problem_of

MODULE_OF = {
    "extract": "documents",
    "check": "documents",
    "load": "storing",
    "remove": "storing",
    "rebuild": "storing",
    "status": "storing",
    "queries": "querying",
    "query": "querying",
    "units": "querying",
    "similar": "querying",
    "view": "querying",
    "ask": "asking",
    "export": "export",
    "copy": "copy",
    "serve": "serving",
    "embed-key": "serving",
    "mcp": "assistant",
}
"""The module of `zeren.commands` that has each command, in the order that the help names them."""


class _Commands(TyperGroup):
    """The commands, each loaded when it is called: the server's parts take longer than reading a document."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULE_OF)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in MODULE_OF:
            return None
        module = importlib.import_module(f"zeren.commands.{MODULE_OF[cmd_name]}")
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        single.command(cmd_name)(module.COMMANDS[cmd_name])
        return typer.main.get_command(single)


app = typer.Typer(
    cls=_Commands,
    name="zeren",
    help="责任图谱:把工作方案读成“谁牵头、谁配合、完成哪些指标”的图谱。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


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
    except (ZerenError, OSError, ValidationError) as error:
        if _state["debug"]:
            raise
        return _failed(error)
    return int(status or 0)


def _failed(error: ZerenError | OSError | ValidationError) -> int:
    if isinstance(error, ZerenError):
        return _complain(str(error), problem_of(error).exit)
    if isinstance(error, OSError):
        return _complain(f"系统错误:{error.strerror}({error.filename or ''}),请检查路径、权限和磁盘空间", 1)
    if error.title != "Settings":
        raise error
    wrong = "、".join(f"ZEREN_{str(each['loc'][0]).upper()}" for each in error.errors() if each["loc"])
    return _complain(f"设置 {wrong} 的值不对,请对照 docs/settings.md 改正环境变量或 .env", 2)


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
    terminal.note(message)
    return status
