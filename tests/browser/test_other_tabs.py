"""When one tab leaves, the others of this guide lock and hide, and nothing on them is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_vault import SECRET, OpenPlan, note, state, write
from tests.browser.support import (
    EXIT_URL,
    EXTRA,
    OpenPage,
    Seen,
    has_left,
    serve,
    text_of_pdf,
)
from tests.browser.traces import axe_problems

pytest_plugins = ["tests.browser.plan_fixtures"]

NARROW = {"width": 320, "height": 568}
SENTENCE = "You left in another tab, so this page is hidden. Nothing on it is lost."
SHOW = "Show this page again"
SNAPSHOT = f"""- main:
  - heading "{SENTENCE}" [level=1]
  - button "{SHOW}"
- contentinfo:
  - link "{EXTRA["exit_label"]}":
    - /url: {EXIT_URL}
  - status"""
TELL = "([name, message]) => new BroadcastChannel(name).postMessage(message)"
NAME = "left /"
"""The channel on which tabs of a guide at the root of its origin listen to each other."""
WHOLE = """[document.querySelector("main").innerText, document.body.textContent,
  document.querySelectorAll("[hidden]").length]"""
"""What is shown and what is not; `innerText` of the menu depends on how near it is to the window."""
PLACE = "[document.activeElement.textContent, Math.round(scrollY)]"


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """A page in a new document; other pages that a test opened are closed before the next test."""
    return reopen("phone.html")


def open_tab(page: Page, address: str = "") -> Page:
    """Open an address, or the same one, in a second tab of the same browser."""
    tab = page.context.new_page()
    tab.goto(address or page.url)
    return tab


def leave(page: Page) -> None:
    page.locator(".exit").click()
    has_left(page)


def is_hidden(page: Page) -> None:
    expect(page.locator("html[data-hidden]")).to_have_count(1)


def is_shown(page: Page) -> None:
    expect(page.locator("html:not([data-hidden])")).to_have_count(1)
    expect(page.locator("h1:visible")).to_have_count(1)


def has_heard(page: Page, sender: Page, *messages: object) -> None:
    """Send messages, and one more under its own name when all of them must have arrived."""
    page.evaluate("""() => {
      const channel = new BroadcastChannel("last");
      channel.onmessage = () => document.body.setAttribute("data-heard", "");
    }""")
    for message in messages:
        sender.evaluate(TELL, [NAME, message])
    sender.evaluate(TELL, ["last", ""])
    expect(page.locator("body[data-heard]")).to_have_count(1)


def test_a_tab_hides_when_another_leaves(page: Page) -> None:
    leave(open_tab(page))
    is_hidden(page)
    assert page.locator("body").aria_snapshot() == SNAPSHOT
    assert page.title() == EXTRA["neutral_title"]
    assert page.evaluate("document.activeElement.textContent") == SENTENCE
    assert axe_problems(page) == []


def test_nothing_of_a_hidden_page_is_printed(open_plan: OpenPlan) -> None:
    page = open_plan()
    write(page, 0, SECRET)
    assert SECRET in text_of_pdf(page.pdf()), "the control: the plan is printed where it is shown"
    leave(open_tab(page))
    is_hidden(page)
    assert text_of_pdf(page.pdf()).strip() == ""


def test_showing_it_again_brings_back_text_focus_and_place(open_plan: OpenPlan) -> None:
    page = open_plan()
    write(page, 0, SECRET)
    page.locator("summary:visible").last.focus()
    before = page.evaluate(PLACE)
    shown = page.evaluate(WHOLE)
    assert before[1] > 0
    leave(open_tab(page))
    is_hidden(page)
    assert SECRET not in page.locator("body").aria_snapshot()
    page.get_by_role("button", name=SHOW).press("Enter")
    is_shown(page)
    assert page.evaluate(PLACE) == before
    assert page.evaluate(WHOLE) == shown
    expect(note(page, 0)).to_have_value(SECRET)


def test_a_hidden_page_can_hide_a_second_time(page: Page) -> None:
    for _ in range(2):
        leave(open_tab(page))
        is_hidden(page)
        page.get_by_role("button", name=SHOW).click()
        is_shown(page)


@pytest.mark.parametrize("way", ["click", "Shift"])
def test_a_hidden_page_can_be_left(page: Page, way: str) -> None:
    leave(open_tab(page))
    is_hidden(page)
    if way == "click":
        page.locator("a.exit[data-quick-exit]").click()
    else:
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text("Shift pressed twice. Once more to leave.")
        expect(page.locator(".exit-status")).to_be_visible()
        page.keyboard.press("Shift")
    has_left(page)


def test_a_plan_that_is_open_in_another_tab_is_locked(kept: Page) -> None:
    state(kept, "unlocked")
    leave(open_tab(kept))
    is_hidden(kept)
    state(kept, "locked")
    assert SECRET not in kept.evaluate(
        "[...document.querySelectorAll('textarea')].map((t) => t.value).join()"
    )
    kept.get_by_role("button", name=SHOW).click()
    expect(kept.locator("[data-slot=vault] [data-passphrase]")).to_be_visible()


def test_a_tab_that_is_opened_later_is_not_hidden(page: Page) -> None:
    leave(open_tab(page))
    is_hidden(page)
    is_shown(open_tab(page))


def test_a_tab_that_was_frozen_hides_when_it_wakes_up(open_page: OpenPage) -> None:
    page = open_page("phone.html")
    second = open_tab(page)
    session = page.context.new_cdp_session(page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    leave(second)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    is_hidden(page)


@pytest.mark.parametrize(
    "lacks", ["delete window.BroadcastChannel", "window.BroadcastChannel = () => { throw 0 }"]
)
def test_where_tabs_cannot_tell_each_other_each_still_leaves(open_page: OpenPage, lacks: str) -> None:
    page = open_page(None)
    page.context.add_init_script(lacks)
    page.goto("phone.html")
    second = open_tab(page)
    leave(second)
    is_shown(page)
    leave(page)


def test_only_the_known_message_counts(page: Page) -> None:
    names = ["constructor", "__proto__", "toString", "hasOwnProperty", "LEFT", " left", "kept", "wiped", ""]
    has_heard(page, open_tab(page), *names, ["left"], {"left": "left"}, None, 0)
    is_shown(page)


def test_a_forged_message_can_hide_a_page_and_no_more(page: Page, seen: Seen) -> None:
    sender = open_tab(page)
    for _ in range(3):
        sender.evaluate(TELL, [NAME, "left"])
    is_hidden(page)
    before = len(seen.requests)
    page.get_by_role("button", name=SHOW).click()
    is_shown(page)
    assert seen.requests[before:] == []


@pytest.fixture(scope="module")
def two_guides(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One host with the same guide in two folders."""
    root = tmp_path_factory.mktemp("root")
    for name in ("one", "two"):
        (root / name).symlink_to(site_folder)
    yield from serve(root)


