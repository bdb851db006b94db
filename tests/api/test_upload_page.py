"""The upload page in a browser, on a real server; and that no page carries inline script or style."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from api.app import create_app
from graph.open import open_store
from tests.api.conftest import HOSTILE
from tests.api.test_uploads import ANNEX, NEXT, PLAN
from tests.support.server import serving
from zeren.settings import Settings

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def page(chromium, tmp_path):
    """The page after the one-time address was opened; troubles in the console fail the test."""
    store, troubles = open_store(f"ladybug://{tmp_path}/store"), []
    app = create_app(store, Settings(_env_file=None), one_time_key="einmal")
    with serving(app) as address:
        context = chromium.new_context()
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(f"{address}/login?key=einmal")
        yield page
        context.close()
    app.state.loading.close()
    store.close()
    # a refused document is no trouble of the page
    assert [each for each in troubles if "status of 415" not in each] == []


def put(page, text, name="park.txt"):
    page.set_input_files("#files", {"name": name, "mimeType": "text/plain", "buffer": text.encode()})


@pytest.mark.browser
def test_a_clerk_uploads_looks_at_the_differences_replaces_and_removes(page):
    put(page, PLAN)
    page.wait_for_selector(".status:has-text('已载入')")
    expect(page.locator(".report")).to_contain_text("任务 2,")
    put(page, NEXT.replace("市水利局", HOSTILE))
    page.wait_for_selector("text=还没有替换")
    expect(page.locator(".changes")).to_contain_text("新增任务 1:(三)")
    page.get_by_role("button", name="替换", exact=True).click()
    page.wait_for_selector(".status:has-text('已替换')")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.locator(".report button.remove").first.click()
    page.wait_for_selector("text=已删去 park.txt")
    assert asked == ["删去整个方案“青岚市公园建设工作方案”(park.txt):任务 3 项,指标 2 个。"]
    assert page.locator("img").count() == 0
    page.reload()
    expect(page.locator("main")).to_contain_text("还没有载入文件")


@pytest.mark.browser
def test_an_annex_goes_alone_and_the_page_says_so_before(page):
    put(page, PLAN)
    page.wait_for_selector(".status:has-text('已载入')")
    sent = """async (text) => {
        const shown = document.querySelector(".report a").pathname.split("/").pop();
        const plan = decodeURIComponent(shown).slice("doc:".length);
        const query = new URLSearchParams({ annex_of: plan, name: "附件1.txt" });
        return (await fetch(`/api/documents?${query}`, { method: "POST", body: new Blob([text]) })).status;
    }"""
    assert page.evaluate(sent, ANNEX) == 201
    page.reload()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.locator("tr", has_text="附件1.txt").get_by_role("button").click()
    page.wait_for_selector("text=已删去 附件1.txt")
    assert asked[0].startswith("只删去附件")
    expect(page.locator("tr", has_text="附件1.txt")).to_have_count(0)
    page.locator("tr", has_text="park.txt").get_by_role("button").click()
    page.wait_for_selector("text=已删去 park.txt")
    assert asked[1].startswith("删去整个方案“青岚市公园建设工作方案”(park.txt)")


@pytest.mark.browser
def test_files_can_be_dropped_and_a_bad_one_says_why(page):
    page.evaluate("""() => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], "旧.doc"));
        data.items.add(new File(["今天天气很好。"], "none.txt"));
        document.getElementById("upload").dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true}));
    }""")
    page.wait_for_selector("text=另存为 docx")
    page.wait_for_selector("summary:has-text('待核对的问题')")


def test_no_page_carries_inline_script_or_style(client, loaded):
    plan = loaded.read("MATCH (p:Plan) WHERE p.part = '' RETURN p.id AS id ORDER BY id")[0]["id"]
    document = loaded.documents()[0].id
    paths = ["/", "/queries", "/queries/plans", "/documents", f"/documents/{quote(document)}", "/upload", "/login",
             "/docs", "/plans", f"/plans/{quote(plan)}", "/units", "/graph", f"/embed/plan/{quote(plan)}", f"/embed/cooperation/{quote(plan)}", "/embed/plan/none"]  # fmt: skip
    for path in paths:
        page = client.get(path)
        policy = page.headers["content-security-policy"]
        script = re.search(r"script-src ([^;]*)", policy)[1] if "script-src" in policy else "'none'"
        assert script in ("'self'", "'none'"), path
        assert "default-src 'none'" in policy
        assert "frame-ancestors" in policy
        assert page.headers["x-content-type-options"] == "nosniff"
        for tag in re.findall(r"<script[^>]*>", page.text):
            assert "src=" in tag or 'type="application/json"' in tag, (path, tag)
        tags = re.findall(r"<[a-zA-Z][^<>]*>", page.text)
        assert not [tag for tag in tags if re.search(r"\son[a-z]+\s*=", tag)], path
        assert "<style" not in page.text or "style-src 'self' 'unsafe-inline'" in policy, path
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page.text), path


def test_an_empty_store_says_how_to_load(tmp_path):
    store = open_store(f"ladybug://{tmp_path}/store")
    with TestClient(create_app(store, Settings(_env_file=None, hosts="testserver"))) as client:
        for path in ("/", "/documents"):
            assert 'href="/upload"' in client.get(path).text
            assert "zeren load" in client.get(path).text
        assert "ZEREN_TOKEN" in client.get("/upload").text
    store.close()
