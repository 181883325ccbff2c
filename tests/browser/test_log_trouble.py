"""The log in trouble: what cannot be kept stays on the screen, and what is typed is never more than text."""

from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import expect

from tests.browser.log_support import (
    EVERYTHING,
    SECRET,
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
)
from tests.browser.support import OpenPage, until

HOSTILE = [
    '<img src=x onerror="window.broken = 1"><script>window.broken = 1</script>',
    '</textarea></template></form>"><b>bold</b>',
    "&lt;b&gt; &amp; {{ 7 * 7 }} ${7 * 7} {count} $& \\u0041",
    "\u202eright to left\u202c \u2066 isolated \u2069 \u200f",
    "one\u2028two\u2029three\x85four",
    "__proto__ constructor hasOwnProperty",
    "=HYPERLINK(1) +49 -0.02 @x",
    "👩‍👩‍👧‍👦 e\u0301 \ufb33",
]
UNSHOWN = """(field) => {
  const [half, none, other] = [0xd800, 0, 0xdc00].map((code) => String.fromCharCode(code))
  field.value = `a${half}b${none}c${other}`
  field.dispatchEvent(new Event("input", { bubbles: true }))
}"""
"""Halves of pairs, and NUL."""
TEN_MEGABYTES = """(field) => {
  field.focus()
  document.execCommand("insertText", false, "many words ".repeat(1_000_000))
  return field.value.length
}"""
HOLD = "() => { window.standIn.held = new Promise((resolve) => (window.letGo = resolve)) }"
LOCK = """() => {
  const { standIn } = window
  standIn.draft = structuredClone(standIn.own.read())
  standIn.own.edits.stop()
  standIn.own.clear()
  standIn.to("locked")
}"""
"""As keeping does it: what is typed is read for the last time, and the page is cleared."""
OPEN = """async (late) => {
  const { standIn } = window
  const { own } = standIn
  standIn.held = null
  const opening = standIn.to("unlocked")
  if (late) await opening
  const onEdit = (edit) => (standIn.draft = edit(standIn.draft))
  own.edits.start(standIn.draft, { onEdit, onPending() {} })
  own.show(standIn.draft)
  own.edits.reread()
  await opening
}"""
"""As keeping does it: the draft is shown before all entries are read, or after."""
DRAFT_AFTER_A_MOMENT = """async () => {
  const { standIn } = window
  for (let left = 100; standIn.draft.draft && left; left--) await new Promise((next) => setTimeout(next, 10))
  return standIn.draft.draft
}"""
DRAFT = "window.standIn.own.read().draft"
IN_YOUR_LOG = "What you added last is in your log, and no longer in the box."
TYPED_SINCE = "What you typed after that is still in the form, and not kept yet."
KEPT = "It is kept on this device."
FULL = "This box is full. Anything you add now is lost."
NOT_YET = (
    "What you wrote before you opened your log is not kept yet. It is in this page only. "
    "It is tried again with your next entry."
)
STILL_HERE = "It is not kept. What you typed is still on the screen."


# Bad input


@pytest.fixture
def open_page(open_page: OpenPage, reopen: OpenPage) -> OpenPage:
    return one_page_for_the_log(open_page, reopen)


def test_what_is_typed_is_text_and_nothing_else_in_every_field(open_page):
    page = open_log(open_page)
    texts = page.locator(":is(textarea, input)[data-log-field]:not([type=date], [inputmode])")
    fields = texts.evaluate_all(
        "all => all.map((one) => [one.dataset.logField, Number(one.getAttribute('maxlength'))])"
    )
    assert len(fields) > 25
    for at, hostile in enumerate(HOSTILE):
        press(page, "new")
        page.locator(".log details").evaluate_all("all => all.forEach((fold) => (fold.open = true))")
        for name, length in fields:
            page.locator(f"[data-log-field='{name}']").fill(hostile[:length].strip())
        values = texts.evaluate_all("all => all.map(({ value }) => value)")
        assert len(values) == len(fields)
        wanted = {unicodedata.normalize("NFC", value) for value in values}
        press(page, "keep-form")
        expect(entries(page)).to_have_count(at + 1)
        assert page.evaluate("window.broken") is None
        newest = page.locator(".log-entries [data-entry]").evaluate_all(
            "all => all.map(({ dataset }) => Number(dataset.seq))"
        )
        open_entry(page, newest.index(max(newest)))
        lines = page.locator(".log-entry dd")
        assert lines.evaluate_all("all => all.filter((line) => line.children.length).length") == 0
        shown = set(lines.evaluate_all("all => all.map((line) => line.textContent)"))
        assert wanted <= shown, hostile
        go(page, "hub")


def test_what_cannot_be_shown_is_replaced_by_a_sign(open_page):
    page = open_log(open_page)
    page.locator("[data-log=text]").evaluate(UNSHOWN)
    page.locator("[data-log=keep]").click()

    expect(entries(page).first).to_contain_text("a\ufffdb\ufffdc\ufffd")


