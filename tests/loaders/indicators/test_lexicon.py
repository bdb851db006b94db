"""The data: each row fires on its own example."""

import pytest

from loaders.indicators.lexicon import examples, pattern, sign_examples, unit_examples, units
from loaders.indicators.quantities import find_quantities


@pytest.mark.parametrize(("name", "seen"), examples())
def test_each_pattern_is_found_in_its_example(name, seen):
    assert pattern(name).search(seen)


@pytest.mark.parametrize(("op", "seen"), sign_examples())
def test_each_comparing_word_tells_its_bound(op, seen):
    assert find_quantities(seen)[0].op == (op or "=")


@pytest.mark.parametrize(("kind", "seen"), unit_examples())
def test_each_measure_word_is_read_in_its_example(kind, seen):
    found = find_quantities(seen)
    assert [quantity.kind for quantity in found] == ([] if kind == "none" else [kind])


def test_no_measure_word_has_two_kinds():
    assert len(units()) == len(set(units()))
