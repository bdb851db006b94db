"""Each kind at a small part of its size: `make hostile` tries them whole."""

from __future__ import annotations

import psutil
import pytest

from tests.hostile.kind import HEAD, TAIL
from tests.hostile.trying import KINDS, attempt, faults
from zeren.worker import Worker


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    """One process for all; what it takes while it does nothing, and a document that must always be read."""
    good = tmp_path_factory.mktemp("good") / "park.txt"
    good.write_text(HEAD + TAIL, "utf-8")
    with Worker() as worker:
        worker.read(good)
        idle = sum(child.memory_info().rss for child in psutil.Process().children())
        yield worker, idle
        assert worker.read(good).tasks


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name.replace(" ", "-"))
def test_a_hostile_document_is_read_or_refused_with_a_sentence(worker, kind, tmp_path):
    path = tmp_path / kind.file
    path.write_bytes(kind.build(kind.part))
    assert faults(kind, attempt(worker[0], path, worker[1]), full=False) == []


def test_nothing_climbs_out_of_an_archive(worker, tmp_path):
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    path = folder / "climbing.docx"
    path.write_bytes(next(kind for kind in KINDS if kind.file == "climbing.docx").build(1.0))
    assert worker[0].read(path).tasks
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["climbing.docx"]
