"""Plan fields from the heads of heads.md, each in the manner of another office."""

from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.readers import read_file

_TEXT = "一、总体要求\n(一)选址。完成公园选址。(市园林局牵头,市财政局配合)\n二、保障措施\n(一)加强领导。成立专班。"


def cases():
    text = (Path(__file__).parent / "heads.md").read_text("utf-8")
    for block in text.split("\n## ")[1:]:
        name, _, rest = block.partition("\n```\n")
        head, _, fields = rest.partition("\n```\n")
        expected = [line.removeprefix("- ") for line in fields.strip().splitlines()]
        yield pytest.param(head, [None if field == "-" else field for field in expected], id=name)


@pytest.mark.parametrize(("head", "expected"), list(cases()))
def test_head(tmp_path, head, expected):
    path = tmp_path / "plan.txt"
    path.write_text(head.replace("…", _TEXT), "utf-8")
    found = extract(read_file(path)).plan
    assert [found.title, found.doc_number, found.issuer, found.issued_on, found.region] == expected
