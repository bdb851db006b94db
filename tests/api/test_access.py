"""Tokens, sessions and embed keys."""

from __future__ import annotations

import pytest

from api.access import Access, Rights, embed_key
from zeren.errors import TooBusy, Unauthorized


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_without_tokens_everybody_reads_and_nobody_writes():
    access = Access()
    assert (access.anonymous, access.of_bearer("x"), access.writable) == (Rights.READ, Rights.READ, False)


def test_each_token_gives_its_rights():
    access = Access(token="schreiben", read_token="lesen")
    assert access.of_bearer("schreiben") is Rights.WRITE
    assert access.of_bearer("lesen") is Rights.READ
    assert access.of_bearer("") is access.of_bearer("schreibe") is Rights.NOTHING
    assert access.of_bearer("\udcff") is Rights.NOTHING


def test_the_one_time_key_opens_one_session_that_ends(clock):
    access = Access(one_time_key="einmal", clock=clock)
    session = access.sign_in("einmal")
    assert access.of_session(session) is Rights.WRITE
    with pytest.raises(Unauthorized):
        access.sign_in("einmal")
    clock.now += 13 * 3600
    assert access.of_session(session) is Rights.READ


def test_a_session_ends_when_it_is_signed_out():
    access = Access(read_token="lesen")
    session = access.sign_in("lesen")
    assert access.of_session(session) is Rights.READ
    access.sign_out(session)
    assert access.of_session(session) is Rights.NOTHING


def test_guessing_is_slowed_down(clock):
    access = Access(token="schreiben", clock=clock)
    for _ in range(20):
        with pytest.raises(Unauthorized):
            access.sign_in("falsch")
    with pytest.raises(TooBusy):
        access.sign_in("schreiben")
    clock.now += 61
    assert access.sign_in("schreiben")


def test_an_embed_key_opens_one_picture_for_a_while(clock):
    access = Access(read_token="lesen", clock=clock)
    until = int(clock.now) + 60
    key = embed_key("lesen", "plan", "x:1", until)
    assert access.fits_embed("plan", "x:1", key)
    assert not access.fits_embed("unit", "x:1", key)
    assert not access.fits_embed("plan", "x:2", key)
    assert not access.fits_embed("plan", "x:1", key.replace(str(until), str(until + 1)))
    assert not Access(read_token="anders", clock=clock).fits_embed("plan", "x:1", key)
    clock.now += 61
    assert not access.fits_embed("plan", "x:1", key)


@pytest.mark.parametrize("key", ["", ".", "x", "9" * 400, "²." + "0" * 64, "1000060."])
def test_nonsense_is_no_embed_key(clock, key):
    assert not Access(read_token="lesen", clock=clock).fits_embed("plan", "x:1", key)


def test_secrets_are_compared_in_constant_time(monkeypatch):
    compared = []

    def spy(given, secret):
        compared.append(secret)
        return given == secret

    monkeypatch.setattr("hmac.compare_digest", spy)
    access = Access(token="schreiben", read_token="lesen", one_time_key="einmal")
    access.of_bearer("x")
    with pytest.raises(Unauthorized):
        access.sign_in("y")
    access.fits_embed("plan", "x:1", "1.x")
    assert set(compared[:5]) == {b"schreiben", b"lesen", b"einmal"}
    assert len(compared) == 6
