"""Measure bringing in a file of 100,000 messages (60 MB): until it can be looked at, and until it is kept.

`python -m tests.bench.bench_import [ROUNDS]`, after a build.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.bench.served import opened
from tests.browser.support import SITE

COUNT = 100_000  # messages
BYTES = 600  # of one, with its other attributes
START = 1_772_000_000_000  # milliseconds since 1970
MINUTE = 60_000  # milliseconds
LONG = 120_000  # milliseconds
WORDS = "I know where you are and I will wait at your door until you come out &#55357;&#56384; "

WATCH = """() => {
  window.longest = 0
  window.widest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
  }).observe({ type: 'longtask' })
  let last = performance.now()
  const look = (now) => {
    window.widest = Math.max(window.widest, now - last)
    last = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}"""
UNTIL = """([button, wanted]) => new Promise((resolve) => {
  const started = performance.now()
  window.longest = window.widest = 0
  const look = () => document.querySelector(wanted) &&
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
  const watcher = new MutationObserver(() => look() && watcher.disconnect())
  watcher.observe(document.body, { subtree: true, childList: true })
  document.querySelector(button).click()
})"""


def message(number: int) -> str:
    start = (
        f'<sms protocol="0" address="+1555010{number % 10}" date="{START + number * MINUTE}" '
        f'type="{1 + number % 2}" '
        f'subject="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1" '
        f'readable_date="25 oct 2026" contact_name="(Unknown)" body="Number {number}: '
    )
    return f'{start}{(WORDS * 6)[: BYTES - len(start) - 5]}" />\n'


def write_file(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(f"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{COUNT}\">\n")
        file.writelines(message(number) for number in range(COUNT))
        file.write("</smses>\n")


def run(rounds: int = 3) -> dict[str, Any]:
    """Return medians in milliseconds, and the longest task and widest gap between frames of all rounds."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SITE, site)
        file = Path(folder) / "sms.xml"
        write_file(file)
        with opened(site) as (browser, address):
            taken = [visit(browser, address, file) for _ in range(rounds)]
        megabytes = file.stat().st_size / 1_000_000
    medians = {name: statistics.median(one[name] for one in taken) for name in ("preview", "kept", "search")}
    worst = {name: max(one[name] for one in taken) for name in taken[0] if name not in medians}
    return {"rounds": rounds, "messages": COUNT, "megabytes": megabytes, **medians, **worst}


def visit(browser: Browser, address: str, file: Path) -> dict[str, float]:
    """Bring the file into a log in memory, in a new profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Europe/London")
    page = context.new_page()
    page.goto(f"{address}log.html")
    page.wait_for_selector("html[data-log]")
    page.locator("[data-to-screen=import]").click()
    page.locator("[data-log-import]").set_input_files(file)
    page.wait_for_selector("[data-import-question=zone]", timeout=LONG)
    page.evaluate(WATCH)
    found: dict[str, float] = {}
    found["preview"] = page.evaluate(UNTIL, ["[data-import-show]", "[data-import-row]"])
    found["longest task, preview"] = page.evaluate("window.longest")
    found["widest gap, preview"] = page.evaluate("window.widest")
    found["kept"] = page.evaluate(UNTIL, ["[data-import-keep]", ".log-entry table"])
    found["longest task, keeping"] = page.evaluate("window.longest")
    page.locator(".to-hub a:visible").click()
    page.wait_for_timeout(1000)  # what the page does in idle moments
    found["search"] = page.evaluate(
        """() => { const started = performance.now()
        const field = document.querySelector('[data-log=search]')
        field.value = 'number 77777:'; field.dispatchEvent(new Event('input', { bubbles: true }))
        return performance.now() - started }"""
    )
    context.close()
    return found


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    rows = {
        "until the preview, ms": "preview",
        "longest task until then of 50 ms or more": "longest task, preview",
        "widest gap between two frames, ms": "widest gap, preview",
        "until all of it is in the log, ms": "kept",
        "longest task until then of 50 ms or more ": "longest task, keeping",
        "a search over all of it, ms": "search",
    }
    size = f"{results['messages']:,} messages, {results['megabytes']:.0f} MB"
    lines = [f"| {size} | |", "| --- | --: |"]
    lines += [f"| {title} | {results[name]:.0f} |" for title, name in rows.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 3)))