def test_a_pasted_book_is_cut_where_the_field_is_full_and_the_page_says_so(open_page):
    page = open_log(open_page)
    length = page.locator("[data-log=text]").evaluate(TEN_MEGABYTES)

    assert length == 8000
    expect(said(page)).to_have_text(FULL)
    page.locator("[data-log=keep]").click()
    expect(entries(page)).to_have_count(1)


@pytest.mark.parametrize("day", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_written_down(open_page, day):
    page = open_log(open_page)
    press(page, "new")
    field(page, "when")
    page.locator("[data-moment=start] [data-time=day]").fill(day)
    field(page, "what").fill("He called")
    press(page, "keep-form")
    open_entry(page)
    press(page, "correct")
    field(page, "when")

    expect(page.locator("[data-moment=start] [data-time=day]")).to_have_value(day)


def test_without_a_day_nothing_is_written_and_the_form_stays(open_page):
    page = open_log(open_page)
    press(page, "new")
    field(page, "when")
    page.locator("[data-moment=start] [data-time=day]").fill("")
    field(page, "what").fill("He called")
    press(page, "keep-form")

    expect(said(page)).to_have_text("Choose the day it happened. As near as you can is fine.")
    expect(field(page, "what")).to_have_value("He called")


# Keeping


def test_an_entry_is_called_kept_only_when_it_is_stored(open_page):
    """B1.5: not before storage has answered."""
    page = open_with_stand_in(open_page)
    page.evaluate(HOLD)
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()

    expect(page.locator("[data-log=keep]")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("[data-log-state=kept]")).to_have_count(0)
    expect(page.locator("[data-log=text]")).to_have_value(SECRET)
    page.evaluate("window.letGo()")
    expect(entries(page)).to_have_attribute("data-log-state", "kept")
    expect(said(page)).to_have_text("Written down as entry 1. It is kept on this device.")
    expect(page.locator("[data-log=text]")).to_have_value("")
    expect(page.locator(".log-offer")).not_to_be_visible()


def test_words_typed_while_an_entry_is_being_kept_stay(open_page):
    page = open_with_stand_in(open_page)
    page.evaluate(HOLD)
    page.locator("[data-log=text]").fill("One.")
    page.locator("[data-log=keep]").click()
    page.locator("[data-log=text]").press("End")
    page.keyboard.type(" Two")
    page.evaluate("window.letGo()")

    expect(entries(page)).to_have_count(1)
    expect(page.locator("[data-log=text]")).to_have_value(" Two")


def test_what_is_typed_in_the_form_while_it_is_being_kept_is_a_correction_that_is_begun(open_page):
    page = open_with_stand_in(open_page)
    press(page, "new")
    field(page, "what").fill("One")
    page.evaluate(HOLD)
    press(page, "keep-form")
    field(page, "what").fill("One, two")
    field(page, "place").fill("At the corner")
    page.evaluate("window.letGo()")

    expect(said(page)).to_have_text(f"Written down as entry 1. {KEPT} {TYPED_SINCE}")
    expect(page.locator(".log-write h2")).to_have_text("Correct entry 1, or add to it")
    expect(field(page, "place")).to_be_focused()
    draft = {"about": page.evaluate("JSON.parse(window.standIn.stored[0].line).id")}
    draft["fields"] = {"place": "At the corner", "what": "One, two"}
    assert page.evaluate(DRAFT)["form"] == draft

    press(page, "keep-form")
    expect(page.locator(".log-quick")).to_be_visible()
    assert page.evaluate("JSON.parse(window.standIn.stored.at(-1).line).fields") == draft["fields"]
    expect(entries(page)).to_have_count(1)
    press(page, "new")  # what was thrown away meanwhile does not come back
    field(page, "what").fill("Three")
    page.evaluate(HOLD)
    press(page, "keep-form")
    press(page, "cancel-form")
    page.evaluate("window.letGo()")
    expect(entries(page)).to_have_count(2)
    assert page.evaluate(DRAFT) is None
    expect(page.locator(".log-quick")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("storage-full", "There is no room left on this device."),
        ("storage-failed", "The browser could not store it."),
        ("no-worker", "The part of this page that locks what you keep did not work."),
    ],
)
def test_what_could_not_be_kept_stays_in_the_field_and_can_be_kept_later(open_page, kind, reason):
    """B2.15: it is called not kept, and a later try keeps it."""
    page = open_with_stand_in(open_page)
    page.evaluate("kind => { window.standIn.failing = kind }", kind)
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()

    expect(said(page)).to_contain_text(f"{STILL_HERE} {reason}")
    expect(page.locator("[data-log=text]")).to_have_value(SECRET)
    expect(page.locator("[data-log-state=kept]")).to_have_count(0)
    page.evaluate("window.standIn.failing = null")
    page.locator("[data-log=keep]").click()
    expect(entries(page)).to_have_count(1)
    expect(entries(page)).to_have_attribute("data-log-state", "kept")


