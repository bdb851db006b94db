"""Every page for everyone: axe-core's rules, narrow screens, the keyboard."""

from __future__ import annotations

from importlib import resources

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Places

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """rules => axe.run(document, {resultTypes: ["violations"], ...rules}).then(found => found.violations
  .filter(each => ["serious", "critical"].includes(each.impact))
  .map(each => each.id + ": " + each.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")))"""


def settle(page):
    if "/embed/" in page.url:
        page.wait_for_function("() => window.zerenView && window.zerenView.ready")


# the dark theme differs in colours alone
@pytest.mark.parametrize(("scheme", "rules"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})])
def test_no_page_breaks_a_serious_rule(open_page, places: Places, scheme, rules):
    faults = {}
    page = open_page(places.address, color_scheme=scheme, viewport={"width": 1280, "height": 860})
    for path in places.paths():
        page.goto(places.address + path)
        settle(page)
        page.evaluate(AXE)
        if found := page.evaluate(RUN, rules):
            faults[path] = found
    assert faults == {}


def test_no_page_is_wider_than_a_small_screen(open_page, places: Places):
    page = open_page(places.address, viewport={"width": 360, "height": 740})
    widths = {}
    for path in [*places.paths(), "/docs"]:
        page.goto(places.address + path)
        settle(page)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in widths.items() if width > 360} == {}


def test_a_plan_is_narrowed_by_keyboard(open_page, places: Places):
    page = open_page(f"{places.address}/plans/{places.plan}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    page.focus("select[name=role]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**role=lead**")
    expect(page.locator(".outline .role.lead")).not_to_have_count(0)
