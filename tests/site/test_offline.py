"""What a reader can keep is exactly what was published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GUIDE = 632_000  # bytes in gzip: 39,000 for the log with its form, 45,000 for handing it on
MORE = 4_978_000  # 80,000 for reading files into the log, 75,000 for evidence, 16,000 for checking a copy


@pytest.fixture(scope="module")
def manifest(site: Path) -> dict[str, object]:
    return json.loads((site / "files.json").read_text("utf-8"))


def files_of(manifest, *groups):
    return {name: (size, integrity) for group in groups for name, size, integrity in manifest[group]["files"]}


def test_the_smaller_choice_holds_all_that_reads_prints_and_locks(site, manifest, pages):
    kept = set(files_of(manifest, "guide"))

    assert set(pages) - kept == {"check.html", "method.html"}
    assert {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.css")} <= kept
    assert {f"assets/{name}.js" for name in ("page", "reader", "plan", "offline", "vault", "words")} <= kept
    assert not [name for name in kept if name.startswith("assets/python/") or name.endswith(".pdf")]


def test_both_choices_weigh_what_the_reader_was_promised(manifest):
    assert manifest["guide"]["wire"] <= GUIDE
    assert manifest["more"]["wire"] <= MORE


def test_the_worker_reads_on_one_screen_and_stores_nothing(site):
    worker = (site / "worker.js").read_text("utf-8")

    assert worker.count("\n") <= 100
    for word in (".put(", ".add(", "addAll", "caches.open", "indexedDB", "skipWaiting", "console", "import"):
        assert word not in worker, word


def test_no_page_asks_for_the_worker_by_itself(site, pages):
    for name, page in pages.items():
        assert not page.xpath("//*[contains(@href, 'worker.js') or contains(@src, 'worker.js')]"), name
    for script in ("page.js", "reader.js", "plan.js"):
        text = (site / "assets" / script).read_text("utf-8")
        assert ".register(" not in text, script
        assert "caches.open(" not in text, script


def test_the_service_workers_source_is_not_published(site):
    assert not (site / "service-worker.js").exists()
    assert not (site / "no-service-worker.js").exists()
