"""“Why and how” opens inside the card of a step: the item's own text, as its topic has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_support import plan, squeezed
from tests.browser.support import DESKTOP, PHONE, OpenPage, Seen, drawn_text, show_whole, until
from tests.browser.test_cautions import open_without_python
from tests.browser.test_reader import LEAVE, is_open, switch_to, traces
from tests.browser.traces import axe_problems

IN_THE_DOCUMENT = "change-your-screen-lock"
ON_REQUEST = "have-your-mail-sent-on"
END = ("h1", "h2", "h3")
CARD_AS_HEARD = """
- 'button "Why and how: Change the code that unlocks your phone" [expanded]'
- paragraph: /^The code guards your messages and your plans/
- paragraph: /^Pick a new code that is not a birthday/
- paragraph: /^If it is not safe to say no/
- paragraph:
  - link "Where this page comes from"
  - text: /Last read against its sources/
- paragraph:
  - 'link "Read the whole topic: Change the code that unlocks your phone"'
"""
TEXTS = """() => Object.fromEntries([...document.querySelectorAll("[data-item]")].map((step) =>
  [step.dataset.item, step.querySelector(".why > div").textContent.replace(/\\s+/g, "")]))"""

ALL_HAVE_ONE = """() => [...document.querySelectorAll("[data-item]")].every((step) =>
  step.querySelector(".why > div"))"""


def texts_of_steps(page: Page) -> dict[str, str]:
    """Open the text of each step; return all of them once all are there."""
    page.wait_for_function(ALL_HAVE_ONE)  # the plan's script puts them there after the plan is shown
    page.evaluate("document.querySelectorAll('.why-button').forEach((button) => button.click())")
    are_there = f"() => Object.values(({TEXTS})()).every((text) => text.length > 100)"
    page.wait_for_function(are_there, timeout=60_000)
    texts: dict[str, str] = page.evaluate(TEXTS)
    return texts


def open_plan(open_page: OpenPage, address: str = "index.html") -> Page:
    page = open_without_python(open_page, address)
    page.set_viewport_size(PHONE)
    if address == "index.html":
        switch_to(page, "plan")
        is_open(page, "plan")
    show_whole(page)
    return page


def card(page: Page, item: str) -> Locator:
    return plan(page).locator(f"[data-item='{item}']")


def button(page: Page, item: str) -> Locator:
    return card(page, item).get_by_role("button", name=re.compile("^Why and how"))


def text(page: Page, item: str) -> Locator:
    return card(page, item).locator(".why > div")


def texts_of_topics(site: Path) -> dict[str, str]:
    """Return the text of every item as the pages of its topic have it, without its caution."""
    found = {}
    for step in html.parse(site / "plan.html").iterfind(".//*[@data-item]"):
        id, address = step.get("data-item"), step.find(".//div/a").get("href").split("#")[0]
        heading = html.parse(site / address).find(f".//*[@id='{id}']")
        parts = []
        for part in heading.itersiblings():
            if part.tag in END or part.get("class") == "page-sources":
                break
            parts += [part] if part.get("class") != "caution" else []
        parts += heading.getparent().findall("./*[@class='page-sources']")
        found[id] = "".join("".join(part.text_content() for part in parts).split())
    return found


# Without script


def test_without_script_and_on_paper_it_is_a_link_to_the_item(open_page: OpenPage) -> None:
    page = open_page("plan.html", scripts=False)
    link = card(page, IN_THE_DOCUMENT).locator(".step-tools a")
    expect(link).to_have_text("Why and how")
    expect(link).to_have_attribute("href", f"phone.html#{IN_THE_DOCUMENT}")
    expect(page.locator(".why-button")).to_have_count(0)


# With script


@pytest.mark.parametrize("address", ["index.html", "plan.html"])
def test_every_step_shows_all_that_its_topic_has_of_it(
    open_page: OpenPage, site_folder: Path, address: str
) -> None:
    page = open_plan(open_page, address)
    wanted = texts_of_topics(site_folder)
    assert texts_of_steps(page) == wanted
    assert len(wanted) > 100
    assert min(map(len, wanted.values())) > 100
    ids = page.locator("[id]").evaluate_all("all => all.map((element) => element.id)")
    assert sorted(ids) == sorted(set(ids))


def test_one_tap_opens_it_in_the_card_and_one_tap_closes_it_and_nothing_tells_of_it(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_plan(open_page)
    before, asked = traces(page), len(seen.requests)
    button(page, IN_THE_DOCUMENT).click()
    expect(text(page, IN_THE_DOCUMENT)).to_be_visible()
    expect(text(page, IN_THE_DOCUMENT)).to_contain_text("Pick a new code that is not a birthday")
    expect(card(page, IN_THE_DOCUMENT).locator(".caution")).to_have_count(1)
    is_open(page, "plan")
    button(page, IN_THE_DOCUMENT).click()
    expect(text(page, IN_THE_DOCUMENT)).to_be_hidden()
    expect(text(page, IN_THE_DOCUMENT)).to_be_empty()
    assert traces(page) == before
    assert seen.requests[asked:] == []


def test_its_links_open_views_and_back_returns_to_the_card(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    for item, topic in ((IN_THE_DOCUMENT, "phone"), (ON_REQUEST, "address")):
        button(page, item).click()
        link = card(page, item).get_by_role("link", name=re.compile("^Read the whole topic"))
        link.click()
        is_open(page, topic)
        expect(page.locator(f"[id='{item}']")).to_be_focused()
        page.locator(".bar > .back").click()
        is_open(page, "plan")
        expect(link).to_be_focused()
        expect(text(page, item)).to_be_visible()


def test_a_text_that_does_not_come_says_so_and_the_next_try_can_bring_it(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_plan(open_page)
    page.route("**/address.html", lambda route: route.abort())
    button(page, ON_REQUEST).click()
    expect(text(page, ON_REQUEST)).to_have_text(
        "This part did not load. You can close it and try again, or read the whole topic."
    )
    expect(
        card(page, ON_REQUEST).get_by_role("link", name=re.compile("^Read the whole topic"))
    ).to_be_visible()
    seen.errors.clear()
    page.unroute("**/address.html")
    button(page, ON_REQUEST).click()
    button(page, ON_REQUEST).click()
    expect(text(page, ON_REQUEST)).to_contain_text("Where this page comes from")


def test_another_plan_or_none_closes_it_and_leaving_takes_it_away(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    button(page, IN_THE_DOCUMENT).click()
    plan(page).evaluate("view => view.dispatchEvent(new Event('plan:written'))")
    expect(text(page, IN_THE_DOCUMENT)).to_be_empty()
    expect(button(page, IN_THE_DOCUMENT)).to_have_attribute("aria-expanded", "false")
    button(page, ON_REQUEST).click()
    page.evaluate(LEAVE)
    expect(page.locator(".why")).to_have_count(0)


# By keyboard, for the ear, on a narrow screen


def test_the_keyboard_opens_and_closes_it_and_the_focus_stays(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    card(page, IN_THE_DOCUMENT).locator("[data-mark=mine]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(text(page, IN_THE_DOCUMENT)).to_be_visible()
    expect(button(page, IN_THE_DOCUMENT)).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page, IN_THE_DOCUMENT).get_by_role("link", name="Where this page comes from")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(text(page, IN_THE_DOCUMENT)).to_be_hidden()
    expect(button(page, IN_THE_DOCUMENT)).to_be_focused()


def test_it_is_a_button_that_says_whether_it_is_open_and_the_text_follows(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    expect(button(page, IN_THE_DOCUMENT)).to_have_attribute("aria-expanded", "false")
    said = plan(page).locator(".plan-said").text_content()
    button(page, IN_THE_DOCUMENT).click()
    expect(card(page, IN_THE_DOCUMENT)).to_match_aria_snapshot(CARD_AS_HEARD)
    assert plan(page).locator(".plan-said").text_content() == said
    page.set_viewport_size(DESKTOP)  # on a phone, fixed bars cover a part of what is scrolled
    page.evaluate("scrollTo(0, 0)")
    assert axe_problems(page) == []


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_narrow_screen(open_page: OpenPage, width: int) -> None:
    page = open_plan(open_page)
    page.set_viewport_size({"width": width, "height": 568})
    button(page, IN_THE_DOCUMENT).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outer, inner = card(page, IN_THE_DOCUMENT).bounding_box(), text(page, IN_THE_DOCUMENT).bounding_box()
    assert outer
    assert inner
    assert inner["x"] >= outer["x"]
    assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]
    assert inner["width"] >= 0.8 * outer["width"]
    height = button(page, IN_THE_DOCUMENT).evaluate("element => element.offsetHeight")
    assert height >= 44


# On paper


def test_an_open_text_changes_nothing_on_paper(open_page: OpenPage) -> None:
    page = open_plan(open_page)
    until(page, "view", "plan")
    before = squeezed(drawn_text(page.pdf(format="A4")))
    button(page, IN_THE_DOCUMENT).click()
    expect(text(page, IN_THE_DOCUMENT)).to_be_visible()
    assert squeezed(drawn_text(page.pdf(format="A4"))) == before
    assert squeezed("Pick a new code that is not a birthday") not in before
