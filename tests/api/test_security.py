"""Answers kept per generation; files go through as they come."""

from __future__ import annotations

import anyio

from api.security import KeptAnswers


def sent(bodies, path="/api/x", times=1, generations=("1",)):
    """The messages that a client gets from an endpoint that sends these bodies, and how often it was asked.

    The store is of one of the `generations` after the other whenever it is asked for it, then of the last.
    """
    coming = list(generations)
    calls, messages = [], []

    async def endpoint(scope, receive, send):
        calls.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for i, body in enumerate(bodies):
            await send({"type": "http.response.body", "body": body, "more_body": i + 1 < len(bodies)})

    async def ask():
        app = KeptAnswers(endpoint, lambda: coming.pop(0) if len(coming) > 1 else coming[0])
        scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
        for _ in range(times):

            async def send(message):
                messages.append(message)

            await app(scope, None, send)

    anyio.run(ask)
    return messages, len(calls)


def test_a_file_goes_through_piece_by_piece_and_is_not_kept():
    messages, calls = sent([b"a", b"b", b"c"], times=2)
    assert [m.get("body") for m in messages] == [None, b"a", b"b", b"c"] * 2
    assert calls == 2


def test_an_answer_in_one_piece_is_kept():
    messages, calls = sent([b"a"], times=2)
    assert [m.get("body") for m in messages] == [None, b"a"] * 2
    assert calls == 1


def tags(messages):
    return [dict(m["headers"]).get(b"etag") for m in messages if m["type"] == "http.response.start"]


def test_an_answer_made_around_a_change_of_generation_bears_no_etag_and_is_not_kept():
    messages, calls = sent([b"a"], times=3, generations=("1", "2"))
    assert tags(messages) == [None, b'"2"', b'"2"']
    assert [m["body"] for m in messages if "body" in m] == [b"a"] * 3
    assert calls == 2
