"""The sample's expectations are about the sample: what they quote stands in the documents."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from selectolax.lexbor import LexborHTMLParser

EXAMPLES = Path(__file__).parents[2] / "examples"
STEMS = sorted(path.stem for path in (EXAMPLES / "expected").glob("*.json"))


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text).translate(str.maketrans("（），：；", "(),:;"))


def docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def pdf_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "".join(re.sub(r"— \d+ —\s*$", "", page.extract_text()) for page in pdf.pages)


def document_text(path: Path) -> str:
    if path.suffix == ".docx":
        return docx_text(path)
    if path.suffix == ".pdf":
        return pdf_text(path)
    if path.suffix == ".html":
        return LexborHTMLParser(path.read_text("utf-8")).text()
    return path.read_text("gb18030" if path.stem == "linhu-2024" else "utf-8")


def expected(stem: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((EXAMPLES / "expected" / f"{stem}.json").read_text("utf-8"))
    return content


def text_of(stem: str) -> str:
    return bare(document_text(EXAMPLES / "plans" / expected(stem)["doc"]))


def is_printed(unit: str, text: str) -> bool:
    """As a whole, or without its first characters (a prefix restored), or without a suffix restored."""
    suffixes = ("人民政府", "相关成员单位")
    return any(form in text for form in (unit, unit[1:], *(unit.removesuffix(s) for s in suffixes)))


@pytest.mark.parametrize("stem", STEMS)
def test_quotes_stand_in_the_document(stem: str) -> None:
    text = text_of(stem)
    assert [i["raw"] for i in expected(stem)["indicators"] if bare(i["raw"]) not in text] == []


@pytest.mark.parametrize("stem", STEMS)
def test_units_stand_in_the_document(stem: str) -> None:
    text, doc = text_of(stem), expected(stem)
    units = {u for t in doc["tasks"] for role in ("lead", "support", "responsible") for u in t[role]}
    units |= {u for part in doc["parts"] for u in [*part["members"], *filter(None, [part["office"]])]}
    assert sorted(unit for unit in units if not is_printed(unit, text)) == []


@pytest.mark.parametrize("stem", STEMS)
def test_titles_numbers_and_deadlines_stand_in_the_document(stem: str) -> None:
    text, doc = text_of(stem), expected(stem)
    quotes = [t["title"] for t in doc["tasks"]] + [t["deadline"] or "" for t in doc["tasks"]]
    quotes += [p["title"] for p in doc["parts"]] + [doc["plan"][k] for k in ("title", "doc_number", "issuer")]
    quotes += [c[k] for c in doc["citations"] for k in ("title", "doc_number")]
    assert [quote for quote in quotes if bare(quote) not in text] == []


@pytest.mark.parametrize("stem", STEMS)
def test_paths_of_tasks_are_unique(stem: str) -> None:
    places = [(task["part"], *task["path"]) for task in expected(stem)["tasks"]]
    assert len(places) == len(set(places))


def test_rows_add_up_but_for_the_planted_one() -> None:
    wrong = [
        (stem, row["name"])
        for stem in STEMS
        for row in expected(stem).get("breakdowns", [])
        if abs(sum(cell["value"] for cell in row["cells"]) - row["total"]) > 1e-9
    ]
    assert wrong == [("qinglan-2024", "新建、改扩建公办幼儿园")]


def test_planted_faults_stand_in_the_documents() -> None:
    faults = json.loads((EXAMPLES / "faults.json").read_text("utf-8"))
    assert [f["quote"] for stem in faults for f in faults[stem] if f["quote"] not in text_of(stem)] == []


def test_built_files_are_those_of_the_sources(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(EXAMPLES / "build.py"), "--out", str(tmp_path)], check=True)
    built = sorted(tmp_path.iterdir())
    assert [p.name for p in built] == ["linhu-2024.txt", "qinglan-2024.docx", "shaxi-2024.pdf"]
    assert [document_text(p) == document_text(EXAMPLES / "plans" / p.name) for p in built] == [True] * 3
