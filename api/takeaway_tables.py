"""The lists of pages as tables to take away."""

from __future__ import annotations

from collections.abc import Sequence

from api import records, schemas
from api.labels import comparison, kind
from api.labels import role as role_name
from api.listings import Filters
from api.outline import outline
from api.takeaway import Table, batches
from graph.model import Row, Value
from graph.store import Store

_EVERYTHING = 1 << 40
_PLANS = (
    ("方案", 48), ("地区", 14), ("文号", 22), ("发文机关", 24), ("印发日期", 12), ("年份", 7), ("附件", 6),
    ("任务", 7), ("单位", 7), ("指标", 7), ("编号", 30),
)  # fmt: skip
_UNITS = (
    ("单位", 30), ("地区", 14), ("条线", 18), ("类别", 12), ("又写作", 40), ("牵头", 7), ("负责", 7),
    ("配合", 7), ("编号", 30),
)  # fmt: skip
_INDICATORS = (
    ("指标", 30), ("比较", 8), ("数值", 12), ("上限", 10), ("计量单位", 10), ("折算值", 14), ("折算单位", 10),
    ("责任单位", 28), ("地区", 14), ("年份", 7), ("方案", 40), ("原文", 30), ("任务编号", 30),
)  # fmt: skip
_OUTLINE = (
    ("部分", 12), ("序号", 10), ("任务", 50), ("牵头单位", 24), ("负责单位", 24), ("配合单位", 30),
    ("完成时限", 14), ("编号", 30),
)  # fmt: skip
_DOCUMENTS = (
    ("文件", 36), ("方案", 48), ("任务", 7), ("指标", 7), ("待核对", 8), ("覆盖率", 9), ("载入时间", 22),
    ("来源", 40), ("SHA-256", 30),
)  # fmt: skip


def plan_table(store: Store, filters: Filters) -> Table:
    """`list_plans` under its filters, in its order."""
    rows, total = _all(store, "plans", filters)
    found = (each for some in batches(rows) for each in records.plans(store, some))
    lines = (
        (
            p.title, _name(p.region), p.doc_number, p.issuer, p.issued_on, p.year, len(p.parts),
            p.counts.tasks, p.counts.units, p.counts.indicators, p.id,
        )
        for p in found
    )  # fmt: skip
    return Table("方案", _PLANS, lines, total)


def unit_table(store: Store, filters: Filters) -> Table:
    """`list_units` under its filters, in its order."""
    rows, total = _all(store, "units", filters)
    lines = (
        (
            u.name, _name(u.region), _names(u.functions), kind(u.kind), [a for a in u.aliases if a != u.name],
            u.counts.lead, u.counts.responsible, u.counts.support, u.id,
        )
        for u in records.units(store, rows)
    )  # fmt: skip
    return Table("单位", _UNITS, lines, total)


def indicator_table(store: Store, filters: Filters) -> Table:
    """`list_indicators` under its filters, in its order."""
    rows, total = _all(store, "indicators", filters)
    ids = [str(row["id"]) for row in rows]
    found = (each for some in batches(ids) for each in records.indicators(store, some))
    lines = (
        (
            i.name, comparison(i.op), i.value, i.value_max, i.unit, i.amount, i.measure, _names(i.units),
            i.plan.region, i.plan.year, i.plan.title, i.raw, i.task,
        )
        for i in found
    )  # fmt: skip
    return Table("指标", _INDICATORS, lines, total)


def outline_table(store: Store, plan: str, unit: str, role: str) -> Table:
    """The tasks of a plan as its page lists them under a filter, headings left out. Raises NotFound."""
    lines = [line for line in outline(store, plan, unit, role).lines if line.roles]
    rows = (
        (
            line.part["part"], line.numeral, line.title,
            *(_called(line.roles.get(each, [])) for each in ("lead", "responsible", "support")),
            line.deadline, line.id,
        )
        for line in lines
    )  # fmt: skip
    return Table(f"提纲{role_name(role) if role else ''}", _OUTLINE, rows, len(lines))


def document_table(store: Store) -> Table:
    """The loaded documents, by file name."""
    known = store.documents()
    rows = (
        (
            d.file_name, d.title, d.report.tasks, d.report.indicators, d.report.findings, d.coverage,
            d.loaded_at, d.source_url, d.sha256,
        )
        for d in known
    )  # fmt: skip
    return Table("文件", _DOCUMENTS, rows, len(known))


def _all(store: Store, what: str, filters: Filters) -> tuple[list[Row], int]:
    """All rows of a list, and their number counted by a statement of its own."""
    rows = records.read(store, f"list_{what}", **filters, limit=_EVERYTHING, offset=0)
    return rows, int(str(records.read(store, f"count_{what}", **filters)[0]["total"]))


def _name(named: schemas.Named | None) -> str:
    return named.name if named else ""


def _names(named: Sequence[schemas.Named]) -> list[Value]:
    return [each.name for each in named]


def _called(rows: Sequence[Row]) -> list[Value]:
    return [row["name"] for row in rows]
