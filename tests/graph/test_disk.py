"""Faults of the disk and the clock: read-only, full, and files from a later time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import pytest

from graph.open import open_store
from loaders.extraction import dumps
from tests.support.command import zeren_here
from tests.support.disk import mount, mount_disk, unmount_disk
from tests.support.plans import plan

COUNT = "MATCH (t:Task) RETURN count(*) AS n"


@pytest.fixture
def disk(tmp_path):
    """A disk of 40 MB of its own."""
    folder = tmp_path / "disk"
    if why := mount_disk(folder, "40m"):
        pytest.skip(why)
    yield folder
    unmount_disk(folder)


def zeren(tmp_path, *arguments, through=()):
    command = [*through, sys.executable, "-m", "zeren", *arguments]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)


def refused(tmp_path, folder, through=()):
    """What `zeren load` says on that store, which it must not load into."""
    # what was read before: a text would start a second process, which has no part in this
    (tmp_path / "park.json").write_bytes(dumps(plan("青政发〔2031〕3号", "青岚市公园建设工作方案")))
    command = ("load", "park.json", "--store", f"ladybug://{folder}")
    told = zeren(tmp_path, *command, through=through) if through else zeren_here(*command, cwd=tmp_path)
    assert (told.returncode, len(told.stderr.strip().splitlines())) == (1, 1), told.stderr
    return told.stderr


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A store with one plan, to be copied."""
    folder = tmp_path_factory.mktemp("loaded") / "store"
    store = open_store(f"ladybug://{folder}")
    store.load([plan()])
    store.close()
    return folder


def test_a_read_only_store_refuses_a_load_and_is_read(tmp_path, disk, loaded):
    shutil.copytree(loaded, disk / "store")
    assert mount("-o", "remount,ro", str(disk)).returncode == 0
    store = open_store(f"ladybug://{disk}/store")
    assert "只读" in refused(tmp_path, disk / "store")
    assert store.read(COUNT) == [{"n": 3}]
    store.close()


@pytest.fixture
def bound():
    """What to put before a command so that permissions hold for it, as they do for every user but root.

    Root without its capabilities is a user like others, and still gets at the interpreter, wherever it lies.
    """
    if os.name == "nt":
        pytest.skip("permissions of folders are another thing on Windows")
    if os.geteuid():
        return ()
    through = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")
    if shutil.which("setpriv") is None or subprocess.run([*through, "true"], check=False).returncode:
        pytest.skip("root is bound by no permission, and setpriv cannot make it so here")
    return through


def forbid(path, *, whole):
    """Take the permission to write from a folder, or from all that is in it."""
    for each in [path, *(path.rglob("*") if whole else ())]:
        each.chmod(0o555 if each.is_dir() else 0o444)


@pytest.mark.parametrize("whole", [False, True])
def test_a_folder_without_permission_to_write_refuses_a_load_and_is_read(tmp_path, bound, loaded, whole):
    folder = shutil.copytree(loaded, tmp_path / "store")
    store = open_store(f"ladybug://{folder}")
    generation = store.generation()
    forbid(folder, whole=whole)
    assert "没有权限" in refused(tmp_path, folder, bound)
    told = zeren(
        tmp_path, "query", "plans", "--format", "json", "--store", f"ladybug://{folder}", through=bound
    )
    assert (told.returncode, "稳增长" in told.stdout) == (0, True), told.stderr
    assert store.read(COUNT) == [{"n": 3}]
    assert store.generation() == generation
    for each in [folder, *folder.rglob("*")]:
        each.chmod(0o755)
    assert store.load([plan("青政发〔2031〕2号", "方案")])[0].status == "loaded"
    store.close()


def test_a_place_without_permission_for_a_new_store_is_told(tmp_path, bound):
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    assert "没有权限" in refused(tmp_path, locked / "store", bound)
    assert list(locked.iterdir()) == []


@pytest.mark.parametrize("left", [0, 100, 500, 900, 2000, 8200, 8400, 8600, 9000])
def test_a_full_disk_refuses_a_load_and_leaves_the_last_generation(tmp_path, disk, loaded, left):
    store = open_store(f"ladybug://{shutil.copytree(loaded, disk / 'store')}")
    assert store.read(COUNT) == [{"n": 3}]
    room = shutil.disk_usage(disk).free - left * 1024
    (disk / "ballast").write_bytes(bytes(room))
    assert "空间不够" in refused(tmp_path, disk / "store")
    assert store.read(COUNT) == [{"n": 3}]
    (disk / "ballast").unlink()
    assert store.load([plan("青政发〔2031〕2号", "方案")])[0].status == "loaded"
    assert store.read(COUNT) == [{"n": 6}]
    store.close()


def test_a_clock_that_went_back_changes_nothing(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([plan()])
    assert store.read(COUNT) == [{"n": 3}]
    later = time.time() + 10 * 365 * 86_400  # as if written before the clock went back
    for path in (tmp_path / "store").rglob("*"):
        os.utime(path, (later, later))
    assert store.load([plan("青政发〔2031〕2号", "方案")])[0].status == "loaded"
    assert store.read(COUNT) == [{"n": 6}]
    assert store.load([plan(tasks=[])])[0].status == "replaced"
    assert store.read(COUNT) == [{"n": 3}]
    store.close()
