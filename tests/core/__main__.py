"""Write the lists of functions that the small core keeps, and of texts that it leaves out: `make coverage`.

Each engine starts Python in the product's own worker, with a core in which each function notes that it ran,
and asks it every case and all generated requests. What ran in any of them is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

from hooks.assets.python_bundle import core_folder
from tests.browser.support import SITE
from tests.core.ask import ask_all, catalogue_of_site, functions_that_ran, open_core
from tests.core.requests import ALL, Asked, case_requests, generated_requests
from tests.core.texts import write_texts
from tests.engines.chromium import Chromium
from tests.engines.engine import Engine, Settings
from tests.engines.firefox import Firefox
from tests.engines.host import Host
from tests.engines.webkit import WebKit

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT / "hooks" / "assets" / "core"
LIST, TEXTS = LISTS / "kept.json", LISTS / "texts.json"
MODULE, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.js"
NAMES = {"module": MODULE, "script": SCRIPT}
"""What the probe calls the files in which functions ran."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", default="chromium firefox webkit")
    parser.add_argument("--requests", type=int, default=ALL)
    parser.add_argument("--add", action="store_true", help="keep what the list has already")
    given = parser.parse_args()
    requests = all_requests(given.requests)
    ran: dict[str, set[int]] = {name: set() for name in NAMES}
    if given.add:
        ran = {
            name: numbers_of(json.loads(LIST.read_text("utf-8"))[file]["functions"])
            for name, file in NAMES.items()
        }
    with tempfile.TemporaryDirectory() as folder:
        core, marks = marked_core(Path(folder))
        for name in given.engines.split():
            began = time.monotonic()
            found = coverage_of(name, core, marks, requests, Path(folder) / name)
            told = [
                f"{len(found[part])} ({len(found[part] - ran[part])} new) of {NAMES[part]}" for part in NAMES
            ]
            print(f"{name}, {time.monotonic() - began:.0f} s: {', '.join(told)}", flush=True)
            ran = {part: ran[part] | found[part] for part in NAMES}
    LIST.write_text(list_text(ran), encoding="utf-8")
    left_out = write_texts(TEXTS, core_folder(ROOT), ran["module"])
    print(f"{left_out} bytes of texts that nothing reads")


@cache
def all_requests(generated: int) -> list[Asked]:
    """Return every case and so many generated requests, about the guide in each language."""
    sites = [SITE, *sorted(path.parent for path in SITE.glob("*/plan.html"))]
    catalogues = [catalogue_of_site(site) for site in sites]
    return [*case_requests(), *generated_requests(catalogues, generated)]


def marked_core(out: Path) -> tuple[dict[str, bytes], dict[str, int]]:
    """Return the files of a core that notes what ran, and where it does."""
    published = core_folder(ROOT)
    subprocess.run(["node", str(Path(__file__).with_name("mark.mjs")), str(published), str(out)], check=True)
    files = {name: (out / name).read_bytes() for name in (MODULE, SCRIPT)}
    files["pyodide.js"] = (published / "pyodide.js").read_bytes()
    return files, json.loads((out / "marks.json").read_text("utf-8"))


def coverage_of(
    name: str, core: Mapping[str, bytes], marks: Mapping[str, int], requests: list[Asked], profile: Path
) -> dict[str, set[int]]:
    """Ask one engine everything; return the numbers of functions that ran."""
    host = Host(SITE)
    try:
        for engine in engine_called(name, profile):
            if problem := open_core(engine, host, core, requests):
                sys.exit(f"{name}: Python did not start: {problem}")
            told = ask_all(engine)
            if told["failed"] or told["differences"]:
                sys.exit(f"{name}: {told['done']} asked; {told['failed']} {told['differences'][:3]}")
            return functions_that_ran(engine, marks)
    finally:
        host.stop()
    raise AssertionError


def engine_called(name: str, profile: Path) -> Iterator[Engine]:
    with sync_playwright() as playwright:
        engine: Engine = (
            Chromium(profile, Settings(), playwright, chromium())
            if name == "chromium"
            else {"firefox": Firefox, "webkit": WebKit}[name](profile, Settings())
        )
        try:
            yield engine
        finally:
            engine.end()
            engine.outside.stop()


def chromium() -> str:
    """Return the path of Chromium; raise where there is none."""
    found = subprocess.run([ROOT / "tools" / "find-browser"], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def list_text(ran: Mapping[str, Iterable[int]]) -> str:
    published = core_folder(ROOT)
    files = {
        file: {
            "sha256": hashlib.sha256((published / file).read_bytes()).hexdigest(),
            "functions": ranges_of(ran[name]),
        }
        for name, file in NAMES.items()
    }
    return json.dumps(files, indent=1) + "\n"


def ranges_of(numbers: Iterable[int]) -> str:
    """Write 0, 1, 2, 5 as `0-2 5`."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in ranges)


def numbers_of(ranges: str) -> set[int]:
    pairs = ((*map(int, one.split("-")),) for one in ranges.split())
    return {number for pair in pairs for number in range(pair[0], pair[-1] + 1)}


if __name__ == "__main__":
    main()
