"""Who may read and who may write: tokens, the one-time key of a first run, sessions, embed keys."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import IntEnum

from zeren.errors import TooBusy, Unauthorized

COOKIE = "zeren_session"
SESSION_SECONDS = 12 * 3600
_MOST_SESSIONS = 1_000
_TRIES, _WITHIN_SECONDS = 20, 60


class Rights(IntEnum):
    """What a client may do; whoever may write may read."""

    NOTHING = 0
    READ = 1
    WRITE = 2


class Access:
    """The secrets of one running server; all of them are compared in constant time.

    Without a `read_token` everybody may read. Without a `token` nobody may write but the browser that
    the `one_time_key` was opened in.
    """

    def __init__(
        self, *, token: str | None = None, read_token: str | None = None, one_time_key: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:  # fmt: skip
        self._token = token
        self._read_token = read_token
        self._one_time_key = one_time_key
        self._clock = clock
        self._sessions: OrderedDict[str, tuple[Rights, float]] = OrderedDict()
        self._failures: deque[float] = deque(maxlen=_TRIES)
        self._lock = threading.Lock()

    @property
    def writable(self) -> bool:
        """Is there any way to write over HTTP?"""
        return bool(self._token or self._one_time_key or self._sessions)

    @property
    def anonymous(self) -> Rights:
        """What a client without any secret may do."""
        return Rights.NOTHING if self._read_token else Rights.READ

    def of_bearer(self, given: str) -> Rights:
        """The rights of a token in an Authorization header; those of anybody for a wrong one."""
        writes, reads = _same(given, self._token), _same(given, self._read_token)
        return Rights.WRITE if writes else Rights.READ if reads else self.anonymous

    def of_session(self, given: str) -> Rights:
        """The rights of a session's cookie."""
        with self._lock:
            rights, until = self._sessions.get(_digest(given), (self.anonymous, 0.0))
        return rights if until > self._clock() else self.anonymous

    def sign_in(self, secret: str) -> str:
        """A new session for a token or the one-time key, which is used up by it.

        Raises Unauthorized for a wrong one, TooBusy after too many wrong ones within a minute.
        """
        with self._lock:
            now = self._clock()
            if len(self._failures) == _TRIES and now - self._failures[0] < _WITHIN_SECONDS:
                raise TooBusy("口令错得太多,请一分钟后再试")
            rights = self._rights_of(secret)
            if rights is Rights.NOTHING:
                self._failures.append(now)
                raise Unauthorized("口令不对,或一次性链接已用过;请核对,或重新运行 zeren serve 取得新链接")
            session = secrets.token_urlsafe(32)
            self._sessions[_digest(session)] = (rights, now + SESSION_SECONDS)
            while len(self._sessions) > _MOST_SESSIONS:
                self._sessions.popitem(last=False)
            return session

    def _rights_of(self, secret: str) -> Rights:
        if _same(secret, self._one_time_key):
            self._one_time_key = None
            return Rights.WRITE
        if _same(secret, self._token):
            return Rights.WRITE
        return Rights.READ if _same(secret, self._read_token) else Rights.NOTHING

    def sign_out(self, session: str) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(_digest(session), None)

    def fits_embed(self, kind: str, id: str, key: str) -> bool:
        """Does a `?key=` open this picture, and is it still good?"""
        until, _, _ = key.partition(".")
        if not self._read_token or not until.isascii() or not until.isdigit() or len(until) > 12:
            return False
        fits = _same(key, embed_key(self._read_token, kind, id, int(until)))
        return fits and int(until) > self._clock()


def embed_key(read_token: str, kind: str, id: str, until: int) -> str:
    """A key that opens one picture (and nothing else) until a time in seconds since 1970.

    It is signed with the read token: a new token ends all keys.
    """
    text = f"zeren embed\n{kind}\n{id}\n{until}"
    return f"{until}.{hmac.new(read_token.encode(), text.encode(), hashlib.sha256).hexdigest()}"


def _same(given: str, secret: str | None) -> bool:
    # surrogates: headers may hold bytes that are no text
    return secret is not None and hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def _digest(session: str) -> str:
    """Sessions are kept hashed, so that a look-up tells nothing by its time."""
    return hashlib.sha256(session.encode("utf-8", "replace")).hexdigest()
