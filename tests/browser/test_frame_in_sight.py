"""What covers what: the exit's room, the way back over the focus, marks of the focus, boxes in line."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.support import PHONE, OpenPage, show_whole

LONG_LABEL = "Leave this page now and show the weather instead of it"
COVERED = """() => {
  const exit = document.querySelector('.exit').getBoundingClientRect()
  const under = (part) => {
    const box = part.getBoundingClientRect()
    return box.right > exit.left && box.left < exit.right && box.bottom > exit.top && box.top < exit.bottom
  }
  return [...document.querySelectorAll('header :is(input, button, a), .leave-note a, h1')]
    .filter((part) => part.checkVisibility() && !part.closest('.exit-first, .skip-link') && under(part))
    .map((part) => part.outerHTML.slice(0, 80))
}"""


@pytest.mark.parametrize("width", [1216, 1280, 1920])
def test_a_long_label_of_the_exit_covers_nothing_in_the_header(reopen: OpenPage, width: int) -> None:
    page = reopen("index.html", viewport={"width": width, "height": 700})
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.locator(".exit").evaluate("(exit, label) => (exit.textContent = label)", LONG_LABEL)
    assert page.evaluate(COVERED) == []


def test_going_backwards_by_key_the_way_back_covers_no_focus(reopen: OpenPage) -> None:
    page = reopen("index.html", viewport=PHONE)
    page.locator("#menu a[data-open='numbers']").evaluate("link => link.click()")
    expect(page.locator(".back")).to_be_visible()
    page.locator("article[data-view-id='numbers'] .dial").nth(40).focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(
            """() => document.activeElement.getBoundingClientRect().top
                 >= document.querySelector('.back').getBoundingClientRect().bottom"""
        ), page.evaluate("document.activeElement.outerHTML")


def test_a_heading_with_the_focus_has_a_bar_and_no_box(reopen: OpenPage) -> None:
    page = reopen("index.html")
    page.keyboard.press("Tab")
    page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
    heading = page.locator("article[data-view-id='phone'] h1")
    expect(heading).to_be_focused()
    style = "h => [getComputedStyle(h).outlineStyle, getComputedStyle(h).borderLeftStyle]"
    assert heading.evaluate(style) == ["none", "solid"]


def test_boxes_to_take_stand_in_one_line_with_their_words(reopen: OpenPage) -> None:
    page = reopen("plan.html", viewport=PHONE)
    show_whole(page)
    expect(page.locator(".take-tools")).to_be_visible()
    labels = page.locator(".take-more label")
    displays = labels.evaluate_all("all => all.map((label) => getComputedStyle(label).display)")
    assert displays == ["inline-flex", "inline-flex"]
