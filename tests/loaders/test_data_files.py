"""The rows of words beside the code: each is found in its own examples."""

import pytest

from loaders.data_files import pattern, tables

FILES = [
    ("loaders.clauses", "deadlines"),
    ("loaders.frontmatter", "headings"),
    ("loaders.frontmatter", "mechanism"),
    ("loaders.frontmatter", "signatures"),
    ("loaders.frontmatter", "titles"),
    ("loaders.outline", "drafts"),
    ("loaders.outline", "run_on"),
    ("loaders.outline", "run_on_signed"),
    ("loaders.tables", "glued"),
    ("loaders.tables", "heading_words"),
    ("loaders.tables.stacked_cells", "units"),
]
ROWS = [(*file, row) for file in FILES for row in tables(*file) if row != "words"]


@pytest.mark.parametrize(("package", "name", "row"), ROWS, ids=lambda part: part.rpartition(".")[2])
def test_each_row_is_found_in_its_own_examples(package, name, row):
    examples = tables(package, name)[row]["seen"]
    assert examples
    for seen in examples:
        assert pattern(package, name, row).search(seen)


@pytest.mark.parametrize(("package", "name"), FILES)
def test_each_part_of_a_pattern_is_named_in_one(package, name):
    data = tables(package, name)
    written = [*data.get("words", {}).values(), *(row.get("pattern", "") for row in data.values())]
    for word in data.get("words", {}):
        assert any(f"{{{word}}}" in each for each in written)