LOCKED_MEANWHILE = (
    "The log locked before this was added. Open it with your passphrase. What you typed should be in the box "
    "again. Then add it once more."
)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("locked", LOCKED_MEANWHILE),
        ("not-unlocked", LOCKED_MEANWHILE),
        (
            "passphrase-changed",
            "The passphrase was changed in another tab, so this was not added. Open the log with the new "
            "one. What you typed may wait there, locked with the old one.",
        ),
    ],
)
def test_where_it_locked_meanwhile_the_page_does_not_say_that_it_is_on_the_screen(open_page, kind, sentence):
    page = open_with_stand_in(open_page)
    page.evaluate("kind => { window.standIn.failing = kind }", kind)
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()

    expect(said(page)).to_have_text(sentence)


def test_names_of_witnesses_are_asked_for_anew_after_it_locked(open_page):
    page = open_with_stand_in(open_page, 1)
    go(page, "show")
    page.locator(".log-with-apart").check()
    page.evaluate("() => { window.standIn.to('locked'); window.standIn.own.clear() }")
    until(page, "log", "locked")

    expect(page.locator(".log-with-apart")).not_to_be_checked()


def test_a_form_that_could_not_be_kept_stays_as_it_is(open_page):
    page = open_with_stand_in(open_page)
    press(page, "new")
    field(page, "what").fill(SECRET)
    page.evaluate("window.standIn.failing = 'storage-full'")
    press(page, "keep-form")

    expect(said(page)).to_contain_text(STILL_HERE)
    expect(field(page, "what")).to_have_value(SECRET)
    expect(page.locator(".log-write")).to_be_visible()


@pytest.mark.parametrize("late", [False, True])
def test_what_is_stored_as_it_locks_does_not_come_back_to_the_page_and_is_kept_once(open_page, late):
    page = open_with_stand_in(open_page, 1)
    open_entry(page)
    press(page, "correct")
    field(page, "place").fill("At the corner")
    page.evaluate(HOLD)
    press(page, "keep-form")
    page.evaluate(LOCK)
    until(page, "log", "locked")
    page.evaluate("window.letGo()")
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))")
    assert "At the corner" not in page.evaluate(EVERYTHING)
    page.evaluate(OPEN, late)
    expect(said(page)).to_have_text(IN_YOUR_LOG)
    press(page, "new")
    expect(page.locator(".log-write h2")).to_have_text("A longer entry")
    expect(field(page, "place")).to_have_value("")
    go(page, "hub")
    assert page.evaluate(DRAFT_AFTER_A_MOMENT) is None  # in what is kept either

    page.evaluate(HOLD)
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()
    page.locator("[data-log=text]").press("End")
    page.keyboard.type(" and called")
    page.evaluate(LOCK)
    until(page, "log", "locked")
    page.evaluate("window.letGo()")
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 50))")
    assert SECRET not in page.evaluate(EVERYTHING)
    page.evaluate(OPEN, late)
    expect(entries(page)).to_have_count(2)
    expect(said(page)).to_have_text(IN_YOUR_LOG)
    expect(page.locator("[data-log=text]")).to_have_value(" and called")


def test_what_was_not_stored_as_it_locked_is_in_the_box_again(open_page):
    page = open_with_stand_in(open_page)
    page.evaluate("() => { window.standIn.held = new Promise((_, fail) => (window.refuse = fail)) }")
    page.locator("[data-log=text]").fill(SECRET)
    page.locator("[data-log=keep]").click()
    page.evaluate(LOCK)
    until(page, "log", "locked")
    page.evaluate("window.refuse(Object.assign(new Error(), { name: 'KnownError', kind: 'not-unlocked' }))")
    page.evaluate(OPEN, False)
    expect(page.locator("[data-log=text]")).to_have_value(SECRET)
    page.locator("[data-log=keep]").click()
    expect(entries(page)).to_have_count(1)
    expect(page.locator("[data-log=text]")).to_have_value("")


def test_what_was_written_before_a_kept_log_was_opened_goes_into_it(open_page):
    page = open_with_stand_in(open_page, 3)
    page.evaluate("() => { window.standIn.to('off'); window.standIn.own.clear() }")
    until(page, "log", "off")
    write(page, "Before it was opened")
    page.evaluate("() => { window.standIn.to('locked') }")
    page.evaluate("() => { window.standIn.to('unlocked') }")

    expect(entries(page)).to_have_count(4)
    expect(entries(page).first).to_contain_text("Before it was opened")
    assert page.evaluate("window.standIn.stored.length") == 4


