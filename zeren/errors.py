"""The one tree of errors.

ZerenError
├── LoadError            a document could not be read; the others go on
│   ├── TooLarge         it exceeds a limit
│   └── WrongType        it is of a type that is not read
├── QueryError           a named query could not be answered
│   ├── BadParameter     a parameter is missing, unknown, ambiguous or of a wrong type
│   ├── QueryTimeout     it took longer than allowed
│   └── TooBusy          too many queries run at once
├── NotFound             no such plan, unit, task, query …
├── Moved                the id was merged into another one
├── Unauthorized         a token is missing or wrong
├── SettingsError        a settings file (corrections, lexicon) has a fault
└── StoreError           the store could not do it
    ├── StoreUnavailable it is away, locked, damaged or of another version
    └── LoadRunning      another load holds the writer's lock

Messages are one line of Chinese for the user and say what to do next. The classes know no HTTP.
"""

from __future__ import annotations


class ZerenError(Exception):
    """Root of everything that this program raises on purpose."""


class LoadError(ZerenError):
    """A document that could not be read or loaded.

    `document` is the file's name, `place` a human-readable place in it (page, line, JSON path)
    and `excerpt` a few characters of what stands there; both may be empty.
    """

    def __init__(self, message: str, document: str = "", place: str = "", excerpt: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.document = document
        self.place = place
        self.excerpt = excerpt

    def __str__(self) -> str:
        where = " ".join(part for part in (self.document, self.place) if part)
        what = f"{self.message}(“{self.excerpt}”)" if self.excerpt else self.message
        return f"{where}:{what}" if where else what


class TooLarge(LoadError):
    """A document beyond a limit of size, time, memory or output."""


class WrongType(LoadError):
    """A document of a type that is not read."""


class QueryError(ZerenError):
    """A named query that could not be answered."""


class BadParameter(QueryError):
    """A parameter that is missing, unknown, ambiguous or of a wrong type.

    `candidates` lists the (id, name) pairs that an ambiguous name may mean.
    """

    def __init__(self, message: str, candidates: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class QueryTimeout(QueryError):
    """A query that took longer than allowed."""


class TooBusy(QueryError):
    """Too many queries at once; try again shortly."""


class NotFound(ZerenError):
    """Nothing with that id or name."""


class Moved(ZerenError):
    """The id was merged into another; `target` is the id that it lives on under."""

    def __init__(self, message: str, target: str) -> None:
        super().__init__(message)
        self.target = target


class Unauthorized(ZerenError):
    """A missing or wrong token."""


class SettingsError(ZerenError):
    """A file of settings (corrections, lexicon, queries) that has a fault; nothing of it is applied."""


class StoreError(ZerenError):
    """The store could not do what was asked.

    `place` is a folder or address of this machine, or the engine's own words; it may be empty. The command
    line and the log tell it, an answer over HTTP never does (`message` alone).
    """

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.message}({self.place})" if self.place else self.message


class StoreUnavailable(StoreError):
    """The store is away, damaged, locked or of another version."""


class LoadRunning(StoreError):
    """Another load holds the writer's lock."""
