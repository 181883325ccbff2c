"""The plan before Python is there, without it, and when things go wrong."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lasting import Lend
from tests.browser.overflow_support import open_overflowing, overflow
from tests.browser.plan_support import (
    ANSWER_ALL,
    PYTHON_FILES,
    SECRET,
    SPY,
    WHOLE_VIEW,
    as_opened,
    catalogue,
    choose,
    expected,
    has_status,
    listed,
    open_lasting,
    open_tailored,
    plan,
    says_next,
    state,
    status,
    status_of,
    step,
    unfold,
)
from tests.browser.support import PHONE, OpenPage, Seen, show_whole, until

CANNOT_TAILOR = (
    "Your answers cannot sort the list right now, so you see every step. "
    "You can still read, tick, note and print it."
)


@pytest.fixture
def waiting(open_page: OpenPage) -> Page:
    """The plan with script, where no file of Python's arrives until `unroute_all`."""
    page = open_page(None, viewport=PHONE)
    page.context.route("**/assets/python/**", lambda route: route.abort())
    page.context.add_init_script(SPY)
    page.goto("plan.html")
    show_whole(page)
    return page


@pytest.fixture
def ready(lend: Lend) -> Page:
    """The plan with Python, as it is when it was opened from the menu."""
    return lend(open_lasting, as_opened)


@pytest.fixture
def overflowing(lend: Lend) -> Page:
    """The plan with the published core of Python, whose worker takes requests as `overflow` sends them."""
    return lend(open_lasting_overflow, as_opened)


def open_lasting_overflow(open_page: OpenPage) -> Page:
    page = open_overflowing(open_page, slim=False)
    page.evaluate(f"window.opened = ({WHOLE_VIEW})()")
    return page


def every_step(page: Page) -> set[str]:
    """Return the ids of the steps that are not left out."""
    return {step["id"] for name, steps in listed(page).items() if name != "left-out" for step in steps}


class TestBeforePython:
    def test_the_list_works_and_one_sentence_says_that_it_cannot_be_fitted(
        self, waiting: Page, seen: Seen
    ) -> None:
        before = listed(waiting)
        state(waiting, "failed")

        expect(status(waiting)).to_have_text(CANNOT_TAILOR)
        unfold(waiting)
        choose(waiting, "phone-watched", "yes")
        step(waiting).locator("input[value=done]").check()
        step(waiting).locator("details > summary").click()
        step(waiting).locator("textarea").fill(SECRET)
        assert listed(waiting) == before
        expect(status(waiting)).to_have_text(CANNOT_TAILOR)
        seen.errors.clear()

    def test_trying_again_fits_the_list_once_the_files_arrive(self, waiting: Page, seen: Seen) -> None:
        state(waiting, "failed")
        unfold(waiting)
        choose(waiting, "phone-watched", "yes")
        waiting.context.unroute_all()
        plan(waiting).get_by_role("button", name="Try again").click()
        state(waiting, "ready")

        has_status(waiting, status_of(expected({"phone-watched": "yes"})))
        expect(plan(waiting).get_by_role("button", name="Try again")).to_be_hidden()
        seen.errors.clear()

    def test_without_webassembly_nothing_is_fetched_and_the_list_works(
        self, open_page: OpenPage, seen: Seen
    ) -> None:
        page = open_page(None, viewport=PHONE)
        page.context.add_init_script("delete globalThis.WebAssembly")
        page.goto("plan.html")
        show_whole(page)
        state(page, "failed")

        expect(status(page)).to_have_text(CANNOT_TAILOR)
        step(page).locator("input[value=done]").check()
        expect(step(page).locator("input[value=done]")).to_be_checked()
        assert [url for url in seen.requests if "pyodide" in url] == []

    def test_nothing_hides_the_list_while_python_is_on_its_way(self, open_page: OpenPage) -> None:
        page = open_page(None, viewport=PHONE)
        page.context.route("**/assets/python/**", lambda route: None)
        page.goto("plan.html")
        show_whole(page)
        state(page, "loading")

        expect(step(page)).to_be_visible()
        step(page).locator("input[value=done]").check()
        expect(step(page).locator("input[value=done]")).to_be_checked()
        assert not page.locator("[aria-busy=true], progress, [inert]").count()
        page.context.unroute_all(behavior="ignoreErrors")


