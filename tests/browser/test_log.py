"""The log: quick writing, what stands in memory, and leaving."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.log_support import (
    EVERYTHING,
    IN_MEMORY,
    SECRET,
    choose_kind,
    entries,
    field,
    go,
    log,
    one_page_for_the_log,
    open_entry,
    open_log,
    press,
    said,
    write,
    write_whole,
)
from tests.browser.plan_support import tab_to
from tests.browser.support import PHONE, OpenPage, has_left, told_when_leaving, until
from tests.browser.traces import OTHER_SCREENS, axe_problems

NARROW = {"width": 320, "height": 640}
OVER = "() => document.documentElement.scrollWidth > innerWidth"
LARGE_TEXT = "() => { document.documentElement.style.fontSize = '250%' }"
"""Twice the size of Material's 125 %."""
SCREENS = ("hub", "write", "fill", "less", "show", "keep")
FIRST_SCREEN_AS_HEARD = """
- heading "Your log" [level=1]
- region "Write it down":
  - paragraph:
    - link "If someone may be watching this device, paper may be safer."
    - text: "The person may read your log one day: leave out where you stay and who helps you."
  - paragraph:
    - text: What happened?
    - textbox "What happened?"
  - paragraph:
    - button "Keep it"
    - text: It is noted as happening now. If it was earlier, choose “Write a longer entry”.
- list:
  - listitem:
    - link "Write a longer entry Place, exact words, an earlier day"
  - listitem:
    - link "When it is too much A number for today, the worst three"
  - listitem:
    - link "Hand it on On paper, as a file, or only its code"
  - listitem:
    - 'link "Keep it on this device Not kept yet: gone when this page closes"'
- region "Your entries":
  - heading "Your entries" [level=2]
  - paragraph: Nothing is written yet.
  - paragraph: Numbers can skip. A correction, for example, takes a number too.
"""
ENTRY_AS_HEARD = """
- heading "Entry 1" [level=2]
- paragraph: Only in this page so far. It is gone when you close or reload it.
- term: Kind
- definition: They watched or followed
- term: When it happened
- definition: /2026/
- term: Place
- definition: At the bus stop
- term: What happened
- definition: He waited there
- paragraph: /^Written on .* at .*\\. Written at once\\.$/
- paragraph:
  - button "Correct it, or add to it"
  - button "I read it, and it is as I remember"
- paragraph:
  - button "Print this entry"
  - button "Remove it"
"""


# Without script


@pytest.fixture
def open_page(open_page: OpenPage, reopen: OpenPage) -> OpenPage:
    return one_page_for_the_log(open_page, reopen)


def test_without_script_the_text_and_the_sheets_stand_there_and_no_field(open_page):
    page = open_page("log.html", scripts=False)

    assert log(page).locator("input:visible, textarea:visible, button:visible").count() == 0
    expect(log(page).locator("noscript")).to_be_visible()
    expect(log(page).get_by_text("A log is a list of what happened and when.")).to_be_visible()
    log(page).get_by_role("link", name="Open the blank log sheet").click()
    expect(page.locator("h1").first).to_be_visible()
    expect(page).to_have_url(re.compile("sheets/incident-log.html"))


def test_a_reader_whose_script_does_not_load_is_told_so_and_can_read(open_page, seen):
    page = open_page(None)
    page.route("**/assets/log.js", lambda route: route.abort())
    page.goto("index.html")
    until(page, "reader", "ready")
    page.locator("#menu a[data-open='log']").evaluate("link => link.click()")

    expect(log(page).locator("[data-no-script]")).to_contain_text(
        "A part of this page did not load, so you cannot write here now."
    )
    expect(page.locator(".log")).not_to_be_visible()
    expect(log(page).get_by_text("A log is a list of what happened and when.")).to_be_visible()
    seen.errors.clear()


# With script


@pytest.mark.every_language
def test_an_entry_takes_a_few_words_and_one_tap(open_page):
    page = open_log(open_page)
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()

    entry = entries(page).first
    expect(entry).to_contain_text(SECRET)
    expect(entry).to_contain_text("Only in this page, not kept")
    assert entry.get_attribute("data-log-state") == "memory"
    assert entry.get_attribute("data-seq") == "1"
    assert re.fullmatch(r"e-[0-9a-z]+", entry.get_attribute("data-entry") or "")
    expect(said(page)).to_have_text(f"Written down as entry 1. {IN_MEMORY}")
    expect(page.locator("[data-log=text]")).to_have_value("")


