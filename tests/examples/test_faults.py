"""The faults that were put into the sample on purpose are found, at their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extract import extract_file

EXAMPLES = Path(__file__).parents[2] / "examples"
FAULTS = json.loads((EXAMPLES / "faults.json").read_text("utf-8"))


@pytest.mark.parametrize("stem", FAULTS)
def test_each_planted_fault_is_a_finding_at_its_place(stem):
    path = next((EXAMPLES / "plans").glob(f"{stem}.*"))
    found = extract_file(path)
    for fault in FAULTS[stem]:
        quote = "".join(fault["quote"].split())
        spans = [
            found.text[max(0, f.start - 40) : f.stop + 40] for f in found.findings if f.code == fault["code"]
        ]
        assert any(quote in "".join(span.split()) for span in spans), fault


def test_little_else_is_complained_of():
    for stem in FAULTS:
        path = next((EXAMPLES / "plans").glob(f"{stem}.*"))
        assert len(extract_file(path).findings) <= len(FAULTS[stem]) + 1
