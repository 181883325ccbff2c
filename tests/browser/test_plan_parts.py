"""The plan's parts: without script, with it, by keyboard, in Python's words, and when things go wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lasting import Lasting, Lend
from tests.browser.plan_support import as_opened, open_lasting
from tests.browser.support import PHONE, OpenPage, be_whole, show_whole, until
from tests.browser.traces import axe_problems

START = 60_000  # milliseconds that Python may take on a busy machine
ARABIC, HINDI = "مريم عند الباب", "सीमा शर्मा"
LONG_NAME = "Alexandra-Konstantina " * 3 + "of the bakery"


def plan(page: Page) -> Locator:
    return page.locator("article[data-view-id='plan']")


def part(page: Page, name: str) -> Locator:
    """Return a part, unfolded."""
    be_whole(page)
    found = plan(page).locator(f"#part-{name}")
    if found.get_attribute("open") is None:
        found.locator(":scope > summary").click()
    return found


def entry(of: Locator, number: int) -> Locator:
    return of.locator(".entry").nth(number)


def field(of: Locator, name: str) -> Locator:
    return of.locator(f"[data-field='{name}']")


def said(page: Page) -> Locator:
    return plan(page).locator(".plan-said")


def tailored(page: Page) -> None:
    """Wait until Python has answered for the first time, soon after it is ready."""
    until(page, "python", "ready", timeout=START)
    plan(page).locator(".plan-status").filter(has_text=re.compile(r"\d")).wait_for(state="attached")


def saved_json(page: Page) -> dict[str, Any]:
    """Return the plan as the page would save it."""
    be_whole(page)
    fold = plan(page).locator(".take-own > details")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    with page.expect_download() as download:
        plan(page).get_by_role("button", name="Save my whole plan").click()
    saved: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return saved


@pytest.fixture
def alone(lasting: Lasting, site: str) -> Page:
    """The plan's own page in a new document, where no file of Python's ever arrives."""
    return lasting.lend(plan_without_python, lambda page: open_alone(page, site))


def plan_without_python(open_page: OpenPage) -> Page:
    page = open_page(None, viewport=PHONE)
    page.context.route("**/assets/python/**", lambda route: None)
    open_alone(page, "")
    return page


def open_alone(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="null", reduced_motion="null")
    page.goto(f"{site}plan.html")
    show_whole(page)
    plan(page).locator(".take-tools").wait_for()
    assert page.evaluate("[...document.querySelectorAll('textarea')].every(({ value }) => !value)")


@pytest.fixture
def ready(lend: Lend) -> Page:
    """The plan with Python, as it is when it was opened from the menu."""
    return lend(open_lasting, as_opened)


class TestWithoutScript:
    def test_every_part_can_be_read_and_filled_in(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False, viewport=PHONE)
        for found in plan(page).locator("[data-part]").all():
            found.locator(":scope > summary").focus()
            page.keyboard.press("Enter")
            expect(found.locator("[data-field]").first).to_be_visible()
        people = plan(page).locator("#part-people")
        expect(people.locator(".entry")).to_have_count(3)
        field(entry(people, 2), "name").fill("Aunt")
        expect(field(entry(people, 2), "name")).to_have_value("Aunt")
        idea = plan(page).locator("#part-if-then [data-idea]").first
        event, then = idea.locator("b").all_text_contents()
        expect(idea).to_contain_text(f"If {event}, I will {then}")
        assert not plan(page).locator("[data-plan-action], [data-take]").filter(visible=True).count()

    def test_nothing_on_the_page_is_sent_or_offered_again(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        assert plan(page).locator("form:not([method=dialog][autocomplete=off])").count() == 0
        fields = plan(page).locator("input, textarea, select")
        assert set(fields.evaluate_all("all => all.map((field) => field.autocomplete)")) == {"off"}
        assert plan(page).locator("button:not([type=button])").count() == 0


class TestParts:
    def test_a_part_begins_with_one_entry_and_takes_more(self, alone: Page) -> None:
        people = part(alone, "people")
        expect(people.locator(".entry")).to_have_count(1)
        field(people, "name").fill("Aunt")
        people.get_by_role("button", name="Add one more: person").click()

        expect(people.locator(".entry > legend")).to_have_text(["Person 1", "Person 2"])
        expect(field(entry(people, 1), "name")).to_have_value("")
        expect(field(entry(people, 0), "name")).to_have_value("Aunt")
        expect(people.locator("summary small").first).to_have_text("1 written")

    def test_an_entry_that_was_taken_out_can_be_put_back(self, alone: Page) -> None:
        people = part(alone, "people")
        field(people, "name").fill("Aunt")
        people.get_by_role("button", name="Add one more").click()
        field(entry(people, 1), "name").fill("Bo")
        people.get_by_role("button", name="Remove Person 1").click()
        expect(people.locator(".entry")).to_have_count(1)
        expect(field(people, "name")).to_have_value("Bo")
        people.get_by_role("button", name="Put it back").click()

        assert field(people, "name").evaluate_all("all => all.map((field) => field.value)") == ["Aunt", "Bo"]
        expect(people.get_by_role("button", name="Put it back")).to_be_hidden()

    def test_a_part_holds_fifty_entries(self, alone: Page) -> None:
        numbers = part(alone, "numbers")
        add = numbers.get_by_role("button", name="Add one more")
        add.evaluate("button => { for (let number = 0; number < 60; number++) button.click() }")

        expect(numbers.locator(".entry")).to_have_count(50)
        expect(said(alone)).to_have_text("A part holds at most 50 entries.")

    def test_not_for_me_folds_a_part_away_and_keeps_what_is_in_it(self, alone: Page) -> None:
        places = part(alone, "places")
        field(places, "name").fill("Library")
        places.get_by_label("Not for me").check()

        assert places.get_attribute("open") is None
        expect(places.locator("summary small").first).to_have_text("not for me")
        assert saved_json(alone)["skipped"] == ["places"]
        assert saved_json(alone)["parts"]["places"] == [{"name": "Library"}]
        part(alone, "places").get_by_label("Not for me").uncheck()
        assert saved_json(alone)["skipped"] == []

    def test_all_that_is_written_is_in_the_document(self, alone: Page) -> None:
        people = part(alone, "people")
        field(people, "name").fill(LONG_NAME)
        field(people, "reach").fill(ARABIC)
        people.locator("[value='where-i-go']").check()
        field(part(alone, "to-take"), "other").fill(f"{HINDI}\nTea")
        field(part(alone, "review"), "next").fill("2027-01-31")
        plan(alone).locator("details.question-part").nth(5).locator("summary").click()
        plan(alone).locator("[data-choice=country]").select_option("uk")
        plan(alone).locator("[data-choice=matters] [value=children]").check()

        assert saved_json(alone) == {
            "kind": "plan", "version": 2, "answers": {}, "marks": {}, "mine": {}, "notes": {},
            "choices": {"country": "uk", "matters": ["children"]},
            "parts": {
                "people": [{"name": LONG_NAME, "reach": ARABIC, "knows": ["where-i-go"]}],
                "to-take": [{"other": f"{HINDI}\nTea"}],
            },
            "skipped": [], "review": {"next": "2027-01-31"},
        }  # fmt: skip

    def test_without_python_every_idea_is_offered(self, alone: Page) -> None:
        steps = part(alone, "if-then")
        steps.locator(".ideas > summary").click()
        expect(steps.locator("[data-idea]:visible")).to_have_count(steps.locator("[data-idea]").count())
        idea = steps.locator("[data-idea]").nth(2)
        event, then = idea.locator("b").all_inner_texts()
        idea.get_by_role("button").click()

        expect(field(entry(steps, 0), "if")).to_have_value(event)
        expect(field(entry(steps, 0), "then")).to_have_value(then)
        expect(field(entry(steps, 0), "then")).to_be_focused()
        expect(said(alone)).to_have_text("Written down as “Step 1”. You can change it.")
        steps.locator("[data-idea]").nth(0).get_by_role("button").click()
        expect(steps.locator(".entry")).to_have_count(2)

    def test_a_look_at_the_plan_is_noted(self, alone: Page) -> None:
        plan(alone).get_by_role("button", name="I have looked at it today").click()
        today = alone.evaluate("new Date().toLocaleDateString('sv')")
        assert saved_json(alone)["review"]["last"] == today

    def test_a_full_field_says_so(self, alone: Page) -> None:
        name = field(part(alone, "people"), "name")
        name.fill("x" * 80)
        expect(said(alone)).to_have_text("This box is full. Anything you add now is lost.")


class TestInPythonsWords:
    def test_gaps_follow_what_is_written_and_lead_to_their_part(self, ready: Page) -> None:
        gap = plan(ready).locator(".gaps li", has_text="you trust, you can write down their name.")
        expect(gap).to_be_visible()
        gap.get_by_role("link").click()
        people = plan(ready).locator("#part-people")
        expect(people.locator(":scope > summary")).to_be_focused()
        field(people, "name").fill("Aunt")
        field(people, "reach").focus()

        expect(gap).to_have_count(0)
        expect(
            plan(ready).locator(".gaps li", has_text="For each person, you can add how to reach them.")
        ).to_have_count(1)
        people.get_by_label("Not for me").check()
        expect(plan(ready).locator(".gaps a", has_text="People I trust")).to_have_count(0)

    def test_an_answer_tells_in_one_sentence_what_changed_and_lists_it(self, ready: Page) -> None:
        before = plan(ready).locator(".left-out [data-item]").count()
        reach = plan(ready).locator("details.question-part", has_text="What can the person reach?")
        reach.locator("summary").click()
        plan(ready).locator("[data-fact='phone-watched'] [value=yes]").check()
        changed = plan(ready).locator(".what-changed")
        expect(changed).to_be_visible()
        beginning = "What changed: {sentence}".format(sentence="")
        sentence = changed.locator("summary").inner_text().removeprefix(beginning)

        expect(said(ready)).to_have_text(sentence)
        changed.locator("summary").click()
        left_out = plan(ready).locator(".left-out [data-item]").count()
        removed, _, _ = "Left out: {action}. {reason}".partition("{")
        expect(changed.locator("li", has_text=removed)).to_have_count(left_out - before)
        expect(changed.locator("li").first).to_contain_text(
            "This does not fit what you said about a device that may be watched."
        )

    def test_ideas_that_an_answer_rules_out_go_and_come_back(self, ready: Page) -> None:
        steps = part(ready, "if-then")
        steps.locator(".ideas > summary").click()
        by_car = steps.locator("[data-idea='followed-by-car']")
        expect(by_car).to_be_visible()
        answers = plan(ready).locator("[data-fact='uses-car']")
        answers.locator("[value=no]").evaluate("radio => radio.click()")
        expect(by_car).to_be_hidden()
        answers.locator("[value=unsure]").evaluate("radio => radio.click()")
        expect(by_car).to_be_visible()

    def test_a_day_that_has_come_is_told_at_the_top(self, ready: Page) -> None:
        due = plan(ready).locator(".review-due")
        expect(due).to_be_hidden()
        day = field(part(ready, "review"), "next")
        day.fill("2020-02-03")
        day.blur()
        expect(due).to_have_text("You set 3 February 2020 as the day to look at this plan again.")

    def test_a_caution_that_must_be_read_first_stands_above_its_action(self, ready: Page) -> None:
        result = ready.evaluate(
            "() => [...document.querySelectorAll('[data-horizon] [data-item]')]"
            ".map((step) => step.firstElementChild.matches('.caution'))"
        )
        assert any(result)
        assert not all(result)


class TestByKeyboard:
    def test_focus_goes_to_a_new_entry_and_back_to_the_one_before(self, alone: Page) -> None:
        keys = alone.keyboard
        people = part(alone, "people")
        add = people.get_by_role("button", name="Add one more")
        add.focus()
        keys.press("Enter")
        expect(field(entry(people, 1), "name")).to_be_focused()
        keys.type("Bo")
        people.get_by_role("button", name="Remove Person 2").focus()
        keys.press("Enter")
        expect(field(entry(people, 0), "name")).to_be_focused()
        expect(said(alone)).to_have_text("Person 2 is removed.")
        people.get_by_role("button", name="Remove Person 1").focus()
        keys.press("Space")
        expect(add).to_be_focused()

    def test_folding_a_part_away_keeps_the_focus_on_it(self, alone: Page) -> None:
        places = part(alone, "places")
        places.get_by_label("Not for me").focus()
        alone.keyboard.press("Space")
        expect(places.locator(":scope > summary")).to_be_focused()

    def test_every_control_of_a_part_has_a_name_and_groups_tell_entries_apart(self, alone: Page) -> None:
        people = part(alone, "people")
        people.get_by_role("button", name="Add one more").click()
        expect(alone.get_by_role("group", name="Person 2").get_by_label("Name", exact=True)).to_be_focused()
        assert axe_problems(alone) == []
        alone.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert axe_problems(alone, ["color-contrast"]) == []

    def test_there_is_one_place_that_speaks_and_it_was_there_before(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        assert said(page).get_attribute("role") == "status"
        assert said(page).inner_text() == ""