def test_another_guide_on_the_same_host_is_left_alone(page: Page, two_guides: str, seen: Seen) -> None:
    same, other = (open_tab(page, f"{two_guides}{name}/home.html") for name in ("one", "two"))
    leave(open_tab(page, f"{two_guides}one/sheets/incident-log.html"))
    is_hidden(same)
    has_heard(other, same)
    is_shown(other)
    seen.requests.clear()


def test_the_sentence_and_both_ways_fit_and_can_be_read(open_page: OpenPage, seen: Seen) -> None:
    page = open_page("phone.html", viewport=NARROW, bypass_csp=True)
    leave(open_tab(page))
    is_hidden(page)
    for media in ({"color_scheme": "dark"}, {"forced_colors": "active"}, {"forced_colors": "none"}):
        page.emulate_media(**media)  # type: ignore[arg-type]
        if media != {"forced_colors": "active"}:  # axe reads the colours that are not used then
            assert axe_problems(page) == []
        else:
            border = page.locator(".front button").evaluate(
                "e => getComputedStyle(e).borderTopStyle"
            )
            assert border == "solid"
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        places = [page.locator(css).bounding_box() for css in (".front button", "a.exit")]
        assert all(box and box["height"] >= 44 and box["y"] + box["height"] <= 568 for box in places)
        assert places[0]["y"] + places[0]["height"] <= places[1]["y"]  # type: ignore[index]
        page.add_style_tag(content="html { font-size: 250% !important }")
