"""Bringing in a file of calls or messages: looked at first, asked about, kept as one entry, or put away."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Page, expect

from tests.browser.log_support import (
    EVERYTHING,
    entries,
    go,
    log,
    open_log,
    open_with_stand_in,
    press,
    said,
)
from tests.browser.support import OpenPage
from tests.browser.traces import CONTRAST, axe_problems

NARROW = {"width": 320, "height": 6000}  # with room for all: no bar covers a part of a field then
SECRET = "I see you at the blue door"
HOSTILE = "<img src=x onerror=parent.hit=1>"
HEADER = "Date,Number,Name,Type,Text"
MIXED = f"""{HEADER}
03/04/2026 09:15,+15550100,Sam,Incoming,{SECRET}
04/04/2026 09:15,+15550101,Ana,Outgoing,{HOSTILE}
05/04/2026 09:15,+15550100,Sam,Incoming,"two
lines"
no day,+15550100,Sam,Incoming,nothing
"""
DAYS = "{from} to {until}".format(**{"from": "Friday 3 April 2026", "until": "Sunday 5 April 2026"})
LEFT = "What you leave out stays in the file."


def open_import(page: Page) -> None:
    go(page, "import")
    page.locator("[data-log-import]").wait_for()


def choose(page: Page, text: str, name: str = "calls.csv") -> None:
    """Choose a file, and wait until the page has looked into it."""
    file = {"name": name, "mimeType": "", "buffer": text.encode()}
    page.locator("[data-log-import]").set_input_files([file])  # type: ignore[list-item]
    expect(page.locator(".log-import progress").first).to_be_hidden()


def answer(page: Page, question: str, value: str) -> None:
    place = page.locator(f"[data-import-question='{question}']")
    if place.locator("select").count():
        place.locator("select").select_option(value)
    else:
        place.locator(f"[value='{value}']").check()


def show(page: Page) -> None:
    page.locator("[data-import-show]").click()


def preview(page: Page, text: str = MIXED) -> None:
    """Look at a file whose days can be read in two ways, as days before months in London."""
    open_import(page)
    choose(page, text)
    answer(page, "order", "dmy")
    answer(page, "zone", "Europe/London")
    show(page)
    expect(page.locator(".log-import h3").first).to_be_focused()


def expect_no_worker(page: Page) -> None:
    """Wait until the browser says that the worker with the file has ended."""
    end = time.monotonic() + 10
    while page.workers and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert page.workers == []


def many(count: int) -> str:
    days = (f"2026-{1 + at // 28 % 12:02}-{1 + at % 28:02} 10:00" for at in range(count))
    rows = (f"{day},+15550100,Sam,Incoming,Ring {at + 1}" for at, day in enumerate(days))
    return "\n".join([HEADER, *rows])


def preview_many(page: Page, count: int) -> None:
    open_import(page)
    choose(page, many(count))
    show(page)
    expect(page.locator(".log-import-count")).to_have_text(f"All {count} rows are chosen.")


def test_without_script_there_is_no_such_screen(open_page: OpenPage) -> None:
    page = open_page("log.html", scripts=False)

    expect(page.locator("#log-import")).to_be_hidden()


def test_a_file_is_looked_at_before_any_of_it_is_in_the_log(open_page: OpenPage) -> None:
    page = open_log(open_page)
    open_import(page)
    assert page.locator("[data-log-import]").get_attribute("accept") is None  # phones change files then
    show(page)
    expect(said(page)).to_have_text("Choose a file first, or paste some lines.")
    choose(page, MIXED, f"{HOSTILE}.csv")
    asked = page.locator("[data-import-question]")
    assert {"columns", "order", "zone"} == set(
        asked.evaluate_all("all => all.map(({ dataset }) => dataset.importQuestion)")
    )
    zone = page.locator("[data-import-question=zone] select")
    assert zone.input_value() == page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    show(page)
    expect(said(page)).to_contain_text("There is a question below without an answer.")
    answer(page, "order", "dmy")
    answer(page, "zone", "Europe/London")
    show(page)

    rows = page.locator("[data-import-row]")
    expect(rows).to_have_count(3)
    told = rows.evaluate_all("all => all.map(({ dataset: { importRow, ...told } }) => told)")
    assert told[0] == {
        **{"when": "2026-04-03T09:15", "what": "message", "direction": "in"},
        **{"result": "", "number": "+15550100", "name": "Sam"},
    }
    texts = [row.locator("[data-import-text]").text_content() for row in rows.all()]
    assert texts == [SECRET, HOSTILE, "two\nlines"]
    expect(page.locator("[data-import-skipped]")).to_contain_text("Line 6:")
    summary = page.locator(".log-import-summary")
    for words in (HOSTILE, "UTF-8", DAYS, "Europe/London"):
        expect(summary).to_contain_text(words)
    expect(summary).to_contain_text(
        "2026-04-03 09:15 in Europe/London. At that moment it was 2026-04-03 08:15 in UTC."
    )
    assert page.locator(".log-import img").count() == 0
    go(page, "hub")
    assert entries(page).count() == 0


def test_only_what_is_chosen_is_kept_as_one_entry_and_told_of_when_it_comes_again(
    open_page: OpenPage,
) -> None:
    page = open_log(open_page)
    preview(page)
    page.locator("[data-import-none]").click()
    expect(page.locator(".log-import-count")).to_have_text("0 of 3 rows are chosen.")
    page.locator("[data-import-keep]").click()
    expect(said(page)).to_have_text("Nothing is ticked, so there is nothing to keep.")
    page.get_by_label("Sam (+15550100) · 2 rows").check()
    page.locator(".log-import [type=date]").first.fill("2026-04-04")
    expect(page.locator("[data-import-row]")).to_have_count(1)
    page.locator(".log-import [type=date]").first.fill("")
    expect(page.locator(".log-import-count")).to_have_text("2 of 3 rows are chosen.")
    expect(log(page)).to_contain_text(LEFT)
    page.locator("[data-import-keep]").click()

    whole = page.locator(".log-entry")
    expect(whole.locator("h2")).to_be_focused()
    expect(said(page)).to_contain_text("Written down as entry 2. It is only in this page so far.")
    for words in (
        "calls.csv",
        "SHA-256 of the file",
        "Rows in the file",
        SECRET,
        "2026-04-05 09:15",
        "Came in",
    ):
        expect(whole).to_contain_text(words)
    expect(whole.locator("tbody tr")).to_have_count(2)
    assert HOSTILE not in page.evaluate(EVERYTHING)
    expect_no_worker(page)
    press(page, "correct")
    expect(page.locator("[data-log-field=series]")).to_be_hidden()
    press(page, "cancel-form")
    preview(page)
    expect(log(page)).to_contain_text(re.compile(r"You brought this file in on .*, as entry 2\."))


def test_very_many_rows_come_a_few_at_a_time_and_are_found(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page)
    preview_many(page, 1000)
    expect(page.locator("[data-import-row]")).to_have_count(200)
    page.locator("[data-import-more]").click()
    expect(page.locator("[data-import-row]")).to_have_count(400)
    expect(page.locator("[data-import-row]").nth(200)).to_be_focused()
    page.locator("[data-import-keep]").click()
    whole = page.locator(".log-entry")
    expect(whole.locator("tbody tr")).to_have_count(50)
    press(page, "more-rows")
    expect(whole.locator("tbody tr")).to_have_count(100)
    item, *rows, entry = page.evaluate("window.standIn.stored.map(({ line }) => JSON.parse(line))")
    assert ({line["act"] for line in rows}, entry["act"]) == ({"rows"}, "write")
    # The file itself came first, and is the item that the entry names.
    assert (item["kind"], item["fields"]["item"], entry["fields"]["items"]) == ("item", "1", "1")
    assert entry["fields"]["file_sha256"] in item["fields"]["kept"][0]
    expect(said(page)).to_contain_text("The file itself is kept: item 1 in your list of evidence.")
    assert page.evaluate("new TextDecoder().decode(window.standIn.files.get('f-1'))") == many(1000)
    go(page, "hub")
    page.locator("[data-log=search]").fill("ring 987")
    expect(entries(page)).to_have_count(1)


def test_a_log_that_locks_on_the_way_shows_nothing_of_the_file(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page, 1)
    preview_many(page, 3000)
    page.evaluate("() => { window.standIn.held = new Promise((resolve) => (window.letGo = resolve)) }")
    page.locator("[data-import-keep]").click()
    expect(said(page)).to_contain_text("Being kept.")
    page.evaluate("""() => {
      window.standIn.to("locked"); window.standIn.own.clear(); window.letGo()
    }""")
    expect(said(page)).to_contain_text("The log locked before all of the file was in it.")
    assert "Ring 7" not in page.evaluate(EVERYTHING)
    expect_no_worker(page)
    page.evaluate("window.standIn.to('unlocked')")
    go(page, "hub")
    expect(entries(page)).to_have_count(1)
    expect(page.locator(".log-count")).to_have_text("1 entry.")

    preview_many(page, 10)
    page.evaluate("() => { window.standIn.to('locked'); window.standIn.own.clear() }")
    page.evaluate("window.standIn.to('unlocked')")
    assert "Ring 7" not in page.evaluate(EVERYTHING)


def test_a_full_disk_keeps_nothing_and_the_preview_stays(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page, 1)
    page.evaluate("window.standIn.room = 100")
    preview_many(page, 3)
    tick = page.locator("[data-import-keep-file]")
    expect(tick).to_be_disabled()
    page.evaluate("window.standIn.room = 5e9")
    show(page)
    expect(tick).to_be_checked()
    page.evaluate("window.standIn.failingFile = 'storage-full'")
    page.locator("[data-import-keep]").click()
    expect(said(page)).to_contain_text("There is not enough room for this file on this device")
    expect(said(page)).to_contain_text("Nothing was brought in.")
    tick.uncheck()
    page.evaluate("window.standIn.failing = 'storage-full'")
    page.locator("[data-import-keep]").click()
    expect(said(page)).to_contain_text("The file was not brought in, and your log does not show any of it.")
    expect(said(page)).to_contain_text("There is no room left on this device.")
    page.evaluate("window.standIn.failing = null")
    page.locator("[data-import-keep]").click()
    expect(page.locator(".log-entry tbody tr")).to_have_count(3)
    assert page.evaluate("window.standIn.files.size") == 0


def test_what_columns_mean_is_asked_once_for_such_files(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page)
    open_import(page)
    choose(page, MIXED)
    last = page.locator("[data-import-question=columns] select").last
    last.select_option("")
    answer(page, "order", "dmy")
    show(page)
    expect(page.locator("[data-import-row]")).to_have_count(3)
    choose(page, many(3), "others.csv")
    expect(last).to_have_value("")
    assert page.evaluate("Object.keys(window.standIn.own.read().mapped).length") == 1


def test_leaving_drops_the_file_and_ends_its_worker(open_page: OpenPage) -> None:
    page = open_log(open_page)
    preview(page)
    assert len(page.workers) == 1
    page.evaluate("document.dispatchEvent(new CustomEvent('guide:leave'))")
    assert SECRET not in page.evaluate(EVERYTHING)
    expect_no_worker(page)


def test_what_cannot_be_read_is_said_and_lines_can_be_pasted(open_page: OpenPage) -> None:
    page = open_log(open_page)
    open_import(page)
    choose(page, "%PDF-1.7\n", "bill.pdf")
    expect(page.locator("[data-import-refused]")).to_be_visible()
    expect(said(page)).to_have_text(page.locator("[data-import-refused]").inner_text())
    page.locator(".log-import summary").click()
    page.locator("[data-import-paste]").fill(
        "2026-10-25 14:00 +15550100 silent\n2026-10-26 14:00 +15550100 again"
    )
    show(page)
    expect(page.locator("[data-import-question]")).not_to_have_count(0)
    show(page)
    expect(page.locator("[data-import-row]")).to_have_count(2)


def test_nobody_has_to_say_which_name_of_a_chat_is_theirs(open_page: OpenPage) -> None:
    page = open_log(open_page)
    open_import(page)
    choose(page, "25/10/2026, 14:00 - Sam: one\n25/10/2026, 14:01 - Ana: two\n", "_chat.txt")
    answer(page, "zone", "Europe/London")
    expect(page.locator("[data-import-question=me] :checked")).to_have_value("")
    show(page)
    expect(page.locator("[data-import-row][data-name=Sam]")).to_have_count(1)
    expect(page.locator("[data-import-row][data-name=Ana]")).to_have_count(1)


def test_it_has_no_barrier_and_nothing_is_wider_than_320_pixels(open_page: OpenPage) -> None:
    page = open_log(open_page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    preview(page, MIXED.replace(SECRET, "x" * 300))
    assert axe_problems(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_problems(page, [CONTRAST]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("[data-import-keep]").press("Enter")
    expect(page.locator(".log-entry tbody tr")).to_have_count(3)
    assert axe_problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
