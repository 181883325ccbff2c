"""What covers what: the exit's room, the way back over the focus, marks of the focus, boxes in line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import PHONE, OpenPage, show_whole

LONG_LABEL = "Leave this page now and show the weather instead of it"
COVERED = """() => {
  const exit = document.querySelector('.exit').getBoundingClientRect()
  const under = (part) => {
    const box = part.getBoundingClientRect()
    return box.right > exit.left && box.left < exit.right && box.bottom > exit.top && box.top < exit.bottom
  }
  return [...document.querySelectorAll('header :is(input, button, a), h1')]
    .filter((part) => part.checkVisibility() && !part.closest('.exit-first, .skip-link') && under(part))
    .map((part) => part.outerHTML.slice(0, 80))
}"""


@pytest.mark.parametrize("width", [1216, 1280, 1920])
def test_a_long_label_of_the_exit_covers_nothing_in_the_header(reopen: OpenPage, width: int) -> None:
    page = reopen("index.html", viewport={"width": width, "height": 700})
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.locator(".exit").evaluate("(exit, label) => (exit.textContent = label)", LONG_LABEL)
    assert page.evaluate(COVERED) == []


def test_going_backwards_by_key_the_header_covers_no_focus(reopen: OpenPage) -> None:
    page = reopen("index.html", viewport=PHONE)
    page.locator("#menu a[data-open='numbers']").evaluate("link => link.click()")
    expect(page.locator(".back")).to_be_visible()
    page.locator(".countries details").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")
    page.locator("article[data-view-id='numbers'] .dial").nth(40).focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(
            """() => document.activeElement.getBoundingClientRect().top
                 >= document.querySelector('.md-header').getBoundingClientRect().bottom"""
        ), page.evaluate("document.activeElement.outerHTML")


def test_a_heading_with_the_focus_has_a_bar_and_no_box(reopen: OpenPage) -> None:
    page = reopen("index.html")
    page.keyboard.press("Tab")
    page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
    heading = page.locator("article[data-view-id='phone'] h1")
    expect(heading).to_be_focused()
    style = "h => [getComputedStyle(h).outlineStyle, getComputedStyle(h).borderLeftStyle]"
    assert heading.evaluate(style) == ["none", "solid"]


HEADER = """() => {
  const { top, bottom, height } = document.querySelector('.md-header').getBoundingClientRect()
  return { top, bottom, height, fits: document.documentElement.scrollWidth <= innerWidth }
}"""


def header_after_scrolling(page: Page, size: str = "") -> dict[str, float]:
    page.evaluate("(size) => (document.documentElement.style.fontSize = size)", size)
    page.evaluate("scrollTo(0, 2000)")
    box: dict[str, float] = page.evaluate(HEADER)
    assert box["fits"]
    return box


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 360, 412])
def test_on_a_phone_the_header_is_one_line_that_stays(reopen: OpenPage, width: int, scripts: bool) -> None:
    page = reopen("phone.html", scripts=scripts, viewport={"width": width, "height": 740})
    box = header_after_scrolling(page)
    assert box["top"] == 0
    assert box["height"] <= 56
    targets = page.locator(".bar > :is(a, button):visible")
    assert targets.count() == (4 if scripts else 3)
    for target in targets.all():
        size = target.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 44


@pytest.mark.parametrize(
    ("width", "height", "size"), [(360, 740, "250%"), (320, 256, ""), (740, 360, ""), (1280, 400, "250%")]
)
def test_where_it_would_take_the_screen_the_header_scrolls_away(
    reopen: OpenPage, width: int, height: int, size: str
) -> None:
    page = reopen("phone.html", viewport={"width": width, "height": height})
    box = header_after_scrolling(page, size)
    assert box["bottom"] <= 0
    line = (64 if width > 1216 else 52) * (2 if size else 1)
    lines = 3 if (width, size) == (360, "250%") else 2
    assert box["height"] <= lines * line + 2
    assert page.evaluate("getComputedStyle(document.documentElement).scrollPaddingTop") == "0px"


def test_an_anchor_is_not_under_the_header(reopen: OpenPage) -> None:
    page = reopen("now.html", scripts=False, viewport=PHONE)
    page.get_by_role("link", name="They are at my door").click()
    top = page.locator("#keep-the-door-shut").evaluate("(heading) => heading.getBoundingClientRect().top")
    assert page.evaluate(HEADER)["bottom"] <= top < 100


def test_boxes_to_take_stand_in_one_line_with_their_words(reopen: OpenPage) -> None:
    page = reopen("plan.html", viewport=PHONE)
    show_whole(page)
    expect(page.locator(".take-tools")).to_be_visible()
    labels = page.locator(".take-more label")
    displays = labels.evaluate_all("all => all.map((label) => getComputedStyle(label).display)")
    assert len(displays) > 2
    assert {*displays} == {"inline-flex"}
