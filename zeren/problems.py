"""The one table of errors: class, HTTP status, code and exit code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zeren import errors


@dataclass(frozen=True, slots=True)
class Problem:
    """How one class of error is told: HTTP status, English code, exit code of the command line."""

    status: int
    code: str
    exit: int


PROBLEMS: Mapping[type[errors.ZerenError], Problem] = {
    errors.BadParameter: Problem(422, "bad_parameter", 2),
    errors.QueryTimeout: Problem(504, "query_timeout", 1),
    errors.TooBusy: Problem(429, "too_busy", 1),
    errors.QueryError: Problem(500, "query_failed", 1),
    errors.TooLarge: Problem(413, "too_large", 1),
    errors.WrongType: Problem(415, "wrong_type", 1),
    errors.LoadError: Problem(422, "unreadable_document", 1),
    errors.NotFound: Problem(404, "not_found", 1),
    errors.Moved: Problem(308, "moved", 1),
    errors.Unauthorized: Problem(401, "unauthorized", 1),
    errors.SettingsError: Problem(500, "bad_settings", 1),
    errors.LoadRunning: Problem(409, "load_running", 1),
    errors.StoreUnavailable: Problem(503, "store_unavailable", 1),
    errors.StoreError: Problem(503, "store_failed", 1),
    errors.ZerenError: Problem(500, "failed", 1),
}
"""Every class of the tree; the nearest ancestor of an error decides."""


def problem_of(error: BaseException | type[BaseException]) -> Problem:
    """The row of an error or its class; 500 for what is not ours."""
    kind = error if isinstance(error, type) else type(error)
    for ancestor in kind.__mro__:
        if ancestor in PROBLEMS:
            return PROBLEMS[ancestor]
    return Problem(500, "internal_error", 1)
