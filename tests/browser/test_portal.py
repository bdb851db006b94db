"""The example portal: two pictures from another origin that speak with the page around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from api.app import create_app
from graph.open import open_store
from tests.browser.conftest import SAMPLE, load
from tests.support.server import serving
from zeren.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def portal(tmp_path):
    """The address of the portal page, with the address of zeren in it; each on a port of its own."""
    with serving(Starlette(routes=[Mount("/", StaticFiles(directory=EXAMPLES))])) as portal:
        store = open_store(f"ladybug://{tmp_path}/store")
        load(store, SAMPLE)
        app = create_app(store, Settings(_env_file=None, frame_ancestors=portal))
        with serving(app) as zeren:
            yield f"{portal}/portal.html?zeren={zeren}"
        store.close()


def frame_at(page, part):
    """The frame whose address holds `part`, once its picture is drawn."""
    page.wait_for_function(
        "part => [...document.querySelectorAll('iframe')].some(f => f.src.includes(part))", arg=part
    )
    frame = (
        next(frame for frame in page.frames if part in frame.url)
        if any(part in frame.url for frame in page.frames)
        else page.wait_for_event("framenavigated", lambda frame: part in frame.url)
    )
    frame.wait_for_function("() => window.zerenView && window.zerenView.ready")
    return frame


def test_a_unit_chosen_in_one_picture_is_shown_in_the_other(chromium, portal):
    troubles = []
    page = chromium.new_page()
    page.on("console", lambda m: m.type in ("error", "warning") and troubles.append(m.text))
    page.goto(portal)
    left = frame_at(page, "/embed/plan/")
    frame_at(page, "/embed/compare/")
    unit = left.evaluate(
        "JSON.parse(document.getElementById('data').textContent).network.nodes.find(n => n.group === 'Unit').id"
    )
    left.evaluate("id => window.zerenView.select(id)", unit)
    right = frame_at(page, "/embed/unit/")
    expect(page.locator("#chosen")).to_have_text(right.inner_text("h1"))
    assert troubles == []
    page.close()
