"""Measure the page of a kept log: from the key to the first entries, search, a filter, and frames.

`python -m tests.bench.bench_log_page [ROUNDS]`, after a build.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from hooks.assets.bundles import bundle
from tests.bench.served import opened, table_by_size
from tests.browser.support import ROOT, SITE

SIZES = (100, 1_000, 10_000)  # entries
PASSPHRASE = "murky pebble lantern goose ferry"

UNLOCK = """(passphrase) => new Promise((resolve) => {
  const root = document.documentElement
  const view = document.querySelector('[data-view-id=log]')
  const told = { first: 0, all: 0 }
  let key = 0
  window.longest = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration)
  }).observe({ type: 'longtask' })
  const look = () => {
    const now = performance.now()
    if (!key && root.dataset.vault === 'unlocked') key = now
    if (!told.first && view.querySelector('[data-entry]')) told.first = now - key
    if (!view.querySelector('.log-count').textContent.startsWith(window.count)) return
    told.all = now - key
    watcher.disconnect()
    resolve(told)
  }
  const watcher = new MutationObserver(look)
  const changes = { subtree: true, childList: true, characterData: true }
  watcher.observe(root, { ...changes, attributeFilter: ['data-vault'] })
  view.querySelector('[data-slot=vault] [data-passphrase]').value = passphrase
  view.querySelector('[data-vault=unlock]').click()
})"""
CHANGE = """([field, value, event]) => new Promise((resolve) => {
  const started = performance.now()
  const count = document.querySelector('.log-count')
  new MutationObserver((_, watcher) => {
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
  }).observe(count, { childList: true, characterData: true, subtree: true })
  const element = document.querySelector(field)
  element.value = value
  element.dispatchEvent(new Event(event, { bubbles: true }))
})"""
STEPS = {
    "search": ("[data-log=search]", "number 77:", "input"),
    "search no more": ("[data-log=search]", "", "input"),
    "filter": ("[data-log-filter=kind]", "police", "change"),
}


def run(rounds: int = 5) -> dict[str, Any]:
    """Return milliseconds for each size: medians, and the longest task of all, 0 where none took 50."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SITE, site)
        (site / "fill.html").write_text(
            '<!doctype html><script src="assets/fill.js"></script>', encoding="utf-8"
        )
        (site / "assets/fill.js").write_text(bundle(ROOT, "tests/bench/page-log-fill.js"), encoding="utf-8")
        with opened(site) as (browser, address):
            measured = {str(size): measure(browser, address, size, rounds) for size in SIZES}
    return {"rounds": rounds, **measured}


def measure(browser: Browser, address: str, size: int, rounds: int) -> dict[str, float]:
    visit(browser, address, size)  # warms up files and caches
    taken = [visit(browser, address, size) for _ in range(rounds)]
    measured = {name: statistics.median(one[name] for one in taken) for name in taken[0]}
    return {**measured, "longest task": max(one["longest task"] for one in taken)}


def visit(browser: Browser, address: str, size: int) -> dict[str, float]:
    """Keep a log in a new profile, open it in the guide's own page, and look for something in it."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}fill.html")
    assert page.evaluate("([size, words]) => fill(size, words)", [size, PASSPHRASE]) == size
    page.goto(f"{address}log.html")
    page.wait_for_selector("html[data-vault=locked]")
    page.evaluate("(count) => { window.count = `${count} entries.` }", size)
    found: dict[str, float] = page.evaluate(UNLOCK, PASSPHRASE)
    page.wait_for_timeout(500)  # what the page does in idle moments
    for name, step in STEPS.items():
        found[name] = page.evaluate(CHANGE, list(step))
    found["longest task"] = page.evaluate("window.longest")
    context.close()
    return found


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    rows = {
        "first entries after the key, ms": "first",
        "all counted after the key, ms": "all",
        "a search, until it is painted, ms": "search",
        "a filter, until it is painted, ms": "filter",
        "longest task of 50 ms or more": "longest task",
    }
    return table_by_size("entries kept", rows, results, SIZES) + "\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
