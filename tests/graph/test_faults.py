"""Faults around the embedded store: a second loader, and a store of a newer version."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from filelock import FileLock

from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import StoreUnavailable


def test_a_second_loader_is_told_in_one_line_while_reading_goes_on(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([plan()])
    (tmp_path / "park.txt").write_text("青岚市公园建设工作方案\n(一)选址。(市园林局牵头)\n", "utf-8")
    command = [sys.executable, "-m", "zeren", "load", "park.txt", "--store", "ladybug://store"]
    with FileLock(tmp_path / "store" / "writer.lock"):
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert store.read("MATCH (t:Task) RETURN count(*) AS n") == [{"n": 3}]
    assert (told.returncode, "另一个载入正在进行" in told.stderr) == (1, True)
    assert "Traceback" not in told.stderr
    store.close()


def test_a_store_of_a_newer_version_is_not_called_damaged(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([plan()])
    path = store._generations.folder(store._generations.current()[0]) / "manifest.json"
    store.close()
    data = json.loads(path.read_text("utf-8"))
    data["schema"] += 1
    data["documents"][0]["unknown"] = data["documents"][0].pop("kept")
    path.write_text(json.dumps(data), "utf-8")
    newer = open_store(f"ladybug://{tmp_path}/store")
    for attempt in (newer.documents, newer.rebuild, lambda: newer.load([plan()])):
        with pytest.raises(StoreUnavailable, match="升级"):
            attempt()
    assert json.loads(path.read_text("utf-8")) == data
    newer.close()
