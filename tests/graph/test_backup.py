"""Backup, restore and repair as docs/operations.md tells them; the disk that is full or read-only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graph.copy import copy
from graph.dump import dump
from graph.open import open_store
from tests.support.plans import plan
from zeren.errors import StoreError, StoreUnavailable


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([plan()])
    yield opened
    opened.close()


def graph_file(folder: Path) -> Path:
    return folder / f"{int((folder / 'current').read_text().split()[0]):06d}" / "graph.lbug"


def test_a_copied_folder_is_the_same_graph(store, tmp_path):
    shutil.copytree(tmp_path / "store", tmp_path / "backup")
    restored = open_store(f"ladybug://{tmp_path}/backup")
    assert list(dump(restored)) == list(dump(store))
    restored.close()


def test_a_damaged_graph_says_what_to_do_and_heals_by_rebuild(store, tmp_path):
    shutil.copytree(tmp_path / "store", tmp_path / "backup")
    graph_file(tmp_path / "backup").write_bytes(b"damaged")
    restored = open_store(f"ladybug://{tmp_path}/backup")
    with pytest.raises(StoreUnavailable, match="zeren rebuild"):
        restored.read("MATCH (p:Plan) RETURN p.id AS id")
    restored.rebuild()
    assert list(dump(restored)) == list(dump(store))
    restored.close()


def test_a_copy_by_zeren_is_checked_line_by_line(store, tmp_path):
    target = open_store(f"ladybug://{tmp_path}/target")
    copied = copy(store, target)
    assert copied.difference == ""
    assert list(dump(target)) == list(dump(store))
    target.close()


def test_a_damaged_manifest_or_pointer_says_what_to_do(store, tmp_path):
    shutil.copytree(tmp_path / "store", tmp_path / "backup")
    (graph_file(tmp_path / "backup").parent / "manifest.json").write_text("{", "utf-8")
    with pytest.raises(StoreUnavailable, match="zeren load"):
        open_store(f"ladybug://{tmp_path}/backup").documents()
    (tmp_path / "backup" / "current").write_text("x", "ascii")
    with pytest.raises(StoreUnavailable):
        open_store(f"ladybug://{tmp_path}/backup").generation()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file system that can refuse")
def test_a_load_that_cannot_be_written_leaves_the_last_generation(store, tmp_path, monkeypatch):
    before, generation = list(dump(store)), store.generation()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.generations.os.fsync", full)
    with pytest.raises(StoreError, match="磁盘空间"):
        store.load([plan("青政发〔2031〕2号", "另一个方案")])
    monkeypatch.undo()
    assert (store.generation(), list(dump(store))) == (generation, before)
    assert store.load([plan("青政发〔2031〕2号", "另一个方案")])[0].status == "loaded"
