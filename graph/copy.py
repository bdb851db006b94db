"""A store's documents into another store, on whatever engine, and the proof that both are the same."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from graph.dump import dump
from graph.generations import Entry
from graph.kept import GZIP_OR_ZLIB, kept_extraction
from graph.store import LoadReport, Progress, Store
from loaders.extraction import Extraction
from zeren.errors import StoreError


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of it: a report a document, the nodes and edges compared, and the first difference.

    `difference` is "" where both stores hold the same, else what differs in a few words.
    """

    reports: Sequence[LoadReport]
    lines: int
    difference: str = ""


def copy(source: Store, target: Store, progress: Progress | None = None) -> Copied:
    """Load the kept Extractions of a store, texts and all, into another; then compare both.

    What the target has already stays as it is, so that a copy that broke off can be run again.
    Raises StoreError when the target holds documents that the source doesn't, and what loading
    raises; documents that could not be loaded are in the reports.
    """
    documents = list(source.kept())
    ours = {entry.record.id for entry, _ in documents}
    foreign = [record.file_name for record in target.documents() if record.id not in ours]
    if foreign:
        raise StoreError(
            f"目标库里有来源没有的文件(如 {foreign[0][:60]},共 {len(foreign)} 份),没有动它;请换一个空的库"
        )
    reports = _load(documents, target, progress)
    if any(report.status == "failed" for report in reports):
        return Copied(reports, 0, "有文件没有复制成功")
    return Copied(reports, *compare(source, target))


def compare(source: Store, target: Store) -> tuple[int, str]:
    """How many nodes and edges were compared, and what differs first, "" for nothing."""
    if difference := _kept_difference(source, target):
        return 0, difference
    count = 0
    for ours, theirs in zip_longest(dump(source), dump(target)):
        if ours != theirs:
            return count, f"图谱第 {count + 1} 行不同:{_short(ours)} / {_short(theirs)}"
        count += 1
    return count, ""


def _load(
    documents: Sequence[tuple[Entry, bytes]], target: Store, progress: Progress | None
) -> list[LoadReport]:
    """Plans first, then the annexes that came as files of their own."""
    groups: defaultdict[str | None, list[Extraction]] = defaultdict(list)
    for entry, data in documents:
        groups[entry.annex_of].append(kept_extraction(data, entry.kept))
    reports: list[LoadReport] = []
    for root in sorted(groups, key=lambda root: root or ""):
        reports += target.load(groups[root], replace=True, annex_of=root, progress=progress)
    return reports


def _kept_difference(source: Store, target: Store) -> str:
    for one, other in zip_longest(source.kept(), target.kept()):
        if one is None or other is None:
            return f"只有一边有的文件:{(one or other)[0].record.file_name}"
        (ours, _), (theirs, data) = one, other
        if (ours.record.id, ours.kept, ours.annex_of) != (theirs.record.id, theirs.kept, theirs.annex_of):
            return f"保存的抽取结果不同:{ours.record.file_name} / {theirs.record.file_name}"
        if hashlib.sha256(zlib.decompress(data, GZIP_OR_ZLIB)).hexdigest() != theirs.kept:
            return f"保存的抽取结果损坏:{theirs.record.file_name}"
    return ""


def _short(line: str | None) -> str:
    return "没有" if line is None else line[:100]
