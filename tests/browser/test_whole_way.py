"""What a clerk does in one sitting, with the sample and with real documents."""

from __future__ import annotations

import csv
import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.conftest import Places

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def path_of(kind, id):
    """The address of a page as it stands in links."""
    return f"/{kind}/{quote(id, safe=':')}"


@pytest.fixture(scope="module")
def places(documents):
    return Places(documents)


def test_a_plan_is_narrowed_to_a_unit_and_taken_away(open_page, places, tmp_path):
    page = open_page(places.address)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="方案").click()
    page.locator(f"table a[href='{path_of('plans', places.plan)}']").first.click()
    page.select_option("select[name=unit]", places.unit["id"])
    page.select_option("select[name=role]", "lead")
    page.get_by_role("button", name="筛选").click()
    page.wait_for_url("**role=lead**")
    lines = page.locator(".outline .line:has(.role)")
    expect(lines.filter(has_text=places.task["title"])).not_to_have_count(0)
    with page.expect_download() as outline:
        page.locator(".total").get_by_role("link", name="CSV").click()
    outline.value.save_as(tmp_path / "outline.csv")
    text = (tmp_path / "outline.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == lines.count()
    assert all(places.unit["name"] in row["牵头单位"] for row in rows)


def test_from_a_question_to_the_source_the_unit_the_ledger_and_the_portal(open_page, places, tmp_path):
    unit, task = places.unit, places.task
    page = open_page(places.address)
    page.fill("form.ask input", f"{unit['name']}牵头哪些任务?")
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".answer")).to_contain_text(unit["name"])
    page.locator(f"td a[href='{path_of('tasks', task['id'])}']").first.click()
    expect(page.locator(".facts.roles .lead")).to_contain_text(unit["name"])
    expect(page.locator(".passage mark.lead")).not_to_have_count(0)

    page.get_by_role("link", name="在文件里看上下文").click()
    expect(page.locator(".to-task:target")).to_have_count(1)
    page.locator(".to-task:target").click()
    page.locator(".facts.roles .lead").get_by_role("link", name=unit["name"], exact=True).click()
    expect(page.locator("h1")).to_have_text(unit["name"])

    with page.expect_download() as ledger:
        page.get_by_role("link", name="仅牵头").click()
    ledger.value.save_as(tmp_path / "ledger.xlsx")
    sheet = load_workbook(tmp_path / "ledger.xlsx")["任务"]
    titles = [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert any(task["title"] in str(title) for title in titles)

    page.get_by_role("link", name="嵌入门户").click()
    frame = page.frame_locator("iframe.preview")
    frame.locator("#count").filter(has_text="个节点").wait_for()
    address = page.input_value("#snippet").split('src="')[1].split('"')[0].replace("&amp;", "&")
    page.goto(address)
    page.wait_for_function("() => window.zerenView && window.zerenView.ready")
    page.evaluate("id => window.zerenView.select(id)", task["id"])
    expect(page.locator("#card h2")).to_contain_text(task["title"][:20])
