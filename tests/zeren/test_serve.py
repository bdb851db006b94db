"""`zeren serve` and `zeren embed-key`, run as programs."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import httpx
import pytest

from graph.open import open_store
from tests.support.plans import plan
from tests.zeren.test_cli import PLAN
from zeren.commands.serving import _check_open_door
from zeren.settings import Settings


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve")
    store = open_store(f"ladybug://{folder}/store")
    store.load([plan()])
    store.close()
    return folder


def environment(**settings):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZEREN_")}
    return kept | {f"ZEREN_{name.upper()}": value for name, value in settings.items()}


def zeren(folder, *arguments, **settings):
    command = [sys.executable, "-m", "zeren", *arguments, "--store", "ladybug://store"]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def serving(folder, *arguments, **settings):
    """A running server: its address and what it wrote to stderr until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "zeren",
        "serve",
        "--store",
        "ladybug://store",
        "--port",
        str(port),
        *arguments,
    ]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(**settings), stderr=subprocess.PIPE, text=True
    )
    try:
        said = ""
        while "running on" not in said:  # startup is complete before the port is open
            line = process.stderr.readline()
            assert line, said
            said += line
        yield f"http://127.0.0.1:{port}", said, process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def test_the_one_time_address_lets_a_clerk_upload(folder):
    with serving(folder) as (address, said, process):
        link = re.search(r"http://\S+/login\?key=\S+", said)[0]
        with httpx.Client(follow_redirects=True, timeout=60) as browser:
            assert "把文件拖到这里" in browser.get(link).text
            file = {"file": ("park.txt", PLAN.encode())}
            assert browser.post(f"{address}/api/documents", files=file).status_code == 201
        assert httpx.post(f"{address}/api/documents?name=a.txt", content=b"x").status_code == 401
        assert httpx.get(link).status_code == 401
        process.send_signal(signal.SIGINT)
        log = process.communicate(timeout=60)[1]
    assert "POST /api/documents 201" in log
    assert "/login?key=***" in log
    assert link.partition("key=")[2] not in log
    assert process.returncode == 0


def test_an_open_address_without_a_token_is_refused_unless_told(folder):
    refused = zeren(folder, "serve", "--host", "0.0.0.0")
    assert (refused.returncode, "--open" in refused.stderr) == (1, True)
    assert len(refused.stderr.strip().splitlines()) == 1
    for settings, told in (({"token": "a"}, False), ({"read_token": "a"}, False), ({}, True)):
        _check_open_door("0.0.0.0", Settings(_env_file=None, hosts="a.example", **settings), told)


def test_an_embed_key_opens_the_picture_of_an_open_server(folder):
    made = zeren(folder, "embed-key", "plan", "青岚市稳增长工作方案", "--days", "1", read_token="lesen")
    assert made.returncode == 0, made.stderr
    with serving(folder, "--host", "0.0.0.0", read_token="lesen") as (address, said, _):
        assert "ZEREN_HOSTS" in said
        assert "/login?key=" not in said
        path = made.stdout.strip()
        assert httpx.get(address + path).status_code == 200
        assert httpx.get(address + path.partition("?")[0]).status_code == 401


def test_an_embed_key_needs_a_read_token(folder):
    made = zeren(folder, "embed-key", "plan", "青岚市稳增长工作方案")
    assert (made.returncode, "ZEREN_READ_TOKEN" in made.stderr) == (2, True)


def test_a_wrong_setting_is_one_line(folder):
    result = zeren(folder, "status", buffer_mb="viel", log_level="laut")
    assert (result.returncode, "ZEREN_BUFFER_MB、ZEREN_LOG_LEVEL" in result.stderr) == (2, True)
    assert len(result.stderr.strip().splitlines()) == 1