class TestWhenThingsGoWrong:
    def test_after_an_error_another_worker_answers_what_was_asked(self, overflowing: Page) -> None:
        unfold(overflowing)
        choose(overflowing, "phone-watched", "yes")
        has_status(overflowing, status_of(expected({"phone-watched": "yes"})))
        overflow(overflowing, 1)
        choose(overflowing, "threats", "yes")
        answers = {"phone-watched": "yes", "threats": "yes"}

        has_status(overflowing, status_of(expected(answers)))
        assert overflowing.evaluate("[window.broken, window.ended]") == [1, 1]
        choose(overflowing, "threats", "no")
        has_status(overflowing, status_of(expected({**answers, "threats": "no"})))
        assert overflowing.evaluate("window.ended") == 1

    @pytest.mark.parametrize("broken", ["error", "messageerror"])
    def test_a_worker_that_broke_is_never_asked_again(self, overflowing: Page, broken: str) -> None:
        ready = overflowing
        ready.evaluate(f"window.workers.at(-1).dispatchEvent(new Event('{broken}', {{ cancelable: true }}))")
        dead = ready.evaluate("[window.ended, window.workers.length, window.sent.length]")
        unfold(ready)
        choose(ready, "phone-watched", "yes")

        has_status(ready, status_of(expected({"phone-watched": "yes"})))
        workers = dead[1] + 1
        assert ready.evaluate("[window.ended, window.workers.length]") == [dead[0], workers]
        assert '"action":"start"' in ready.evaluate(f"window.sent[{dead[2]}]")

    def test_after_two_errors_in_a_row_every_step_is_shown_and_marks_stay(self, overflowing: Page) -> None:
        every = {item["id"] for item in json.loads(catalogue())["items"]}
        unfold(overflowing)
        choose(overflowing, "works", "no")
        answers = {"works": "no"}
        has_status(overflowing, status_of(expected(answers)))
        first = expected(answers)["first"][0]
        done = plan(overflowing).locator(f"[data-item='{first}'] input[value=done]")
        done.check()
        says_next(overflowing, expected(answers, {first: "done"}))
        assert every_step(overflowing) != every
        overflow(overflowing, 9)
        choose(overflowing, "works", "yes")
        state(overflowing, "failed")

        expect(status(overflowing)).to_have_text(CANNOT_TAILOR)
        assert every_step(overflowing) == every
        assert plan(overflowing).locator("[data-item] .reason").count() == 0
        expect(done).to_be_checked()
        overflow(overflowing, 0)
        plan(overflowing).get_by_role("button", name="Try again").click()
        state(overflowing, "ready")
        says_next(overflowing, expected({"works": "yes"}, {first: "done"}))

    def test_a_worker_that_falls_silent_leaves_a_list_that_works(self, open_page: OpenPage) -> None:
        ready = open_tailored(open_page)
        ready.evaluate("Object.getPrototypeOf(window.Worker.prototype).terminate.call(window.workers.at(-1))")
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        step(ready).locator("input[value=done]").check()

        expect(step(ready).locator("input[value=done]")).to_be_checked()
        assert sum(len(entries) for entries in listed(ready).values()) == len(
            json.loads(catalogue())["items"]
        )

    @pytest.mark.parametrize("file", PYTHON_FILES)
    def test_one_missing_file_is_told_in_the_same_sentence(
        self, reopen: OpenPage, seen: Seen, file: str
    ) -> None:
        page = reopen(None, viewport=PHONE)
        missing = f"**/assets/python/{file}"
        page.context.route(missing, lambda route: route.fulfill(status=404, body="gone"))
        page.goto("plan.html")
        show_whole(page)
        state(page, "failed")
        page.context.unroute(missing)

        expect(status(page)).to_have_text(CANNOT_TAILOR)
        expect(step(page)).to_be_visible()
        seen.errors.clear()

    def test_only_the_last_of_fast_answers_counts(self, ready: Page) -> None:
        for value in ("yes", "no", "unsure", "no", "yes"):
            ready.evaluate(ANSWER_ALL, {"phone-watched": value, "threats": value})

        has_status(ready, status_of(expected({"phone-watched": "yes", "threats": "yes"})))


class TestArrival:
    def test_the_plans_own_page_is_tailored_on_its_one_address(self, open_page: OpenPage, site: str) -> None:
        page = open_page("plan.html", viewport=PHONE)
        show_whole(page)
        state(page, "ready")
        unfold(page)
        choose(page, "phone-watched", "yes")
        has_status(page, status_of(expected({"phone-watched": "yes"})))
        page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
        until(page, "view", "phone")
        assert page.url == site + "plan.html"
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")

        expect(plan(page).locator("[data-fact='phone-watched'] input[value=yes]")).to_be_checked()

    def test_the_plan_works_when_reached_from_another_page(self, open_page: OpenPage, site: str) -> None:
        page = open_page("phone.html", viewport=PHONE)
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        until(page, "view", "plan")
        show_whole(page)
        state(page, "ready")
        unfold(page)
        choose(page, "phone-watched", "yes")

        has_status(page, status_of(expected({"phone-watched": "yes"})))
        assert page.url == site + "phone.html"

    def test_python_is_not_fetched_before_the_plan_is_opened(self, open_page: OpenPage, seen: Seen) -> None:
        page = open_page("index.html", viewport=PHONE)
        page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
        until(page, "view", "phone")
        page.wait_for_load_state("networkidle")

        until(page, "python", "absent")
        assert [url for url in seen.requests if "/python/" in url] == []