def test_what_a_full_device_does_not_take_of_it_is_in_the_list_and_called_not_kept(open_page):
    page = open_with_stand_in(open_page, 3)
    page.evaluate("() => { window.standIn.to('off'); window.standIn.own.clear() }")
    until(page, "log", "off")
    write(page, "Before it was opened")
    page.evaluate("() => { window.standIn.to('locked') }")
    page.evaluate("() => { window.standIn.failing = 'storage-full'; window.standIn.to('unlocked') }")

    expect(page.locator(".log-quick .said")).to_contain_text(
        f"{NOT_YET} There is no room left on this device."
    )
    expect(entries(page)).to_have_count(4)
    expect(page.locator(".log-entries [data-log-state=memory]")).to_contain_text(["Before it was opened"])
    page.evaluate("window.standIn.failing = null")
    write(page, "After it")
    expect(entries(page)).to_have_count(5)
    expect(page.locator(".log-entries [data-log-state=memory]")).to_have_count(0)
    assert page.evaluate("window.standIn.stored.length") == 5


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        ({"kind": "missing", "from": 4, "to": 9}, "Some of your log is missing, at numbers 4 to 9."),
        (
            {"kind": "damaged", "from": 7, "to": 7},
            "Some of your log is damaged and cannot be read, at number 7.",
        ),
        ({"kind": "changed", "from": 2, "to": 2}, "Your log is not as this page wrote it, at number 2."),
    ],
)
def test_what_of_a_log_cannot_be_read_is_named_and_the_rest_is_open(open_page, problem, sentence):
    page = open_with_stand_in(open_page, 3)
    page.evaluate("() => { window.standIn.to('locked'); window.standIn.own.clear() }")
    page.evaluate("problem => { window.standIn.problems = [problem] }", problem)
    page.evaluate("() => { window.standIn.to('unlocked') }")

    expect(page.locator(".log-quick .said")).to_contain_text(sentence)
    expect(page.locator(".log-quick .said")).to_contain_text("This page deleted nothing.")
    expect(entries(page)).to_have_count(3)


# The code


def test_the_code_is_shown_when_it_is_asked_for_and_giving_it_is_an_entry(open_page):
    page = open_with_stand_in(open_page, 3)
    go(page, "show")
    expect(page.locator("[data-log-code]")).not_to_be_visible()
    press(page, "code")
    expect(page.locator("[data-log-code]")).to_contain_text("3 · ")
    code = page.locator("[data-log-code]").inner_text()
    press(page, "code-given")
    expect(said(page)).to_have_text("Write whom you gave it to. Nothing was written down.")
    page.locator(".log-given-to").fill("My lawyer, on paper")
    press(page, "code-given")
    expect(said(page)).to_have_text("Written down as entry 4.")
    expect(page.locator("[data-log-code]")).not_to_be_visible()
    go(page, "hub")

    expect(entries(page).first).to_contain_text("Code of the log given")
    open_entry(page)
    expect(page.locator(".log-entry")).to_contain_text(code)
    expect(page.locator(".log-entry")).to_contain_text("My lawyer, on paper")


def test_a_log_that_is_not_kept_has_no_code(open_page):
    page = open_log(open_page)
    go(page, "show")

    expect(page.locator("[data-log-action=code]")).not_to_be_visible()
    expect(page.locator(".log-code-needs")).to_be_visible()


# What another version wrote

FROM_A_NEWER_GUIDE = """() => {
  const { stored } = window.standIn
  const instant = { offset: "+00:00", zone: "UTC", utc: "2026-03-01T10:00:00Z" }
  stored.push({ seq: 1, line: JSON.stringify({
    v: 1, seq: 1, id: "e-newer", ver: 1, salt: "A".repeat(22), act: "write", kind: "drone",
    when: { as: "exact", wall: "2026-03-01T10:00", ...instant },
    written: { ...instant, clock: "ok" },
    fields: { what: "It hovered", photo: "hologram", signs: ["child", "smoke"], colour_of_sky: "grey" },
  }) })
  window.standIn.to("off")
  return window.standIn.to("unlocked")
}"""


def test_a_correction_keeps_what_only_a_newer_guide_knows(open_page):
    page = open_with_stand_in(open_page)
    page.evaluate(FROM_A_NEWER_GUIDE)
    expect(entries(page)).to_contain_text(["A kind that this guide does not know"])
    open_entry(page)
    expect(page.locator(".log-entry")).to_contain_text("grey")
    press(page, "correct")
    field(page, "what").fill("It hovered for an hour")
    press(page, "keep-form")
    expect(entries(page)).to_contain_text(["It hovered for an hour"])
    (first, second) = page.evaluate("window.standIn.stored.map(({ line }) => JSON.parse(line))")

    assert second["kind"] == first["kind"]
    assert second["fields"] == first["fields"] | {"what": "It hovered for an hour"}
