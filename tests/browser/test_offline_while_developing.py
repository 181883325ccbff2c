"""A kept guide on the address where somebody writes it: `mkdocs serve` takes it away."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from hooks.site.offline import DEVELOPER_SOURCE
from tests.browser.offline_support import LONG, hosted, keep, kept_files, registrations
from tests.browser.support import PHONE, ROOT

NEW_TEXT = "<p class='new-text'>Words of the newer version.</p>"


def test_a_copy_that_hides_every_change_steps_aside(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(viewport=PHONE)
    with hosted(tmp_path / "site") as host:
        keep(page, host.address)
        page.goto(f"{host.address}phone.html")
        (host.folder / "phone.html").write_text(f"<title>Notes</title>{NEW_TEXT}", "utf-8")
        (host.folder / "worker.js").write_text((ROOT / DEVELOPER_SOURCE).read_text("utf-8"), "utf-8")
        page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update() }")
        expect(page.locator(".new-text")).to_be_visible(timeout=LONG)
        assert (kept_files(page), registrations(page)) == ({}, 0)
    page.close()