def test_keeping_is_offered_once_and_only_after_the_first_entry(open_page):
    page = open_log(open_page)
    expect(page.locator(".log-offer")).not_to_be_visible()
    write(page, "One")
    expect(page.locator(".log-offer a")).to_be_visible()
    write(page, "Two")
    expect(page.locator(".log-offer")).not_to_be_visible()


def test_an_empty_field_is_no_entry(open_page):
    page = open_log(open_page)
    page.locator("[data-log=text]").fill(" \n ")
    page.locator("[data-log=keep]").click()

    expect(said(page)).to_have_text("There is nothing in the box yet. A few words are enough.")
    expect(entries(page)).to_have_count(0)
    expect(page.locator("[data-log=text]")).to_be_focused()


def test_two_presses_make_one_entry(open_page):
    page = open_log(open_page)
    page.locator("[data-log=text]").fill("Once")
    page.locator("[data-log=keep]").evaluate("button => { button.click(); button.click() }")

    expect(entries(page)).to_have_count(1)
    expect(said(page)).to_contain_text("Written down as entry 1.")
    expect(entries(page)).to_have_count(1)


def test_an_entry_can_be_taken_back_for_ten_seconds_and_that_can_be_seen(open_page):
    page = open_page(None, viewport=PHONE)
    page.clock.install()
    page.goto("log.html")
    until(page, "log", "off")
    write(page, "By mistake")
    press(page, "undo")

    expect(entries(page)).to_have_count(1)
    expect(entries(page).first).to_contain_text("Removed by the writer, ")
    expect(entries(page).first).not_to_contain_text("By mistake")
    expect(said(page)).to_have_text(
        "Taken back. The list shows that an entry was removed. Its words are still stored in the log. "
        "Only “Delete everything” takes them out."
    )
    write(page, "This one stays")
    expect(page.locator(".log-undo")).to_be_visible()
    page.clock.fast_forward(10_000)
    expect(page.locator(".log-undo")).not_to_be_visible()
    expect(entries(page).first).to_contain_text("This one stays")


def test_the_last_three_kinds_are_one_tap_each(open_page):
    page = open_log(open_page)
    for kind in ("message", "call", "seen", "parcel"):
        write_whole(page, kind, what="It happened")
    again = page.locator("[data-log-action=again]")

    expect(again).to_have_text(
        ["Again: Gift or parcel", "Again: They watched or followed", "Again: Call or hang-up"]
    )
    again.nth(2).click()
    expect(entries(page)).to_have_count(5)
    expect(again.first).to_have_text("Again: Call or hang-up")
    press(page, "undo")
    expect(page.locator(".log-removed")).to_have_count(1)


def test_more_can_be_added_to_what_was_just_written(open_page):
    page = open_log(open_page)
    write(page, "He called")
    press(page, "more")
    choose_kind(page, "call")
    field(page, "account").fill("+44 7700 900123")
    press(page, "keep-form")

    expect(entries(page)).to_have_count(1)
    expect(entries(page).first).to_contain_text("Call or hang-up")
    expect(entries(page).first).to_contain_text("Changed later")


def test_only_a_number_is_enough_for_a_day(open_page):
    page = open_log(open_page)
    go(page, "less")
    page.locator(".log-number-count").fill("many")
    press(page, "keep-number")
    expect(said(page)).to_have_text("Write how many there were, as a number. Nothing was added yet.")
    page.locator(".log-number-count").fill("17")
    press(page, "keep-number")
    expect(said(page)).to_contain_text("Written down as entry 1.")
    go(page, "hub")

    expect(entries(page).first).to_contain_text("some time that day")
    expect(entries(page).first).to_contain_text("17 times")


def test_the_first_the_latest_and_the_worst_stand_there_each_once(open_page):
    page = open_log(open_page)
    for number in range(1, 7):
        write(page, f"Number {number}")
    open_entry(page, 4)
    press(page, "correct")
    field(page, "worst").locator("input").check()
    press(page, "keep-form")
    go(page, "less")

    shown = page.locator(".log-less [data-entry]")
    expect(shown).to_have_count(5)
    expect(shown.filter(has_text="one of the worst")).to_contain_text("Number 2")
    expect(shown.filter(has_text="the first")).to_contain_text("Number 1")
    assert shown.filter(has_text="one of the latest").count() == 3


