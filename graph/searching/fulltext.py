"""A search as the full-text index of Neo4j takes it: pairs of characters, as its cjk analyser makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.searching.hits import KINDS, pairs_of, words_of

LABELS = {"unit": "Unit", "plan": "Plan", "indicator": "Indicator", "task": "Task"}


_FOUND = """
CALL db.index.fulltext.queryNodes('sought', $q) YIELD node, score
WITH node, score, [label IN labels(node) WHERE label IN $labels] AS kinds WHERE size(kinds) > 0
"""
SEARCH = (
    f"{_FOUND} RETURN kinds[0] AS kind, node.id AS id, score "
    "ORDER BY score DESC, id SKIP $offset LIMIT $limit"
)
COUNT = f"{_FOUND} RETURN count(*) AS total"


def lucene_query(text: str) -> str:
    """Every pair of every word, all of them needed; "" when there is nothing to look for.

    Letters and digits only, so that nothing of the query language is left.
    """
    return " AND ".join(term for word in words_of(text) for term in _terms(word))


_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def _terms(word: str) -> list[str]:
    """The analyser parts 128号 at the digits, so they are looked for by themselves."""
    *closed, last = _RUN.findall(word)
    return [term for run in closed for term in _pairs(run) or [run]] + (_pairs(last) or [f"{last}*"])


def _pairs(run: str) -> list[str]:
    """The pairs of a run of Chinese characters; [] for a run of letters and digits, which is one term."""
    if run.isascii():
        return []
    if len(run) == 1:
        return [f"/.?{run}.?/"]  # a regular expression over pairs: it may be the first of one or the second
    return pairs_of(run)


def labels(kinds: Iterable[str]) -> list[str]:
    """The labels of some kinds."""
    wanted = set(kinds)
    return [LABELS[kind] for kind in KINDS if kind in wanted]
