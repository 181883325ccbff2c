"""Keeping serves any document: two that are no plan are kept, locked, opened, saved and deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Locator, Page, expect

from hooks.assets.bundles import bundle
from hooks.site.templates import make_ready
from tests.browser.plan_vault import LONG, made_words
from tests.browser.support import ROOT, Seen, until
from tests.browser.vault_support import VaultSite, build_vault_site, serve_vault

PAGES = Path(__file__).parent / "pages/documents"
STORED = """async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name)
  return names.length
}"""


@pytest.fixture(scope="module")
def documents_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    folder = build_vault_site(tmp_path_factory.mktemp("documents") / "site", quick=True)
    templates = make_ready(Environment(loader=FileSystemLoader([PAGES, ROOT / "theme"]), autoescape=True))
    (folder / "index.html").write_text(templates.get_template("index.html").render(), encoding="utf-8")
    page = bundle(ROOT, str((PAGES / "page.js").relative_to(ROOT)))
    (folder / "assets/page.js").write_text(page, encoding="utf-8")
    yield from serve_vault(folder)


@pytest.fixture
def page(browser: Browser, documents_site: VaultSite) -> Iterator[Page]:
    context = browser.new_context()
    seen = Seen(documents_site.address)
    seen.watch(context)
    page = context.new_page()
    page.goto(documents_site.address)
    until(page, "vault", "off", timeout=LONG)
    yield page
    context.close()
    assert seen.foreign == []
    assert seen.errors == []


def view(page: Page, kind: str) -> Locator:
    return page.locator(f"[data-view-id={kind}]")


def press(area: Locator, name: str) -> None:
    area.get_by_role("button", name=name, exact=True).click()


def slot(page: Page, kind: str) -> Locator:
    return view(page, kind).locator("[data-slot=vault]")


def write(page: Page, text: str) -> None:
    view(page, "errands").locator("textarea").fill(text)


def shows(page: Page, errands: str, entries: list[str]) -> None:
    expect(view(page, "errands").locator("textarea")).to_have_value(errands)
    expect(view(page, "entries").locator("ol > li")).to_have_text(entries)


def is_kept(page: Page) -> None:
    for kind in ("errands", "entries"):
        expect(slot(page, kind).locator(".vault-status")).to_have_text("Kept on this device", timeout=LONG)


def keep(page: Page) -> str:
    slot(page, "errands").locator("summary").first.click()
    press(slot(page, "errands"), "Choose a passphrase")
    words = made_words(slot(page, "errands"))
    press(slot(page, "errands"), "Keep the plan")
    until(page, "vault", "unlocked", timeout=LONG)
    is_kept(page)
    return words


def unlock(page: Page, kind: str, words: str) -> None:
    slot(page, kind).locator("[data-passphrase]").first.fill(words)
    press(slot(page, kind), "Open it")
    until(page, "vault", "unlocked", timeout=LONG)


def test_two_documents_are_kept_locked_and_opened_by_one_passphrase(page: Page) -> None:
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    words = keep(page)
    write(page, "milk\nbread")
    press(view(page, "entries"), "Add an entry")
    is_kept(page)

    press(slot(page, "entries"), "Lock now")
    until(page, "vault", "locked")
    shows(page, "", [])
    expect(view(page, "errands").locator(".said-last")).to_have_text("errands: lockedNow")
    unlock(page, "entries", words)
    shows(page, "milk\nbread", ["entry 1", "entry 2"])
    expect(view(page, "entries").locator(".said-last")).to_have_text("entries: opened")

    page.reload()
    until(page, "vault", "locked", timeout=LONG)
    shows(page, "", [])
    unlock(page, "errands", words)
    shows(page, "milk\nbread", ["entry 1", "entry 2"])


def test_changes_that_are_not_stored_yet_wait_sealed_and_are_there_again(page: Page) -> None:
    words = keep(page)
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    press(slot(page, "errands"), "Lock now")
    until(page, "vault", "locked")
    shows(page, "", [])
    unlock(page, "errands", words)
    shows(page, "milk", ["entry 1"])


def test_two_tabs_join_what_they_made_of_each_document(page: Page) -> None:
    words = keep(page)
    other = page.context.new_page()
    other.goto(page.url)
    until(other, "vault", "locked", timeout=LONG)
    unlock(other, "errands", words)
    write(page, "milk")
    write(other, "bread")
    is_kept(page)
    is_kept(other)
    # By the keyboard: the button moves as long as the words before it change.
    slot(page, "errands").get_by_role("button", name="Lock now").press("Enter")
    until(page, "vault", "locked")
    unlock(page, "errands", words)
    assert sorted(view(page, "errands").locator("textarea").input_value().split("\n")) == ["bread", "milk"]


def test_what_a_newer_guide_has_kept_in_another_tab_locks_this_one_and_stays_as_it_is(page: Page) -> None:
    words = keep(page)
    write(page, "milk")
    is_kept(page)
    other = page.context.new_page()
    other.goto(f"{page.url}#newer")
    until(other, "vault", "locked", timeout=LONG)
    unlock(other, "errands", words)
    write(other, "milk\nof a newer guide")
    until(page, "vault", "locked", timeout=LONG)
    shows(page, "", [])
    for kind in ("errands", "entries"):
        expect(view(page, kind).locator(".said-last")).to_have_text(
            "This version of the guide cannot show what you kept here. Nothing was changed, and it is "
            "locked again. A newer guide made these errands."
        )
    is_kept(other)
    shows(other, "milk\nof a newer guide", [])


def test_a_file_of_one_document_is_saved_and_added_to_it_again(page: Page) -> None:
    write(page, "milk")
    save = view(page, "errands").locator("[data-file=save]")
    save.locator("summary").first.click()
    words = made_words(save)
    with page.expect_download() as saved:
        press(save, "Save the file")
    write(page, "bread")

    other = view(page, "entries").locator("[data-file=open]")
    open_file(other, saved.value.path(), words)
    expect(view(page, "entries").locator(".said-last")).to_have_text(
        "This holds no entries. Nothing was changed.", timeout=LONG
    )
    mine = view(page, "errands").locator("[data-file=open]")
    open_file(mine, saved.value.path(), words)
    expect(mine.locator("[data-focus]")).to_have_text("errands: fileHolds", timeout=LONG)
    press(mine, "Add it to my plan")
    shows(page, "bread\nmilk", [])


def open_file(panel: Locator, path: Path, words: str) -> None:
    panel.locator("summary").first.click()
    panel.locator("[type=file]").set_input_files(
        {"name": "notes.age", "mimeType": "", "buffer": path.read_bytes()}
    )
    panel.locator("[data-passphrase]").fill(words)
    press(panel, "Open it")


def test_deleting_takes_both_off_the_page_and_out_of_the_browser(
    page: Page, documents_site: VaultSite
) -> None:
    documents_site.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    keep(page)
    assert page.evaluate(STORED) == 1
    slot(page, "entries").locator("[data-wipe] > summary").click()
    press(slot(page, "entries"), "Delete everything now")
    until(page, "vault", "off", timeout=LONG)
    shows(page, "", [])
    assert page.evaluate(STORED) == 0