def test_leaving_drops_the_log_from_the_page_and_from_its_fields(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    open_entry(page)
    go(page, "hub")
    page.locator("[data-log=text]").fill(SECRET)

    assert SECRET not in told_when_leaving(page, EVERYTHING)


def test_leaving_ends_on_the_everyday_page(open_page):
    page = open_log(open_page)
    write(page, SECRET)
    page.locator(".exit").click()

    has_left(page)


# Keyboard


def test_an_entry_is_written_taken_back_and_opened_with_the_keyboard_alone(open_page):
    page = open_log(open_page)
    tab_to(page, page.locator("[data-log=text]"))
    page.keyboard.type(SECRET)
    tab_to(page, page.locator("[data-log=keep]"))
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(1)
    tab_to(page, page.locator("[data-log-action=undo]"))
    page.keyboard.press("Enter")
    expect(page.locator(".log-removed")).to_have_count(1)
    expect(page.locator("[data-log=text]")).to_be_focused()
    tab_to(page, page.locator(".log-open"))
    page.keyboard.press("Enter")
    expect(page.locator(".log-entry h2")).to_be_focused()
    tab_to(page, page.locator(".log-back a"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()


# Screen reader


def test_the_box_and_its_button_are_on_the_first_phone_screen(open_page):
    page = open_log(open_page)

    expect(page.locator("[data-log=text]")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-log=keep]")).to_be_in_viewport(ratio=1)


@pytest.mark.every_language
def test_the_first_screen_as_it_is_heard(open_page):
    page = open_log(open_page)

    expect(log(page)).to_match_aria_snapshot(FIRST_SCREEN_AS_HEARD)


def test_an_entry_as_it_is_heard(open_page):
    page = open_log(open_page)
    write_whole(page, "seen", place="At the bus stop", what="He waited there")
    open_entry(page)

    expect(page.locator(".log-entry")).to_match_aria_snapshot(ENTRY_AS_HEARD)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_has_a_barrier(open_page, scheme):
    page = open_log(open_page, color_scheme=scheme)
    fill_log(page)
    problems = {}
    for screen in SCREENS:
        show(page, screen)
        if screen == "show":  # what is fetched with it belongs to it
            expect(page.locator(".log-exports")).to_be_visible()
        problems[screen] = axe_problems(page, aside=OTHER_SCREENS)
    go(page, "hub")
    open_entry(page)
    problems["entry"] = axe_problems(page, aside=OTHER_SCREENS)

    assert {screen: found for screen, found in problems.items() if found} == {}


# Narrow, and in large letters


def test_no_screen_scrolls_sideways_on_the_narrowest_phone_or_in_large_letters(open_page):
    page = open_log(open_page)
    fill_log(page)
    page.set_viewport_size(NARROW)
    too_wide = [screen for screen in SCREENS if show(page, screen) or page.evaluate(OVER)]
    page.set_viewport_size(PHONE)
    page.evaluate(LARGE_TEXT)
    too_wide += [f"{screen}, large" for screen in SCREENS if show(page, screen) or page.evaluate(OVER)]

    assert too_wide == []


def fill_log(page: Page) -> None:
    """Write something of every kind of thing that the list and an entry show."""
    write(page, "x" * 300)
    write_whole(page, "call", what="Silent call", account="+44 7700 900123", witness_name="Ana Example")
    write(page, "Taken back")
    press(page, "undo")
    expect(page.locator(".log-removed")).to_have_count(1)
    open_entry(page, 1)
    press(page, "correct")
    field(page, "what").fill("Silent call, somebody breathed")
    press(page, "keep-form")
    expect(page.locator(".log-quick")).to_be_visible()


def show(page: Page, screen: str) -> None:
    """Go to a screen by its link, from the first one."""
    if not page.locator(".log-quick").is_visible():
        go(page, "hub")
    if screen == "write":
        press(page, "new")
    elif screen != "hub":
        go(page, screen)
