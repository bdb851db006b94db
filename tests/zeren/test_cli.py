"""The command line, run as a program."""

from __future__ import annotations

import importlib
import json
import pkgutil
import socket
import subprocess
import sys

import pytest

import zeren.commands as commands
from tests.support.command import zeren_here
from zeren import __version__
from zeren.cli import COMMANDS

PLAN = """青岚市园林局文件
青园发〔2031〕3号
青岚市公园建设工作方案
一、主要目标
新建公园3个以上,绿地率达到40%。
二、重点任务
(一)选址。完成选址。(市园林局牵头,市财政局配合)
(二)绿化。新增绿地20公顷。(市园林局、市林业局负责)
青岚市园林局
2031年2月1日
"""


def zeren(*arguments, cwd):
    command = [sys.executable, "-m", "zeren", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


def with_plan(folder):
    (folder / "docs").mkdir()
    (folder / "docs" / "park.txt").write_text(PLAN, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    return with_plan(tmp_path)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A folder with the plan and a store that holds it, for what changes neither."""
    path = with_plan(tmp_path_factory.mktemp("loaded"))
    assert zeren_here("load", "docs", "--store", "ladybug://store", cwd=path).returncode == 0
    return path


def test_version(tmp_path):
    assert zeren("--version", cwd=tmp_path).stdout == f"zeren {__version__}\n"


def test_extract_load_query_view_and_remove(folder):
    assert zeren("extract", "docs", "--out", "out", cwd=folder).returncode == 0
    found = json.loads((folder / "out" / "park.json").read_text("utf-8"))
    named = [task for task in found["tasks"] if task["assignments"]]
    assert [task["path"] for task in named] == [["二", "(一)"], ["二", "(二)"]]
    for task in found["tasks"]:
        for each in task["assignments"]:
            assert found["text"][each["start"] : each["stop"]] == each["raw"]
    store = ("--store", "ladybug://store")
    loaded = zeren("load", "docs", *store, cwd=folder)
    assert (loaded.returncode, "任务 2" in loaded.stdout) == (0, True)
    assert "没有变化" in zeren_here("load", "out/park.json", *store, cwd=folder).stdout
    rows = json.loads(
        zeren_here("query", "tasks_of_unit", "unit=市园林局", "--format", "json", *store, cwd=folder).stdout
    )
    assert [row["role"] for row in rows] == ["lead", "responsible"]
    assert (
        zeren_here("view", "plan", "青园发〔2031〕3号", "--out", "plan.html", *store, cwd=folder).returncode
        == 0
    )
    assert "市园林局" in (folder / "plan.html").read_text("utf-8")
    assert "tasks_of_unit" in zeren_here("queries", cwd=folder).stdout
    assert "任务 2" in zeren_here("status", *store, cwd=folder).stdout
    assert zeren_here("rebuild", *store, cwd=folder).returncode == 0
    assert "Task 3" in zeren_here("remove", "青园发〔2031〕3号", *store, cwd=folder).stdout


def test_a_folder_s_tables_of_commas_are_loaded(folder):
    rows = "青岚市湿地保护任务清单,,\n序号,任务,牵头单位\n1,退耕还湿,市林业局\n2,补水,市水利局\n"
    (folder / "docs" / "湿地.csv").write_bytes(rows.encode("gb18030"))
    assert zeren_here("load", "docs", "--store", "ladybug://store", cwd=folder).returncode == 0
    found = zeren_here(
        "query",
        "tasks_of_unit",
        "unit=市水利局",
        "--format",
        "json",
        "--store",
        "ladybug://store",
        cwd=folder,
    )
    assert [row["title"] for row in json.loads(found.stdout)] == ["补水"]


def test_a_load_tells_the_line_of_a_corrected_pair_whose_plan_is_gone(folder):
    text = (
        '\n[[pair]]\na = "x-青岚市:青园发〔2031〕3号:一"\nb = "x-云川市:云发〔2031〕1号:一"\nmatch = true\n'
    )
    (folder / "corrections.toml").write_text(text, "utf-8")
    (folder / ".env").write_text("ZEREN_CORRECTIONS=corrections.toml\n", "utf-8")
    loaded = zeren("load", "docs", "--store", "ladybug://store", cwd=folder)
    assert (loaded.returncode, len(loaded.stderr.strip().splitlines())) == (0, 1)
    assert "第 2 行" in loaded.stderr
    assert "x-云川市:云发〔2031〕1号:一" in loaded.stderr


def test_bad_documents_are_told_one_line_each_and_the_others_loaded(folder):
    docs = folder / "docs"
    (docs / "empty.txt").write_bytes(b"")
    (docs / "cut.docx").write_bytes(b"PK\x03\x04 cut off")
    (docs / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    (docs / "notes.xyz").write_text("x", "utf-8")
    (docs / "none.txt").write_text("今天天气很好。", "utf-8")
    result = zeren("load", "docs", "gone.txt", "--store", "ladybug://store", cwd=folder)
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 5
    for name in ("empty.txt", "cut.docx", "picture.pdf", "gone.txt"):
        assert sum(name in line for line in lines) == 1
    assert "跳过 1 个" in result.stderr
    assert "Traceback" not in result.stderr
    assert "park.txt" in result.stdout
    assert "none.txt" in result.stdout


def test_a_document_without_tasks_loads_with_a_finding(folder):
    (folder / "docs" / "none.txt").write_text("今天天气很好。", "utf-8")
    found = json.loads(zeren_here("check", "docs/none.txt", "--format", "json", cwd=folder).stdout)
    assert "no_tasks" in {finding["code"] for finding in found["docs/none.txt"]}


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["query", "nothing", "--store", "ladybug://store"], 1, "现有:"),
        (["query", "tasks_of_unit", "--store", "ladybug://store"], 2, "缺少参数 unit"),
        (["query", "tasks_of_unit", "unit", "--store", "ladybug://store"], 2, "名称=值"),
        (["frobnicate"], 2, "没有这个命令"),
        (["extract", "docs"], 2, "缺少"),
        (["status", "--store", "mysql://x"], 1, "ladybug://"),
        (["status", "--store", "ladybug://none"], 1, "zeren load"),
        (["load", "nowhere", "--store", "ladybug://store"], 1, "nowhere"),
    ],
)
def test_errors_are_one_line_and_say_what_to_do(loaded, arguments, status, says):
    result = zeren_here(*arguments, cwd=loaded)
    assert result.returncode == status
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_taken_port_is_told(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = zeren("serve", "--port", taken.getsockname()[1], "--store", "ladybug://s", cwd=folder)
    assert (result.returncode, "--port" in result.stderr) == (1, True)


def test_the_table_of_commands_names_all_of_them():
    names = {command.module for command in COMMANDS.values()}
    modules = {name: importlib.import_module(f"zeren.commands.{name}") for name in names}
    found = {command: name for name, module in modules.items() for command in module.COMMANDS}
    assert found == {name: command.module for name, command in COMMANDS.items()}
    inside = {each.name for each in pkgutil.iter_modules(commands.__path__)}
    assert inside == {*modules, "common", "stores"}


def test_what_needs_no_server_loads_none():
    code = "import sys, zeren.commands.storing, zeren.commands.documents; print('fastapi' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_reading_loads_no_store_and_leaves_the_rules_to_the_process_that_reads():
    code = "import sys, zeren.commands.documents; print({'graph', 'loaders.extract'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_without_a_command_the_help_is_shown_and_nothing_else(tmp_path):
    run = zeren(cwd=tmp_path)
    assert (run.returncode, run.stderr) == (2, "")
    assert all(name in run.stdout for name in COMMANDS)
