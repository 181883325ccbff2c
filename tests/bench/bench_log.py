"""Measure lines in the vault: adding, folding, opening and checking, beside a log that is one JSON value.

`python -m tests.bench.bench_log [ROUNDS]`
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from hooks.assets.bundles import bundle
from tests.bench.served import opened, table_by_size
from tests.browser.support import ROOT
from tests.browser.vault_support import build_vault_site

SIZES = (100, 1_000, 10_000)  # lines of some 490 bytes
FOLDS = 3
ADDS = 20
MEBIBYTE = 1024 * 1024


def run(rounds: int = 5) -> dict[str, Any]:
    """Return milliseconds (medians, and the worst stall) and MiB."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_vault_site(Path(folder) / "site", quick=True)
        page_script = bundle(ROOT, "tests/bench/page-log.js")
        (site / "assets/page.js").write_text(page_script, encoding="utf-8")
        with opened(site) as (browser, address):
            measured = {str(size): measure(browser, address, size, rounds) for size in SIZES}
        return {"rounds": rounds, **measured}


def measure(browser: Browser, address: str, size: int, rounds: int) -> dict[str, float]:
    """Measure one file, one value and the vault in turn, each in a page of its own."""
    taken: list[dict[str, Any]] = []
    for _ in range(rounds + 1):  # the first warms up files and caches
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.evaluate("fill(10)")  # the worker is loaded, and idle
        idle = memory_of(browser, page)
        page.evaluate("(size) => fill(size)", size)
        reading = page.evaluate("measureReading()")
        used = memory_of(browser, page) - idle
        adding = page.evaluate("([size, folds]) => measureAdding(size, folds)", [size, FOLDS])
        one_file = page.evaluate("(size) => measureOneFile(size)", size)
        one_value = page.evaluate("([size, adds]) => measureOneValue(size, adds)", [size, ADDS])
        context.close()
        assert reading["count"] == size
        taken.append({**reading, **adding, "one file": one_file, "value": one_value, "memory": used})
    taken = taken[1:]
    median = statistics.median
    return {
        "add": median(time for one in taken for time in one["plain"]),
        "fold": median(time for one in taken for time in one["folding"]),
        "slowest fold": max(time for one in taken for time in one["folding"]),
        "first": median(one["first"] for one in taken),
        "all": median(one["all"] for one in taken),
        "one file": median(one["one file"] for one in taken),
        "over one file": median(one["all"] - one["one file"] for one in taken),
        "check": median(one["check"] for one in taken),
        "stall": max(one["stall"] for one in taken),
        "memory": median(one["memory"] for one in taken),
        "one value: add": median(time for one in taken for time in one["value"]["adding"]),
        "one value: all": median(one["value"]["reading"] for one in taken),
    }


def memory_of(browser: Browser, page: Page) -> float:
    """Return how many MiB the largest process of pages takes, after a collection."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.collectGarbage")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [resident(one["id"]) for one in processes if one["type"] == "renderer"]
    return max(sizes) / MEBIBYTE


def resident(process: int) -> int:
    pages = Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    sizes = [str(size) for size in SIZES]
    rows = {
        "add a line, ms": "add",
        "add a line that folds, ms": "fold",
        "the slowest fold, ms": "slowest fold",
        "first 50 after the key, ms": "first",
        "all after the key, ms": "all",
        "the same lines from one age file, ms": "one file",
        "all, over one age file, ms": "over one file",
        "check of the chain, ms": "check",
        "longest stall while reading, ms": "stall",
        "memory with all lines in the page, over an idle page, MiB": "memory",
        "one plain JSON value: add an entry, ms": "one value: add",
        "one plain JSON value: all, ms": "one value: all",
    }
    ratio = results[sizes[-1]]["add"] / results[sizes[0]]["add"]
    return (
        table_by_size("lines kept", rows, results, SIZES)
        + f"\n\nAdding at {SIZES[-1]:,} takes {ratio:.2f} times what it takes at {SIZES[0]}.\n"
    )


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
