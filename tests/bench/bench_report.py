"""Measure a report with pictures: from the button to the print window.

`python -m tests.bench.bench_report [PHOTOS]`, after a build.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Page, sync_playwright

from hooks.assets.bundles import bundle
from tests.bench.bench_log_page import PASSPHRASE, UNLOCK
from tests.bench.bench_pages import find_browser
from tests.browser.support import FLAGS, ROOT, SITE, Handler, Server

ENTRIES = 500
PHOTOS = 100

PRINT = """() => new Promise((resolve) => {
  const started = performance.now()
  window.print = () => {
    dispatchEvent(new Event('beforeprint'))
    document.body.offsetHeight
    const pictures = [...document.querySelectorAll('.report img')]
    resolve({ took: performance.now() - started, shown: pictures.filter((one) => one.naturalWidth).length })
  }
  document.querySelector('[data-log-export=report]').click()
})"""
"""Press the button; return how long it took until the print window, with all that is printed in the page."""


def run(photos: int = PHOTOS) -> dict[str, Any]:
    """Return seconds until the print window, twice, and what was fetched for it."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SITE, site)
        (site / "fill.html").write_text(
            '<!doctype html><script src="assets/fill.js"></script>', encoding="utf-8"
        )
        (site / "assets/fill.js").write_text(bundle(ROOT, "tests/bench/page-log-fill.js"), encoding="utf-8")
        server = Server(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        try:
            with sync_playwright() as playwright:
                context = playwright.chromium.launch_persistent_context(
                    Path(folder) / "profile", executable_path=find_browser(), args=list(FLAGS)
                )
                measured = measure(context.pages[0], address, photos)
                context.close()
        finally:
            server.shutdown()
            server.server_close()
    return {"photos": photos, **measured}


def measure(page: Page, address: str, photos: int) -> dict[str, Any]:
    page.set_default_timeout(600_000)
    page.goto(f"{address}fill.html")
    page.evaluate("([count, words, photos]) => fill(count, words, photos)", [ENTRIES, PASSPHRASE, photos])
    page.goto(f"{address}log.html")
    page.wait_for_selector("html[data-vault=locked]")
    page.evaluate("(count) => { window.count = `${count} entries.` }", ENTRIES)
    page.evaluate(UNLOCK, PASSPHRASE)
    page.locator(".log [data-to-screen=show]:visible").first.click()
    page.locator("[data-log-export=report]").wait_for()
    page.get_by_label("Show pictures in the report").check()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    first, again = page.evaluate(PRINT), page.evaluate(PRINT)
    assert first["shown"] == again["shown"] == photos, (first, again)
    return {
        "first": first["took"] / 1000,
        "again": again["took"] / 1000,
        "asked": [url.removeprefix(address) for url in asked if not url.startswith("blob:")],
    }


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    rows = {
        "until the print window, s": f"{results['first']:.1f}",
        "the same once more, s": f"{results['again']:.1f}",
        "files of the guide that are fetched for it": ", ".join(results["asked"]) or "none",
    }
    title = f"| {ENTRIES} entries and {results['photos']} photographs of 12 megapixels | |\n| --- | --: |\n"
    return title + "".join(f"| {name} | {value} |\n" for name, value in rows.items())


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS)))
