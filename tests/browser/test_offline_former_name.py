"""A guide that was kept before its organisation named its storage anew is renewed under the new name."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from hooks.site.offline import MANIFEST, SOURCE, with_names, write_offline
from tests.browser.offline_support import (
    WHOLE_ONLY,
    Host,
    hosted,
    keep,
    kept_files,
    open_view,
    press,
    registrations,
    said,
    state,
)
from tests.browser.support import PHONE, ROOT

DONE = "Done. The newer version is here. Close this guide in all tabs. The newer version will open next time."


def name_storage_anew(host: Host) -> str:
    """Publish the guide with `storage_name: memo`, and return its version."""
    for page in host.folder.glob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace("<html ", '<html data-storage="memo" data-stored="notes" ', 1), "utf-8")
    for name in ("worker.js", MANIFEST):
        (host.folder / name).unlink()
    worker = with_names(ROOT, SOURCE, ("memo", "notes"))
    write_offline(host.folder, worker, larger=WHOLE_ONLY, order=host.order + 1)
    return str(host.manifest()["version"])


def test_a_copy_under_a_former_name_is_renewed_under_the_present_one(
    browser: Browser, tmp_path: Path
) -> None:
    """The page that renews it is still the older one: it keeps the newer version under the former name."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with hosted(tmp_path / "site") as host:
        keep(page, host.address)
        assert [*kept_files(page)] == [f"notes:/:{host.manifest()['version']}"]
        files = sorted(["kept", *host.files("guide")])
        version = name_storage_anew(host)
        open_view(page, host.address)
        press(page, "update")
        said(page, DONE)
        page.close()
        page = context.new_page()
        open_view(page, host.address)
        state(page, "kept")
        assert kept_files(page) == {f"memo:/:{version}": files}
        host.stop()
        page.goto(f"{host.address}phone.html")
        assert page.locator("html").get_attribute("data-storage") == "memo"
        host.start()
        open_view(page, host.address)
        press(page, "remove")
        state(page, "off")
        assert (kept_files(page), registrations(page)) == ({}, 0)
    context.close()
