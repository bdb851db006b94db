"""What a load frees goes back to the system."""

from __future__ import annotations

import platform

import psutil
import pytest

from graph import embedded
from graph.memory import give_back
from graph.open import open_store
from tests.support.plans import plan

_PIECES = 50_000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the C library gives back by itself")
def test_freed_memory_is_given_back_though_something_above_it_is_held():
    give_back()
    pieces = [bytes(2_000) for _ in range(_PIECES)]
    above = pieces[-1]
    pieces.clear()
    held = psutil.Process().memory_info().rss
    give_back()
    assert held - psutil.Process().memory_info().rss > _PIECES * 1_000
    assert above


def test_each_new_generation_gives_back(tmp_path, monkeypatch):
    called = []
    monkeypatch.setattr(embedded, "give_back", lambda: called.append(True))
    store = open_store(f"ladybug://{tmp_path}/store")
    called.clear()
    store.load([plan()])
    store.load([plan()])
    store.close()
    assert called == [True]
