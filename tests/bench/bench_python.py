"""Measure Python's first answer: our bundle against stock Pyodide with the same package.

Stock of the version we ship, and stock of the line that npm calls latest: the second is the slower one,
so neither ratio is reported without the other. `python -m tests.bench.bench_python [ROUNDS]`, after a build.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from hooks.assets.python_bundle import build_wheel, core_folder, published_files
from hooks.content.load import load_content
from hooks.site.catalogue import catalogue_of
from tests.bench.host import Host, Link, serve

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "bench"

SLOW_LINK = Link(bits_per_second=1.6e6, latency=0.150)
PATIENCE = 120  # seconds for one answer
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

STOCK, CURRENT, OURS = VARIANTS = ("stock", "stock-current", "ours")
CURRENT_CORE = ROOT / "node_modules" / "pyodide-current-line"
TIME_TO_KEEP_CODE = 4  # seconds in which a browser finishes compiling and keeps the result


def run(rounds: int = 5) -> dict[str, Any]:
    """Return bytes and medians of milliseconds, each with its ratio to stock of both lines."""
    files = stock_files() | current_files() | our_files()
    with sync_playwright() as playwright, serve(files, CACHE) as host:
        browser = launch(playwright.chromium)
        local = [one_round(browser, host, VARIANTS[n % 3 :] + VARIANTS[: n % 3]) for n in range(rounds)]
        again = [starts_in_one_profile(playwright.chromium, host) for _ in range(rounds)]
        with serve(files, CACHE, SLOW_LINK) as slow:
            slowed = [one_round(browser, slow, VARIANTS, warm=False) for _ in range(2)]
        browser.close()
    return {
        "rounds": rounds,
        "versions": {STOCK: version_of(core_folder(ROOT)), CURRENT: version_of(CURRENT_CORE)},
        "cold": compare([r["cold"] for r in local]),
        "warm": compare([r["warm"] for r in local]),
        "cold at 1.6 Mbit/s, 150 ms": compare([r["cold"] for r in slowed]),
        "bytes": local[0]["bytes"],
        "second start": {
            "first_ms": round(statistics.median(first for first, _ in again)),
            "second_ms": round(statistics.median(second for _, second in again)),
            "ratio": round(statistics.median(second / first for first, second in again), 3),
        },
    }


def version_of(core: Path) -> str:
    return str(json.loads((core / "package.json").read_text("utf-8"))["version"])


def browser_path() -> str:
    found = subprocess.run([ROOT / "tools" / "find-browser"], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def launch(chromium: Any) -> Browser:
    browser: Browser = chromium.launch(executable_path=browser_path(), args=FLAGS)
    return browser


def starts_in_one_profile(chromium: Any, host: Host) -> tuple[float, float]:
    """Start ours twice where the browser keeps what it loaded and compiled, unlike in a private window."""
    with tempfile.TemporaryDirectory() as profile:
        context = chromium.launch_persistent_context(profile, executable_path=browser_path(), args=FLAGS)
        address = f"{host.address}{OURS}/index.html"
        first = first_answer(context, address, stay=TIME_TO_KEEP_CODE)
        second = first_answer(context, address)
        context.close()
    return first, second


def one_round(browser: Browser, host: Host, variants: Iterable[str], warm: bool = True) -> dict[str, Any]:
    """Measure each variant once, cold and then warm, one after the other."""
    figures: dict[str, Any] = {"cold": {}, "warm": {}, "bytes": {}}
    for variant in variants:
        context = browser.new_context()
        host.sent = 0
        figures["cold"][variant] = first_answer(context, f"{host.address}{variant}/index.html")
        figures["bytes"][variant] = host.sent
        if warm:
            figures["warm"][variant] = first_answer(context, f"{host.address}{variant}/index.html")
        context.close()
    return figures


def first_answer(context: BrowserContext, address: str, stay: float = 0) -> float:
    """Return the milliseconds from starting the worker to its first answer; then stay some seconds."""
    page = context.new_page()
    page.goto(address)
    # Not `wait_for_function`: it evaluates text, which the policy forbids.
    answered = wait_until(lambda: page.evaluate("document.documentElement.dataset.answered || ''"))
    time.sleep(stay)
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
        "current_ms": round(statistics.median(r[CURRENT] for r in rounds)),
        "ratio_to_current": round(statistics.median(r[OURS] / r[CURRENT] for r in rounds), 3),
    }


def our_files() -> dict[str, bytes]:
    """Set up our worker, client and bundle on a page with the guide's policy."""
    published = published_files(ROOT, catalogue().decode())
    python = {f"{OURS}/{name}": data for name, data in published.items()}
    return python | {
        f"{OURS}/worker.js": bundled(ROOT / "theme/components/python/python.worker.js"),
        f"{OURS}/page.js": bundled(HERE / "page-ours.js"),
        f"{OURS}/index.html": page(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
    }


def stock_files() -> dict[str, bytes]:
    """Set up Pyodide as its manual says: all of it, a classic worker, and the package as a wheel."""
    scripts = ("pyodide.js", "pyodide.asm.js")
    return stock_of(STOCK, core_folder(ROOT), scripts, "worker-stock.js", page(""))


def current_files() -> dict[str, bytes]:
    """Set up the current release line the same way; it starts in module workers only."""
    scripts = ("pyodide.mjs", "pyodide.asm.mjs")
    return stock_of(CURRENT, CURRENT_CORE, scripts, "worker-stock-current.js", page("", "module"))


def stock_of(
    variant: str, core: Path, scripts: tuple[str, ...], worker: str, html: bytes
) -> dict[str, bytes]:
    names = (*scripts, "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
    with tempfile.TemporaryDirectory() as scratch:
        wheel = build_wheel(ROOT, Path(scratch))
        files = {wheel.name: wheel.read_bytes()}
    files |= {name: (core / name).read_bytes() for name in names}
    files |= {
        "worker.js": (HERE / worker).read_text("utf-8").replace("WHEEL", wheel.name).encode(),
        "catalogue.json": catalogue(),
        "page.js": (HERE / "page-stock.js").read_bytes(),
        "index.html": html,
    }
    return {f"{variant}/{name}": data for name, data in files.items()}


def catalogue() -> bytes:
    content, _ = load_content(ROOT, [])
    return catalogue_of(content).to_json().encode()


def page(head: str, worker: str = "classic") -> bytes:
    html = f'<!doctype html><html data-worker="{worker}"><meta charset="utf-8">{head}<title>Bench</title>'
    return f'{html}<script src="page.js"></script>'.encode()


def bundled(source: Path) -> bytes:
    command: list[str | Path] = [
        ROOT / "node_modules/.bin/esbuild",
        source,
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2020",
    ]
    return subprocess.run(command, capture_output=True, check=True).stdout


def table(results: dict[str, Any]) -> str:
    """Return the figures as text; each ratio is ours to the stock on its left."""
    stock, current = (f"stock {results['versions'][name]}" for name in (STOCK, CURRENT))
    lines = [f"{'':30}{'ours':>11}{stock:>15}{'ratio':>7}{current:>15}{'ratio':>7}"]
    for name, row in results.items():
        if isinstance(row, dict) and "ratio_to_current" in row:
            lines.append(
                f"{name + ', ms':30}{row['ours_ms']:>11,}{row['stock_ms']:>15,}{row['ratio']:>7.2f}"
                f"{row['current_ms']:>15,}{row['ratio_to_current']:>7.2f}"
            )
    ours, both = results["bytes"][OURS], (results["bytes"][STOCK], results["bytes"][CURRENT])
    lines.append(f"{'bytes (brotli)':30}{ours:>11,}" + "".join(f"{n:>15,}{ours / n:>7.2f}" for n in both))
    again = results["second start"]
    lines.append(
        f"\nours in a profile that keeps files and code: first start {again['first_ms']:,} ms, "
        f"second {again['second_ms']:,} ms, ratio {again['ratio']:.2f}"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))))
