"""The whole form of an entry, corrections, removals, series, and times as people say them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.log_support import (
    choose_kind,
    entries,
    field,
    go,
    one_page_for_the_log,
    open_entry,
    open_log,
    open_with_stand_in,
    press,
    said,
    write,
    write_whole,
)
from tests.browser.support import ROOT, OpenPage, until
from tests.languages.phrases import list_in_language

LOG = list_in_language(ROOT, "content/log.yml")
OF_ITEMS = ("item", "custody")  # groups: test_log_evidence.py shows what these hold
IN_FORM = [
    one
    for one in LOG["fields"]
    if one["takes"] != "set" and one.get("by") != "import" and one["group"] not in OF_ITEMS
]
KINDS = [one["id"] for one in LOG["kinds"] if one.get("offered") != "no"]
SECOND_TIME = "the second time the clock showed this"
SKIPPED = "the clock skipped this time; it is kept as written"
FIRST_DAY_AND_TIME = "[data-moment=start] [data-time={}]"


@pytest.fixture
def open_page(open_page: OpenPage, reopen: OpenPage) -> OpenPage:
    return one_page_for_the_log(open_page, reopen)


def test_the_form_has_every_field_and_every_kind_of_the_list(open_page):
    page = open_log(open_page)
    names = page.locator("[data-log-field]").evaluate_all("all => all.map((one) => one.dataset.logField)")
    kinds = page.locator("[data-log-kind]").evaluate_all("all => all.map((one) => one.dataset.logKind)")

    assert sorted(names) == sorted(one["id"] for one in IN_FORM)
    assert kinds == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_asks_for_first_stands_at_the_top_and_the_rest_in_folds(open_page, kind):
    page = open_log(open_page)
    press(page, "new")
    choose_kind(page, kind)
    first = page.locator(".log-first [data-log-field]").evaluate_all(
        "all => all.map((one) => one.dataset.logField)"
    )

    assert first == [
        one["id"] for one in LOG["fields"] if kind in one.get("first", []) or one["takes"] == "when"
    ]
    page.locator(".log-group:not([hidden]) > summary").first.click()
    expect(page.locator(".log-group[open] [data-log-field]").first).to_be_visible()


def test_every_text_field_comes_back_as_it_was_written(open_page):
    page = open_log(open_page)
    press(page, "new")
    fields = [one for one in IN_FORM if one["takes"] in ("line", "text")]
    for one in fields:
        field(page, one["id"]).fill(f"«{one['label']}»"[: one["most"]])
    field(page, "photo").select_option("yes")
    field(page, "signs").get_by_label("A child was there").check()
    field(page, "on_paper").fill("2026-02-28")
    field(page, "count").fill("3")
    press(page, "keep-form")
    open_entry(page)

    for one in fields:
        expect(page.locator(".log-entry dd", has_text=f"«{one['label']}»"[: one["most"]])).not_to_have_count(
            0
        )
    apart = [one["label"] for one in fields if one.get("apart")]
    expect(page.locator(".log-entry dl.log-apart dt")).to_have_text(apart)
    press(page, "correct")
    for one in fields:
        expect(field(page, one["id"])).to_have_value(f"«{one['label']}»"[: one["most"]])
    expect(field(page, "photo")).to_have_value("yes")
    expect(field(page, "on_paper")).to_have_value("2026-02-28")
    expect(field(page, "count")).to_have_value("3")
    press(page, "keep-form")
    expect(said(page)).to_have_text("Nothing was changed, so nothing was written.")


def test_the_chosen_kind_says_what_belongs_to_it(open_page):
    page = open_log(open_page)
    press(page, "new")
    said_of_kinds = page.locator(".log-write > .log-note p:visible")
    expect(said_of_kinds).to_have_count(0)
    expect(page.locator(".log-correcting")).not_to_be_visible()
    choose_kind(page, "call")
    expect(said_of_kinds).to_have_text(["Silent calls and voicemails count too."])
    expect(page.locator(".log-write").get_by_role("status")).to_have_text(
        "Silent calls and voicemails count too.", use_inner_text=True
    )
    choose_kind(page, "tracker")
    expect(said_of_kinds).to_have_text(["Leave it where it is and take photos first."])
    expect(page.get_by_text("If it is moved, the person may know that you found it.")).to_be_visible()


def test_a_correction_shows_what_it_replaced(open_page):
    page = open_log(open_page)
    write(page, "He wore a red coat")
    open_entry(page)
    press(page, "correct")
    expect(page.locator(".log-write h2")).to_have_text("Correct entry 1, or add to it")
    expect(page.locator(".log-correcting")).to_be_visible()
    field(page, "what").fill("He wore a blue coat")
    press(page, "keep-form")
    expect(said(page)).to_have_text("Written down. The older words can still be read.")
    expect(entries(page)).to_have_count(1)
    open_entry(page)
    page.locator(".log-entry summary", has_text="What it said before (1 change)").click()

    expect(page.locator(".log-entry del")).to_have_text("He wore a red coat")
    expect(page.locator(".log-entry > dl").first).to_contain_text("He wore a blue coat")


def test_a_removal_asks_first_and_leaves_its_day(open_page):
    page = open_log(open_page)
    write(page, "One")
    write(page, "Two")
    open_entry(page, 1)
    press(page, "ask-remove")
    expect(page.locator("[data-log-action=keep-entry]")).to_be_focused()  # a second press removes nothing
    press(page, "keep-entry")
    expect(page.locator("[data-log-action=ask-remove]")).to_be_focused()
    press(page, "ask-remove")
    press(page, "remove")

    expect(page.locator(".log-removed")).to_have_count(1)
    expect(page.locator(".log-removed")).to_contain_text("Removed by the writer, ")
    expect(page.locator(".log-count")).to_contain_text("1 entry. 1 was removed.")
    page.locator(".log-removed .log-open").click()
    expect(page.locator(".log-entry")).to_contain_text("Removed by the writer, ")
    expect(page.locator("[data-log-action=print-entry]")).not_to_be_visible()
    expect(page.locator(".log-entry [data-log-action=correct]")).to_have_text("Read it, or put it back")


def test_reading_again_is_noted_with_its_day(open_page):
    page = open_log(open_page)
    write(page, "One")
    open_entry(page)
    press(page, "read-again")

    expect(said(page)).to_have_text("Noted, with today’s date.")
    expect(page.locator(".log-entry")).to_contain_text("it is as I remember.")
    expect(page.locator("[data-log-action=read-again]")).to_be_focused()


def test_a_day_of_calls_is_one_entry_with_a_table(open_page):
    page = open_log(open_page)
    press(page, "new")
    choose_kind(page, "call")
    field(page, "series")
    for time, account in (("13:05", "withheld"), ("13:07", "+44 7700 900123")):
        press(page, "add-row")
        row = page.locator(".log-row").last
        expect(row.locator("[data-column=when]")).to_be_focused()
        row.locator("[data-column=when]").fill(time)
        row.locator("[data-column=account]").fill(account)
        row.locator("[data-column=way]").select_option("hang_up")
    press(page, "add-row")
    page.locator("[data-log-action=remove-row]").last.click()
    press(page, "keep-form")
    expect(entries(page).first).to_contain_text("2 rows")
    open_entry(page)

    table = page.get_by_role("table", name="2 rows")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("row").nth(1)).to_contain_text("13:05")
    expect(table.get_by_role("row").nth(2)).to_contain_text("+44 7700 900123")
    expect(table.get_by_role("row").nth(1)).to_contain_text("Hang-up")


def test_what_was_written_on_paper_says_so(open_page):
    page = open_log(open_page)
    press(page, "new")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-03-01")
    page.get_by_label("That day, but I do not know when").check()
    field(page, "what").fill("From my notebook")
    field(page, "on_paper").fill("2026-03-02")
    press(page, "keep-form")
    open_entry(page)

    expect(page.locator(".log-entry")).to_contain_text("Sunday 1 March 2026, some time that day")
    expect(page.locator(".log-entry dt", has_text="Written on paper on")).to_be_visible()
    expect(page.locator(".log-entry")).to_contain_text(
        "Written on paper on Monday 2 March 2026, and typed in on "
    )


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("At this time", "Tuesday 3 March 2026, 21:15"),
        ("About this time", "Tuesday 3 March 2026, about 21:15"),
        ("That day, but I do not know when", "Tuesday 3 March 2026, some time that day"),
        ("Earlier. I noticed it at this time", "Tuesday 3 March 2026, noticed at 21:15; it happened before"),
    ],
)
def test_a_time_can_be_said_as_people_know_it(open_page, way, words):
    page = open_log(open_page)
    press(page, "new")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-03-03")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("21:15")
    page.get_by_label(way, exact=True).check()
    field(page, "what").fill("He called")
    expect(page.locator(".log-when-said")).to_have_text(words)
    press(page, "keep-form")
    open_entry(page)

    expect(page.locator(".log-entry")).to_contain_text(words)


def test_between_two_times_needs_an_end(open_page):
    page = open_log(open_page)
    press(page, "new")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-03-03")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("21:15")
    page.get_by_label("Between two times").check()
    field(page, "what").fill("He stood there")
    press(page, "keep-form")
    expect(said(page)).to_have_text("When it happened: add when it ended.")
    page.locator("[data-moment=end] [data-time=time]").fill("23:40")
    press(page, "keep-form")

    expect(entries(page).first).to_contain_text("between 21:15 and 23:40")


def test_a_time_that_the_clock_showed_twice_is_asked_for(open_page):
    page = open_log(open_page, timezone_id="Europe/London")
    press(page, "new")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-10-25")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("01:30")
    field(page, "what").fill("He called")
    expect(page.locator("[data-moment=start] .log-twice")).to_be_visible()
    press(page, "keep-form")
    expect(said(page)).to_have_text(
        "The clocks went back that night, so this time came twice. Choose which one it was."
    )
    page.locator(".log-twice:visible").get_by_label("The second time").check()
    press(page, "keep-form")

    expect(entries(page).first).to_contain_text(f"01:30 ({SECOND_TIME})")


def test_a_time_that_the_clock_skipped_is_kept_and_marked(open_page):
    page = open_log(open_page, timezone_id="Europe/London")
    press(page, "new")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-03-29")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("01:30")
    field(page, "what").fill("He called")
    expect(page.locator(".log-gap")).to_be_visible()
    press(page, "keep-form")

    expect(entries(page).first).to_contain_text(f"01:30 ({SKIPPED})")


def test_a_corrected_time_stays_in_the_zone_of_its_entry(open_page):
    page = open_with_stand_in(open_page, 1)
    page.context.new_cdp_session(page).send(
        "Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"}
    )
    assert page.evaluate("new Date(Date.UTC(2024, 0, 1)).getTimezoneOffset()") == 300
    open_entry(page)
    press(page, "correct")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("08:00")
    press(page, "keep-form")
    expect(said(page)).to_have_text("Written down. The older words can still be read.")

    assert page.evaluate("JSON.parse(window.standIn.stored.at(-1).line).when") == {
        **{"as": "exact", "wall": "2024-01-01T08:00", "offset": "+00:00"},
        **{"zone": "UTC", "utc": "2024-01-01T08:00:00Z"},
    }


def test_what_lacks_something_can_be_filled_in_later_or_left(open_page):
    page = open_log(open_page)
    write(page, "One")
    write_whole(page, "call", what="Silent", account="withheld")
    row = page.locator(".log-to-fill a")
    expect(row).to_contain_text("You can add to 1 entry, if you like.")
    go(page, "fill")
    expect(page.locator(".log-fill [data-entry]")).to_contain_text(["Not there yet: Kind"])
    page.get_by_role("button", name="Nothing to add to entry 1").click()
    expect(said(page)).to_have_text("It is off this list.")
    go(page, "hub")

    expect(row).not_to_be_visible()


def test_a_form_that_is_left_keeps_nothing_and_one_that_is_open_stays(open_page):
    page = open_log(open_page)
    press(page, "new")
    field(page, "what").fill("Begun")
    go(page, "hub")
    press(page, "new")
    expect(field(page, "what")).to_have_value("Begun")
    go(page, "hub")
    expect(entries(page)).to_have_count(0)
    write(page, "Another")
    open_entry(page)
    press(page, "correct")
    expect(page.locator(".log-write h2")).to_have_text("A longer entry")
    expect(said(page)).to_contain_text("You began this before, and it is not kept yet.")
    expect(field(page, "what")).to_have_value("Begun")
    press(page, "cancel-form")
    open_entry(page)
    press(page, "correct")
    expect(field(page, "what")).to_have_value("Another")
    go(page, "hub")
    press(page, "new")
    expect(field(page, "what")).to_have_value("")


LOCKS_AND_READS_LATE = """() => {
  const { standIn } = window
  const { read, own } = standIn
  const draft = own.read()
  standIn.to("locked")
  own.clear()
  standIn.read = async (onSlice) => {
    await new Promise((resolve) => (window.letRead = resolve))
    return read.call(standIn, onSlice)
  }
  standIn.to("unlocked")
  own.show(draft)
}"""
ANOTHER_TAB_CORRECTS = """async (changes) => {
  const { stored, own } = window.standIn
  const first = JSON.parse(stored[0].line)
  const second = { ...first, ...changes, seq: 2, ver: 2, act: "correct", salt: "B".repeat(22), first: 1 }
  stored.push({ seq: 2, line: JSON.stringify(second) })
  await own.lines.onNewer()
}"""
KEEP_WHAT_IS_TYPED = """() => {
  const { own } = window.standIn
  let kept = own.read()
  const onEdit = (edit) => {
    kept = edit(kept)
    document.documentElement.dataset.draft = kept.draft?.form?.fields.what ?? "none"
  }
  own.edits.start(kept, { onEdit, onPending() {} })
}"""
HOLD = "() => { window.standIn.held = new Promise((resolve) => (window.letGo = resolve)) }"
STORED = "window.standIn.stored.map(({ line }) => JSON.parse(line))"


def test_a_correction_that_was_begun_goes_on_once_its_entry_is_read_again(open_page):
    page = open_with_stand_in(open_page, 1)
    open_entry(page)
    press(page, "correct")
    field(page, "place").fill("At the corner")
    field(page, "what").fill("")
    page.context.new_cdp_session(page).send(
        "Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"}
    )
    page.evaluate(LOCKS_AND_READS_LATE)
    go(page, "hub")
    door = page.locator(".log-ways [data-log-action=new]")
    expect(door).to_contain_text("Go on with what you began")
    door.click()
    expect(field(page, "place")).to_have_value("At the corner")
    press(page, "keep-form")
    expect(said(page)).to_contain_text("The entry that this corrects is not there yet.")
    assert len(page.evaluate(STORED)) == 1
    page.evaluate("window.letRead()")
    expect(page.locator(".log-write h2")).to_have_text("Correct entry 1, or add to it")
    expect(field(page, "what")).to_have_value("")
    press(page, "keep-form")
    expect(said(page)).to_have_text("Written down. The older words can still be read.")
    (first, second) = page.evaluate(STORED)

    assert second["act"] == "correct"
    assert second["when"] == first["when"]
    assert second["fields"] == {"place": "At the corner"}
    expect(door).not_to_contain_text("Go on")


def test_a_correction_leaves_what_another_tab_corrected_meanwhile(open_page):
    page = open_with_stand_in(open_page, 1)
    open_entry(page)
    press(page, "correct")
    field(page, "place").fill("At the corner")
    when = {"as": "day", "wall": "2024-01-02", "zone": "UTC"}
    page.evaluate(ANOTHER_TAB_CORRECTS, {"kind": "seen", "when": when})
    press(page, "keep-form")
    expect(said(page)).to_have_text("Written down. The older words can still be read.")
    newest = page.evaluate(STORED)[-1]

    assert newest["fields"]["place"] == "At the corner"
    assert (newest["kind"], newest["when"]) == ("seen", when)


def test_what_was_kept_is_no_draft_any_more(open_page):
    page = open_with_stand_in(open_page)
    page.evaluate(KEEP_WHAT_IS_TYPED)
    press(page, "new")
    field(page, "what").fill("He called")
    until(page, "draft", "He called")
    page.evaluate(HOLD)
    press(page, "keep-form")
    page.wait_for_timeout(500)  # what the press itself made it read is read
    assert page.locator("html").get_attribute("data-draft") == "He called"
    page.evaluate("window.letGo()")

    until(page, "draft", "none")


def test_a_row_after_midnight_is_one_of_the_day_on_which_it_ended(open_page):
    page = open_with_stand_in(open_page)
    press(page, "new")
    choose_kind(page, "call")
    field(page, "when")
    page.locator(FIRST_DAY_AND_TIME.format("day")).fill("2026-03-03")
    page.locator(FIRST_DAY_AND_TIME.format("time")).fill("22:00")
    page.get_by_label("Between two times").check()
    page.locator("[data-moment=end] [data-time=day]").fill("2026-03-04")
    page.locator("[data-moment=end] [data-time=time]").fill("02:00")
    field(page, "series")
    for time in ("23:30", "00:40"):
        press(page, "add-row")
        page.locator(".log-row").last.locator("[data-column=when]").fill(time)
    press(page, "keep-form")
    expect(entries(page).first).to_contain_text("2 rows")

    rows = next(line["rows"] for line in page.evaluate(STORED) if line["act"] == "rows")
    assert [row["when"] for row in rows] == ["2026-03-03T23:30", "2026-03-04T00:40"]
