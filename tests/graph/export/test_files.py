"""What each format writes, read back by the programs that it is for."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree

import duckdb
import networkx as nx
import pandas
import pyarrow.parquet
import pytest

from graph.export import write_csv, write_gexf, write_graphml, write_json, write_parquet
from graph.export.whole import whole_file, whole_folder
from graph.open import open_store
from graph.schema import EDGES, NODES
from graph.selection import Whole, of_plan, to_networkx
from tests.support.plans import plan
from tests.support.traps import traps
from zeren.errors import BadParameter, StoreError

CONTROL = plan(
    "沙政发〔2031〕9号", "沙溪州\x0b控制符方案", "沙溪州",
    tasks=[{"part": "", "path": ["一"], "title": "=1+1", "text": "甲\x01乙\n丙", "lead": ["州\x1f财政局"]}],
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    opened = open_store(f"ladybug://{tmp_path_factory.mktemp('export')}/store")
    opened.load([*traps(), CONTROL])
    yield opened
    opened.close()


def size(store):
    graph = to_networkx(Whole(store))
    return len(graph), graph.number_of_edges()


def test_graphml_reads_back_with_all_nodes_edges_and_attributes(store, tmp_path):
    assert write_graphml(Whole(store), tmp_path / "all.graphml") == size(store)
    back, graph = nx.read_graphml(tmp_path / "all.graphml"), to_networkx(Whole(store))
    assert (len(back), back.number_of_edges()) == size(store)
    assert back.is_directed()
    unit = next(data for _, data in graph.nodes(data=True) if data["label"] == "市财政局")
    found = next(data for _, data in back.nodes(data=True) if data["label"] == "市财政局")
    assert found["aliases"] == "、".join(unit["aliases"])
    assert found["unit_kind"] == "bureau"
    assigned = [data for *_, data in back.edges(data=True) if data["relation"] == "ASSIGNED"]
    assert {data["role"] for data in assigned} == {"lead", "support", "responsible"}
    assert all(isinstance(data["position"], int) for data in assigned)


def test_graphml_keeps_to_its_schema(store, tmp_path):
    """Ids of keys, nodes and edges are one each, whatever data and edges name is there.

    In one thing it doesn't: the schema takes ids for name tokens, and ours may hold brackets.
    """
    write_graphml(Whole(store), tmp_path / "all.graphml")
    root = ElementTree.parse(tmp_path / "all.graphml").getroot()
    space = {"g": root.tag.partition("}")[0].strip("{")}
    ids = {
        kind: [each.attrib["id"] for each in root.findall(f".//g:{kind}", space)]
        for kind in ("key", "node", "edge")
    }
    assert all(found and len(set(found)) == len(found) for found in ids.values())
    assert {each.attrib["key"] for each in root.findall(".//g:data", space)} <= set(ids["key"])
    edges = root.findall(".//g:edge", space)
    assert {edge.attrib[end] for edge in edges for end in ("source", "target")} <= set(ids["node"])
    keys = root.findall("g:key", space)
    assert {key.attrib["attr.type"] for key in keys} <= {
        "boolean",
        "int",
        "long",
        "float",
        "double",
        "string",
    }
    assert len({(key.attrib["for"], key.attrib["attr.name"]) for key in keys}) == len(keys)


def test_gexf_reads_back_and_keeps_to_its_schema(store, tmp_path):
    path = tmp_path / "all.gexf"
    assert write_gexf(Whole(store), path) == size(store)
    back = nx.read_gexf(path)
    assert (len(back), back.number_of_edges()) == size(store)
    root = ElementTree.parse(path).getroot()
    space = {"g": root.tag.partition("}")[0].strip("{")}
    assert set(root.find("g:graph", space).attrib) <= {"defaultedgetype", "mode", "timeformat", "idtype"}
    edges = root.findall(".//g:edge", space)
    assert all(set(edge.attrib) <= {"id", "source", "target", "weight"} for edge in edges)
    assert len({edge.attrib["id"] for edge in edges}) == len(edges)
    nodes = root.findall(".//g:node", space)
    assert all(set(node.attrib) == {"id", "label"} for node in nodes)
    declared = {each.attrib["id"] for each in root.findall(".//g:attribute", space)}
    assert {each.attrib["for"] for each in root.findall(".//g:attvalue", space)} <= declared
    assert {each.attrib["type"] for each in root.findall(".//g:attribute", space)} <= {
        "string", "integer", "long", "double", "float", "boolean",
    }  # fmt: skip


def test_a_part_alone(store, tmp_path):
    root = store.read("MATCH (p:Plan {title: '青岚市稳增长工作方案', part: ''}) RETURN p.id AS id")[0]["id"]
    nodes, edges = write_graphml(of_plan(store, root), tmp_path / "plan.graphml")
    assert 10 < nodes < 40
    assert edges > 20


def test_json_has_each_node_and_edge(store, tmp_path):
    write_json(Whole(store), tmp_path / "all.json")
    found = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert (len(found["nodes"]), len(found["edges"])) == size(store)
    task = next(node for node in found["nodes"] if node["label"] == "=1+1")
    assert (task["kind"], task["path"], task["text"]) == ("Task", ["一"], "甲\x01乙\n丙")
    assert {"source", "target", "type"} <= found["edges"][0].keys()


def test_csv_is_for_a_spreadsheet(store, tmp_path):
    write_csv(Whole(store), tmp_path / "tables")
    with (tmp_path / "tables/nodes/Task.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    task = next(row for row in rows if row["title"] == "'=1+1")
    assert (task["path"], task["text"], task["deadline"]) == ("一", "甲\x01乙\n丙", "")
    with (tmp_path / "tables/edges/ASSIGNED.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == Whole(store).edges(EDGES[5]).num_rows


def test_parquet_is_read_by_pandas_and_lists_stay_lists(store, tmp_path):
    write_parquet(Whole(store), tmp_path / "tables")
    units = pandas.read_parquet(tmp_path / "tables/nodes/Unit.parquet")
    assert list(units.loc[units["name"] == "市财政局", "aliases"].iloc[0]) == ["市财政局"]
    assigned = pandas.read_parquet(tmp_path / "tables/edges/ASSIGNED.parquet")
    joined = assigned.merge(units, left_on="target", right_on="id")
    assert len(joined) == len(assigned) > 2_000
    names = {path.name for path in (tmp_path / "tables").rglob("*.parquet")}
    assert names == {f"{each.label}.parquet" for each in NODES} | {f"{each.name}.parquet" for each in EDGES}
    schema = pyarrow.parquet.read_schema(tmp_path / "tables/nodes/Document.parquet")
    assert "loaded_at" not in schema.names
    assert str(schema.field("coverage").type) == "double"


def test_parquet_is_read_by_duckdb(store, tmp_path):
    write_parquet(Whole(store), tmp_path / "tables")
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT u.id, u.name, u.aliases, count(*) FROM read_parquet($edges) a JOIN read_parquet($units) u "
            "ON u.id = a.target WHERE a.role = 'lead' GROUP BY u.id, u.name, u.aliases ORDER BY 4 DESC LIMIT 1",
            {"edges": str(tmp_path / "tables/edges/ASSIGNED.parquet"), "units": str(tmp_path / "tables/nodes/Unit.parquet")},
        ).fetchall()  # fmt: skip
    led = store.read(
        "MATCH (:Task)-[:ASSIGNED {role: 'lead'}]->(u:Unit) "
        "RETURN u.id AS id, u.name AS name, u.aliases AS aliases, count(*) AS n ORDER BY n DESC LIMIT 1"
    )
    assert rows == [tuple(led[0].values())]
    assert rows[0][2] == ["市园林局"]


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    """The same documents, loaded one by one from the first to the last and from the last to the first."""
    plans = [plan(), plan("云政发〔2031〕9号", "云岭省公园条例", "云岭省"), CONTROL]
    stores = []
    for order in (plans, plans[::-1]):
        stores.append(open_store(f"ladybug://{tmp_path_factory.mktemp('order')}/store"))
        for each in order:
            stores[-1].load([each])
    yield stores
    for opened in stores:
        opened.close()


@pytest.mark.parametrize("write", [write_graphml, write_gexf, write_json])
def test_any_order_of_loading_gives_the_same_bytes(orders, write, tmp_path):
    written = []
    for number, opened in enumerate(orders):
        write(Whole(opened), tmp_path / f"file{number}")
        written.append((tmp_path / f"file{number}").read_bytes())
    assert written[0] == written[1]


def test_an_empty_store(tmp_path):
    opened = open_store(f"ladybug://{tmp_path}/empty")
    for write in (write_graphml, write_gexf, write_json, write_csv, write_parquet):
        assert write(Whole(opened), tmp_path / write.__name__) == (0, 0)
    opened.close()


def broken(opened, name):
    """Writes something, then fails."""
    with opened as temporary:
        (temporary / name if name else temporary).write_text("half", "utf-8")
        raise ValueError("broken")


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    (tmp_path / "old").write_text("old", "utf-8")
    with pytest.raises(ValueError, match="broken"):
        broken(whole_file(tmp_path / "old"), "")
    with pytest.raises(ValueError, match="broken"):
        broken(whole_folder(tmp_path / "folder"), "a")
    assert (tmp_path / "old").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_what_is_in_the_way_is_told(store, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    with pytest.raises(BadParameter, match="已经存在"):
        write_parquet(Whole(store), tmp_path / "full")
    with pytest.raises(BadParameter, match="文件夹"):
        write_json(Whole(store), tmp_path / "full")
    with pytest.raises(StoreError, match="上级文件夹不存在"):
        write_json(Whole(store), tmp_path / "no" / "file")
