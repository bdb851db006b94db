"""Corrections by hand: read whole or not at all, applied at each load and rebuild."""

from __future__ import annotations

import dataclasses

import pytest

from graph.corrections import NONE, read_corrections, with_roles
from graph.embedded import EmbeddedStore
from graph.settled import settle
from graph.stale import absent_pairs
from loaders.extract import extract
from loaders.readers import read_file
from zeren.errors import SettingsError

PLAN = """青岚市人民政府办公室文件
青政办发〔2031〕5号
青岚市绿地建设工作方案
一、重点任务
(一)选址。完成公园选址。(市园林局牵头,市财政局、市计经委配合)
(二)绿化。新增绿地20公顷,由市发展改革委核准。(市园林局负责)
青岚市人民政府办公室
2031年2月1日
"""

ROLE = """
[[role]]
doc = "plan"
path = ["一", "(二)"]
quote = "新增绿地20公顷"
unit = "市发展改革委"
role = "support"
action = "add"

[[role]]
doc = "plan.txt"
path = ["一", "(一)"]
quote = "公园选址"
unit = "市财政局"
role = "support"
action = "drop"
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return extract(read_file(path))


def corrections(tmp_path, text):
    path = tmp_path / "corrections.toml"
    path.write_text(text, "utf-8")
    return read_corrections(path)


def test_roles_are_added_where_they_are_printed_and_dropped(tmp_path, plan):
    found = with_roles(plan, corrections(tmp_path, ROLE).role)
    tasks = {task.path: task for task in found.tasks}
    added = tasks["一", "(二)"].assignments[-1]
    assert (added.unit, added.role) == ("市发展改革委", "support")
    assert plan.text[added.start : added.stop] == "市发展改革委"
    assert tasks["一", "(一)"].units("support") == ["市计经委"]
    assert found.findings == plan.findings


@pytest.mark.parametrize(
    ("old", "new"),
    [("新增绿地20公顷", "别的字句"), ('"(二)"', '"(九)"'), ('unit = "市财政局"', 'unit = "市审计局"')],
)
def test_one_that_fits_no_more_is_a_finding(tmp_path, plan, old, new):
    found = with_roles(plan, corrections(tmp_path, ROLE.replace(old, new)).role)
    stale = [each for each in found.findings if each.code == "correction_stale"]
    assert len(stale) == 1
    assert "更正表" in stale[0].message


def test_another_document_is_left_alone(tmp_path, plan):
    other = dataclasses.replace(plan, doc="other.txt")
    assert with_roles(other, corrections(tmp_path, ROLE).role) == other


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[[role]]\ndoc = "a"\npath = = 3\n', "第 3 行", "TOML"),
        ('# one\n\n[[role]]\ndoc = "a"\n', "第 3 行", "缺少 path"),
        (ROLE.replace('"drop"', '"delete"'), "第 10 行", "action 的值不对"),
        (ROLE.replace('role = "support"\naction = "add"', 'role = "helper"\naction = "add"'), "第 2 行", "role 的值不对"),
        ('[[unit]]\nsame = ["市甲局"]\n', "第 1 行", "至少写两个名称"),
        ('[[unit]]\nregion = "青岚市"\n', "第 1 行", "same 和 different"),
        ('[[rule]]\nx = 1\n', "第 1 行", "不认识 rule"),
        ('[[pair]]\na = "x"\nb = "y"\nmatch = "maybe"\n', "第 1 行", "match 的类型不对"),
        ('\n[[pair]]\na = "x"\nb = "x"\nmatch = true\n', "第 2 行", "同一个任务"),
    ],
)  # fmt: skip
def test_a_fault_names_line_and_reason_and_nothing_is_applied(tmp_path, text, line, reason):
    with pytest.raises(SettingsError) as caught:
        corrections(tmp_path, text)
    assert line in str(caught.value)
    assert reason in str(caught.value)
    assert "未采用" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SettingsError, match="打不开"):
        read_corrections(tmp_path / "none.toml")


def units(store):
    return {row["name"]: row for row in store.read("MATCH (u:Unit) RETURN u.id AS id, u.name AS name, u.former_ids AS former")}  # fmt: skip


def test_units_are_merged_and_the_former_id_lives_on(tmp_path, plan):
    text = '[[unit]]\nsame = ["市发展改革委", "市计经委"]\nregion = "青岚市"\n'
    before = EmbeddedStore(tmp_path / "a", "ladybug://a")
    before.load([plan])
    old = units(before)["市计经委"]["id"]
    before.close()
    store = EmbeddedStore(tmp_path / "a", "ladybug://a", corrections=corrections(tmp_path, text))
    assert "市计经委" in units(store)
    store.rebuild()
    merged = units(store)
    store.close()
    assert "市计经委" not in merged
    assert merged["市发展改革委"]["former"] == [old]


def test_units_are_split(tmp_path, plan):
    first = plan.tasks[1].assignments[0]
    longer = dataclasses.replace(first, unit="市园林管理局", role="support")
    task = dataclasses.replace(plan.tasks[1], assignments=(first, longer))
    given = dataclasses.replace(plan, tasks=(task,))
    text = '[[unit]]\ndifferent = ["市园林局", "市园林管理局"]\n'
    together = {settle(given).units.of(name).unit.id for name in ("市园林局", "市园林管理局")}
    apart = {
        settle(given, corrections(tmp_path, text)).units.of(name).unit.id
        for name in ("市园林局", "市园林管理局")
    }
    assert (len(together), len(apart)) == (1, 2)


def test_changed_corrections_are_applied_by_the_next_load(tmp_path, plan):
    store = EmbeddedStore(tmp_path / "a", "ladybug://a")
    store.load([plan])
    first = store.generation()
    store.close()
    again = EmbeddedStore(tmp_path / "a", "ladybug://a", corrections=corrections(tmp_path, ROLE))
    again.load([plan])
    rows = again.read(
        "MATCH (t:Task)-[a:ASSIGNED]->(u:Unit) RETURN u.name AS unit, a.role AS role ORDER BY unit"
    )
    changed = again.generation()
    again.load([plan])
    assert again.generation() == changed != first
    again.close()
    assert {"unit": "市发展改革委", "role": "support"} in rows
    assert not any(row["unit"] == "市财政局" for row in rows)


def test_nothing_corrected_changes_nothing(plan):
    assert settle(plan, NONE).extraction == plan


FIRST, GONE, ELSEWHERE = (
    f"x-青岚市:青政办发〔2031〕5号:{path}" for path in ("一.(一)", "一.(九)", "附件7:一")
)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (FIRST, "x-云川市:云政发〔2031〕9号:二.(三)", 0),
        (FIRST, GONE, 1),
        (GONE, GONE + "1", 2),
        (FIRST, ELSEWHERE, 0),
    ],
)
@pytest.mark.parametrize("match", ["true", "false"])
def test_a_pair_of_a_task_that_is_gone_is_a_finding(tmp_path, plan, a, b, told, match):
    text = f'[[pair]]\na = "{a}"\nb = "{b}"\nmatch = {match}\n'
    store = EmbeddedStore(tmp_path / "a", "ladybug://a", corrections=corrections(tmp_path, text))
    store.load([plan])
    rows = store.read("MATCH (f:Finding) WHERE f.code = 'correction_stale' RETURN f.message AS message")
    store.close()
    assert len(rows) == told
    assert all("[[pair]]" in row["message"] and GONE in row["message"] for row in rows)


COLON = "x-青岚市:青政办发〔2031〕5号:一.(一):1"
AWAY = "x-云川市:云政发〔2031〕9号:二.(三)"


@pytest.mark.parametrize(
    ("a", "b", "absent"),
    [(FIRST, AWAY, [AWAY]), (AWAY, AWAY + "1", [AWAY, AWAY + "1"]), (FIRST, COLON, [COLON]),
     (FIRST, GONE, [GONE]), (FIRST, "x-青岚市:青政办发〔2031〕5号:一.(二)", [])],
)  # fmt: skip
def test_a_pair_of_what_the_graph_does_not_have_is_told_with_its_line(tmp_path, plan, a, b, absent):
    text = f'# one\n\n[[pair]]\na = "{a}"\nb = "{b}"\nmatch = true\n'
    store = EmbeddedStore(tmp_path / "a", "ladybug://a", corrections=corrections(tmp_path, text))
    store.load([plan])
    told = list(absent_pairs(store))
    store.close()
    assert [each.code for each in told] == ["correction_stale"] * bool(absent)
    for each in told:
        assert "第 3 行" in each.message
        assert all(f"“{end}”" in each.message for end in absent)
        assert FIRST in absent or f"“{FIRST}”" not in each.message
