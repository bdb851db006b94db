"""What a clerk does in one sitting, with the sample and with real documents."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.browser.conftest import Places

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def places(documents):
    return Places(documents)


def test_from_the_plan_to_the_source_the_unit_the_ledger_and_the_portal(open_page, places, tmp_path):
    unit, task = places.unit, places.task
    page = open_page(places.address)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="方案").click()
    page.locator(
        f"table a[href$='{page.evaluate('encodeURIComponent', places.plan).replace('%3A', ':')}']"
    ).first.click()
    page.select_option("select[name=unit]", unit["id"])
    page.select_option("select[name=role]", "lead")
    page.get_by_role("button", name="筛选").click()
    page.locator(".outline .line").filter(has=page.locator(".role")).get_by_role(
        "link", name=task["title"], exact=True
    ).first.click()
    assert unit["name"] in page.inner_text(".facts.roles .lead")
    assert page.locator(".passage mark.lead").count() > 0

    page.get_by_role("link", name="在文件里看上下文").click()
    assert page.locator(".to-task:target").count() == 1
    page.locator(".to-task:target").click()
    page.locator(".facts.roles .lead").get_by_role("link", name=unit["name"], exact=True).click()
    assert page.inner_text("h1") == unit["name"]

    with page.expect_download() as ledger:
        page.get_by_role("link", name="仅牵头").click()
    ledger.value.save_as(tmp_path / "ledger.xlsx")
    sheet = load_workbook(tmp_path / "ledger.xlsx", read_only=True)["任务"]
    titles = [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert any(task["title"] in str(title) for title in titles)

    page.get_by_role("link", name="嵌入门户").click()
    frame = page.frame_locator("iframe.preview")
    frame.locator("#count").filter(has_text="个节点").wait_for()
    address = page.input_value("#snippet").split('src="')[1].split('"')[0].replace("&amp;", "&")
    page.goto(address)
    page.wait_for_function("() => window.zerenView && window.zerenView.ready")
    page.evaluate("id => window.zerenView.select(id)", task["id"])
    assert task["title"][:20] in page.inner_text("#card h2")
