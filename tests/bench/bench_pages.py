"""Measure what a page costs: our site against the same guide in stock Material, in one run.

`python -m tests.bench.bench_pages [ROUNDS]`, after a build.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser, Page, Request, sync_playwright

from hooks.hosting.compress import SUFFIXES
from tests.bench.host import Host, serve
from tests.bench.stock import build_stock

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench"
STOCK, OURS = "stock", "ours"
PAGES = {"topic page": "phone.html", "reader": "index.html"}
PHONE = {"width": 412, "height": 823}
SLOW_NETWORK = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1.6e6 / 8,  # bytes a second
    "uploadThroughput": 0.75e6 / 8,
}
SLOW_CPU = {"rate": 4}
QUIET = 700  # milliseconds after the load in which late paints and requests are still counted

PAINTS = """() => new Promise((resolve) => {
  const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  const tell = (list) => resolve({ fcp, lcp: list.getEntries().at(-1).startTime })
  const observer = new PerformanceObserver(tell)
  observer.observe({ type: 'largest-contentful-paint', buffered: true })
})"""


def run(rounds: int = 7) -> dict[str, Any]:
    """Return, for each page, bytes, requests and paint times of both sites, and their ratios."""
    sites = {
        OURS: Path(os.environ.get("SITE", ROOT / "site")),
        STOCK: build_stock(ROOT, ROOT / ".build" / "stock"),
    }
    files = {
        f"{variant}/{path}": data
        for variant, site in sites.items()
        for path, data in light_files(site).items()
    }
    with sync_playwright() as playwright, serve(files, CACHE) as host:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        visits = [one_round(browser, host, number) for number in range(rounds)]
        browser.close()
    return {name: compared([visit[name] for visit in visits], files) for name in PAGES}


def light_files(site: Path) -> dict[str, bytes]:
    """Read all but Python's files, which no visit of a page loads, and those that the host makes itself."""
    found = (
        path
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in SUFFIXES and "python" not in path.relative_to(site).parts
    )
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def find_browser() -> str:
    return subprocess.run(
        [ROOT / "tools" / "find-browser"], capture_output=True, text=True, check=True
    ).stdout.strip()


def one_round(browser: Browser, host: Host, number: int) -> dict[str, Any]:
    """Visit each page of both sites once plain and once slowed, turn by turn about."""
    turns = [STOCK, OURS] if number % 2 else [OURS, STOCK]
    return {
        name: {
            variant: {
                "plain": visit(browser, f"{host.address}{variant}/{page}", slowed=False),
                "slowed": visit(browser, f"{host.address}{variant}/{page}", slowed=True),
            }
            for variant in turns
        }
        for name, page in PAGES.items()
    }


def visit(browser: Browser, address: str, *, slowed: bool) -> dict[str, Any]:
    """Open a page with nothing cached; return its requests and when it painted."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    if slowed:
        slow_down(page)
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(QUIET * (4 if slowed else 1))
    paints = page.evaluate(PAINTS)
    context.close()
    return {"requests": [request.url for request in requests], **paints}


def slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", SLOW_CPU)


def compared(rounds: list[dict[str, Any]], files: dict[str, bytes]) -> dict[str, Any]:
    """Return each measure of both sites, their ratio, and how far single rounds are apart."""
    requests = {variant: rounds[0][variant]["plain"]["requests"] for variant in (STOCK, OURS)}
    loaded = {variant: bodies(urls, files) for variant, urls in requests.items()}
    measures: dict[str, Any] = {
        "requests": exact({v: len(urls) for v, urls in requests.items()}),
        "requests to other hosts": exact({v: len(urls) - len(loaded[v]) for v, urls in requests.items()}),
        "bytes, gzip": exact(
            {v: sum(len(gzip.compress(b, 9)) for b in found) for v, found in loaded.items()}
        ),
        "bytes, brotli": exact(
            {v: sum(len(brotli.compress(b, quality=11)) for b in found) for v, found in loaded.items()}
        ),
    }
    for paint in ("fcp", "lcp"):
        for pace in ("plain", "slowed"):
            measures[f"{paint.upper()} {pace}, ms"] = timed(
                [{variant: visits[variant][pace][paint] for variant in (STOCK, OURS)} for visits in rounds]
            )
    return measures


def bodies(urls: list[str], files: dict[str, bytes]) -> list[bytes]:
    paths = [urlsplit(url).path.lstrip("/") for url in urls]
    return [files[path] for path in paths if path in files]


def exact(counts: dict[str, int]) -> dict[str, Any]:
    ratio = round(counts[OURS] / counts[STOCK], 3) if counts[STOCK] else None
    return {STOCK: counts[STOCK], OURS: counts[OURS], "ratio": ratio}


def timed(rounds: list[dict[str, float]]) -> dict[str, Any]:
    """Return medians, the median of the ratios within each round, and the smallest and largest of these."""
    ratios = [one[OURS] / one[STOCK] for one in rounds]
    return {
        STOCK: round(statistics.median(one[STOCK] for one in rounds)),
        OURS: round(statistics.median(one[OURS] for one in rounds)),
        "ratio": round(statistics.median(ratios), 3),
        "spread": [round(min(ratios), 3), round(max(ratios), 3)],
    }


def table(results: dict[str, Any]) -> str:
    lines = []
    for name, measures in results.items():
        lines += [f"| {name} | stock | ours | ratio | smallest to largest |", "|---|--:|--:|--:|--:|"]
        for measure, row in measures.items():
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            spread = "{:.2f} to {:.2f}".format(*row["spread"]) if "spread" in row else "exact"
            lines.append(f"| {measure} | {row[STOCK]:,} | {row[OURS]:,} | {ratio} | {spread} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 7)))))
