"""Documents of the sample with bytes changed, cut out and put in: a result or a LoadError, nothing else."""

from __future__ import annotations

from pathlib import Path

import hypothesis
from hypothesis import strategies as st

from tests.fuzz.budget import seeds
from tests.fuzz.reading import check_reading

EXAMPLES = 40
"""Documents of a round."""
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


def test_a_damaged_document_ends_in_a_result_or_a_load_error():
    for seed in seeds():
        _round(seed)


def _round(seed):
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=EXAMPLES, deadline=None, database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(damaged())
    def run(document):
        check_reading(*document)

    run()
