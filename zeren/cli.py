"""The command line. Errors are one line on stderr that says what to do; exit 1 failed, 2 misused."""

from __future__ import annotations

import importlib
import sys
from typing import Annotated, Any, NamedTuple, NoReturn

import typer
from pydantic import ValidationError
from typer.core import TyperCommand, TyperGroup

from zeren import __version__, terminal
from zeren.errors import ZerenError
from zeren.problems import problem_of


class _Command(NamedTuple):
    """The module of `zeren.commands` that has a command, and what the help says of it."""

    module: str
    help: str


COMMANDS = {
    "extract": _Command("documents", "读文件,每份写一个抽取结果(JSON)。"),
    "check": _Command("documents", "检查文件本身的问题(无牵头单位、编号、读不出的分工等)。"),
    "load": _Command("storing", "读文件并入库,每份给出任务、单位、指标、发现的问题和覆盖率。"),
    "remove": _Command("storing", "删去一个方案及其全部事实,或一份单独载入的附件。"),
    "rebuild": _Command("storing", "用保存的抽取结果重建图谱。"),
    "status": _Command("storing", "显示图谱库里有什么。"),
    "queries": _Command("querying", "列出全部查询。"),
    "query": _Command("querying", "运行一个查询,如 zeren query tasks_of_unit unit=市工信局。"),
    "units": _Command("querying", "列出各文件里的单位:同一单位的各种写法归在一起,并标出条线。"),
    "similar": _Command("querying", "列出各地、各年之间相对应的任务,相似度高的在前;json 也含门槛以下的。"),
    "view": _Command("querying", "画一张离线可看的网络图。"),
    "ask": _Command("asking", "用一句话提问:谁牵头、有哪些任务、指标是多少、哪些文件引用了它。"),
    "export": _Command(
        "export", "把图谱导出给 Gephi、pandas、Neo4j 等;不加 --plan、--unit、--region 时导出全部。"
    ),
    "copy": _Command("copy", "把一个库的全部文件复制到另一个库(可换引擎),并逐行核对。"),
    "serve": _Command("serving", "启动网页和接口。"),
    "embed-key": _Command("serving", "给设了读口令的服务器做一个嵌入地址:只能看这一张图,到期失效。"),
    "mcp": _Command("assistant", "让 AI 助手用图谱(MCP,标准输入输出);只读。"),
}
"""In the order that the help names them."""


class _Commands(TyperGroup):
    """The commands, each loaded when it is called: the server's parts take longer than reading a document."""

    listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module, help = COMMANDS[cmd_name]
        if self.listing:
            return TyperCommand(cmd_name, help=help)
        run = importlib.import_module(f"zeren.commands.{module}").COMMANDS[cmd_name]
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        single.command(cmd_name, help=help)(run)
        return typer.main.get_command(single)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        self.listing = True
        super().format_help(ctx, formatter)


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
        wrong = _usage(error)  # nothing where the help was shown for want of a command
        return _complain(f"用法不对:{wrong}。运行 zeren --help 查看用法", 2) if wrong else 2
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
