"""Measure Python's first answer: ours against stock Pyodide with the same package, and our larger part.

Stock of the version we ship, and stock of the line that npm calls latest: the second is the slower one,
so neither ratio is reported without the other. The larger part is our bundle with the published core, as a
reader may ask for it. `python -m tests.bench.bench_python [ROUNDS]`, after a build.
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

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from hooks.assets.python_bundle import MANIFEST, build_wheel, core_folder, published_files
from hooks.content.load import load_content
from hooks.site.catalogue import catalogue_of
from tests.bench.bench_attachments import processes_of
from tests.bench.bench_log import MEBIBYTE, resident
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

STOCK, CURRENT, LARGER, OURS = VARIANTS = ("stock", "stock-current", "larger", "ours")
CURRENT_CORE = ROOT / "node_modules" / "pyodide-current-line"
TIME_TO_KEEP_CODE = 4  # seconds in which a browser finishes compiling and keeps the result


def run(rounds: int = 5) -> dict[str, Any]:
    """Return bytes, memory, and medians of milliseconds, each with the ratio of ours to the others."""
    files = stock_files() | current_files() | our_files(LARGER) | our_files()
    with sync_playwright() as playwright, serve(files, CACHE) as host:
        browser = launch(playwright.chromium)
        turns = [VARIANTS[n % len(VARIANTS) :] + VARIANTS[: n % len(VARIANTS)] for n in range(rounds)]
        local = [one_round(browser, host, turn) for turn in turns]
        again = [starts_in_one_profile(playwright.chromium, host) for _ in range(rounds)]
        with serve(files, CACHE, SLOW_LINK) as slow:
            slowed = [one_round(browser, slow, turn, warm=False) for turn in turns[: max(2, rounds // 3)]]
        browser.close()
    return {
        "rounds": rounds,
        "versions": {STOCK: version_of(core_folder(ROOT)), CURRENT: version_of(CURRENT_CORE)},
        "slow rounds": len(slowed),
        "cold, ms": compare([r["cold"] for r in local]),
        "warm, ms": compare([r["warm"] for r in local]),
        "cold at 1.6 Mbit/s, 150 ms": compare([r["cold"] for r in slowed]),
        "memory, MiB": compare([r["memory"] for r in local]),
        "bytes (Brotli)": compare([r["bytes"] for r in local]),
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
    figures: dict[str, Any] = {"cold": {}, "warm": {}, "bytes": {}, "memory": {}}
    for variant in variants:
        context = browser.new_context()
        host.sent = 0
        figures["cold"][variant] = first_answer(context, f"{host.address}{variant}/index.html")
        figures["bytes"][variant] = host.sent
        if warm:
            address = f"{host.address}{variant}/index.html"
            figures["warm"][variant] = first_answer(context, address)
            figures["memory"][variant] = memory_of_answer(context, address)
        context.close()
    return figures


def memory_of_answer(context: BrowserContext, address: str) -> float:
    """Return the MiB that the process of a page takes once it has answered."""
    before = set(processes_of()["page"])
    page = context.new_page()
    answer_on(page, address)
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    taken = [resident(pid) for pid in set(processes_of()["page"]) - before]
    page.close()
    return max(taken, default=0) / MEBIBYTE


def first_answer(context: BrowserContext, address: str, stay: float = 0) -> float:
    """Return the milliseconds from starting the worker to its first answer; then stay some seconds."""
    page = context.new_page()
    answered = answer_on(page, address)
    time.sleep(stay)
    page.close()
    return answered


def answer_on(page: Page, address: str) -> float:
    """Open a page that asks Python; return the milliseconds that it says."""
    page.goto(address)
    # Not `wait_for_function`: it evaluates text, which the policy forbids.
    answered = wait_until(lambda: page.evaluate("document.documentElement.dataset.answered || ''"))
    if not answered.replace(".", "").isdigit():
        raise RuntimeError(f"{address}: {answered or 'no answer'}")
    return float(answered)


def wait_until(read: Callable[[], str]) -> str:
    end = time.monotonic() + PATIENCE
    while not (value := read()) and time.monotonic() < end:
        time.sleep(0.05)
    return value


def compare(rounds: list[dict[str, float]]) -> dict[str, Any]:
    """Return the medians, and the median of the ratios of ours to each other one within each round."""
    others = [variant for variant in VARIANTS if variant != OURS]
    return {
        "medians": {one: round(statistics.median(r[one] for r in rounds)) for one in VARIANTS},
        "ratios": {one: round(statistics.median(r[OURS] / r[one] for r in rounds), 3) for one in others},
    }


def our_files(variant: str = OURS) -> dict[str, bytes]:
    """Set up our worker, client and bundle on a page with the guide's policy."""
    files = published_files(ROOT, catalogue().decode())
    if variant == LARGER:
        manifest = json.loads(files[MANIFEST])
        del manifest["slim"]
        files[MANIFEST] = json.dumps(manifest).encode()
    files |= {
        "worker.js": bundled(ROOT / "theme/components/python/python.worker.js"),
        "page.js": bundled(HERE / "page-ours.js"),
        "index.html": page(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
    }
    return {f"{variant}/{name}": data for name, data in files.items()}


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
    """Return the figures as text; each ratio is ours to what stands on its left."""
    others = {one: f"stock {results['versions'][one]}" for one in (STOCK, CURRENT)} | {LARGER: "larger part"}
    lines = [f"{'':28}{'ours':>10}" + "".join(f"{name:>15}{'ratio':>7}" for name in others.values())]
    for name, row in results.items():
        if isinstance(row, dict) and "medians" in row:
            lines.append(
                f"{name:28}{row['medians'][OURS]:>10,}"
                + "".join(f"{row['medians'][one]:>15,}{row['ratios'][one]:>7.2f}" for one in others)
            )
    again = results["second start"]
    lines.append(f"\n{results['slow rounds']} rounds over the slow line")
    lines.append(
        f"ours in a profile that keeps files and code: first start {again['first_ms']:,} ms, "
        f"second {again['second_ms']:,} ms, ratio {again['ratio']:.2f}"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(json.loads(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))))
