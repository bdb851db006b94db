"""Two places of one name in one store: told apart by the place above, or left open and told."""

from __future__ import annotations

import pytest

from graph.open import open_store
from loaders.extract import extract
from loaders.readers import read_bytes

TEXT = """{above}鼓楼区人民政府办公室文件
鼓政办发〔2031〕{number}号
{above}鼓楼区绿地建设工作方案
一、重点任务
(一)选址。完成公园选址。(区财政局牵头,区教育局配合)
{above}鼓楼区人民政府办公室
2031年2月1日
"""
NANJING, XUZHOU, OPEN = "320106", "320302", "x-鼓楼区"


@pytest.fixture
def loaded(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    texts = [TEXT.format(above=above, number=n) for n, above in enumerate(("南京市", "徐州市", ""), 1)]
    reports = store.load([extract(read_bytes(f"{n}.txt", text.encode())) for n, text in enumerate(texts)])
    assert [report.status for report in reports] == ["loaded"] * 3
    yield store
    store.close()


def test_each_is_a_region_of_its_own_under_its_parent(loaded):
    rows = loaded.read(
        "MATCH (p:Plan)-[:COVERS]->(r:Region) OPTIONAL MATCH (r)-[:PART_OF]->(above:Region) "
        "RETURN r.id AS id, r.name AS name, above.name AS above ORDER BY id"
    )
    assert {row["name"] for row in rows} == {"鼓楼区"}
    assert [(row["id"], row["above"]) for row in rows] == [
        (NANJING, "南京市"),
        (XUZHOU, "徐州市"),
        (OPEN, None),
    ]


def test_their_bureaus_are_units_of_their_own(loaded):
    rows = loaded.read(
        "MATCH (t:Task)-[:ASSIGNED]->(u:Unit)-[:IN_REGION]->(r:Region) WHERE u.name = '区财政局' "
        "RETURN DISTINCT u.id AS unit, r.id AS region ORDER BY region"
    )
    assert [row["region"] for row in rows] == [NANJING, XUZHOU, OPEN]
    assert len({row["unit"] for row in rows}) == 3


def test_only_the_one_left_open_is_told(loaded):
    rows = loaded.read(
        "MATCH (d:Document)-[:HAS_FINDING]->(f:Finding) WHERE f.code = 'region_unknown' "
        "RETURN d.file_name AS file, f.severity AS severity, f.message AS message"
    )
    assert [(row["file"], row["severity"]) for row in rows] == [("2.txt", "warning")]
    assert "没有写明上级" in rows[0]["message"]
