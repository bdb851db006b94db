"""Pages for people: what they say, lead to, and answer to what isn't there."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_plus

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from tests.support.plans import plan

HTML = {"Accept": "text/html"}


@pytest.fixture
def ids(client):
    """Ids of the first plan, its leading unit and one of its tasks."""
    plan = client.get("/api/plans", params={"q": "青政发〔2031〕1号"}).json()["results"][0]["id"]
    unit = client.get("/api/units", params={"q": "市园林局"}).json()["results"][0]["id"]
    task = client.get("/api/tasks", params={"q": "选址"}).json()["results"][0]
    return {"plan": plan, "unit": unit, "task": task["id"], "document": task["source"]["document"]}


def page(client, path, status=200, **params):
    answer = client.get(path, params=params, headers=HTML)
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_home_counts_and_lists_the_latest_plans(client):
    home = words(page(client, "/"))
    assert "2 个方案" in home
    assert home.index("沙溪州方案") > 0


def test_home_offers_questions_that_this_graph_answers(client):
    found = re.findall(r'href="/ask\?q=([^"]+)"', page(client, "/"))
    assert len(found) >= 2
    for question in found:
        assert not client.get("/api/ask", params={"q": unquote_plus(question)}).json()["empty"], question


def test_a_plan_shows_its_outline_with_roles_and_findings(client, ids):
    text = words(page(client, f"/plans/{ids['plan']}"))
    assert "选址 牵头 市园林局 配合 市财政局 、 各县区人民政府" in text
    assert "序号不连续" in text
    assert "办公室" in text


def test_a_plan_is_narrowed_to_a_unit_and_a_role(client, ids):
    text = words(page(client, f"/plans/{ids['plan']}", unit=ids["unit"], role="responsible"))
    assert "符合条件的任务 1 项" in text
    assert "绿化 负责" in text
    assert "选址" not in text
    assert "没有符合条件的任务" in page(client, f"/plans/{ids['plan']}", unit="nobody")


def test_a_unit_shows_tasks_by_role_indicators_colleagues_and_task_forces(client, ids):
    text = words(page(client, f"/units/{ids['unit']}"))
    assert "牵头 2" in text
    assert "新建公园" in text
    assert "不少于 3 个" in text
    assert "市财政局 2 项" in text
    assert "办公室所在单位" in text
    assert "绿化" in words(page(client, f"/units/{ids['unit']}", role="responsible"))


def test_a_task_shows_its_text_roles_indicators_and_source(client, ids):
    html = page(client, f"/tasks/{ids['task']}")
    assert "选址三处。" in html
    assert "市园林局" in html
    assert "不少于 3 个" in html
    assert f"/documents/{quote(ids['document'], safe=':')}" in html


@pytest.mark.parametrize("path", ["/plans", "/units", "/indicators", "/documents", "/queries", "/graph"])
def test_every_list_has_a_page_that_names_no_other_host(client, path):
    html = page(client, path)
    assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", html)


@pytest.mark.parametrize(
    ("path", "filters"),
    [
        ("/plans", {"q": "没有"}), ("/units", {"q": "没有"}), ("/indicators", {"q": "没有"}),
        ("/plans", {"region": "没有"}), ("/units", {"kind": "没有"}), ("/indicators", {"year": "1999"}),
    ],
)  # fmt: skip
def test_a_filter_that_matches_nothing_says_so(client, path, filters):
    assert "没有符合条件" in page(client, path, **filters)


@pytest.mark.parametrize("kind", ["plans", "units", "tasks", "documents"])
def test_an_unknown_id_is_a_page_that_says_what_to_do(client, kind):
    text = page(client, f"/{kind}/{quote('<script>alert(1)</script>', safe='')}", 404)
    assert "请从列表或搜索重新进入" in text or "没有这个地址" in text
    assert "<script>alert" not in text


def test_an_address_without_a_page_is_told_to_people_in_chinese_and_to_programs_as_a_problem(client):
    assert "没有这个地址" in page(client, "/nothing", 404)
    assert client.get("/nothing").headers["content-type"].startswith("application/problem+json")
    assert client.get("/api/nothing", headers=HTML).json()["code"] == "not_found"


def test_a_wrong_parameter_is_a_page(client, ids):
    assert "网址里的参数不对" in page(client, "/plans", 422, offset="many")
    assert "网址里的参数不对" in page(client, f"/plans/{ids['plan']}", 422, role="chief")


def test_several_units_of_a_name_are_offered(client):
    assert "没有找到单位" in page(client, "/indicators", 404, unit="没有的局")


def test_the_page_of_pictures_makes_a_snippet_with_all_parameters(client, ids):
    html = page(client, "/graph", kind="unit", id="市园林局", roles="lead", theme="dark", height=500)
    assert "&lt;iframe src=&#34;http://testserver/embed/unit/" in html
    assert "roles=lead&amp;amp;theme=dark&amp;amp;height=500" in html
    assert f'<iframe class="preview" src="/embed/unit/{quote(ids["unit"], safe=":")}' in html


def test_the_page_of_pictures_says_when_nothing_has_the_name(client):
    assert "没有找到方案" in page(client, "/graph", kind="plan", id="没有的方案")


def test_pages_stand_under_the_prefix_of_a_proxy(loaded, settings):
    with TestClient(create_app(loaded, settings), root_path="/zeren") as client:
        assert 'href="/zeren/plans"' in client.get("/zeren/").text


def test_pages_follow_a_store_that_is_replaced_while_they_are_open(tmp_path, settings):
    store = open_store(f"ladybug://{tmp_path}/store")
    store.load([plan()])
    with TestClient(create_app(store, settings)) as client:
        root = client.get("/api/plans").json()["results"][0]["id"]
        task = client.get("/api/tasks", params={"q": "选址"}).json()["results"][0]["id"]
        assert "选址" in page(client, f"/tasks/{task}")
        store.load(
            [plan(tasks=[{"part": "附件1", "path": ["二"], "title": "养护公园", "lead": ["市园林局"]}])]
        )
        assert "养护公园" in page(client, f"/plans/{root}")
        assert "可能已被替换或删去" in page(client, f"/tasks/{task}", 404)
    store.close()


def test_home_lists_plans_without_a_date_behind_the_others(tmp_path, settings):
    store = open_store(f"ladybug://{tmp_path}/store")
    heads = {"青政发〔2031〕1号": "2031-02-01", "青政发〔2031〕2号": None, "青政发〔2031〕3号": "2031-05-01"}
    names = ["青岚市公园方案", "青岚市绿道方案", "青岚市湿地方案"]
    store.load(
        [
            plan(number, name, plan={"title": name, "doc_number": number, "issuer": "青岚市人民政府",
                                     "issued_on": day, "region": "青岚市"})
            for (number, day), name in zip(heads.items(), names, strict=True)
        ]
    )  # fmt: skip
    with TestClient(create_app(store, settings)) as client:
        home = words(page(client, "/"))
    store.close()
    assert sorted(names, key=home.index) == ["青岚市湿地方案", "青岚市公园方案", "青岚市绿道方案"]
