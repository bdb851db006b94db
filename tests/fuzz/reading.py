"""What must come of any bytes that are read as a document."""

from __future__ import annotations

from loaders.extract import extract_bytes
from loaders.extraction import Extraction, pack, unpack
from zeren.errors import LoadError


def check_reading(name: str, data: bytes) -> None:
    """A LoadError with a sentence, or an Extraction that holds; an AssertionError or any other tells a fault."""
    try:
        found = extract_bytes(name, data)
    except LoadError as error:
        sentence = str(error)
    else:
        sentence = ""
        _check_result(name, found)
    assert not sentence or any("一" <= char <= "鿿" for char in sentence), f"no sentence: {sentence}"


def _check_result(name: str, found: Extraction) -> None:
    assert unpack(pack(found)) == found, "changed on its way out of the worker process"
    if not name.endswith(".json"):
        _check_places(found)


def _check_places(found: Extraction) -> None:
    """Everything that was read stands where it says; only a hand-written Extraction need not."""
    assert found.text
    assert 0 <= found.coverage <= 1
    quoted = [*found.indicators, *found.citations, *(a for task in found.tasks for a in task.assignments)]
    moved = [each for each in quoted if found.text[each.start : each.stop] != each.raw]
    assert moved == []
    places = [(task.part, task.path) for task in found.tasks]
    assert len(places) == len(set(places)), "two tasks of one path"
