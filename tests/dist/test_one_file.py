"""The guide in one file, opened from a folder: read, searched, planned, kept, printed, left, and damaged."""

from __future__ import annotations

import io
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.plan_vault import EVERYTHING, LONG, SECRET, keep, note, state, unlock, vault, write
from tests.browser.support import EXIT_URL, PHONE
from tests.dist.conftest import SMALL, WHOLE, OpenFile

START = 60_000  # milliseconds that Python may take on a busy machine
CANNOT_TAILOR = (
    "This list cannot be fitted to your answers here, so it shows every step. "
    "You can still read, tick, note and print it."
)
STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).map((database) => database.name),
})"""
NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": []}
NO_STREAMS = "delete globalThis.DecompressionStream"
NO_WEBASSEMBLY = "delete globalThis.WebAssembly"


def go(page: Page, view: str, within: str = "#menu") -> Locator:
    """Follow the first link that opens a view, and return the view."""
    page.locator(f"{within} a[data-open='{view}']:visible").first.click()
    opened = page.locator(f"main > [data-view-id='{view}']")
    expect(opened).to_be_visible()
    return opened


def views(page: Page) -> Locator:
    return page.locator("main > [data-view-id]:visible")


def ready(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-reader", "ready")


def python(page: Page, wanted: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-python", wanted, timeout=START)


def words(pdf: bytes) -> list[str]:
    """Return the words of each printed page, with letters that a font joins taken apart."""
    texts = [normalize("NFKC", sheet.extract_text()) for sheet in PdfReader(io.BytesIO(pdf)).pages]
    return [" ".join(text.split()) for text in texts]


class TestWithoutScript:
    def test_all_parts_stand_one_after_the_other(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file, scripts=False)
        expect(page.locator(".pocket-whole")).to_contain_text(
            "All parts of the guide stand below, one after the other."
        )
        for view in ("start", "now", "phone", "plan", "numbers", "reading", "file"):
            expect(page.locator(f"[data-view-id={view}]")).to_be_visible()
        assert views(page).count() >= 22
        assert page.locator(".search-field").count() == 0

    def test_links_lead_to_their_parts(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file, scripts=False)
        page.locator(".danger").first.click()
        expect(page.locator("#view-now h1")).to_be_in_viewport()
        page.locator("#menu a", has_text="Phone").first.click()
        expect(page.locator("#view-phone h1")).to_be_in_viewport()

    def test_the_plan_can_be_ticked_and_written_on(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file, scripts=False)
        box = page.locator("[data-item] input").first
        box.check()
        assert box.is_checked()
        page.locator("#part-people > summary").click()
        page.locator("#part-people input").first.fill("Sam")

    def test_a_packed_part_says_what_it_needs(self, open_file: OpenFile) -> None:
        page = open_file(SMALL, scripts=False)
        assert not page.locator("#view-method").is_visible()
        page.locator("#menu a[href='#view-method']").click()
        expect(page.locator("#view-method")).to_be_visible()
        content = page.locator("#view-method").evaluate("view => getComputedStyle(view, '::before').content")
        assert content.strip('"') == (
            "This part is packed. It opens in a newer browser that runs JavaScript. "
            "The larger file has it too."
        )

    def test_a_part_that_was_followed_is_printed_alone(self, open_file: OpenFile) -> None:
        page = open_file(WHOLE, scripts=False)
        page.locator("#menu a[href='#view-law']").click()
        printed = words(page.pdf())
        assert len(printed) <= 4
        assert "Law" in printed[0]

    def test_leaving_is_a_plain_link(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file, scripts=False)
        page.locator("a.exit").click()
        expect(page).to_have_url(EXIT_URL)

    def test_a_preview_that_forbids_scripts_shows_the_text(
        self, open_file: OpenFile, stick: Path, one_file: str, did: list[str]
    ) -> None:
        (stick / "preview.html").write_text(f'<iframe sandbox src="{one_file}" width="900" height="700">')
        page = open_file("preview.html")
        frame = page.frame_locator("iframe")
        expect(frame.locator(".pocket-whole")).to_contain_text("If this is a preview")
        expect(frame.locator("#view-phone h1")).to_be_visible()
        assert all("sandbox" in line or line.endswith(one_file) for line in did)
        did.clear()


class TestWithScript:
    def test_it_opens_as_one_page_with_its_first_part(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        assert views(page).count() == 1
        expect(page.get_by_role("heading", level=1)).to_have_text("A quiet guide")
        expect(page.locator(".pocket-whole, .pocket-old")).to_have_count(2)
        assert page.locator(".pocket-whole:visible, .pocket-old:visible").count() == 0

    def test_every_part_opens_and_the_address_and_title_stay(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(one_file)
        ready(page)
        address, entries = page.url, page.evaluate("history.length")
        for id in page.locator("#menu a[data-open]").evaluate_all("all => all.map((a) => a.dataset.open)"):
            view = go(page, id)
            assert views(page).count() == 1
            assert len(view.inner_text()) > 300, id
        assert (page.url, page.title()) == (address, "Notes")
        assert page.evaluate("history.length") == entries

    def test_a_link_inside_the_text_leads_to_its_place(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        go(page, "phone")
        go(page, "method", "main")
        expect(page.locator("#works-phone")).to_be_focused()
        page.get_by_role("button", name="Back to “Phone”").click()
        expect(page.locator("#view-phone")).to_be_visible()

    def test_search_finds_and_opens(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        page.locator(".search-field").fill("screen lock")
        page.locator(".search-results a").first.click()
        assert page.locator("main > [data-view-id=start]:visible").count() == 0

    def test_the_plan_is_fitted_by_python(self, open_file: OpenFile) -> None:
        page = open_file(WHOLE)
        go(page, "plan")
        python(page, "ready")
        before = page.locator(".plan-status").inner_text()
        page.locator("details.question-part > summary").first.click()
        page.locator("[data-fact] input[value=no]").first.check()
        expect(page.locator(".plan-status")).not_to_have_text(before)

    def test_the_small_file_shows_every_step_and_says_so(self, open_file: OpenFile) -> None:
        page = open_file(SMALL)
        go(page, "plan")
        python(page, "failed")
        expect(page.locator(".plan-status")).to_have_text(CANNOT_TAILOR)
        expect(page.get_by_role("button", name="Print this list")).to_be_visible()
        assert page.locator("[data-plan-action=retry]:visible").count() == 0

    def test_a_plan_is_saved_to_a_file_and_opened_again(
        self, open_file: OpenFile, one_file: str, stick: Path
    ) -> None:
        page = open_file(one_file)
        go(page, "plan")
        expect(page.locator(".take-tools")).to_be_visible()
        write(page, 0, SECRET)
        panel = page.locator("[data-file=save]")
        panel.locator("summary").first.click()
        expect(panel.locator(".made-words")).to_have_text(re.compile(r"^[a-z-]+( [a-z-]+){4}$"), timeout=LONG)
        passphrase = panel.locator(".made-words").inner_text()
        with page.expect_download(timeout=LONG) as download:
            panel.locator("[data-vault=save]").click()
        beside = stick / "notes.age"
        download.value.save_as(beside)
        assert SECRET.encode() not in beside.read_bytes()

        again = open_file(one_file)
        go(again, "plan")
        opening = again.locator("[data-file=open]")
        opening.locator("summary").first.click()
        opening.locator("[type=file]").set_input_files(beside)
        opening.locator(".file-secret [data-passphrase]").fill(passphrase)
        opening.locator("[data-vault=open]").click()
        again.locator("[data-compare=replace]").click(timeout=LONG)
        expect(note(again, 0)).to_have_value(SECRET)
        assert again.evaluate(STORED) == NOTHING

    def test_a_plan_can_be_kept_in_the_browser_and_the_page_says_what_that_means(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(one_file)
        go(page, "plan")
        vault(page).locator("summary").first.click()
        offered = vault(page).inner_text()
        assert "It does not travel with this file." in offered
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
        state(page, "locked")
        assert SECRET not in page.evaluate(EVERYTHING)
        unlock(page, passphrase)
        expect(note(page, 0)).to_have_value(SECRET)
        assert page.evaluate(STORED) == NOTHING | {"databases": ["notes"]}

    def test_nothing_is_stored_before_it_is_asked_for(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        for view in ("plan", "log", "sheets", "numbers", "method"):
            go(page, view)
        page.locator("#menu a[data-open=plan]").click()
        python(page, "ready" if one_file == WHOLE else "failed")
        write(page, 0, SECRET)
        page.locator(".search-field").fill("phone")
        assert page.evaluate(STORED) == NOTHING

    def test_own_words_are_judged_in_the_large_file_and_not_offered_in_the_small_one(
        self, open_file: OpenFile, one_file: str
    ) -> None:
        page = open_file(one_file)
        go(page, "plan")
        vault(page).locator("summary").first.click()
        page.get_by_role("button", name="Choose a passphrase").click()
        own = vault(page).get_by_label("Words of your own")
        if one_file == SMALL:
            assert not own.is_visible()
            return
        own.check()
        vault(page).locator("[data-secret=first] input, [data-passphrase]").first.fill("password1")
        page.get_by_role("button", name="Keep the plan").click()
        expect(vault(page).locator(".said:visible")).to_contain_text(
            "Many people use this, so it is tried first.", timeout=LONG
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
        entries = page.evaluate("history.length")
        page.locator("a.exit").click()
        expect(page).to_have_url(EXIT_URL)
        assert page.evaluate("history.length") == entries

    def test_shift_three_times_leaves(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        ready(page)
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text("Shift pressed once. Twice more to leave.")
        page.keyboard.press("Shift")
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
        assert all(sheet.startswith("Notes") and "What happened" in sheet for sheet in printed)

    def test_the_plan_is_printed_with_what_was_written(self, open_file: OpenFile, one_file: str) -> None:
        page = open_file(one_file)
        go(page, "plan")
        expect(page.locator(".take-tools")).to_be_visible()
        write(page, 0, SECRET)
        assert SECRET in " ".join(words(page.pdf()))


class TestTrouble:
    def test_without_webassembly_the_plan_shows_every_step(self, open_file: OpenFile) -> None:
        page = open_file(WHOLE, before=NO_WEBASSEMBLY)
        go(page, "plan")
        python(page, "failed")
        expect(page.locator(".plan-status")).to_have_text(CANNOT_TAILOR)

    def test_the_large_file_works_but_for_python_and_locking_in_a_browser_that_cannot_unpack(
        self, open_file: OpenFile
    ) -> None:
        page = open_file(WHOLE, before=NO_STREAMS)
        ready(page)
        expect(page.locator(".pocket-old")).to_have_text(
            "This browser is too old to unpack some parts of this file. You can read, tick, write and print. "
            "To fit the steps to your answers, and to lock a plan, you need a newer browser."
        )
        go(page, "plan")
        python(page, "failed")
        write(page, 0, SECRET)
        assert SECRET in " ".join(words(page.pdf()))
        panel = page.locator("[data-file=save]")
        panel.locator("summary").first.click()
        expect(panel.locator(".said:visible")).to_have_text(
            "The words did not arrive. Try again, or use words of your own."
        )

    def test_the_small_file_is_read_ticked_and_printed_in_a_browser_that_cannot_unpack(
        self, open_file: OpenFile
    ) -> None:
        page = open_file(SMALL, before=NO_STREAMS)
        expect(page.locator(".pocket-old")).to_contain_text(
            "The sheets, and saving a plan, need a newer browser."
        )
        expect(page.locator("[data-view-id=phone]")).to_be_visible()
        page.locator("[data-item] input").first.check()
        assert "Call your emergency number" in " ".join(words(page.pdf()))

    @pytest.mark.parametrize("percent", range(10, 100, 10))
    def test_a_file_that_was_cut_off_shows_what_is_there(
        self, open_file: OpenFile, stick: Path, one_file: str, percent: int, did: list[str]
    ) -> None:
        whole = (stick / one_file).read_bytes()
        cut = stick / f"{percent}-{one_file}"
        cut.write_bytes(whole[: len(whole) * percent // 100])
        page = open_file(cut.name)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        # Either the reader runs and links open parts, or all parts that are there are shown.
        there = page.locator("main > [data-view-id]").count()
        page.wait_for_load_state()
        works = page.locator("html[data-reader=ready]").count() == 1
        assert works or there - views(page).count() == page.locator("[data-empty]:empty").count()
        # A script without its end is none that the policy knows.
        assert all("Content Security Policy" in line for line in did)
        did.clear()
        cut.unlink()

    def test_a_part_that_was_changed_does_not_run(
        self, open_file: OpenFile, stick: Path, did: list[str]
    ) -> None:
        text = (stick / WHOLE).read_text(encoding="utf-8")
        changed = stick / "changed.html"
        at = text.index('data-file="assets/plan.js"')
        changed.write_text(
            text[:at] + text[at:].replace("(()=>{", "(()=>{window.changed=1;", 1), encoding="utf-8"
        )
        page = open_file(changed.name)
        go(page, "plan")
        page.wait_for_timeout(500)
        assert page.evaluate("window.changed ?? null") is None
        assert len(did) == 1
        assert "Content Security Policy" in did.pop()

    def test_one_byte_that_was_damaged_is_told_and_the_rest_works(
        self, open_file: OpenFile, stick: Path
    ) -> None:
        text = (stick / WHOLE).read_text(encoding="utf-8")
        at = text.index('data-file="assets/python/python.bin"') + 5000
        damaged = stick / "damaged.html"
        damaged.write_text(f"{text[:at]}{'B' if text[at] == 'A' else 'A'}{text[at + 1 :]}", encoding="utf-8")
        page = open_file(damaged.name)
        go(page, "plan")
        python(page, "failed")
        expect(page.locator(".plan-status")).to_have_text(CANNOT_TAILOR)

    def test_it_works_under_any_name(self, open_file: OpenFile, stick: Path) -> None:
        other = stick / "Rezept für Käse (2).htm"
        other.write_bytes((stick / WHOLE).read_bytes())
        page = open_file(other.name)
        go(page, "plan")
        python(page, "ready")
