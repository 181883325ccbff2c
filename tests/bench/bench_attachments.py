"""Measure a large attachment: time and memory of adding and reading it, and of cancelling.

`python -m tests.bench.bench_attachments [MEGABYTES]`
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Page, sync_playwright

from hooks.assets.bundles import bundle
from tests.bench.bench_log import MEBIBYTE, resident
from tests.bench.bench_pages import find_browser
from tests.bench.served import served
from tests.browser.support import FLAGS, ROOT
from tests.browser.vault_support import build_vault_site

MEGABYTE = 1_000_000
SIZE = 200  # megabytes
PIECE = 10  # megabytes that are written at once
LOOK = 0.02  # seconds between two looks at the memory


def run(megabytes: int = SIZE) -> dict[str, Any]:
    """Return seconds, and MiB over rest: the most that the page's process took, and the browser's own."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_vault_site(Path(folder) / "site", quick=True)
        script = bundle(ROOT, "tests/bench/page-attachments.js")
        (site / "assets/page.js").write_text(script, encoding="utf-8")
        large = Path(folder) / "large"
        with large.open("wb") as file:
            for _ in range(megabytes // PIECE):
                file.write(os.urandom(PIECE * MEGABYTE))
        with served(site) as address, sync_playwright() as playwright:
            context = playwright.chromium.launch_persistent_context(
                Path(folder) / "profile", executable_path=find_browser(), args=list(FLAGS)
            )
            measured = measure(context.pages[0], address, large)
            context.close()
        return {"megabytes": megabytes, **measured}


def measure(page: Page, address: str, large: Path) -> dict[str, Any]:
    page.goto(address)
    page.evaluate("rest()")
    page.locator("input[type=file]").set_input_files(large)
    added, adding = watched(page, "add()")
    assert added["bytes"] == large.stat().st_size
    read, reading = watched(page, "read()")
    assert read["result"] == large.stat().st_size
    cancelled, _ = watched(page, "cancel()")
    assert (cancelled["result"], cancelled["kept"]) == ("AbortError", 2)
    return {
        "add": added["took"] / 1000,
        "add, memory": adding,
        "read": read["took"] / 1000,
        "read, memory": reading,
        "cancel": cancelled["took"] / 1000,
    }


def watched(page: Page, call: str) -> tuple[Any, dict[str, float]]:
    """Call, and return what came and how many MiB the processes took over rest at most."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    time.sleep(1)
    processes = processes_of()
    rest = {pid: resident(pid) for pids in processes.values() for pid in pids}
    most = dict(rest)
    has_ended = Event()

    def look() -> None:
        while not has_ended.wait(LOOK):
            for pid in most:
                most[pid] = max(most[pid], resident(pid))

    looking = Thread(target=look)
    looking.start()
    came = page.evaluate(call)
    has_ended.set()
    looking.join()
    grown = {pid: (most[pid] - rest[pid]) / MEBIBYTE for pid in most}
    return came, {name: max(grown[pid] for pid in pids) for name, pids in processes.items()}


def processes_of() -> dict[str, list[int]]:
    """Return the processes of pages, and the browser's own."""
    commands = list_processes()
    return {
        "page": [pid for pid, command in commands.items() if "--type=renderer" in command],
        "browser": [pid for pid, command in commands.items() if "--type=" not in command],
    }


def list_processes() -> dict[int, str]:
    """Return the commands of this program's children, theirs included."""
    children: dict[int, list[int]] = {}
    commands: dict[int, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            commands[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    found, left = {}, [os.getpid()]
    while left:
        for child in children.get(left.pop(), []):
            left.append(child)
            if "chrom" in commands[child]:
                found[child] = commands[child]
    return found


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    lines = [
        f"| a file of {results['megabytes']} MB | seconds | MiB over rest, the page | the browser itself |",
        "| --- | --: | --: | --: |",
    ]
    for verb in ("add", "read"):
        memory = results[f"{verb}, memory"]
        lines.append(f"| {verb} | {results[verb]:.1f} | {memory['page']:.0f} | {memory['browser']:.0f} |")
    return "\n".join(lines) + f"\n\nAn adding that was cancelled had ended after {results['cancel']:.2f} s.\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)))
