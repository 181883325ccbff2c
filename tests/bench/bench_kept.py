"""Measure Python's start from the copy that a reader keeps, against its start over the network.

`python -m tests.bench.bench_kept [ROUNDS]`, after a build.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from hooks.hosting.compress import SUFFIXES
from tests.bench.bench_python import FLAGS, SLOW_LINK, browser_path, wait_until
from tests.bench.host import Link, serve

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench"
PATIENCE = 120_000  # milliseconds
LINES = {"loopback": Link(), "1.6 Mbit/s, 150 ms": SLOW_LINK}

WATCH = """
const times = (window.benchTimes = {});
new MutationObserver(() => (times[document.documentElement.dataset.python] ??= performance.now()))
  .observe(document, { subtree: true, attributeFilter: ["data-python"] });
"""
"""Note when Python's states are reached. The driver runs it, so the page's policy does not bind it."""


def run(rounds: int = 7) -> dict[str, Any]:
    """Return, for each line, milliseconds of the first start, of the start from the copy, and their ratio."""
    site = Path(os.environ.get("SITE", ROOT / "site"))
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in SUFFIXES
    }
    results = {}
    with sync_playwright() as playwright:
        for name, link in LINES.items():
            with serve(files, CACHE, link) as host:
                times = [
                    one_round(playwright.chromium, host.address)
                    for _ in range(rounds if link == Link() else 2)
                ]
            results[name] = {
                "first_ms": round(statistics.median(first for first, _ in times)),
                "kept_ms": round(statistics.median(kept for _, kept in times)),
                "ratio": round(statistics.median(kept / first for first, kept in times), 3),
            }
    return results


def one_round(chromium: Any, address: str) -> tuple[float, float]:
    """Start Python in a new profile, keep the guide, restart the browser, and start it from the copy."""
    with tempfile.TemporaryDirectory() as profile:

        def open_browser() -> BrowserContext:
            context: BrowserContext = chromium.launch_persistent_context(
                profile, executable_path=browser_path(), args=FLAGS
            )
            context.set_default_timeout(PATIENCE)
            context.add_init_script(WATCH)
            return context

        context = open_browser()
        first = start_python(context.new_page(), address)
        keep(context.new_page(), address)
        context.close()
        context = open_browser()
        kept = start_python(context.new_page(), address)
        context.close()
    return first, kept


def start_python(page: Page, address: str) -> float:
    """Open the plan, and return the milliseconds from asking for Python to its being ready."""
    page.goto(f"{address}plan.html")
    times = json.loads(
        wait_until(lambda: page.evaluate("window.benchTimes.ready ? JSON.stringify(benchTimes) : ''"))
    )
    return float(times["ready"] - times["loading"])


def keep(page: Page, address: str) -> None:
    page.goto(f"{address}offline.html")
    page.locator("[data-offline=all]").click()
    expect(page.locator("html")).to_have_attribute("data-offline-state", "kept", timeout=PATIENCE)


def table(results: dict[str, Any]) -> str:
    lines = [
        "| the guide comes over | first start ms | start from the kept copy ms | ratio |",
        "| --- | --: | --: | --: |",
    ]
    lines += [
        f"| {name} | {row['first_ms']:,} | {row['kept_ms']:,} | {row['ratio']:.2f} |"
        for name, row in results.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 7)))
