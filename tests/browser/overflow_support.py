"""A plan whose Python can be made to stop, by a request that its stack has no room for."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.plan_support import manifest_of_python, open_tailored
from tests.browser.support import SITE, OpenPage

# In the worker: a request with this answer has more lists inside each other than the stack has room for.
# Browsers lose such a request on its way from the page.
OVERFLOWING = """
const stringify = JSON.stringify
JSON.stringify = (data) =>
  data?.answers?.overflow ? `{"answers": ${"[".repeat(100_000)}${"]".repeat(100_000)}}` : stringify(data)
"""
# In the page: so many of the next requests of an action are of that kind.
OVERFLOW = """([times, action]) => {
  window.left = times
  window.broken = 0
  window.postOwn ??= window.Worker.prototype.postMessage
  window.Worker.prototype.postMessage = function (message) {
    if (message.action !== action || window.left-- <= 0) return window.postOwn.call(this, message)
    window.broken += 1
    window.postOwn.call(this, { ...message, data: { answers: { overflow: "yes" } } })
  }
}"""


def overflow(page: Page, times: int, action: str = "answer") -> None:
    """Make so many of the next requests of an action ones that Python has no room for."""
    page.evaluate(OVERFLOW, [times, action])


def route_overflowing(page: Page) -> None:
    """Let the worker take such requests."""
    source = (SITE / "assets/python/worker.js").read_text(encoding="utf-8") + OVERFLOWING
    page.context.route(
        "**/assets/python/worker.js",
        lambda route: route.fulfill(body=source, content_type="text/javascript"),
    )


def open_overflowing(open_page: OpenPage, *, slim: bool = True) -> Page:
    """Open the plan with Python, whose worker takes requests as `overflow` sends them."""

    def open_with_worker(*given: Any, **options: Any) -> Page:
        page = open_page(*given, **options)
        route_overflowing(page)
        if not slim:
            have_one_core(page.context)
        return page

    return open_tailored(open_with_worker)


def have_one_core(context: BrowserContext) -> None:
    """Let Python's manifest name the published core alone, as where no smaller one is."""
    manifest = {name: value for name, value in manifest_of_python().items() if name != "slim"}
    context.route(
        "**/assets/python/manifest.json",
        lambda route: route.fulfill(body=json.dumps(manifest), content_type="application/json"),
    )
