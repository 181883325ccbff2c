"""The list of the log: in order, by day, with search and filters, whatever it holds; and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.log_support import (
    entries,
    field,
    go,
    one_page_for_the_log,
    open_entry,
    open_log,
    open_with_stand_in,
    press,
    write,
    write_whole,
)
from tests.browser.support import OpenPage, text_of_pdf

MANY = 10_000


@pytest.fixture
def open_page(open_page: OpenPage, reopen: OpenPage) -> OpenPage:
    return one_page_for_the_log(open_page, reopen)


def test_the_newest_stands_first_under_its_day(open_page):
    page = open_with_stand_in(open_page, 30)

    expect(page.locator(".log-day h3")).to_have_text(
        ["Wednesday 3 January 2024", "Tuesday 2 January 2024", "Monday 1 January 2024"]
    )
    expect(entries(page).first).to_contain_text("Ring 30")
    expect(page.locator(".log-count")).to_have_text(
        "30 entries. The first is from Monday 1 January 2024, the last from Wednesday 3 January 2024."
    )


def test_ten_thousand_entries_are_shown_fifty_at_a_time(open_page):
    page = open_with_stand_in(open_page, MANY)
    expect(page.locator(".log-count")).to_contain_text("10000 entries.")

    assert entries(page).count() == 50
    press(page, "further")
    assert entries(page).count() == 100
    expect(entries(page).nth(50).locator(".log-open")).to_be_focused()


def test_search_looks_at_all_of_them(open_page):
    page = open_with_stand_in(open_page, MANY)
    expect(page.locator(".log-count")).to_contain_text("10000 entries.")
    page.locator("[data-log=search]").fill("ring 9876:")

    expect(entries(page)).to_have_count(1)
    expect(page.locator(".log-count")).to_have_text("1 entry found.")
    page.locator("[data-log=search]").fill("no such words")
    expect(page.locator(".log-count")).to_have_text("0 entries found.")
    expect(entries(page)).to_have_count(0)


def test_filters_narrow_the_list_together_and_can_be_taken_off(open_page):
    page = open_with_stand_in(open_page, 500)
    page.locator(".log-filters > summary").click()
    page.get_by_label("With police or a report").check()
    expect(page.locator(".log-count")).to_have_text("5 entries found.")
    page.locator("[data-log-filter=kind]").select_option("call")
    expect(page.locator(".log-count")).to_have_text("1 entry found.")
    expect(entries(page)).to_contain_text(["Ring 300"])
    press(page, "show-all")
    expect(page.locator(".log-count")).to_contain_text("500 entries.")
    page.locator("[data-log-filter=from]").fill("2024-01-02")
    page.locator("[data-log-filter=to]").fill("2024-01-02")

    expect(page.locator(".log-count")).to_have_text("14 entries found.")


def test_only_the_worst_can_be_shown_as_the_writer_marked_them(open_page):
    page = open_log(open_page)
    write(page, "One")
    write(page, "Two")
    open_entry(page)
    press(page, "correct")
    page.get_by_label("This is one of the worst").evaluate("box => box.click()")
    press(page, "keep-form")
    page.locator(".log-filters > summary").click()
    page.get_by_label("The worst, as I marked them").check()

    expect(entries(page)).to_have_count(1)
    expect(entries(page)).to_contain_text(["Two"])


# On paper


def test_the_list_is_printed_the_first_entry_first_without_what_is_kept_apart(open_page):
    page = open_log(open_page)
    write_whole(page, "seen", what="He waited", witness="A.", witness_name="Ana Example")
    write(page, "A second one")
    printed = text_of_pdf(page.pdf(format="A4"))

    assert "2 entries, printed on " in printed
    assert printed.index("Entry 1: They watched or followed") < printed.index("He waited")
    assert printed.index("He waited") < printed.index("A second one")
    assert "Ana Example" not in printed
    assert "What makes a log useful" not in printed
    assert "Write a longer entry" not in printed
    assert page.locator(".log-paper").count() == 0


def test_what_is_kept_apart_is_printed_when_it_is_asked_for(open_page):
    page = open_log(open_page)
    write_whole(page, "seen", what="He waited", witness_name="Ana Example")
    go(page, "show")
    page.get_by_label("With the names of witnesses, where the evidence is, and who had it").check()

    assert "Ana Example" in text_of_pdf(page.pdf(format="A4"))


def test_only_what_the_search_shows_is_printed(open_page):
    page = open_log(open_page)
    write(page, "A red car")
    write(page, "A blue car")
    page.locator("[data-log=search]").fill("red")
    expect(entries(page)).to_have_count(1)
    printed = text_of_pdf(page.pdf(format="A4"))

    assert "1 of 2 entries, chosen by a search. Printed on " in printed
    assert "A red car" in printed
    assert "A blue car" not in printed


def test_one_entry_is_printed_with_what_it_said_before(open_page):
    page = open_log(open_page)
    page.evaluate("window.print = () => {}")
    write(page, "He wore a red coat")
    write(page, "Another one")
    open_entry(page, 1)
    press(page, "correct")
    page.locator("[data-log-field=what]").fill("He wore a blue coat")
    press(page, "keep-form")
    open_entry(page, 1)
    press(page, "print-entry")
    printed = text_of_pdf(page.pdf(format="A4"))

    assert "He wore a blue coat" in printed
    assert "He wore a red coat" in printed
    assert "Another one" not in printed


def test_what_was_kept_apart_before_is_shown_and_not_printed_unasked(open_page):
    page = open_log(open_page)
    page.evaluate("window.print = () => {}")
    write_whole(page, "seen", what="He waited", witness_name="Ana Example")
    open_entry(page)
    press(page, "correct")
    field(page, "witness_name").fill("Bea Example")
    press(page, "keep-form")
    expect(entries(page).first).to_contain_text("Changed later")
    open_entry(page)
    page.get_by_text("What it said before (1 change)").click()
    expect(page.locator(".log-entry del")).to_have_text("Ana Example")
    press(page, "print-entry")
    printed = text_of_pdf(page.pdf(format="A4"))
    assert "He waited" in printed
    assert "Ana Example" not in printed
    assert "Bea Example" not in printed


def test_without_an_entry_the_text_is_printed_as_it_is(open_page):
    page = open_log(open_page)
    printed = text_of_pdf(page.pdf(format="A4"))

    assert "What makes a log useful" in printed
    assert "Write a longer entry" not in printed
