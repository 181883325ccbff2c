"""The guide in one file, opened from a folder: read, searched, planned, kept, printed and left."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from unicodedata import normalize

from playwright.sync_api import Locator, Page, expect

from tests.browser import log_files, log_support
from tests.browser.log_files import NO_STORAGE
from tests.browser.plan_vault import EVERYTHING, LONG, SECRET, keep, note, state, unlock, vault, write
from tests.browser.support import EXIT_URL, PHONE, until, show_whole
from tests.dist.conftest import NO_PYTHON, OpenFile
from tests.engines.one_file import CANNOT_TAILOR, QUICK, SMALL, WHOLE

START = 60_000  # milliseconds that Python may take on a busy machine
STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).map((database) => database.name),
})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": []}
OPEN_EACH = """async () => {
  const isShown = (element) => element.getClientRects().length > 0
  const shown = () => [...document.querySelectorAll("main > [data-view-id]")].filter(isShown)
  const links = [...document.querySelectorAll("#menu a[data-open]")]
  const opened = []
  for (const id of new Set(links.map((link) => link.dataset.open))) {
    links.find((link) => link.dataset.open === id && isShown(link)).click()
    const view = document.querySelector(`main > [data-view-id='${id}']`)
    const length = () => (isShown(view) ? view.innerText.length : 0)
    for (const end = Date.now() + 30000; length() < 300 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 10))
    opened.push([id, shown().map((view) => view.dataset.viewId), length()])
  }
  return opened
}"""
"""Follows a link of the menu to each view; returns it, all views that are shown then, and its text's length."""
NO_STREAMS = "delete globalThis.DecompressionStream"


def go(page: Page, view: str, within: str = "#menu") -> Locator:
    """Follow the first link that opens a view, and return the view."""
    page.locator(f"{within} a[data-open='{view}']:visible").first.click()
    opened = page.locator(f"main > [data-view-id='{view}']")
    opened.wait_for()
    return opened


def views(page: Page) -> Locator:
    return page.locator("main > [data-view-id]:visible")


def ready(page: Page) -> None:
    until(page, "reader", "ready")


def python(page: Page, wanted: str) -> None:
    until(page, "python", wanted, timeout=START)


