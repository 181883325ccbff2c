"""Keeping serves any document: some that are no plan are kept, locked, opened, saved and deleted."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Locator, Page, expect

from hooks.assets.bundles import bundle
from hooks.content.views import KEEPING
from hooks.site.templates import make_ready
from tests.browser.lines_support import change_stored, stored
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
    config = {"extra": {"settings": {"export_name": "notes"}}}
    text = templates.get_template("index.html").render(config=config)
    (folder / "index.html").write_text(text, encoding="utf-8")
    for source in (PAGES / "page.js", ROOT / "theme" / KEEPING):
        script = bundle(ROOT, str(source.relative_to(ROOT)))
        (folder / "assets" / source.name).write_text(script, encoding="utf-8")
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


def is_kept(page: Page, *kinds: str) -> None:
    for kind in kinds or ("errands", "entries", "diary"):
        expect(slot(page, kind).locator(".vault-status")).to_have_text("Kept on this device", timeout=LONG)


def keep(page: Page, *kinds: str) -> str:
    slot(page, "errands").locator("summary").first.click()
    press(slot(page, "errands"), "Choose a passphrase")
    words = made_words(slot(page, "errands"))
    press(slot(page, "errands"), "Keep it on this device")
    until(page, "vault", "unlocked", timeout=LONG)
    is_kept(page, *kinds)
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


def test_what_is_damaged_can_be_saved_as_it_is_stored(page: Page) -> None:
    """B2.21: a helper can try what this page cannot open."""
    rest = view(page, "errands").locator("[data-file=rest]")
    expect(rest).to_be_hidden()  # nothing is kept
    words = keep(page)
    press(slot(page, "errands"), "Lock now")
    until(page, "vault", "locked")
    (record,) = (file.value for file in stored(page) if (file.place, file.key) == ("records", "2"))
    change_stored(page, "records", "2", record[:-1] + bytes([record[-1] ^ 1]))
    slot(page, "errands").locator("[data-passphrase]").first.fill(words)
    press(slot(page, "errands"), "Open it")
    expect(view(page, "errands").locator(".said-last")).to_have_text(
        re.compile(r"cannot be opened.*under “If part of it does not open”\.$"), timeout=LONG
    )
    rest.locator("summary").click()
    with page.expect_download() as saved:
        press(rest, "Save what is left, locked")
    assert saved.value.suggested_filename == "notes.tar"
    with tarfile.open(saved.value.path()) as tar:
        assert tar.getnames() == ["read-me.txt", "records/1", "records/2"]


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
    press(mine, "Add it to mine")
    shows(page, "bread\nmilk", [])


def open_file(panel: Locator, path: Path, words: str) -> None:
    panel.locator("summary").first.click()
    panel.locator("[type=file]").set_input_files(
        {"name": "notes.age", "mimeType": "", "buffer": path.read_bytes()}
    )
    panel.locator("[data-passphrase]").fill(words)
    press(panel, "Open it")


def load(page: Page, site: VaultSite, how: str, state: str = "locked") -> None:
    """Load the page anew: `late` has the second document come when it is told to, `alone` has none."""
    page.goto("about:blank")
    page.goto(f"{site.address}#{how}")
    until(page, "vault", state, timeout=LONG)


def bring_the_second(page: Page) -> None:
    page.evaluate("() => void dispatchEvent(new Event('late'))")


def test_a_document_that_comes_later_is_shown_as_it_is_kept(page: Page, documents_site: VaultSite) -> None:
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    words = keep(page)
    load(page, documents_site, "late")
    unlock(page, "errands", words)
    bring_the_second(page)
    shows(page, "milk", ["entry 1"])
    expect(view(page, "entries").locator(".said-last")).to_have_text("entries: opened")
    press(view(page, "entries"), "Add an entry")
    write(page, "milk\nbread")
    is_kept(page)
    # By the keyboard: the button moves as long as the words before it change.
    slot(page, "entries").get_by_role("button", name="Lock now").press("Enter")
    until(page, "vault", "locked")
    shows(page, "", [])
    unlock(page, "entries", words)
    shows(page, "milk\nbread", ["entry 1", "entry 2"])


def test_a_document_that_comes_later_can_be_kept_beside_one_that_was_kept_before(
    page: Page, documents_site: VaultSite
) -> None:
    load(page, documents_site, "late", "off")
    write(page, "milk")
    words = keep(page, "errands")
    press(view(page, "entries"), "Add an entry")
    bring_the_second(page)
    shows(page, "milk", [])
    offered = slot(page, "entries").locator(".compare")
    expect(offered.locator("[data-focus]")).to_have_text("entries: pageHeld")
    press(offered, "Add it to mine")
    is_kept(page)
    load(page, documents_site, "")
    unlock(page, "entries", words)
    shows(page, "milk", ["entry 1"])


def test_a_document_that_comes_while_it_is_locked_can_open_it(page: Page, documents_site: VaultSite) -> None:
    press(view(page, "entries"), "Add an entry")
    words = keep(page)
    load(page, documents_site, "late")
    bring_the_second(page)
    unlock(page, "entries", words)
    shows(page, "", ["entry 1"])


def test_what_each_page_had_before_it_was_opened_is_offered_there(
    page: Page, documents_site: VaultSite
) -> None:
    words = keep(page)
    load(page, documents_site, "")
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    unlock(page, "entries", words)
    for kind in ("errands", "entries"):
        press(slot(page, kind).locator(".compare"), "Add it to mine")
    shows(page, "milk", ["entry 1"])


def test_one_document_alone_leaves_the_other_as_it_is_kept(page: Page, documents_site: VaultSite) -> None:
    press(view(page, "entries"), "Add an entry")
    words = keep(page)
    load(page, documents_site, "alone")
    unlock(page, "errands", words)
    write(page, "milk")
    is_kept(page, "errands")
    load(page, documents_site, "")
    unlock(page, "errands", words)
    shows(page, "milk", ["entry 1"])


def test_only_the_document_that_another_tab_changed_says_that_it_is_older(page: Page) -> None:
    words = keep(page)
    other = page.context.new_page()
    other.goto(page.url)
    until(other, "vault", "locked", timeout=LONG)
    unlock(other, "errands", words)
    press(view(other, "entries"), "Add an entry")
    newer = slot(page, "entries").get_by_role("button", name="Show the newer one")
    expect(newer).to_be_visible(timeout=LONG)
    expect(slot(page, "errands").locator(".vault-newer")).to_be_hidden()
    newer.press("Enter")
    shows(page, "", ["entry 1"])


def test_each_panel_has_its_own_choice_of_when_it_locks(page: Page) -> None:
    keep(page)
    slot(page, "entries").get_by_text("When it locks by itself").click()
    slot(page, "entries").get_by_label("15 minutes").check()
    for kind in ("errands", "entries"):
        expect(slot(page, kind).locator(".vault-idle input:checked")).to_have_value("15")


def test_without_what_keeps_it_each_document_says_so(page: Page, documents_site: VaultSite) -> None:
    page.route("**/keeping.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("about:blank")
    page.goto(documents_site.address)
    for kind in ("errands", "entries"):
        expect(slot(page, kind)).to_have_text(
            "A part of this page did not load, so nothing can be kept here now. "
            "You can write, read and print. Load the page again to try once more."
        )


def jot(page: Page, text: str) -> None:
    view(page, "diary").locator("input[aria-label=Today]").fill(text)
    press(view(page, "diary"), "Write it")


def holds(page: Page, state: str, *lines: str) -> None:
    found = view(page, "diary").locator("ul[data-state]")
    expect(found.locator("li")).to_have_text([*lines], timeout=LONG)
    expect(found).to_have_attribute("data-state", state)


def test_lines_that_were_in_memory_are_kept_with_the_rest_and_later_ones_at_once(page: Page) -> None:
    jot(page, "a call")
    jot(page, "a car")
    holds(page, "memory", "1 a call", "2 a car")
    words = keep(page)
    holds(page, "kept", "1 a call", "2 a car")
    jot(page, "a letter")
    holds(page, "kept", "1 a call", "2 a car", "3 a letter")
    # By the keyboard: the button moves as long as the words before it change.
    slot(page, "diary").get_by_role("button", name="Lock now").press("Enter")
    until(page, "vault", "locked")
    holds(page, "memory")
    unlock(page, "diary", words)
    holds(page, "kept", "1 a call", "2 a car", "3 a letter")
    page.reload()
    until(page, "vault", "locked", timeout=LONG)
    unlock(page, "errands", words)
    holds(page, "kept", "1 a call", "2 a car", "3 a letter")


def test_what_is_typed_and_not_written_yet_survives_a_lock(page: Page) -> None:
    words = keep(page)
    field = view(page, "diary").locator("input[aria-label=Today]")
    field.fill("he stood")
    slot(page, "diary").get_by_role("button", name="Lock now").press("Enter")
    until(page, "vault", "locked")
    expect(field).to_have_value("")
    unlock(page, "diary", words)
    expect(field).to_have_value("he stood")


def test_lines_of_a_document_that_comes_later_are_shown_when_it_comes(
    page: Page, documents_site: VaultSite
) -> None:
    jot(page, "a call")
    words = keep(page)
    load(page, documents_site, "late")
    unlock(page, "errands", words)
    holds_nothing_yet = view(page, "diary").locator("li")
    expect(holds_nothing_yet).to_have_count(0)
    bring_the_second(page)
    holds(page, "kept", "1 a call")


def test_lines_that_another_tab_adds_are_shown(page: Page) -> None:
    words = keep(page)
    other = page.context.new_page()
    other.goto(page.url)
    until(other, "vault", "locked", timeout=LONG)
    unlock(other, "errands", words)
    jot(other, "a call")
    holds(other, "kept", "1 a call")
    holds(page, "kept", "1 a call")
    jot(page, "a car")
    holds(other, "kept", "1 a call", "2 a car")


def test_a_copy_is_due_after_ten_lines_in_the_place_of_their_document_alone(page: Page) -> None:
    keep(page)
    for number in range(9):
        jot(page, f"call {number}")
        expect(view(page, "diary").locator("li")).to_have_count(number + 1)
    reminder = slot(page, "diary").locator(".vault-reminder")
    expect(reminder).to_be_hidden()
    jot(page, "the tenth")
    expect(reminder.locator("p").first).to_have_text("many", timeout=LONG)
    for kind in ("errands", "entries"):
        expect(slot(page, kind).locator(".vault-reminder")).to_be_hidden()


def save_diary(page: Page) -> tuple[Path, str]:
    save = view(page, "diary").locator("[data-file=save]")
    save.locator("summary").first.click()
    words = made_words(save)
    with page.expect_download() as saved:
        press(save, "Save the file")
    return saved.value.path(), words


def test_a_file_of_lines_holds_those_that_are_kept_and_what_is_typed_and_brings_them_back(
    page: Page, documents_site: VaultSite
) -> None:
    documents_site.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
    jot(page, "a call")
    keep(page)
    jot(page, "a car")
    holds(page, "kept", "1 a call", "2 a car")
    field = view(page, "diary").locator("input[aria-label=Today]")
    field.fill("half a sentence")
    path, words = save_diary(page)
    slot(page, "diary").locator("[data-wipe] summary").click()
    press(slot(page, "diary"), "Delete everything now")
    until(page, "vault", "off", timeout=LONG)
    holds(page, "memory")

    panel = view(page, "diary").locator("[data-file=open]")
    open_file(panel, path, words)
    expect(panel.locator("[data-focus]")).to_have_text("diary: fileHolds", timeout=LONG)
    expect(panel.locator("[data-way=add] li")).to_have_text(
        ['{"seq":1,"text":"a call"}', '{"seq":2,"text":"a car"}']
    )
    expect(panel.get_by_role("button", name="Replace mine with it")).to_have_count(0)
    press(panel, "Add it to mine")
    holds(page, "memory", "1 a call", "2 a car")
    expect(view(page, "diary").locator(".said-last")).to_have_text("diary: added")
    expect(field).to_have_value("half a sentence")


def test_an_older_file_of_lines_adds_and_removes_nothing(page: Page) -> None:
    jot(page, "a call")
    path, words = save_diary(page)  # nothing is kept: the file holds what is in memory
    jot(page, "a car")
    keep(page)
    panel = view(page, "diary").locator("[data-file=open]")
    open_file(panel, path, words)
    expect(view(page, "diary").locator(".said-last")).to_have_text("diary: fileIsSame", timeout=LONG)
    holds(page, "kept", "1 a call", "2 a car")


def test_a_file_of_another_document_is_none_of_lines(page: Page) -> None:
    write(page, "milk")
    save = view(page, "errands").locator("[data-file=save]")
    save.locator("summary").first.click()
    words = made_words(save)
    with page.expect_download() as saved:
        press(save, "Save the file")
    open_file(view(page, "diary").locator("[data-file=open]"), saved.value.path(), words)
    expect(view(page, "diary").locator(".said-last")).to_have_text(
        "This file holds something else. Nothing was changed. A file of your plan opens with your plan, "
        "and a file of your log with your log.",
        timeout=LONG,
    )


def test_a_file_of_lines_counts_as_a_copy_of_them(page: Page) -> None:
    keep(page)
    for number in range(10):
        jot(page, f"call {number}")
        expect(view(page, "diary").locator("li")).to_have_count(number + 1)
    reminder = slot(page, "diary").locator(".vault-reminder")
    expect(reminder).to_be_visible()
    save_diary(page)
    expect(reminder).to_be_hidden(timeout=LONG)


def test_deleting_takes_all_off_the_page_and_out_of_the_browser(
    page: Page, documents_site: VaultSite
) -> None:
    documents_site.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
    write(page, "milk")
    press(view(page, "entries"), "Add an entry")
    jot(page, "a call")
    keep(page)
    assert page.evaluate(STORED) == 1
    wipe = slot(page, "entries").locator("[data-wipe]")
    wipe.locator("summary").click()
    expect(wipe.locator("p").first).to_have_text(
        "This deletes the plan and the log that this site keeps in this browser. It clears this page. "
        "You cannot undo it. If you may need the log as evidence, save a copy first. "
        "Files you saved and paper copies stay as they are. So does the browser’s history."
    )
    expect(wipe.locator(".wipe-count")).to_have_text("Your log has 1 entry.")
    expect(wipe.locator(".not-in-copy")).to_have_text("Its picture is in no file.")
    press(slot(page, "entries"), "Delete everything now")
    until(page, "vault", "off", timeout=LONG)
    expect(view(page, "entries").locator(".said-last")).to_have_text(
        "All that you kept here is deleted, and this page is cleared. This site’s address may stay in the "
        "browser’s history and lists."
    )
    shows(page, "", [])
    holds(page, "memory")
    assert page.evaluate(STORED) == 0
