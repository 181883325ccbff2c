"""Measure leaving: from the press to the first empty frame, while Python starts, against an empty page.

`python -m tests.bench.bench_leaving [ROUNDS]`, after a build.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route, sync_playwright

from hooks.hosting.compress import SUFFIXES
from tests.bench.bench_pages import PHONE, ROOT, SLOW_CPU, find_browser, light_files
from tests.bench.host import Host, serve
from tests.browser.support import EXIT_URL, FLAGS

CACHE = ROOT / ".cache" / "bench"
OURS, BARE = "the plan, Python starting", "a page with nothing in it"
ADDRESSES = {OURS: "site/index.html", BARE: "bare/index.html"}
TRACED = [
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-devtools.timeline.frame",
]
AFTER = 1500  # milliseconds in which the empty frame appears
MEASURES = ("handler", "empty frame")


def run(rounds: int = 15) -> dict[str, Any]:
    """Return, for each page, milliseconds from the press: median, smallest, largest."""
    site = Path(os.environ.get("SITE", ROOT / "site"))
    files = {f"site/{path}": data for path, data in site_files(site).items()}
    files |= bare_files(files)
    found: dict[str, list[dict[str, float]]] = {OURS: [], BARE: []}
    with sync_playwright() as playwright, serve(files, CACHE) as host:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for number in range(rounds):
            for name in sorted(ADDRESSES, reverse=bool(number % 2)):
                found[name].append(leave(browser, host, name))
        browser.close()
    return {name: {measure: spread(found[name], measure) for measure in MEASURES} for name in found}


def site_files(site: Path) -> dict[str, bytes]:
    python = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in (site / "assets/python").iterdir()
        if path.suffix not in SUFFIXES
    }
    return light_files(site) | python


def bare_files(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return a page that holds the way to leave and no more."""
    page = files["site/index.html"].decode()
    (script,) = re.findall(r'<script src="assets/first\.js"[^>]*></script>', page)
    (link,) = re.findall(r'<a class="exit"[^>]*>[^<]*</a>', page)
    text = f"<!doctype html><title>Notes</title>{script}{link}"
    return {"bare/index.html": text.encode(), "bare/assets/first.js": files["site/assets/first.js"]}


def leave(browser: Browser, host: Host, name: str) -> dict[str, float]:
    """Press the way out; return milliseconds until its handler ended, and until the next frame was drawn."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    held: list[Route] = []
    context.route(EXIT_URL, lambda route: held.append(route))  # the next content must not be what is drawn
    page = context.new_page()
    page.goto(host.address + ADDRESSES[name])
    if name == OURS:
        page.wait_for_selector("html[data-reader=ready]")
        page.evaluate("document.querySelector('[data-open=plan]').click()")
        page.wait_for_selector("html[data-python=loading]")
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", SLOW_CPU)
    events = traced_press(page, session)
    for route in held:
        route.abort()
    context.close()
    return times_in(events)


def traced_press(page: Page, session: CDPSession) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    box = page.locator("a.exit").bounding_box()
    assert box
    categories = {"includedCategories": TRACED}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    place = {"x": box["x"] + 10, "y": box["y"] + 10, "button": "left", "clickCount": 1}
    for kind in ("mousePressed", "mouseReleased"):
        session.send("Input.dispatchMouseEvent", {"type": kind, **place})
    page.wait_for_timeout(AFTER)
    ended: list[bool] = []
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    return events


def times_in(events: list[dict[str, Any]]) -> dict[str, float]:
    """Find the click, the first frame that its page submitted after it, and when that was drawn."""
    click = next(event for event in events if event.get("args", {}).get("data", {}).get("type") == "click")
    start, end = click["ts"], click["ts"] + click["dur"]

    def first(name: str, after: float, *where: str) -> float:
        same = [event for event in events if all(event[key] == click[key] for key in where)]
        return float(min(event["ts"] for event in same if event["name"] == name and event["ts"] >= after))

    drawn = first("DrawFrame", first("Commit", end, "pid", "tid"), "pid")
    return {"handler": (end - start) / 1000, "empty frame": (drawn - start) / 1000}


def spread(visits: list[dict[str, float]], measure: str) -> dict[str, float]:
    values = [visit[measure] for visit in visits]
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def table(results: dict[str, Any]) -> str:
    lines = ["| from the press, ms | " + " | ".join(results) + " | ratio |", "|---|--:|--:|--:|"]
    for measure in MEASURES:
        cells = [result[measure] for result in results.values()]
        shown = [f"{cell['median']:.0f} ({cell['least']:.0f} to {cell['most']:.0f})" for cell in cells]
        ratio = cells[0]["median"] / max(cells[1]["median"], 0.1)
        lines.append(f"| {measure} | {' | '.join(shown)} | {ratio:.2f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 15)))
