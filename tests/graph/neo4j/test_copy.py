"""Moving a graph from engine to engine and back: nothing is lost on the way."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

import pytest

from graph.copy import compare, copy
from graph.dump import dump
from graph.open import open_store
from tests.neo4j.server import PASSWORD
from tests.support.plans import plan
from tests.support.traps import traps
from zeren.errors import StoreError

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

ANNEX = plan(
    "", "青岚市道路方案", parts=[], indicators=[], breakdowns=[],
    tasks=[{"part": "", "path": ["一"], "title": "修路", "lead": ["市交通运输局"]}],
)  # fmt: skip
TEXT = "市工信局牵头。"
WITH_TEXT = dataclasses.replace(plan("沙政发〔2031〕6号", "有原文的方案", "沙溪州"), text=TEXT * 50)


@pytest.fixture
def embedded(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    reports = opened.load([*traps(), WITH_TEXT])
    root = next(report.plan for report in reports if report.file_name == plan().doc)
    opened.load([ANNEX], annex_of=root)
    yield opened
    opened.close()


def test_there_and_back(embedded, store, tmp_path):
    copied = copy(embedded, store)
    assert copied.difference == ""
    assert copied.lines == len(list(dump(embedded)))
    assert {report.status for report in copied.reports} == {"loaded"}
    again = open_store(f"ladybug://{tmp_path}/again")
    assert copy(store, again).difference == ""
    assert list(dump(again)) == list(dump(embedded))
    for record in embedded.documents():
        assert again.extraction(record.id) == embedded.extraction(record.id)
    again.close()


def test_a_copy_can_be_run_again(embedded, store):
    store.load(traps()[:3])
    before = copy(embedded, store)
    assert before.difference == ""
    assert {report.status for report in copy(embedded, store).reports} == {"unchanged"}


def test_a_target_with_other_documents_is_left_alone(embedded, store):
    store.load([plan("海政发〔2031〕1号", "别的方案", "海门州")])
    before = list(dump(store))
    with pytest.raises(StoreError, match="海政发"):
        copy(embedded, store)
    assert list(dump(store)) == before


def test_a_difference_is_found(embedded, store, server):
    copy(embedded, store)
    server.query("MATCH (t:Task {title: '绿化'}) SET t.title = '美化'")
    assert "不同" in compare(embedded, store)[1]


def test_the_command(server, tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/store")
    opened.load([plan()])
    opened.close()

    def zeren(*arguments):
        environment = {**os.environ, "ZEREN_NEO4J_PASSWORD": PASSWORD}
        command = [sys.executable, "-m", "zeren", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    done = zeren("copy", "--from", "ladybug://store", "--to", server.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "两个库一致" in done.stdout
    nothing = zeren("copy", "--from", "ladybug://nothing", "--to", server.url)
    assert (nothing.returncode, nothing.stderr.count("\n")) == (1, 1)
    assert zeren("copy", "--from", "ladybug://store", "--to", "ladybug://store").returncode == 2
