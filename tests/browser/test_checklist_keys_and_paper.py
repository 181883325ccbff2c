"""The plan by keyboard and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lasting import Lend
from tests.browser.plan_support import (
    as_opened,
    choose,
    expected,
    has_status,
    open_lasting,
    plan,
    printed,
    says_next,
    squeezed,
    status,
    status_of,
    step,
    tab_to,
    unfold,
)
from tests.browser.support import OpenPage


@pytest.fixture
def ready(lend: Lend) -> Page:
    """The plan with Python, as it is when it was opened from the menu."""
    return lend(open_lasting, as_opened)


class TestByKeyboard:
    def test_a_question_is_answered_and_a_step_is_marked_and_noted(self, ready: Page) -> None:
        keys = ready.keyboard
        plan(ready).locator("details.question-part > summary").first.focus()
        keys.press("Enter")
        fact = plan(ready).locator("details.question-part [data-fact]").first
        keys.press("Tab")
        expect(fact.locator("input").first).to_be_focused()
        keys.press("Space")
        expect(fact.locator("input").first).to_be_checked()
        keys.press("ArrowDown")
        expect(fact.locator("input").nth(1)).to_be_checked()
        answers = {fact.get_attribute("data-fact") or "": "no"}
        has_status(ready, status_of(expected(answers)))

        tab_to(ready, step(ready).locator("input[value=done]"))
        keys.press("Space")
        expect(step(ready).locator("input[value=done]")).to_be_checked()
        tab_to(ready, step(ready).locator("input[value=not-for-me]"))
        tab_to(ready, step(ready).locator("details > summary"))
        keys.press("Enter")
        keys.press("Tab")
        expect(step(ready).locator("textarea")).to_be_focused()
        keys.type("A note")
        keys.press("Tab")
        expect(step(ready).locator("textarea")).to_have_value("A note")

    def test_focus_stays_on_the_answer_when_the_list_is_sorted_anew(self, ready: Page) -> None:
        unfold(ready)
        radio = plan(ready).locator("[data-fact='phone-watched'] input[value=yes]")
        radio.focus()
        ready.keyboard.press("Space")
        has_status(ready, status_of(expected({"phone-watched": "yes"})))
        expect(radio).to_be_focused()

    def test_focus_stays_on_the_mark_when_the_list_is_sorted_anew(self, ready: Page) -> None:
        id = expected({})["first"][0]
        box = plan(ready).locator(f"[data-item='{id}'] input[value=done]")
        box.focus()
        ready.keyboard.press("Space")
        says_next(ready, expected({}, {id: "done"}))
        expect(box).to_be_focused()

    def test_changes_are_announced_politely_in_a_region_that_was_there_before(
        self, open_page: OpenPage, site: str
    ) -> None:
        page = open_page("plan.html", scripts=False)
        assert status(page).get_attribute("role") == "status"
        assert status(page).inner_text() == ""

    def test_every_control_has_a_name_of_its_own(self, ready: Page) -> None:
        names = (
            plan(ready)
            .locator("[data-item] input, [data-item] textarea, [data-item] a")
            .evaluate_all(
                "all => all.map((e) => e.getAttribute('aria-label') ?? e.labels[0].textContent.trim())"
            )
        )
        assert len(names) == len(set(names))


class TestOnPaper:
    def test_a_printed_plan_has_notes_in_full_and_leaves_out_what_is_not_for_me(self, ready: Page) -> None:
        note = "\n".join(
            f"Line {number} of a long note about what I will do next." for number in range(1, 31)
        )
        ids = expected({})["first"][:2]
        done, not_for_me = (plan(ready).locator(f"[data-item='{id}']") for id in ids)
        actions = [squeezed(item.locator("> label").inner_text()) for item in (done, not_for_me)]
        done.locator("input[value=done]").check()
        done.locator("details > summary").click()
        done.locator("textarea").fill(note)
        not_for_me.locator("input[value=not-for-me]").check()
        says_next(ready, expected({}, {ids[0]: "done", ids[1]: "not-for-me"}))
        text = printed(ready)

        assert actions[0] in text
        assert actions[1] not in text
        assert squeezed(note) in text
        for unwanted in (
            "Leave now",
            "Menu",
            "Private reading",
            "Everything on one page",
            "Add a note",
            "Not for me",
            "Try again",
        ):
            assert squeezed(unwanted) not in text, unwanted

    def test_a_caution_is_printed_with_its_step(self, ready: Page) -> None:
        text = printed(ready)
        cautions = plan(ready).locator("[data-horizon] .caution").all_inner_texts()

        assert len(cautions) > 50
        said = [caution.removeprefix("Take care. ") for caution in cautions]  # some say it of the next step
        assert [caution for caution in said if squeezed(caution) not in text] == []

    def test_what_was_left_out_is_not_printed(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        result = expected({"phone-watched": "yes"})
        has_status(ready, status_of(result))
        plan(ready).locator(".left-out > summary").click()
        labels = [plan(ready).locator(f"[data-item='{item['id']}'] > label") for item in result["left_out"]]
        actions = [squeezed(label.inner_text()) for label in labels]
        text = printed(ready)

        assert [action for action in actions if action in text] == []

    def test_the_button_prints(self, ready: Page) -> None:
        ready.evaluate("window.print = () => { window.printed = true }")
        plan(ready).locator("summary", has_text="Print it").click()
        plan(ready).get_by_role("button", name="Print", exact=True).click()

        assert ready.evaluate("window.printed") is True
