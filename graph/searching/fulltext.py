"""A search as the full-text index of Neo4j takes it: pairs of characters, as its cjk analyser makes them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.searching.hits import KINDS, pairs_of, words_of

LABELS = {"unit": "Unit", "plan": "Plan", "indicator": "Indicator", "task": "Task"}


_FOUND = """
CALL db.index.fulltext.queryNodes('words', $q) YIELD node, score
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


def _terms(word: str) -> list[str]:
    if word.isascii():
        return [f"{word}*"]
    if len(word) == 1:
        return [f"/.?{word}.?/"]  # a regular expression over pairs: it may be the first of one or the second
    return pairs_of(word)


def labels(kinds: Iterable[str]) -> list[str]:
    """The labels of some kinds."""
    wanted = set(kinds)
    return [LABELS[kind] for kind in KINDS if kind in wanted]
