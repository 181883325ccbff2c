"""A page hides out of sight, and a page of notes covers it, where a reader has switched that on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import passphrase_of, status, unlock
from tests.browser.support import EXIT_URL, EXTRA, OpenPage, Seen, has_left, text_of_pdf, until
from tests.browser.traces import axe_problems

pytest_plugins = ["tests.browser.plan_fixtures"]

PHONE = {"width": 320, "height": 568}
HIDDEN = "This page is hidden. Nothing on it is lost."
NOTE = f"""- main:
  - heading "{HIDDEN}" [level=1]
  - button "Show this page again"
- contentinfo:
  - link "{EXTRA["exit_label"]}":
    - /url: {EXIT_URL}
  - status"""
GO = """(isHidden) => {
  Object.defineProperty(document, 'hidden', { get: () => isHidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}"""
TWO_TAPS = """() => {
  for (const css of ['footer .cover-tap', '.cover .cover-tap']) document.querySelector(css).click()
}"""
"""On "Cover", and on what comes in its place: the second does not uncover."""
PLACE = """[document.activeElement.textContent, Math.round(scrollY),
  document.querySelectorAll('body > [hidden], footer > [hidden]').length]"""


def switch_on(page: Page, *names: str) -> None:
    fold = page.locator("[data-out-of-sight]:visible")
    fold.locator("summary").click()
    for name in names:
        fold.get_by_label(name).check()


def is_back(page: Page) -> None:
    expect(page.locator("html:not([data-hidden])")).to_have_count(1)


def test_without_script_the_choice_says_what_it_needs(reopen: OpenPage) -> None:
    page = reopen("reading.html", scripts=False)
    page.locator("[data-out-of-sight] summary").click()
    expect(page.locator("[data-out-of-sight] p")).to_have_text("This needs JavaScript.")
    page.goto(page.url.replace("reading", "plan"))
    expect(page.locator("[data-out-of-sight]")).to_have_count(0)


@pytest.mark.parametrize("name", ["reading.html", "log.html", "index.html"])
def test_a_page_hides_out_of_sight_and_comes_back_as_it_was(reopen: OpenPage, seen: Seen, name: str) -> None:
    page = reopen(name)
    if name == "index.html":
        page.locator("#menu a[data-open=plan]").evaluate("link => link.click()")
        until(page, "view", "plan")
        page.locator(".hub [data-to-screen=keep]").click()
    if name == "log.html":
        until(page, "log", "off")
        page.locator("[data-log=text]").fill("A blue door")
    page.evaluate(GO, False)
    expect(page.locator("html:not([data-sight])")).to_have_count(1)
    switch_on(page, "Hide this page when it is out of sight")
    expect(page.get_by_role("status").filter(has_text="Hiding is on.")).to_have_count(1)
    before, sent, entries = page.evaluate(PLACE), len(seen.requests), page.evaluate("history.length")

    page.evaluate(GO, True)
    page.evaluate(GO, False)
    until(page, "hidden", "away")
    assert page.locator("body").aria_snapshot() == NOTE
    assert page.evaluate("document.activeElement.textContent") == HIDDEN
    assert (page.title(), page.evaluate("history.length")) == (EXTRA["neutral_title"], entries)
    assert text_of_pdf(page.pdf()).strip() == ""
    assert axe_problems(page) == []

    page.get_by_role("button", name="Show this page again").press("Enter")
    is_back(page)
    assert page.evaluate(PLACE) == before
    if name == "log.html":
        expect(page.locator("[data-log=text]")).to_have_value("A blue door")
    if name != "index.html":  # there Python is on its way, and may arrive while nothing is seen
        assert seen.requests[sent:] == []


def test_a_cover_comes_and_goes_by_key_and_by_button_and_can_be_left(reopen: OpenPage, seen: Seen) -> None:
    page = reopen("reading.html", viewport=PHONE)
    page.keyboard.press("F2")
    expect(page.locator("html:not([data-hidden])")).to_have_count(1)
    switch_on(page, "Offer a cover", "Hide this page when it is out of sight")
    expect(page.locator(".cover-tap")).to_have_css("position", "fixed")
    before, sent, address = page.evaluate(PLACE), len(seen.requests), page.url

    for uncover in ("key", "button"):
        if uncover == "key":
            page.keyboard.press("F2")
        else:
            page.get_by_role("button", name="Cover it").click()
        cover = page.locator("[data-cover]")
        expect(cover.get_by_role("heading", level=1)).to_be_focused()
        covered_at = page.evaluate("performance.now()")
        page.evaluate(GO, True)  # what is covered stays covered
        page.evaluate(GO, False)
        said = page.locator("body").aria_snapshot()
        assert not re.search(rf"{EXTRA['exit_label']}|guide|stalk|safe|hidden|Show", said, re.IGNORECASE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert axe_problems(page) == []
        if uncover == "key":
            page.keyboard.press("F2")
        else:
            page.wait_for_function("since => performance.now() - since > 500", arg=covered_at)
            page.get_by_role("button", name="All notes").click()
        is_back(page)
    assert (page.evaluate(PLACE)[1:], page.url, seen.requests[sent:]) == (before[1:], address, [])

    boxes = [page.locator(css).bounding_box() for css in ("footer .exit", ".cover-tap")]
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]  # type: ignore[index]
    page.evaluate(TWO_TAPS)
    way_out = page.get_by_role("link", name=EXTRA["exit_title"])
    assert way_out.evaluate("link => Math.min(link.offsetWidth, link.offsetHeight)") >= 44
    way_out.click()
    has_left(page)


def test_shift_three_times_leaves_a_covered_page(reopen: OpenPage) -> None:
    page = reopen("reading.html")
    switch_on(page, "Offer a cover")
    page.keyboard.press("F2")
    for _ in range(3):
        page.keyboard.press("Shift")
    has_left(page)


PLAY = """async () => {
  const head = new DataView(new ArrayBuffer(44))
  const words = { 0: 'RIFF', 8: 'WAVE', 12: 'fmt ', 36: 'data' }
  for (const [at, word] of Object.entries(words)) {
    [...word].forEach((letter, i) => head.setUint8(Number(at) + i, letter.charCodeAt()))
  }
  const numbers = [[4, 480036], [16, 16], [20, 0x10001], [24, 8000], [28, 8000], [32, 0x80001], [40, 480000]]
  for (const [at, number] of numbers) head.setUint32(at, number, true)
  window.player = new Audio(URL.createObjectURL(new Blob([head, new Uint8Array(480000).fill(128)])))
  document.querySelector('main').append(player)
  await player.play()
}"""
"""A minute of silence, as a recording that is kept with the log."""


def test_a_cover_is_silent_and_needs_no_style_sheet(open_page: OpenPage, seen: Seen) -> None:
    page = open_page(None)
    page.route("**/assets/sight.css", lambda route: route.abort())
    page.goto("reading.html")
    switch_on(page, "Offer a cover", "Hide this page when it is out of sight")
    page.evaluate(PLAY)
    assert not page.evaluate("player.paused")
    page.keyboard.press("F2")
    assert page.evaluate("player.paused")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    expect(page.locator(".exit-status")).to_contain_text("Once more to leave")
    said = page.locator("body").aria_snapshot()
    assert not re.search(rf"{EXTRA['exit_label']}|leave", said, re.IGNORECASE)
    assert not page.locator("footer .exit").is_visible()
    page.keyboard.press("F2")
    expect(page.locator("footer .exit")).to_be_visible()
    page.evaluate("player.play()")
    page.evaluate(GO, True)
    assert page.evaluate("player.paused")
    assert seen.errors, "the style sheet did not come"
    seen.errors.clear()


def test_a_kept_choice_that_does_not_load_is_no_silent_promise(kept: Page, seen: Seen) -> None:
    words = passphrase_of(kept)
    switch_on(kept, "Hide this page when it is out of sight")
    status(kept, "Kept on this device")
    kept.route("**/assets/sight-choice.js", lambda route: route.abort())
    kept.reload()
    unlock(kept, words)
    fold = kept.locator("[data-out-of-sight]")
    expect(fold).to_have_attribute("open", "")
    expect(fold).to_contain_text("so this page will not hide")
    seen.errors.clear()
    kept.unroute("**/assets/sight-choice.js")
    for _ in range(2):
        fold.locator("summary").evaluate("summary => summary.click()")
    expect(fold.get_by_label("Hide this page when it is out of sight")).to_be_checked()
    kept.evaluate(GO, True)
    until(kept, "hidden", "away")
