"""`zeren export`; as a program where the process itself is limited, or its end is what counts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from graph.open import open_store
from loaders.extraction import dumps
from tests.support.command import zeren_here
from tests.support.plans import plan
from zeren.commands.export import EXPORTS

OTHER = plan(
    "沙政发〔2031〕2号", "沙溪州方案", "沙溪州", parts=[], indicators=[], breakdowns=[], citations=[]
)


def zeren(*arguments, cwd, shell=""):
    command = [sys.executable, "-m", "zeren", *map(str, arguments)]
    if shell:
        command = ["sh", "-c", f'{shell}; exec "$@"', "sh", *command]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("export")
    opened = open_store(f"ladybug://{path}/zeren-data")
    opened.load([plan(), OTHER])
    opened.close()
    (path / "plan.json").write_bytes(dumps(plan()))
    return path


@pytest.mark.parametrize("format", ["graphml", "gexf", "json", "csv", "parquet", "neo4j-admin"])
def test_each_format_writes_everything(folder, format, tmp_path):
    done = zeren_here("export", "--format", format, "--out", tmp_path / "out", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "节点" in done.stdout
    assert (tmp_path / "out").exists()


def test_the_formats_are_those_that_help_names(folder):
    done = zeren("export", "--format", "docx", "--out", "x", cwd=folder)
    assert done.returncode == 2
    assert "、".join(EXPORTS) in done.stderr


def test_one_plan_one_unit_or_one_region(folder, tmp_path):
    counts = {}
    for option, name in (("--plan", "沙政发〔2031〕2号"), ("--unit", "州财政局"), ("--region", "青岚市")):
        out = tmp_path / f"{option}.json"
        done = zeren_here("export", "--format", "json", option, name, "--out", out, cwd=folder)
        assert done.returncode == (1 if option == "--unit" else 0), done.stderr
        if out.exists():
            found = json.loads(out.read_text("utf-8"))
            counts[option] = sum(node["kind"] == "Task" for node in found["nodes"])
    assert counts == {"--plan": 3, "--region": 3}
    both = zeren_here("export", "--format", "json", "--plan", "a", "--unit", "b", "--out", "x", cwd=folder)
    assert (both.returncode, "只能用一个" in both.stderr) == (2, True)


def test_a_disk_that_takes_no_more(folder, tmp_path):
    """A limit on the size of a file stands in for a full disk: the write fails half-way."""
    for format in ("json", "parquet", "neo4j-admin"):
        done = zeren("export", "--format", format, "--out", tmp_path / "out", cwd=folder, shell="ulimit -f 1")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "写不进" in done.stderr
        assert not list(tmp_path.iterdir())


def test_a_folder_that_is_taken(folder):
    done = zeren("export", "--format", "csv", "--out", ".", cwd=folder)
    assert done.returncode == 2
    assert "已经存在" in done.stderr
