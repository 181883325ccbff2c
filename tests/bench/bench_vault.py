"""Measure the vault: unlocking against scrypt alone, and how long typing and saving block the page.

`python -m tests.bench.bench_vault [ROUNDS]`
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Page

from hooks.assets.bundles import bundle, bundle_for_worker
from tests.bench.served import opened
from tests.browser.support import ROOT
from tests.browser.vault_support import build_vault_site

SIZES = {"a short plan, 4 kB": 2_000, "a long plan and log, 200 kB": 200_000}  # characters
EDITS = 100
REST = 1000  # milliseconds
BUNDLES = ("vault", "words", "strength")


def run(rounds: int = 5) -> dict[str, Any]:
    """Return milliseconds (medians, and the worst stall) and bytes."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_bench_site(Path(folder) / "site")
        with opened(site) as (browser, address):
            page = browser.new_page()
            page.goto(address)
            measured = {name: measure(page, length, rounds) for name, length in SIZES.items()}
        return {"rounds": rounds, **measured, "bytes": bytes_of(site)}


def build_bench_site(folder: Path) -> Path:
    build_vault_site(folder)
    (folder / "assets/page.js").write_text(bundle(ROOT, "tests/bench/page-vault.js"), encoding="utf-8")
    scrypt = bundle_for_worker(ROOT, "tests/bench/worker-scrypt.js")
    (folder / "assets/scrypt.js").write_text(scrypt, encoding="utf-8")
    return folder


def measure(page: Page, length: int, rounds: int) -> dict[str, float]:
    """Measure scrypt and unlocking in turn, then typing and saving."""
    page.evaluate("measureScrypt()")  # the first of each warms up files and caches
    page.evaluate("measureUnlock(10)")
    scrypt, unlock, saving, resting = [], [], [], []
    for _ in range(rounds):
        scrypt.append(page.evaluate("measureScrypt()"))
        unlock.append(page.evaluate("(length) => measureUnlock(length)", length))
        saving.append(page.evaluate("(edits) => measureSaving(edits)", EDITS))
        resting.append(page.evaluate("(time) => measureRest(time)", REST))
    return {
        "scrypt": statistics.median(scrypt),
        "unlock": statistics.median(unlock),
        "ratio": statistics.median(b / a for a, b in zip(scrypt, unlock, strict=True)),
        "edit": max(one["edit"] for one in saving),
        "save": statistics.median(one["save"] for one in saving),
        "stall": max(one["stall"] for one in saving),
        "stall at rest": max(resting),
    }


def bytes_of(site: Path) -> dict[str, dict[str, int]]:
    sizes = {}
    for name in BUNDLES:
        data = (site / f"assets/{name}.js").read_bytes()
        sizes[name] = {
            "raw": len(data),
            "gzip": len(gzip.compress(data, 9)),
            "brotli": len(brotli.compress(data)),
        }
    return sizes


def table(results: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    lines = [
        "| what is kept | bare scrypt ms | unlock to data ms | ratio "
        "| longest edit ms | a save ms | longest stall ms | at rest ms |",
        "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for name in SIZES:
        one = results[name]
        lines.append(
            f"| {name} | {one['scrypt']:.0f} | {one['unlock']:.0f} | {one['ratio']:.2f} "
            f"| {one['edit']:.1f} | {one['save']:.0f} | {one['stall']:.0f} | {one['stall at rest']:.0f} |"
        )
    lines += ["", "| file | raw | gzip | brotli |", "| --- | --: | --: | --: |"]
    lines += [
        f"| assets/{name}.js | {s['raw']} | {s['gzip']} | {s['brotli']} |"
        for name, s in results["bytes"].items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
