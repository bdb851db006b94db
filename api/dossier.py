"""The dossier of one unit (单位责任清单) as docx, ready to print: what it leads, answers for, supports."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from api.ledger_rows import Part, Scope, Task, parts, place_of
from api.records import one, read
from api.standing import of_one_generation
from api.tables import printable
from graph.catalogue.resolve import existing
from graph.store import Store

_BODY, _HEADING = "仿宋", "黑体"
"""The typefaces of official documents (GB/T 9704-2012, 5.2.2); a reader without them sees its own."""
_WIDTHS = (1.2, 8.2, 4.6, 2.6, 4.6, 4.0)
_SECTIONS = (("lead", "牵头任务", "配合单位"), ("responsible", "负责任务", "共同负责单位"),
             ("support", "配合任务", "牵头单位"))  # fmt: skip
_BESIDE = {"lead": "support", "responsible": "responsible", "support": "lead"}
"""Whose names stand beside a task, by the role of the unit itself."""

_DUTIES = {"office": "办公室设在本单位", "member": "成员单位"}


@dataclass(slots=True)
class _Found:
    """What a unit has, by role, and the numbers that it answers for."""

    tasks: dict[str, list[Task]] = field(default_factory=lambda: {role: [] for role, _, _ in _SECTIONS})
    indicators: list[tuple[str, str, str]] = field(default_factory=list)


@of_one_generation
def dossier(store: Store, unit: str) -> tuple[str, bytes]:
    """Name of a unit (by id) and its dossier; the same graph gives the same text.

    Raises NotFound, or Moved for an id that was merged.
    """
    head = one(read(store, "unit", id=existing(store, "unit", unit)), "单位", unit)
    found = _gather(parts(store, Scope(units=(unit,))), unit)
    document = _blank()
    name = str(head["name"])
    document.add_heading(f"{name}责任清单", 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    counts = "、".join(f"{title}{len(found.tasks[role])}项" for role, title, _ in _SECTIONS)
    _line(document, f"{head['region_name']} · {counts},承担指标{len(found.indicators)}个")
    for number, (role, title, beside) in zip("一二三", _SECTIONS, strict=True):
        rows = _rows(found.tasks[role], role, unit)
        document.add_heading(f"{number}、{title}({len(rows)}项)", 1)
        _table(document, ("序号", "任务", beside, "完成时限", "指标", "出处"), _WIDTHS, rows)
    document.add_heading(f"四、承担的指标({len(found.indicators)}个)", 1)
    numbered = [(str(n), *row) for n, row in enumerate(found.indicators, 1)]
    _table(document, ("序号", "指标", "任务", "出处"), (1.2, 8.4, 8.4, 7.2), numbered)
    _forces(document, store, unit)
    _line(document, "单位负责人(签字):　　　　　　　　　联络员:　　　　　　　　　日期:")
    out = io.BytesIO()
    document.save(out)
    return name, out.getvalue()


def _gather(found: Iterable[Part], unit: str) -> _Found:
    out = _Found()
    for part in found:
        for task in part.tasks:
            for role in dict.fromkeys(str(row["role"]) for row in task.units if row["unit"] == unit):
                out.tasks[role].append(task)
        for row in part.indicators:
            words = str(row["raw"] or row["name"])
            out.indicators.append((words, str(row["task"] or ""), part.source))
    return out


def _rows(tasks: Sequence[Task], role: str, unit: str) -> list[tuple[str, ...]]:
    beside = _BESIDE[role]
    return [
        (
            str(number), task.title or task.text,
            "、".join(str(r["name"]) for r in task.units if r["role"] == beside and r["unit"] != unit),
            task.deadline, ";".join(task.indicators), task.source,
        )
        for number, task in enumerate(tasks, 1)
    ]  # fmt: skip


def forces_of(store: Store, unit: str) -> list[dict[str, Any]]:
    """Task forces of a unit by plan: rows of `task_forces_of_unit`, `duty` says what the unit is there."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in read(store, "task_forces_of_unit", unit=unit):
        known = found.setdefault((str(row["plan"]), str(row["id"])), {**row, "duties": set()})
        known["duties"].add(row["part_in"])
    return [
        {**row, "duty": "、".join(words for name, words in _DUTIES.items() if name in row["duties"])}
        for _, row in sorted(found.items())
    ]


def _forces(document: Any, store: Store, unit: str) -> None:
    rows = forces_of(store, unit)
    if not rows:
        return
    document.add_heading(f"五、参加的工作专班({len(rows)}个)", 1)
    listed = [(str(n), str(r["name"]), r["duty"], place_of(r)) for n, r in enumerate(rows, 1)]
    _table(document, ("序号", "专班", "职责", "方案"), (1.2, 10.0, 5.0, 9.0), listed)


def _blank() -> Any:
    """An A4 page lying down, headings and text in the typefaces of official documents, pages numbered."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.0)
    sizes = {"Normal": (_BODY, 11), "Title": (_HEADING, 22), "Heading 1": (_HEADING, 14)}
    for name, (typeface, size) in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = typeface, Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), typeface)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(footer, "PAGE")
    return document


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", None), (None, name), ("end", None)):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)


def _line(document: Any, text: str) -> None:
    document.add_paragraph(printable(text))


def _table(
    document: Any, headings: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]]
) -> None:
    """A table whose heading stands on every page and whose rows are not broken."""
    if not rows:
        _line(document, "无。")
        return
    table = document.add_table(rows=2, cols=len(headings), style="Table Grid")
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    # rows are copies of one: adding them one by one looks through the whole table each time
    pattern = table.rows[1]._tr
    for row in rows:
        copy = deepcopy(pattern)
        for paragraph, text in zip(copy.iter(qn("w:p")), row, strict=True):
            paragraph.append(_run(text))
        pattern.addprevious(copy)
    pattern.getparent().remove(pattern)


def _run(text: str) -> Any:
    run, content = OxmlElement("w:r"), OxmlElement("w:t")
    content.text = str(printable(text)).replace("\n", " ")
    content.set(qn("xml:space"), "preserve")
    run.append(content)
    return run
