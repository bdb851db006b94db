"""Ids by the grammar of docs/model.md: deterministic, and fit to stand in a URL as they are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

_LONGEST = 200
_UNFIT = re.compile(
    r"[\s/\\?#%\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)


def clean(text: str) -> str:
    """NFKC without slashes, `? # %`, blanks and control characters; at most 200 characters.

    What is longer, empty, `.` or `..` becomes a hash (a long text keeps its beginning).
    """
    fit = _UNFIT.sub("", unicodedata.normalize("NFKC", text))
    if fit and fit not in {".", ".."} and len(fit) <= _LONGEST:
        return fit
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{fit[: _LONGEST - 17].rstrip('.')}~{digest}" if len(fit) > _LONGEST else f"~{digest}"


def region_id(name: str, code: str | None = None) -> str:
    """The region's code, or `x-name` for one that no table knows."""
    return code or clean(f"x-{name}")


def plan_id(region: str, doc_number: str | None, year: int | None, title: str) -> str:
    """`region:number`, or `region:year:title` without a number."""
    return clean(f"{region}:{doc_number}" if doc_number else f"{region}:{year or 'x'}:{title}")


def annex_id(root: str, part: str) -> str:
    """The id of an annex: its root's and its part; the root's own for the main text."""
    return clean(f"{root}:{part}") if part else root


def task_id(plan: str, path: Sequence[str]) -> str:
    """`plan:path`, path steps joined by dots."""
    return clean(f"{plan}:{'.'.join(path)}")


def indicator_id(plan: str, path: Sequence[str], number: int) -> str:
    """The `number`-th (from 1) indicator at a place."""
    return clean(f"{plan}:{'.'.join(path)}:i{number}")


def unit_id(region: str, key: str) -> str:
    """`region:key`."""
    return clean(f"{region}:{key}")


def task_force_id(plan: str) -> str:
    """The task force that runs a plan or annex; it has one."""
    return clean(f"{plan}:taskforce")


def document_id(plan: str, part: str = "") -> str:
    """The document that a plan was read from: one a root plan, one an annex that came by itself."""
    return clean(f"doc:{annex_id(plan, part)}")


def finding_id(document: str, number: int) -> str:
    """The `number`-th (from 1) finding of a document."""
    return clean(f"{document}:f{number}")


def function_id(name: str) -> str:
    """A function is known by its name."""
    return clean(name)
