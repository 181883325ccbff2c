"""The plan: without script, tailored, with its marks, and private."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lasting import Lend
from tests.browser.plan_support import (
    ANSWER_ALL,
    SECRET,
    answer_sets,
    as_opened,
    choose,
    expected,
    expected_questions,
    go_to,
    has_status,
    left_off,
    listed,
    open_lasting,
    open_tailored,
    plan,
    printed,
    questions_of,
    says_next,
    state,
    status_of,
    step,
    unfold,
    without_marks_of_order,
)
from tests.browser.support import EXIT_URL, PHONE, OpenPage, Seen, show_whole, stored, told_when_leaving

IDS = "steps => steps.map((step) => step.dataset.item)"
CAUTIONS = "steps => steps.map((s) => [s.dataset.item, s.querySelector('.caution')?.textContent ?? null])"
CAUTION_FIRST = "[data-item]:has(> .caution:first-child)"


@pytest.fixture
def ready(lend: Lend) -> Page:
    """The plan with Python, as it is when it was opened from the menu."""
    return lend(open_lasting, as_opened)


@pytest.fixture
def without_python(open_page: OpenPage) -> Page:
    page = open_page(None, viewport=PHONE)
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("plan.html")
    show_whole(page)
    state(page, "failed")
    return page


def all_steps() -> list[str]:
    result = expected({})
    groups = [*(group["items"] for group in result["groups"]), result["left_out"]]
    return [item["id"] for group in groups for item in group]


class TestWithoutScript:
    def test_the_whole_list_can_be_read_and_ticked(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False, viewport=PHONE)
        shown = plan(page).locator("[data-item] > label:visible")

        assert shown.count() == plan(page).locator("[data-item]").count()
        assert shown.count() == len(all_steps())
        box = step(page).locator("input[value=done]")
        box.check()
        expect(box).to_be_checked()
        assert "Scripts are off, so the answers change nothing here." in plan(page).inner_text()
        assert "Tick the box before a step when you have done it." in plan(page).inner_text()
        assert not plan(page).locator(".plan-tools, .answer-tools").filter(visible=True).count()

    @pytest.mark.every_language
    def test_it_can_be_printed(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        text = printed(page)
        actions = plan(page).locator("[data-item] > label").all_inner_texts()

        assert len(actions) == len(all_steps())
        assert left_off(text, actions) == []
        cautions = plan(page).locator("[data-horizon] .caution").all_inner_texts()
        assert len(cautions) > 50
        said = [caution.removeprefix("Take care. ") for caution in cautions]  # some say it of the next step
        assert left_off(text, said) == []


class TestTailored:
    def test_the_page_shows_what_the_rules_say_for_twelve_people(self, ready: Page) -> None:
        sets = answer_sets()
        assert len(sets) == 12
        for name, answers in sets.items():
            ready.evaluate(ANSWER_ALL, answers)
            questions_of(ready, answers)  # the worker answers in turn, so the list is fitted by then
            result = expected(answers)
            has_status(ready, status_of(result))
            entries = {group["horizon"]: group["items"] for group in result["groups"]}
            entries["left-out"] = result["left_out"]
            wanted = {horizon: without_marks_of_order(items) for horizon, items in entries.items()}
            assert listed(ready) == wanted, name
            first = {entry["id"] for items in entries.values() for entry in items if entry.get("read_first")}
            assert first <= set(plan(ready).locator(CAUTION_FIRST).evaluate_all(IDS)), name
            del wanted["left-out"]
            expect(plan(ready).locator(".left-out")).to_be_visible(visible=bool(result["left_out"]))
            for horizon, items in wanted.items():
                expect(plan(ready).locator(f"[data-horizon='{horizon}']")).to_be_visible(visible=bool(items))

    @pytest.mark.every_language
    def test_a_watched_phone_leaves_out_what_would_warn_the_person(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        before = [item["id"] for item in expected({})["left_out"]]
        left_out = [item["id"] for item in expected({"phone-watched": "yes"})["left_out"]]
        (phones, *_) = [id for id in left_out if id not in before]

        expect(plan(ready).locator(".left-out > summary")).to_have_text(f"Left out ({len(left_out)})")
        assert [item["id"] for item in listed(ready)["left-out"]] == left_out
        plan(ready).locator(".left-out > summary").click()
        expect(plan(ready).locator(f".left-out [data-item='{phones}'] .reason")).to_have_text(
            "This does not fit what you said about a device that may be watched."
        )
        choose(ready, "phone-watched", "unsure")
        expect(plan(ready).locator(".left-out > summary")).to_have_text(f"Left out ({len(before)})")
        assert [item["id"] for item in listed(ready)["left-out"]] == before

    def test_steps_for_helpers_come_with_the_first_question(self, ready: Page) -> None:
        unfold(ready)
        question = plan(ready).locator("[data-fact]").first
        assert question.get_attribute("data-fact") == "helping-someone"
        helpers = [item["id"] for item in expected({})["left_out"]]
        assert [item["id"] for item in listed(ready)["left-out"]] == helpers
        plan(ready).locator(".left-out > summary").click()
        expect(plan(ready).locator(".left-out .reason").first).to_have_text(
            "This is only for people who say yes to this question: Are you here to help someone else?"
        )
        question.get_by_label("Yes", exact=True).check()
        has_status(ready, status_of(expected({"helping-someone": "yes"})))
        expect(plan(ready).locator(".left-out")).to_be_hidden()

    def test_every_step_has_the_caution_that_its_own_page_has(self, ready: Page, open_page: OpenPage) -> None:
        own = open_page("plan.html", scripts=False)
        cautions = plan(own).locator("[data-item]").evaluate_all(CAUTIONS)

        assert sum(caution is not None for _, caution in cautions) > 50
        assert sorted(plan(ready).locator("[data-item]").evaluate_all(CAUTIONS)) == sorted(cautions)

    def test_the_worker_names_the_questions_that_the_rules_name_next(self, ready: Page) -> None:
        for name, answers in answer_sets().items():
            assert questions_of(ready, answers) == expected_questions(answers), name

    def test_clearing_the_answers_brings_the_whole_list_back(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        has_status(ready, status_of(expected({"phone-watched": "yes"})))
        plan(ready).get_by_role("button", name="Clear all answers").click()

        has_status(ready, status_of(expected({})))
        assert plan(ready).locator("[data-fact] input:checked").count() == 0

    def test_a_step_stays_the_same_element_with_its_marks_and_note_when_it_moves(self, ready: Page) -> None:
        unfold(ready)
        before = [item["id"] for item in expected({})["left_out"]]
        left_out = [item["id"] for item in expected({"phone-watched": "yes"})["left_out"]]
        id = next(id for id in left_out if id not in before)
        item = plan(ready).locator(f"[data-item='{id}']")
        item.locator("input[value=done]").check()
        item.locator("details > summary").click()
        item.locator("textarea").fill(SECRET)
        choose(ready, "phone-watched", "yes")
        expect(plan(ready).locator(f".left-out [data-item='{id}']")).to_have_count(1)
        choose(ready, "phone-watched", "no")

        expect(plan(ready).locator(f"[data-horizon] [data-item='{id}']")).to_have_count(1)
        expect(item.locator("input[value=done]")).to_be_checked()
        expect(item.locator("textarea")).to_have_value(SECRET)


class TestMarks:
    def test_done_and_not_for_me_exclude_each_other(self, ready: Page) -> None:
        done, not_for_me = (
            step(ready).locator("input[value=done]"),
            step(ready).locator("input[value=not-for-me]"),
        )
        done.check()
        not_for_me.check()
        expect(done).not_to_be_checked()
        done.check()
        expect(not_for_me).not_to_be_checked()
        done.uncheck()
        expect(not_for_me).not_to_be_checked()

    def test_progress_and_the_next_step_follow_the_marks(self, ready: Page) -> None:
        ids = [step(ready, number).get_attribute("data-item") or "" for number in range(3)]
        marks: dict[str, str] = {}
        for id, mark in zip(ids, ("done", "not-for-me", "done"), strict=True):
            plan(ready).locator(f"[data-item='{id}'] input[value={mark}]").check()
            marks[id] = mark
            result = expected({}, marks)
            has_status(ready, status_of(result))
            says_next(ready, result)

        address = ready.url
        go_to(ready, "hub")
        plan(ready).locator(".plan-next a").click()
        focused = plan(ready).locator(f"[data-item='{expected({}, marks)['next']['id']}'] [data-mark=mine]")
        expect(focused).to_be_focused()
        expect(focused).to_be_in_viewport()
        assert ready.url == address


class TestPrivacy:
    def test_a_note_never_leaves_its_field(self, ready: Page, seen: Seen) -> None:
        unfold(ready)
        requests = len(seen.requests)
        step(ready).locator("details > summary").click()
        step(ready).locator("textarea").press_sequentially(SECRET)
        choose(ready, "phone-watched", "yes")
        done = step(ready).get_attribute("data-item") or ""
        step(ready).locator("input[value=done]").check()
        says_next(ready, expected({"phone-watched": "yes"}, {done: "done"}))

        sent = ready.evaluate("window.sent")
        assert any("phone-watched" in message for message in sent)
        assert not [message for message in sent if SECRET[:9] in message]
        assert {kind: kept for kind, kept in stored(ready).items() if kept} == {}
        assert seen.requests[requests:] == []
        told = "JSON.stringify([location.href, document.title, history.state, window.name])"
        assert SECRET not in ready.evaluate(told)

    def test_leaving_drops_everything(self, open_page: OpenPage) -> None:
        ready = open_tailored(open_page)
        unfold(ready)
        choose(ready, "threats", "yes")
        step(ready).locator("details > summary").click()
        step(ready).locator("textarea").fill(SECRET)
        # The last listener: all others have dropped what they hold by then.
        told = told_when_leaving(
            ready,
            """() => ({
              fields: document.querySelectorAll("input, textarea, [data-item]").length,
              text: document.documentElement.textContent.includes("door"),
              body: document.body === null,
              endedWorkers: window.ended,
            })""",
        )
        assert told == {"fields": 0, "text": False, "body": True, "endedWorkers": 1}

    def test_coming_back_after_leaving_shows_an_empty_plan(self, without_python: Page, site: str) -> None:
        step(without_python).locator("input[value=done]").check()
        without_python.locator(".exit").click()
        without_python.wait_for_url(EXIT_URL)
        without_python.goto(site + "plan.html")

        assert plan(without_python).locator(":is([data-fact], [data-item]) input:checked").count() == 0
        expect(step(without_python).locator("textarea")).to_have_value("")

    def test_loading_the_page_again_restores_nothing(self, without_python: Page) -> None:
        step(without_python).locator("input[value=done]").check()
        step(without_python).locator("details > summary").click()
        step(without_python).locator("textarea").fill(SECRET)
        without_python.reload()

        assert plan(without_python).locator(":is([data-fact], [data-item]) input:checked").count() == 0
        assert (
            plan(without_python)
            .locator("textarea")
            .evaluate_all("all => all.every((field) => field.value === '')")
        )
