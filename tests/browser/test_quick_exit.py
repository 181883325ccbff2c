"""Leaving: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import (
    DESKTOP,
    EXIT_URL,
    EXTRA,
    HELD,
    PHONE,
    TOUCH,
    OpenPage,
    Seen,
    has_left,
    until,
)

TABLET = {"width": 800, "height": 600}
ZOOMED = {"width": 320, "height": 200}  # 1280 by 800 at 400 %
EMPTY = [EXTRA["exit_title"], True, EXTRA["exit_title"]]


def leave_slowly(page: Page, then: str = "") -> list[object]:
    """Leave for a page that does not answer; return what the document then holds, and the events it received.

    The driver itself waits for that page, so the document has to report by itself.
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


# Without script


@pytest.mark.parametrize("link", [".exit-first", ".exit"])
@pytest.mark.every_language
def test_the_exit_is_a_plain_link(reopen: OpenPage, link: str) -> None:
    page = reopen("phone.html", scripts=False)
    exit = page.locator(link)
    assert exit.inner_text() == EXTRA["exit_label"]
    assert exit.get_attribute("rel") == "nofollow noreferrer"
    assert exit.get_attribute("target") == "_top"
    exit.focus()
    page.keyboard.press("Enter")
    has_left(page)


@pytest.mark.parametrize("size", [PHONE, DESKTOP, ZOOMED, TABLET])
def test_the_exit_is_large_and_on_top_of_everything(reopen: OpenPage, size: dict[str, int]) -> None:
    page = reopen("phone.html", scripts=False, viewport=size)
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


def test_it_is_at_the_bottom_on_a_phone_and_top_right_on_a_desktop(reopen: OpenPage) -> None:
    on_phone = reopen(scripts=False, viewport=PHONE).locator(".exit").bounding_box()
    on_desktop = reopen(scripts=False).locator(".exit").bounding_box()
    assert on_phone
    assert on_desktop
    assert on_phone["y"] + on_phone["height"] > PHONE["height"] - 20
    assert on_desktop["y"] < 20
    assert on_desktop["x"] + on_desktop["width"] > DESKTOP["width"] - 30


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_it_never_covers_the_last_line_nor_the_header(reopen: OpenPage, size: dict[str, int]) -> None:
    page = reopen("phone.html", scripts=False, viewport=size)
    exit = page.locator(".exit").bounding_box()
    links = [link.bounding_box() for link in page.locator(".md-header a:visible").all()]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    links.append(page.locator("footer .md-grid").bounding_box())
    assert exit
    for box in links:
        assert box
        beside = box["x"] + box["width"] <= exit["x"] or box["x"] >= exit["x"] + exit["width"]
        apart = box["y"] + box["height"] <= exit["y"] or box["y"] >= exit["y"] + exit["height"]
        assert beside or apart


def test_what_has_the_focus_is_not_under_the_exit(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False, viewport=PHONE)
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
def test_a_click_with_a_key_held_leaves_too(reopen: OpenPage, modifier: str) -> None:
    page = reopen()
    page.locator(".exit").click(modifiers=[modifier])  # type: ignore[list-item]
    has_left(page)
    assert len(page.context.pages) == 1


@pytest.mark.every_language
def test_a_tap_leaves(reopen: OpenPage) -> None:
    page = reopen("phone.html", **TOUCH)
    page.locator(".exit").tap()
    has_left(page)


def test_while_the_next_page_is_slow_the_screen_is_empty_and_the_title_neutral(page: Page) -> None:
    assert leave_slowly(page)[0] == EMPTY


def test_leaving_asks_for_nothing_but_the_next_page(open_page: OpenPage, seen: Seen) -> None:
    page = open_page()
    until(page, "reader", "ready")
    before = len(seen.requests)
    page.locator(".exit").click()
    has_left(page)
    icons = ("favicon.ico", "icon.svg")  # browsers ask for them when they please
    assert [url for url in seen.requests[before:] if not url.endswith(icons)] == [EXIT_URL]


def test_other_code_hears_of_it_once_when_the_screen_is_already_empty(page: Page) -> None:
    thrice = "for (const _ of '123') dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));"
    assert leave_slowly(page, thrice) == [EMPTY, 1]


def test_late_work_stays_off_a_page_that_is_restored(page: Page) -> None:
    late = "document.documentElement.append(document.createElement('body'));"
    restored = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));"
    assert leave_slowly(page, late + restored)[0] == EMPTY


def test_the_middle_button_leaves_and_opens_no_tab(reopen: OpenPage) -> None:
    page = reopen("phone.html")
    page.locator(".exit").click(button="middle")
    has_left(page)
    assert len(page.context.pages) == 1


def test_the_right_button_opens_the_browsers_own_menu_and_stays(page: Page, site: str) -> None:
    page.locator(".exit").click(button="right")
    page.wait_for_timeout(200)
    assert page.url == site + "index.html"


@pytest.mark.parametrize(
    "broken",
    [
        "delete Element.prototype.replaceChildren",
        "CSSStyleDeclaration.prototype.setProperty = () => { throw new Error('broken') }",
        "Object.defineProperty(Document.prototype, 'title', { set() { throw new Error('broken') } })",
        "Document.prototype.querySelector = () => { throw new Error('broken') }",
        "addEventListener('click', () => { throw new Error('broken') }, true)",
    ],
)
def test_whatever_throws_the_browser_is_on_its_way(open_page: OpenPage, seen: Seen, broken: str) -> None:
    page = open_page("about.html")
    page.add_init_script(broken)
    page.goto(page.url)
    entries = page.evaluate("history.length")
    page.locator(".exit").click()
    has_left(page)
    assert page.evaluate("history.length") == entries
    seen.errors.clear()


def test_who_opened_the_guide_neither_names_its_window_nor_holds_it(open_page: OpenPage, site: str) -> None:
    page = open_page("about.html")
    with page.context.expect_page() as opened:
        page.evaluate("address => void open(address, 'a-telling-name')", site + "phone.html")
    expect(opened.value.locator("[data-armed]")).to_have_count(1)
    assert opened.value.evaluate("[name, opener]") == ["", None]


@pytest.mark.parametrize(("address", "view"), [("plan.html", "plan"), ("offline.html", "offline")])
def test_inside_another_page_nothing_can_be_written_or_kept(
    open_page: OpenPage, site: str, address: str, view: str
) -> None:
    page = open_page("about.html")
    body = f'<!doctype html><iframe width="900" height="700" src="{site}{address}"></iframe>'
    page.context.route("**/outer", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(site + "outer")
    framed = page.frame_locator("iframe").locator(f'[data-view-id="{view}"]')
    expect(framed.get_by_role("link", name="Open the guide in a window of its own")).to_be_visible()
    expect(framed.locator("h1")).to_be_visible()
    expect(framed.locator("input, button, textarea, select")).to_have_count(0)


# Print


def test_nothing_of_it_is_printed(page: Page) -> None:
    page.keyboard.press("Shift")
    page.emulate_media(media="print")
    for part in (".exit", ".exit-first", ".exit-status"):
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
