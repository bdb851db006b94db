"""Documents of the sample with bytes changed, cut out and put in: a result or a LoadError, nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
from hypothesis import strategies as st

from loaders.extract import extract_bytes
from zeren.errors import LoadError

EXAMPLES = int(os.environ.get("ZEREN_FUZZ_EXAMPLES", "40"))
SAMPLES = sorted((Path(__file__).parents[2] / "examples" / "plans").iterdir())


@st.composite
def damaged(draw):
    """A file's name and its bytes with up to eight wounds."""
    sample = draw(st.sampled_from(SAMPLES))
    data = bytearray(sample.read_bytes())
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        stop = start + draw(st.integers(0, 64))
        data[start:stop] = draw(st.binary(max_size=32))
    return sample.name, bytes(data)


@hypothesis.seed(7)
@hypothesis.settings(
    max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
)
@hypothesis.given(damaged())
def test_a_damaged_document_ends_in_a_result_or_a_load_error(document):
    try:
        found = extract_bytes(*document)
    except LoadError:
        return
    assert found.text is not None
    for task in found.tasks:
        assert all(found.text[a.start : a.stop] == a.raw for a in task.assignments)
