"""Leaving: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.support import (
    DESKTOP,
    EXIT_PAGE,
    EXIT_URL,
    EXTRA,
    FLAGS,
    HELD,
    PHONE,
    CarelessHandler,
    OpenPage,
    Seen,
    serve,
)

TABLET = {"width": 800, "height": 600}
ZOOMED = {"width": 320, "height": 200}  # 1280 by 800 at 400 %
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
ONCE = "Shift pressed once. Twice more to leave."
TWICE = "Shift pressed twice. Once more to leave."
LATE = "Shift was not pressed again in time. Press it three times to leave."
EMPTY = [EXTRA["exit_title"], True, EXTRA["exit_title"]]


def leave_slowly(page: Page, then: str = "") -> list[object]:
    """Leave for a page that does not answer; return what the document then holds, and how many heard of it.

    The driver itself waits for that page, so the document has to tell of its own accord.
    """
    page.evaluate(
        f"""address => {{
      let heard = 0;
      document.querySelectorAll("[data-quick-exit]").forEach((link) => link.href = address);
      document.addEventListener("guide:leave", () => heard += document.body ? 100 : 1);
      document.addEventListener("guide:leave", () => setTimeout(() => {{
        {then}
        const root = document.documentElement;
        console.log(JSON.stringify([[document.title, !document.body, root.textContent], heard]));
      }}, 100), {{ once: true }});
    }}""",
        HELD,
    )
    with page.expect_console_message() as told:
        page.locator(".exit").click(no_wait_after=True)
    return list(json.loads(told.value.text))


def has_left(page: Page) -> None:
    expect(page).to_have_title("Weather today")
    assert page.url == EXIT_URL


# Without script


@pytest.mark.parametrize("link", [".exit-first", ".exit"])
def test_the_exit_is_a_plain_link(open_page: OpenPage, link: str) -> None:
    page = open_page("phone.html", scripts=False)
    exit = page.locator(link)
    assert exit.inner_text() == EXTRA["exit_label"]
    assert exit.get_attribute("rel") == "nofollow noreferrer"
    assert exit.get_attribute("target") is None
    exit.focus()
    page.keyboard.press("Enter")
    has_left(page)


def test_every_page_has_both_exits(open_page: OpenPage, page_files: list[str], site: str) -> None:
    page = open_page(scripts=False)
    for file in page_files:
        page.goto(site + file)
        links = page.locator("[data-quick-exit]")
        assert [link.get_attribute("href") for link in links.all()] == [EXIT_URL, EXIT_URL], file
        expect(page.locator(".exit")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [PHONE, DESKTOP, ZOOMED, TABLET])
def test_the_exit_is_large_and_on_top_of_everything(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page("phone.html", scripts=False, viewport=size)
    for place in (0, 500, 100_000):
        page.evaluate("top => scrollTo(0, top)", place)
        box = page.locator(".exit").bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44
        corners = [(x, y) for x in (4, box["width"] - 4) for y in (4, box["height"] - 4)]
        for x, y in corners:
            at = [box["x"] + x, box["y"] + y]
            assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", at) == "exit"


def test_it_is_at_the_bottom_on_a_phone_and_top_right_on_a_desktop(open_page: OpenPage) -> None:
    on_phone = open_page(scripts=False, viewport=PHONE).locator(".exit").bounding_box()
    on_desktop = open_page(scripts=False).locator(".exit").bounding_box()
    assert on_phone
    assert on_desktop
    assert on_phone["y"] + on_phone["height"] > PHONE["height"] - 20
    assert on_desktop["y"] < 20
    assert on_desktop["x"] + on_desktop["width"] > DESKTOP["width"] - 30


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_it_never_covers_the_last_line_nor_the_header(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page("phone.html", scripts=False, viewport=size)
    exit = page.locator(".exit").bounding_box()
    links = [link.bounding_box() for link in page.locator(".md-header a, .leave-note").all()]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    links.append(page.locator("footer .md-grid").bounding_box())
    assert exit
    for box in links:
        assert box
        beside = box["x"] + box["width"] <= exit["x"] or box["x"] >= exit["x"] + exit["width"]
        apart = box["y"] + box["height"] <= exit["y"] or box["y"] >= exit["y"] + exit["height"]
        assert beside or apart


def test_what_has_the_focus_is_not_under_the_exit(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False, viewport=PHONE)
    exit = page.locator(".exit").bounding_box()
    assert exit
    for _ in range(25):
        page.keyboard.press("Tab")
        box = page.evaluate("""() => {
          const { top, bottom } = document.activeElement.getBoundingClientRect();
          return document.activeElement.matches("[data-quick-exit]") ? null : [top, bottom];
        }""")
        assert box is None or box[0] < exit["y"], "the whole of it is covered"


# With script


@pytest.mark.parametrize("address", ["index.html", "phone.html", "404.html", "sheets/incident-log.html"])
def test_a_click_takes_the_place_of_the_page(open_page: OpenPage, site: str, address: str) -> None:
    page = open_page("about.html")
    page.goto(site + address)
    entries = page.evaluate("history.length")
    page.locator(".exit").click()
    has_left(page)
    assert page.evaluate("history.length") == entries
    page.go_back()
    expect(page).to_have_url(site + "about.html")


@pytest.mark.parametrize("modifier", ["Shift", "Control", "Meta", "Alt"])
def test_a_click_with_a_key_held_leaves_too(open_page: OpenPage, modifier: str) -> None:
    page = open_page()
    page.locator(".exit").click(modifiers=[modifier])  # type: ignore[list-item]
    has_left(page)
    assert len(page.context.pages) == 1


def test_a_tap_leaves(open_page: OpenPage) -> None:
    page = open_page("phone.html", **TOUCH)
    page.locator(".exit").tap()
    has_left(page)


def test_while_the_next_page_is_slow_the_screen_is_empty_and_the_title_neutral(page: Page) -> None:
    assert leave_slowly(page)[0] == EMPTY


def test_leaving_asks_for_nothing_but_the_next_page(open_page: OpenPage, seen: Seen) -> None:
    page = open_page()
    page.wait_for_load_state("networkidle")
    before = len(seen.requests)
    page.locator(".exit").click()
    has_left(page)
    assert [url for url in seen.requests[before:] if "favicon" not in url] == [EXIT_URL]


def test_other_code_hears_of_it_once_when_the_screen_is_already_empty(page: Page) -> None:
    thrice = "for (const _ of '123') dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));"
    assert leave_slowly(page, thrice) == [EMPTY, 1]


def test_late_work_stays_off_a_page_that_is_restored(page: Page) -> None:
    late = "document.documentElement.append(document.createElement('body'));"
    restored = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));"
    assert leave_slowly(page, late + restored)[0] == EMPTY


# Keyboard and announcements


def test_the_exit_is_first_in_the_tab_order_and_then_seen(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False)
    first = page.locator(".exit-first")
    assert page.evaluate("getComputedStyle(document.querySelector('.exit-first')).clipPath") == "inset(50%)"
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    assert first.evaluate("link => getComputedStyle(link).clipPath") == "none"


def test_the_line_on_leaving_names_the_keys_only_where_they_work(open_page: OpenPage) -> None:
    keys = ".leave-keys"
    expect(open_page(scripts=False).locator(keys)).to_be_hidden()
    expect(open_page().locator(keys)).to_be_visible()
    expect(open_page(**TOUCH).locator(keys)).to_be_hidden()


def test_three_shifts_are_counted_aloud_and_leave(page: Page) -> None:
    status = page.get_by_role("status").and_(page.locator(".exit-status"))
    expect(status).to_have_text("")
    page.keyboard.press("Shift")
    expect(status).to_have_text(ONCE)
    expect(status).to_be_in_viewport(ratio=1)
    page.keyboard.press("Shift")
    expect(status).to_have_text(TWICE)
    page.keyboard.press("Shift")
    has_left(page)


def test_both_shift_keys_count_even_when_pressed_together(page: Page) -> None:
    page.keyboard.down("ShiftLeft")
    page.keyboard.down("ShiftRight")
    page.keyboard.up("ShiftLeft")
    page.keyboard.up("ShiftRight")
    expect(page.locator(".exit-status")).to_have_text(TWICE)
    page.keyboard.press("ShiftRight")
    has_left(page)


@pytest.mark.parametrize(
    "keys", ["Shift+A", "Shift+Tab", "Control+Shift", "Alt+Shift", "Shift+Alt", "Escape"]
)
def test_shift_with_another_key_does_not_count(page: Page, keys: str) -> None:
    for _ in range(4):
        page.keyboard.press(keys)
    expect(page.locator(".exit-status")).to_have_text("")
    expect(page.locator("h1").first).to_be_visible()


def test_shift_with_the_mouse_does_not_count(page: Page) -> None:
    for _ in range(4):
        page.locator("h1").first.click(modifiers=["Shift"])
    expect(page.locator(".exit-status")).to_have_text("")


def test_another_key_starts_the_count_anew(page: Page) -> None:
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("x")
    expect(page.locator(".exit-status")).to_have_text("")
    page.keyboard.press("Shift")
    expect(page.locator(".exit-status")).to_have_text(ONCE)


def test_a_key_held_down_is_one_press(page: Page) -> None:
    for _ in range(5):
        page.keyboard.down("Shift")
    page.keyboard.up("Shift")
    expect(page.locator(".exit-status")).to_have_text(ONCE)


def test_five_seconds_between_presses_are_enough_and_more_are_too_late(page: Page, site: str) -> None:
    page.clock.install(time=datetime(2026, 11, 22))
    page.goto(site)
    page.clock.pause_at(datetime(2026, 11, 23))
    status = page.locator(".exit-status")
    page.keyboard.press("Shift")
    page.clock.run_for(4900)
    page.keyboard.press("Shift")
    expect(status).to_have_text(TWICE)
    page.clock.run_for(4900)
    expect(status).to_have_text(TWICE)
    page.clock.run_for(200)
    expect(status).to_have_text(LATE)
    page.keyboard.press("Shift")
    expect(status).to_have_text(ONCE)
    page.clock.run_for(5100)
    expect(status).to_have_text(LATE)
    page.clock.run_for(5000)
    expect(status).to_have_text("")


def test_in_a_text_field_shift_counts_on_a_keyboard_but_not_on_a_screen(open_page: OpenPage) -> None:
    add_field = "document.querySelector('h1').append(document.createElement('textarea'))"
    for options, said in (({}, ONCE), (TOUCH, "")):
        page = open_page("phone.html", **options)
        page.evaluate(add_field)
        page.locator("h1 textarea").focus()
        page.keyboard.press("Shift")
        expect(page.locator(".exit-status")).to_have_text(said)


# Print


def test_nothing_of_it_is_printed(page: Page) -> None:
    page.keyboard.press("Shift")
    page.emulate_media(media="print")
    for part in (".exit", ".exit-first", ".exit-status", ".leave-note"):
        expect(page.locator(part)).to_be_hidden()


# Errors


def test_without_a_connection_the_guide_is_gone_all_the_same(
    open_page: OpenPage, site: str, seen: Seen
) -> None:
    page = open_page("about.html")
    page.goto(site + "phone.html")
    page.context.route(EXIT_URL, lambda route: route.abort("internetdisconnected"))
    page.locator(".exit").click()
    expect(page).to_have_url("chrome-error://chromewebdata/")
    page.go_back()
    expect(page).to_have_url(site + "about.html")
    assert all("ERR_INTERNET_DISCONNECTED" in error for error in seen.errors)
    seen.errors.clear()


def test_the_links_work_when_the_script_does_not_load(open_page: OpenPage, site: str, seen: Seen) -> None:
    page = open_page()
    page.context.route("**/assets/page.js", lambda route: route.abort())
    page.goto(site + "phone.html")
    page.locator(".exit").click()
    has_left(page)
    seen.errors.clear()


# Back, in a browser that keeps pages in memory


@pytest.fixture(scope="module")
def plain_page(
    playwright: Playwright, chromium_path: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page of a browser started as a person starts it: a driver switches the back/forward cache off."""
    profile = tmp_path_factory.mktemp("profile")
    flags = [*FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
    process = subprocess.Popen([chromium_path, *flags, "about:blank"], stderr=subprocess.DEVNULL)
    try:
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{debugging_port(profile)}")
        yield browser.contexts[0].pages[0]
        browser.close()
    finally:
        process.terminate()
        process.wait()


def debugging_port(profile: Path) -> str:
    told = profile / "DevToolsActivePort"
    for _ in range(200):
        if told.is_file() and (lines := told.read_text().splitlines()):
            return lines[0]
        time.sleep(0.1)
    raise AssertionError("Chromium did not start")


@pytest.fixture(scope="module")
def careless_site(site_folder: Path) -> Iterator[str]:
    """The site on a host that lets browsers keep pages: those come back from memory the soonest."""
    yield from serve(site_folder, CarelessHandler)


def do_soon(page: Page, script: str) -> None:
    """Run what leads away from a page, once the driver has its answer."""
    page.evaluate(f"() => void setTimeout(() => {script})")


def go_back(page: Page, title: str) -> str:
    """Go back as a script can, for the driver is not told of a page that was kept; return where it leads."""
    do_soon(page, "history.back()")
    expect(page).to_have_title(title)
    return str(page.evaluate("location.href"))


def test_back_meets_a_kept_page_after_a_link_but_no_guide_after_leaving(
    plain_page: Page, careless_site: str
) -> None:
    page, site = plain_page, careless_site
    page.goto(site + "about.html")
    page.evaluate("document.title = 'first'")
    page.goto(site + "phone.html")
    page.evaluate("document.title = 'kept'")
    page.goto(site + "home.html")
    assert go_back(page, "kept") == site + "phone.html", "the control: this browser keeps pages"
    page.context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    do_soon(page, "document.querySelector('.exit').click()")
    expect(page).to_have_title("Weather today")
    do_soon(page, "history.back()")
    expect(page).not_to_have_title("Weather today")
    assert page.evaluate("location.href") == site + "about.html"
