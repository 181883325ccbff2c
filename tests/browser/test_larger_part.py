"""The smaller core of Python answers first. After an error of it, nothing more is loaded unless asked for."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lasting import Lend
from tests.browser.overflow_support import open_overflowing, overflow
from tests.browser.plan_support import (
    ONLY_PUBLISHED,
    ONLY_SLIM,
    SECRET,
    catalogue,
    choose,
    expected,
    go_to,
    has_status,
    listed,
    manifest_of_python,
    plan,
    state,
    status,
    status_of,
    step,
    tab_to,
    unfold,
)
from tests.browser.support import PHONE, OpenPage, Seen, hold_back, show_whole, until, until_held
from tests.browser.traces import FEW_STEPS, axe_problems

NARROW = {"width": 320, "height": 640}
CANNOT_FIT = (
    "The list cannot be fitted to these answers here, so you see every step. Nothing you typed is lost. "
    "You can still read, tick, note and print it."
)
CANNOT_START = (
    "The list cannot be fitted to your answers in this browser, so you see every step. "
    "You can still read, tick, note and print it."
)
NOT_LOADED = (
    "The larger part did not load, so you still see every step. Nothing you typed is lost. "
    "You can try it again."
)
ABOUT = (
    "A larger part of this page may be able to do it. It loads only if you press the button. "
    "Someone who can watch the network could then see that more was loaded, but never what you wrote."
)
COMING = "The larger part is loading. You still see every step."
FITTED = "The list is now fitted to your answers."
ANSWERS = {"works": "yes", "phone-watched": "yes"}


def cores_asked_for(seen: Seen) -> set[str]:
    """Return the names of the files asked for that one core alone has."""
    return {
        name for name in (*ONLY_SLIM, *ONLY_PUBLISHED) if any(url.endswith(name) for url in seen.requests)
    }


def module_of(names: list[str]) -> str:
    (module,) = (name for name in names if name.endswith(".wasm"))
    return module


def core(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-python-core")


def offer(page: Page) -> Locator:
    return plan(page).locator(".larger-part")


def button(page: Page) -> Locator:
    return offer(page).get_by_role("button")


def retry(page: Page) -> Locator:
    return plan(page).locator("[data-plan-action=retry]")


def typed(page: Page) -> list[str]:
    texts: list[str] = plan(page).locator("textarea").evaluate_all("all => all.map(({ value }) => value)")
    return texts


def open_stopped(open_page: OpenPage) -> Page:
    """Open the plan, mark a step, write a note, and give an answer at which the smaller core stops."""
    page = open_overflowing(open_page)
    assert core(page) == "slim"
    unfold(page)
    choose(page, "works", "yes")
    has_status(page, status_of(expected({"works": "yes"})))
    first = step(page)
    first.locator("input[value=done]").check()
    first.locator("details > summary").click()
    first.locator("textarea").fill(SECRET)
    overflow(page, 1)
    choose(page, "phone-watched", "yes")
    state(page, "failed")
    return page


def is_stopped(page: Page) -> None:
    assert page.locator("html").get_attribute("data-python") == "failed"
    page.set_viewport_size(PHONE)
    show_whole(page)


@pytest.fixture
def stopped(lend: Lend) -> Page:
    """The plan after an error of the smaller core; nobody presses the button in it."""
    return lend(open_stopped, is_stopped)


def test_without_script_there_is_no_offer(reopen: OpenPage) -> None:
    page = reopen("plan.html", scripts=False)
    assert page.locator(".larger-part").count() == 0
    assert core(page) is None


class TestAfterAnError:
    def test_every_step_is_shown_with_all_that_was_typed_and_marked(self, stopped: Page) -> None:
        expect(status(stopped)).to_have_text(CANNOT_FIT)
        expect(plan(stopped).locator(".plan-said")).to_have_text(CANNOT_FIT)
        shown = {
            item["id"] for name, items in listed(stopped).items() if name != "left-out" for item in items
        }
        assert shown == {item["id"] for item in json.loads(catalogue())["items"]}
        assert plan(stopped).locator("[data-item] .reason").count() == 0
        assert plan(stopped).locator("input[value=done]:checked").count() == 1
        assert SECRET in plan(stopped).locator("textarea").evaluate_all(
            "all => all.map(({ value }) => value)"
        )
        assert core(stopped) is None

    def test_the_larger_part_is_offered_with_its_size_in_place_of_trying_again(self, stopped: Page) -> None:
        size = manifest_of_python()["larger"] / 1e6
        expect(offer(stopped).locator("p")).to_have_text(ABOUT)
        expect(button(stopped)).to_have_text(re.compile(r"Try with the larger part \(about \d\.\d MB\)"))
        (said,) = re.findall(r"\d\.\d", button(stopped).inner_text())
        assert size <= float(said) < size + 0.1
        expect(retry(stopped)).to_be_hidden()

    def test_the_worker_is_ended_and_no_later_answer_is_asked_of_another(self, stopped: Page) -> None:
        before = stopped.evaluate("[window.ended, window.workers.length, window.sent.length]")
        assert before[:2] == [1, 1]
        choose(stopped, "phone-watched", "no")
        choose(stopped, "phone-watched", "yes")
        step(stopped, 1).locator("input[value=done]").check()
        step(stopped, 1).locator("input[value=done]").uncheck()
        assert stopped.evaluate("[window.ended, window.workers.length, window.sent.length]") == before

    @pytest.mark.parametrize("screen", ["steps", "whole"])
    def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(self, stopped: Page, screen: str) -> None:
        stopped.set_viewport_size(NARROW)
        if screen != "whole":
            go_to(stopped, screen)
        expect(button(stopped)).to_be_visible()
        assert stopped.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert axe_problems(stopped, aside=FEW_STEPS) == []


def test_nothing_is_loaded_before_the_press_and_then_the_same_question_is_answered(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_stopped(open_page)
    done = plan(page).locator("[data-item]:has(input[value=done]:checked)")
    marks = {str(done.get_attribute("data-item")): "done"}
    assert cores_asked_for(seen) == {*ONLY_SLIM}
    asked = len(seen.requests)
    choose(page, "works", "no")
    choose(page, "works", "yes")
    page.wait_for_load_state("networkidle")
    assert seen.requests[asked:] == []

    held = hold_back(page, f"**/{module_of(ONLY_PUBLISHED)}")
    tab_to(page, button(page))
    page.keyboard.press("Enter")
    until_held(page, held)
    expect(plan(page).locator(".plan-said")).to_have_text(COMING)
    expect(status(page)).to_have_text(COMING)
    expect(button(page)).to_have_attribute("aria-disabled", "true")
    expect(button(page)).to_be_focused()
    page.keyboard.press("Enter")  # nothing more comes of it
    for route in held:
        route.continue_()

    state(page, "ready")
    assert core(page) == "published"
    expect(plan(page).locator(".plan-said")).to_have_text(FITTED)
    expect(offer(page)).to_be_hidden()
    assert page.evaluate("document.activeElement.localName") == "h2"
    assert cores_asked_for(seen) == {*ONLY_SLIM, *ONLY_PUBLISHED}
    has_status(page, status_of(expected(ANSWERS, marks)))
    choose(page, "threats", "yes")
    has_status(page, status_of(expected({**ANSWERS, "threats": "yes"}, marks)))
    assert page.evaluate("window.workers.length") == 2
    assert not [url for url in seen.requests if "phone-watched" in url or "works" in url]


def test_where_the_larger_part_does_not_arrive_all_stays_and_it_can_be_asked_for_again(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_stopped(open_page)
    missing = f"**/{module_of(ONLY_PUBLISHED)}"
    page.context.route(missing, lambda route: route.abort())
    button(page).click()
    expect(status(page)).to_have_text(NOT_LOADED)
    expect(plan(page).locator(".plan-said")).to_have_text(NOT_LOADED)
    state(page, "failed")
    expect(button(page)).to_be_focused()
    expect(button(page)).not_to_have_attribute("aria-disabled", "true")
    expect(retry(page)).to_be_hidden()
    assert SECRET in typed(page)
    seen.errors.clear()

    page.context.unroute(missing)
    button(page).click()
    state(page, "ready")
    assert core(page) == "published"
    page.reload()
    page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
    state(page, "ready")
    assert core(page) == "slim"


def test_a_smaller_core_that_does_not_start_is_told_and_the_larger_part_is_offered(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_page(None, viewport=PHONE)
    broken = {"body": b"broken", "content_type": "application/wasm"}
    page.context.route(f"**/{module_of(ONLY_SLIM)}", lambda route: route.fulfill(**broken))
    page.goto("plan.html")
    show_whole(page)
    state(page, "failed")
    expect(status(page)).to_have_text(CANNOT_START)
    assert cores_asked_for(seen) == {*ONLY_SLIM}
    button(page).click()
    state(page, "ready")
    until(page, "python-core", "published")
    unfold(page)
    choose(page, "phone-watched", "yes")
    has_status(page, status_of(expected({"phone-watched": "yes"})))
