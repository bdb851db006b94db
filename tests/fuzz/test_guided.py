"""Guided fuzzing of the readers: a few seeded seconds in CI, until the time is up by `make fuzz`."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import platform
import sys

import pytest

from loaders.extract import extract_bytes
from loaders.readers.kinds import SUFFIXES
from tests.fuzz.budget import SECONDS, SEED
from tests.fuzz.faults import keep, sort_out, told
from tests.fuzz.guided import search
from tests.fuzz.mutate import mutated
from tests.fuzz.seeds import ENDINGS, LARGEST, document_of, seeds
from tests.hostile.trying import KINDS
from zeren.errors import LoadError

RUNS = 200
"""Inputs tried in CI; about 90 of them are the seeds."""


@pytest.fixture
def atheris():
    """Skips where atheris has no wheel; elsewhere it must be here in CI."""
    if importlib.util.find_spec("atheris"):
        return
    wheel = sys.platform == "linux" and platform.machine() == "x86_64" and sys.version_info < (3, 14)
    if wheel and os.environ.get("CI") == "true":
        pytest.fail("atheris is missing: pip install --group fuzz")
    pytest.skip(f"no guided fuzzing: atheris is not installed (Python {platform.python_version()})")


@pytest.mark.usefixtures("atheris")
def test_guided_search_finds_no_fault():
    outcome = search(seconds=SECONDS, runs=0 if SECONDS else RUNS, seed=SEED)
    assert outcome.faults == ()
    assert outcome.tried >= RUNS, outcome.printed[-3000:]
    print(f"{outcome.tried:,} inputs")


def test_a_change_keeps_the_kind_of_file_and_an_archive_readable():
    book = next(data for data in seeds() if document_of(data)[0] == "fuzz.xlsx")
    for seed in range(50):
        changed = mutated(book, LARGEST, seed, lambda data, largest: data)
        assert changed[0] == book[0]
        with contextlib.suppress(LoadError):
            assert extract_bytes(*document_of(changed)).text
    assert mutated(book, LARGEST, 3, lambda data, largest: data) == mutated(
        book, LARGEST, 3, lambda data, largest: data
    )


def test_a_fault_is_kept_with_its_reason_and_one_that_the_worker_stops_is_none(tmp_path):
    keep(tmp_path, "fuzz.txt", b"a", "wrong")
    letters = next(kind for kind in KINDS if kind.file == "letters.pdf").build(1.0)
    tmp_path.joinpath("crash-1").write_bytes(bytes([ENDINGS.index(".pdf")]) + letters)
    tmp_path.joinpath("timeout-1").write_bytes(b"\0slow")
    assert sort_out(tmp_path, "printed") == 2
    assert [fault.split("\n")[1] for fault in told(tmp_path)] == ["timeout-1", "wrong"]
    assert {path.suffix for path in tmp_path.iterdir()} == {".txt", ".why"}


def test_seeds_are_small_and_most_of_every_kind_are_read():
    found = {}
    for data in seeds():
        name, document = document_of(data)
        assert len(data) <= LARGEST
        try:
            found.setdefault(name, []).append(len(extract_bytes(name, document).tasks) > 0)
        except LoadError:
            found.setdefault(name, []).append(False)
    assert found.keys() == {f"fuzz{ending}" for ending in (*SUFFIXES, ".json")} - {"fuzz.htm"}
    assert all(any(read) for read in found.values()), found
