"""What Windows lacks is taken away, and a console's own encoding is given: the ways around are run for real.

`sitecustomize` is imported by every Python that starts with its folder on PYTHONPATH, by the process that
reads documents, too. What is left of POSIX is what Python itself needs to start another process here.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time

import httpx
import pytest

LACKING = """
import os, sys
import psutil  # it asks the platform, and takes what is there on Linux
for module in ("fcntl", "grp", "pwd", "resource", "syslog", "termios"):
    sys.modules[module] = None
for name in (
    "chown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getuid", "killpg", "mkfifo", "setpgid", "setsid",
    "sysconf",
):
    if hasattr(os, name):
        delattr(os, name)
"""
PLAN = """青岚市园林局文件
青园发〔2031〕3号
青岚市公园建设工作方案
一、重点任务
(一)选址𠮷。完成选址3处。(市园林局牵头,市财政局配合)
"""
"""𠮷 is a character that GBK lacks."""
GBK = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
"""A Chinese console, and a system that knows of no UTF-8: files must be read and written by their own."""


@pytest.fixture
def lacking(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(LACKING, "utf-8")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "公园.txt").write_text(PLAN, "utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ZEREN_", "LC_", "LANG", "PYTHON"))}
    return kept | {"PYTHONPATH": str(tmp_path)}


def zeren(tmp_path, environment, *arguments):
    command = [sys.executable, "-W", "ignore", "-m", "zeren", *arguments]
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)


def test_what_is_taken_away_is_gone(tmp_path, lacking):
    code = "import importlib.util, os, sys; print(sys.modules['fcntl'], hasattr(os, 'fork'))"
    told = subprocess.run([sys.executable, "-c", code], env=lacking, capture_output=True, check=True)
    assert told.stdout.split() == [b"None", b"False"]


@pytest.mark.parametrize("console", [{}, GBK], ids=["UTF-8", "GBK"])
def test_documents_are_loaded_asked_and_taken_away(tmp_path, lacking, console):
    environment = {**lacking, **console}
    encoding = "gbk" if console else "utf-8"
    loaded = zeren(tmp_path, environment, "load", "plans", "--store", "ladybug://store")
    assert loaded.returncode == 0, loaded.stderr.decode(encoding)
    assert "任务 1" in loaded.stdout.decode(encoding)
    asked = zeren(tmp_path, environment, "query", "load_of_units", "--store", "ladybug://store")
    assert "市园林局" in asked.stdout.decode(encoding)
    found = zeren(tmp_path, environment, "query", "plans", "--format", "json", "--store", "ladybug://store")
    assert json.loads(found.stdout.decode())[0]["title"] == "青岚市公园建设工作方案"
    told = zeren(tmp_path, environment, "query", "nothing", "--store", "ladybug://store")
    assert (told.returncode, len(told.stderr.decode(encoding).splitlines())) == (1, 1)


def test_json_for_another_program_is_whole_whatever_the_console_lacks(tmp_path, lacking):
    environment = lacking | GBK
    assert zeren(tmp_path, environment, "load", "plans", "--store", "ladybug://store").returncode == 0
    listed = zeren(
        tmp_path, environment, "query", "unled_tasks", "--format", "json", "--store", "ladybug://store"
    )
    assert json.loads(listed.stdout.decode()) == []
    units = zeren(tmp_path, environment, "units", "--format", "json", "--store", "ladybug://store")
    assert "市园林局" in json.dumps(json.loads(units.stdout.decode()), ensure_ascii=False)
    extracted = zeren(tmp_path, environment, "extract", "plans", "--out", "out")
    assert extracted.returncode == 0, extracted.stderr.decode("gbk")
    (written,) = (tmp_path / "out").iterdir()
    read = json.loads(written.read_text("utf-8"))
    assert read["doc"] == "公园.txt"
    assert "选址𠮷" in read["text"]


def test_a_server_takes_uploads(tmp_path, lacking):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "zeren", "serve", "--store", "ladybug://store"]
    with (
        subprocess.Popen(
            [*command, "--port", str(port)], cwd=tmp_path, env=lacking | GBK, stderr=subprocess.PIPE
        ) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, follow_redirects=True) as client,
    ):
        try:
            said = [process.stderr.readline().decode("gbk") for _ in range(2)]
            key = re.search(r"key=(\S+)", said[1])[1]
            _wait_for(client)
            assert client.get("/login", params={"key": key}).status_code == 200
            reply = client.post(
                "/api/documents", params={"name": "公园.txt"}, content=PLAN.encode("gb18030"),
                headers={"Origin": str(client.base_url).rstrip("/")},
            )  # fmt: skip
            assert (reply.status_code, reply.json()["tasks"]) == (201, 1), reply.text
            assert "选址𠮷" in [each["title"] for each in client.get("/api/tasks").json()["results"]]
        finally:
            process.terminate()


def _wait_for(client):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            client.get("/healthz").raise_for_status()
            return
        except httpx.ConnectError:
            continue
    raise TimeoutError