def words(pdf: bytes) -> list[str]:
    """Return the words of each printed page, with letters that a font joins taken apart."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    *texts, rest = normalize("NFKC", done.stdout.decode()).split("\f")
    assert rest == ""
    return [" ".join(text.split()) for text in texts]


class TestWithoutScript:
    def test_a_part_that_was_followed_is_printed_alone(self, open_file: OpenFile) -> None:
        page = open_file(WHOLE, scripts=False)
        page.locator("#menu a[href='#view-law']").click()
        printed = words(page.pdf())
        assert len(printed) <= 6
        assert "Law" in printed[0]


class TestWithScript:
    def test_it_opens_as_one_page_with_its_first_part(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        assert views(page).count() == 1
        expect(page.get_by_role("heading", level=1)).to_have_text("When someone will not leave you alone")
        expect(page.locator(".pocket-whole, .pocket-old")).to_have_count(2)
        assert page.locator(".pocket-whole:visible, .pocket-old:visible").count() == 0

    def test_every_part_opens_and_the_address_and_title_stay(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(one_file)
        ready(page)
        address, entries = page.url, page.evaluate("history.length")
        opened = page.evaluate(OPEN_EACH)
        assert len(opened) > 20
        for id, shown, length in opened:
            assert shown == [id]
            assert length > 300, id
        assert (page.url, page.title()) == (address, "Notes")
        assert page.evaluate("history.length") == entries

    def test_a_link_inside_the_text_leads_to_its_place(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        go(page, "phone")
        go(page, "method", "main")
        expect(page.locator("#works" if one_file == SMALL else "#works-phone")).to_be_focused()
        page.get_by_role("button", name="Back to “Phone”").click()
        expect(page.locator("#view-phone")).to_be_visible()

    def test_the_small_file_shows_every_step_and_says_so(self, open_file: OpenFile) -> None:
        page = open_file(SMALL)
        go(page, "plan")
        show_whole(page)
        python(page, "failed")
        expect(page.locator(".plan-status")).to_have_text(CANNOT_TAILOR)
        expect(page.locator("[data-take=print]")).to_be_attached()
        assert page.locator("[data-plan-action=retry]:visible").count() == 0

    def test_the_small_file_says_that_pictures_of_the_log_need_the_whole_guide(
        self, open_file: OpenFile
    ) -> None:
        page = open_file(SMALL)
        go(page, "log")
        log_support.write(page, SECRET)
        log_support.go(page, "pictures")
        expect(page.locator(".log-pictures-said")).to_have_text(
            "The charts cannot be made here. They need a part that is in the whole guide, and not in this "
            "small file. All else in the log works without it."
        )

    def test_a_log_is_handed_on_by_the_whole_file_and_checked_in_both(
        self, open_file: OpenFile, tmp_path: Path
    ) -> None:
        page = open_file(NO_PYTHON)
        go(page, "log")
        log_support.write(page, SECRET)
        log_support.go(page, "show")
        with page.expect_download() as saved:
            page.locator("[data-log-export=bag]").click()
        saved.value.save_as(tmp_path / "log.zip")
        for file in (NO_PYTHON, SMALL):
            page = open_file(file)
            go(page, "check").locator(".check-file").set_input_files(tmp_path / "log.zip")
            page.get_by_role("button", name="Check it").click()
            page.locator(".check-said[data-verdict=whole]").wait_for()
        go(page, "log")
        log_support.go(page, "show")
        expect(page.locator(".log-show .pocket-note")).to_contain_text("Reports and files for others are made")
        assert page.locator("[data-log-export]").count() == 0

    def test_why_and_how_of_a_step_is_a_link_to_its_topic(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(SMALL if one_file == SMALL else NO_PYTHON)
        go(page, "plan")
        show_whole(page)
        assert page.locator(".why-button").count() == 0
        page.locator("[data-item=choose-who-to-tell] .step-tools > a", has_text="Why and how").click()
        expect(page.locator("#choose-who-to-tell")).to_be_focused()
        expect(page.locator("[data-view-id=people]")).to_be_visible()

    def test_a_plan_is_saved_to_a_file_and_opened_again_in_the_small_file(
        self, open_file: OpenFile, stick: Path
    ) -> None:
        page = open_file(QUICK)
        go(page, "plan")
        show_whole(page)
        expect(page.locator(".take-tools")).to_be_visible()
        write(page, 0, SECRET)
        panel = page.locator("[data-file=save]")
        panel.locator("summary").first.click()
        expect(panel.locator(".made-words")).to_have_text(re.compile(r"^[a-z-]+( [a-z-]+){5}$"), timeout=LONG)
        passphrase = panel.locator(".made-words").inner_text()
        with page.expect_download(timeout=LONG) as download:
            panel.locator("[data-vault=save]").click()
        beside = stick / "notes.age"
        download.value.save_as(beside)
        assert SECRET.encode() not in beside.read_bytes()

        again = open_file(QUICK)
        go(again, "plan")
        show_whole(again)
        opening = again.locator("[data-file=open]")
        opening.locator("summary").first.click()
        opening.locator("[type=file]").set_input_files(beside)
        opening.locator(".file-secret [data-passphrase]").fill(passphrase)
        opening.locator("[data-vault=open]").click()
        again.locator("[data-compare=replace]").click(timeout=LONG)
        expect(note(again, 0)).to_have_value(SECRET)
        assert again.evaluate(STORED) == NOTHING

    def test_a_log_is_saved_to_a_file_and_opened_again_where_the_browser_keeps_nothing(
        self, open_file: OpenFile, tmp_path: Path
    ) -> None:
        page = open_file(QUICK, before=NO_STORAGE)
        go(page, "log")
        log_support.write(page, SECRET)
        saved, passphrase = log_files.save(page, tmp_path)
        assert SECRET.encode() not in saved.read_bytes()

        again = open_file(QUICK, before=NO_STORAGE)
        go(again, "log")
        log_files.add(log_files.open_file(again, saved, passphrase))
        log_support.go(again, "hub")
        expect(log_support.entries(again)).to_have_text(re.compile(SECRET))

    def test_a_plan_can_be_kept_in_the_browser_and_the_page_says_what_that_means(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(QUICK if one_file == SMALL else NO_PYTHON)  # one of them at its real cost
        go(page, "plan")
        show_whole(page)
        vault(page).locator("summary").first.click()
        offered = page.locator("[data-view-id=plan] [data-slot=vault]").inner_text()
        assert "It does not move with this file." in offered
        assert (
            "Other pages that are opened from files in this browser may find it too, and could delete it."
            in offered
        )
        assert "address" not in offered
        vault(page).locator("summary").first.click()
        write(page, 0, SECRET)
        passphrase = keep(page)
        page.reload()
        go(page, "plan")
        show_whole(page)
        state(page, "locked")
        assert SECRET not in page.evaluate(EVERYTHING)
        unlock(page, passphrase)
        expect(note(page, 0)).to_have_value(SECRET)
        assert page.evaluate(STORED) == NOTHING | {"databases": ["notes:file"]}

    def test_nothing_is_stored_before_it_is_asked_for(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        for view in ("plan", "log", "sheets", "numbers", "method"):
            go(page, view)
        page.locator("#menu a[data-open=plan]").click()
        python(page, "ready" if one_file == WHOLE else "failed")
        assert page.locator("html").get_attribute("data-python-core") == (
            "published" if one_file == WHOLE else None
        )
        write(page, 0, SECRET)
        page.locator(".search-field").fill("phone")
        assert page.evaluate(STORED) == NOTHING

    def test_own_words_are_rated_in_the_large_file_and_not_offered_in_the_small_one(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(SMALL if one_file == SMALL else NO_PYTHON)
        go(page, "plan")
        show_whole(page)
        vault(page).locator("summary").first.click()
        page.get_by_role("button", name="Choose a passphrase").click()
        own = vault(page).get_by_label("Words of your own")
        if one_file == SMALL:
            assert not own.is_visible()
            return
        own.check()
        vault(page).locator("[data-secret=first] input, [data-passphrase]").first.fill("password1")
        page.get_by_role("button", name="Keep it on this device").click()
        expect(vault(page).locator(".said:visible")).to_contain_text(
            "This is a common passphrase, so it would be guessed first.", timeout=LONG
        )

    def test_it_needs_no_sideways_scrolling_on_a_phone(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file, viewport=PHONE)
        ready(page)
        page.locator(".menu-button").click()
        go(page, "file")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


class TestLeaving:
    def test_leaving_takes_its_place_in_the_history(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        go(page, "plan")
        show_whole(page)
        entries = page.evaluate("history.length")
        page.locator("a.exit").click()
        expect(page).to_have_url(EXIT_URL)
        assert page.evaluate("history.length") == entries

    def test_shift_three_times_leaves(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text("Shift pressed twice. Once more to leave.")
        page.keyboard.press("Shift")
        expect(page).to_have_url(EXIT_URL)

    def test_the_focus_goes_to_the_heading_of_a_part(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        page.locator("#menu a[data-open=method]").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_be_focused()


class TestPrint:
    def test_a_sheet_is_printed_as_on_a_site(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        go(page, "sheets")
        view = go(page, "sheet-incident-log", "[data-view-id=sheets]")
        expect(view.locator(".sheets")).to_be_visible()
        printed = words(page.pdf(format="A4"))
        assert len(printed) == 2
        assert all(sheet.startswith("Notes") and "How it made you feel" in sheet for sheet in printed)

    def test_the_plan_is_printed_with_what_was_written(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(SMALL if one_file == SMALL else NO_PYTHON)
        go(page, "plan")
        show_whole(page)
        expect(page.locator(".take-tools")).to_be_visible()
        write(page, 0, SECRET)
        assert SECRET in " ".join(words(page.pdf()))

    def test_the_plan_is_printed_in_a_browser_that_cannot_unpack(self, open_file: OpenFile) -> None:
        page = open_file(WHOLE, before=NO_STREAMS)
        go(page, "plan")
        show_whole(page)
        python(page, "failed")
        write(page, 0, SECRET)
        assert SECRET in " ".join(words(page.pdf()))

    def test_the_small_file_is_printed_in_a_browser_that_cannot_unpack(self, open_file: OpenFile) -> None:
        page = open_file(SMALL, before=NO_STREAMS)
        expect(page.locator(".pocket-old")).to_be_visible()
        assert "Call your emergency number." in " ".join(words(page.pdf()))
