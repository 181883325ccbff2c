"""Measure Python's first answer: our bundle beside stock Pyodide with the same package.

`python -m tests.bench.bench_python [ROUNDS]`, after a build.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from hooks.catalogue import catalogue_of
from hooks.content import load_content
from hooks.python_bundle import build_wheel, bundle_files, core_folder
from tests.bench.host import Host, Link, serve

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "bench"

SLOW_LINK = Link(bits_per_second=1.6e6, latency=0.150)
PATIENCE = 120  # seconds for one answer
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

STOCK, OURS = "stock", "ours"


def run(rounds: int = 5) -> dict[str, Any]:
    """Return bytes and medians of milliseconds, each with its ratio to stock."""
    files = stock_files() | our_files()
    with sync_playwright() as playwright, serve(files, CACHE) as host:
        browser = launch(playwright.chromium)
        local = [one_round(browser, host) for _ in range(rounds)]
        with serve(files, CACHE, SLOW_LINK) as slow:
            slowed = [one_round(browser, slow, warm=False) for _ in range(2)]
        browser.close()
    return {
        "rounds": rounds,
        "cold": compare([r["cold"] for r in local]),
        "warm": compare([r["warm"] for r in local]),
        "cold at 1.6 Mbit/s, 150 ms": compare([r["cold"] for r in slowed]),
        "bytes": local[0]["bytes"],
    }


def launch(chromium: Any) -> Browser:
    found = subprocess.run([ROOT / "tools" / "find-browser"], capture_output=True, text=True, check=True)
    browser: Browser = chromium.launch(executable_path=found.stdout.strip(), args=FLAGS)
    return browser


def one_round(browser: Browser, host: Host, warm: bool = True) -> dict[str, Any]:
    """Measure each variant once, cold and then warm, one after the other."""
    figures: dict[str, Any] = {"cold": {}, "warm": {}, "bytes": {}}
    for variant in (STOCK, OURS):
        context = browser.new_context()
        host.sent = 0
        figures["cold"][variant] = first_answer(context, f"{host.address}{variant}/index.html")
        figures["bytes"][variant] = host.sent
        if warm:
            figures["warm"][variant] = first_answer(context, f"{host.address}{variant}/index.html")
        context.close()
    return figures


def first_answer(context: BrowserContext, address: str) -> float:
    """Return the milliseconds from starting the worker to its first answer."""
    page = context.new_page()
    page.goto(address)
    # Not `wait_for_function`: it evaluates text, which the policy forbids.
    answered = wait_until(lambda: page.evaluate("document.documentElement.dataset.answered || ''"))
    page.close()
    if not answered.replace(".", "").isdigit():
        raise RuntimeError(f"{address}: {answered or 'no answer'}")
    return float(answered)


def wait_until(read: Callable[[], str]) -> str:
    end = time.monotonic() + PATIENCE
    while not (value := read()) and time.monotonic() < end:
        time.sleep(0.05)
    return value


def compare(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Return the medians, and the median of the ratios within each round."""
    return {
        "stock_ms": round(statistics.median(r[STOCK] for r in rounds)),
        "ours_ms": round(statistics.median(r[OURS] for r in rounds)),
        "ratio": round(statistics.median(r[OURS] / r[STOCK] for r in rounds), 3),
    }


def our_files() -> dict[str, bytes]:
    """Lay out our worker, client and bundle on a page with the guide's policy."""
    python = {f"{OURS}/{path.name}": path.read_bytes() for path in bundle_files(ROOT)}
    return python | {
        f"{OURS}/worker.js": bundled(ROOT / "theme/components/python/python.worker.js"),
        f"{OURS}/catalogue.json": catalogue(),
        f"{OURS}/page.js": bundled(HERE / "page-ours.js"),
        f"{OURS}/index.html": page(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
    }


def stock_files() -> dict[str, bytes]:
    """Lay out Pyodide as its manual says: all of it, a classic worker, and the package as a wheel."""
    core = core_folder(ROOT)
    names = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
    with tempfile.TemporaryDirectory() as scratch:
        wheel = build_wheel(ROOT, Path(scratch))
        package = {f"{STOCK}/{wheel.name}": wheel.read_bytes()}
    worker = (HERE / "worker-stock.js").read_text("utf-8").replace("WHEEL", wheel.name)
    return (
        package
        | {f"{STOCK}/{name}": (core / name).read_bytes() for name in names}
        | {
            f"{STOCK}/worker.js": worker.encode(),
            f"{STOCK}/catalogue.json": catalogue(),
            f"{STOCK}/page.js": (HERE / "page-stock.js").read_bytes(),
            f"{STOCK}/index.html": page(""),
        }
    )


def catalogue() -> bytes:
    content, _ = load_content(ROOT, [])
    return catalogue_of(content).to_json().encode()


def page(head: str) -> bytes:
    scripts = '<script src="page.js"></script>'
    return f'<!doctype html><meta charset="utf-8">{head}<title>Bench</title>{scripts}'.encode()


def bundled(source: Path) -> bytes:
    command = [
        ROOT / "node_modules/.bin/esbuild",
        source,
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2020",
    ]
    return subprocess.run(command, capture_output=True, check=True).stdout


def table(results: dict[str, Any]) -> str:
    lines = [f"{'':32}{'stock':>10}{'ours':>10}{'ratio':>8}"]
    for name, row in results.items():
        if isinstance(row, dict) and "ratio" in row:
            lines.append(f"{name + ', ms':32}{row['stock_ms']:>10,}{row['ours_ms']:>10,}{row['ratio']:>8.2f}")
    stock, ours = results["bytes"][STOCK], results["bytes"][OURS]
    lines.append(f"{'bytes (brotli)':32}{stock:>10,}{ours:>10,}{ours / stock:>8.2f}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))))
