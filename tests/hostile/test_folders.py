"""Names and things in folders that are no documents."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.kind import HEAD, TAIL
from zeren.documents import find_documents, output_names, read_documents

NAMES = (
    "line\nbreak.txt", "tab\t.txt", "quote'\".txt", "-rf.txt", "--store.txt", "$(id).txt", "a;b.txt", "a..txt.txt",
    "%00%2f.txt", "绿" * 81 + "abc.txt", "\u202etxt.exe.txt", "[red]bold[red].txt", "{{7*7}}.txt", "=1+1.txt",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """Documents with odd names beside what only looks like one."""
    for name in NAMES:
        (tmp_path / name).write_text((HEAD + TAIL).replace("3号", f"{3 + NAMES.index(name)}号"), "utf-8")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").write_text(HEAD.replace("3号", "99号"), "utf-8")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="names and things that Windows doesn't have")
def test_documents_are_found_whatever_their_names_and_neighbours(folder):
    found = find_documents([folder])
    assert len(found.files) == len(NAMES) + 1
    names = output_names(found.files)
    assert len(set(names.values())) == len(found.files)
    assert not any("/" in name for name in names.values())


@pytest.mark.skipif(os.name == "nt", reason="things that Windows doesn't have")
def test_a_thing_that_is_no_file_is_refused_at_once(folder):
    things = [folder / name for name in ("pipe.txt", "socket.txt", "endless.txt", "round.txt", "gone.txt")]
    read = list(read_documents([*things, Path("/dev/zero"), Path("/dev/stdin"), folder / "folder.txt"]))
    assert all(each.error for each in read)
    assert not any("Errno" in str(each.error) or "秒" in str(each.error) for each in read)


def test_the_command_line_shows_odd_names_on_one_line_and_loads_them(folder, tmp_path_factory):
    store = tmp_path_factory.mktemp("store")
    command = [
        sys.executable,
        "-m",
        "zeren",
        "load",
        str(folder),
        str(folder / "pipe.txt"),
        "--store",
        f"ladybug://{store}/s",
    ]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert "pipe.txt" in done.stderr
    assert "Traceback" not in done.stderr
    loaded = [line for line in done.stdout.splitlines() if "已载入" in line]
    assert len(loaded) == len(NAMES) + 1, done.stdout + done.stderr
    assert "line\\u000abreak.txt" in done.stdout
    assert "\u202e" not in done.stdout
    assert "[red]bold[red].txt" in done.stdout
