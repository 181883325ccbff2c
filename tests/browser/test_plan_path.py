"""The path through the plan: screens, ticks, single questions, the first steps, the reader's own plan."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from hooks.languages.folders import ENGLISH, language_of_build
from tests.browser.lasting import Lend
from tests.browser.plan_support import (
    TAKE_BACK,
    WHOLE_VIEW,
    expected,
    go_to,
    has_status,
    plan,
    printed,
    squeezed,
    status_of,
    tab_to,
    tailored,
    unfold,
)
from tests.browser.plan_vault import passphrase_of, state, unlock, vault
from tests.browser.support import PHONE, OpenPage, Seen, until
from tests.browser.traces import OTHER_SCREENS, axe_problems
from tests.cases.files import FOLDER, read_case

pytest_plugins = ["tests.browser.plan_fixtures"]
READERS = FOLDER / "readers"
SCREENS = ("situation", "steps", "mine", "parts", "take", "keep")
ROOM = 1 if language_of_build() == ENGLISH else 1.16
HEIGHTS = {"hub": 1_000 * ROOM, "situation": 1_400 * ROOM, "question": 1_400 * ROOM, "steps": 2_600 * ROOM}
"""The most pixels of a screen on a phone; Spanish takes a sixth more room."""
TO_THE_FIRST_FIVE = 12
"""The most taps from the hub to the first five steps; ticks and answers are not counted."""
HEIGHT = "view => view.getBoundingClientRect().height"
OVER = "() => document.documentElement.scrollWidth > innerWidth"
COVERED = """() => {
  const boxOf = (element) => element.getBoundingClientRect()
  const said = boxOf(document.querySelector("[data-group]:not([hidden]) .said"))
  const head = boxOf(document.querySelector("header"))
  const { top, bottom } = boxOf(document.activeElement)
  return top < Math.max(said.bottom, head.bottom) || bottom > boxOf(document.querySelector(".exit")).top
}"""
"""Whether what has the focus is under the sentence, the header or the exit."""
PLACES = """() => [...document.querySelectorAll("[data-group]:not([hidden]) label")]
  .map((label) => label.getBoundingClientRect().top)"""
SAID_OVER_NEXT = """(tick) => {
  const said = tick.closest("[data-group]").querySelector(".said").getBoundingClientRect()
  const labels = [...document.querySelectorAll("[data-group]:not([hidden]) label")]
  const next = labels.slice(labels.indexOf(tick.closest("label")))
  return next.filter((label) => label.getBoundingClientRect().top < said.bottom).length
}"""
"""How many ticks from this one on the sentence covers."""
SHOW_HUB = """() => {
  const view = document.querySelector("[data-view-id=plan]")
  const back = view.querySelector(".situation [data-plan-action=back]")
  while (!back.hidden) back.click()
  if (view.dataset.screen !== "hub") view.querySelector(".to-hub a").click()
}"""


HUB_AS_HEARD = """
- region "Parts of your plan":
  - heading "Next" [level=2]
  - paragraph: Five short screens. Tick what is true, and leave the rest. Then you see your first five steps.
  - paragraph:
    - link "Go on"
  - list:
    - listitem:
      - link "Your situation Five short screens"
    - listitem:
      - link "Your steps Five at a time"
    - listitem:
      - link "My plan Nothing chosen yet"
    - listitem:
      - link "People, places, code words Who to call, and where to go"
    - listitem:
      - link "Take it with you Print it, fold it, save it, or share it"
    - listitem:
      - link "Write down what happened In your log"
    - listitem:
      - 'link "Keep it on this device Not kept: gone when you close this page"'
  - paragraph:
    - link "Everything on one page"
"""
FIRST_OF_FIVE = "1 of 5. Tick what is true."
FIRST_TICKS_AS_HEARD = f"""
- group "Who is it?":
  - heading "Who is it?" [level=2]
  - paragraph: {FIRST_OF_FIVE}
  - checkbox "You are here to help someone else"
  - checkbox "The person is a partner or former partner"
  - checkbox "You know who the person is"
  - checkbox "You live with the person"
  - checkbox "You and the person know some of the same people"
  - checkbox "The person works or studies at the same place as you"
- group "Who is it? The ones you did not tick":
  - radio "I do not know, or would rather not say" [checked]
  - radio "None of them is true"
"""
NOT_TICKED = "The ones you did not tick"
FIRST_OR_SOONER = re.compile("Steps about .* come first now.|Steps about .* come sooner now.")
ABOUT_THREATS = "Steps about threats come first now."
DONE = "Done"
STEP = "Choose a few people to tell"
CAUTION = (
    "Leave out anyone who may tell the person, even by mistake. "
    "If the person sees your phone, tell people face to face."
)
STEP_AS_HEARD = f"""
- listitem:
  - text: {STEP}
  - paragraph: Do this first, before you stop answering.
  - paragraph:
    - strong: Take care.
    - text: {CAUTION}
  - 'checkbox "In my plan: {STEP}"'
  - text: In my plan
  - 'button "Why and how: {STEP}"'
  - 'checkbox "{DONE}: {STEP}"'
  - text: {DONE}
  - 'checkbox "Not for me: {STEP}"'
  - text: Not for me
  - group: Add a note
"""


def open_hub(open_page: OpenPage) -> Page:
    """Open the plan from the menu, with Python."""
    page = open_page(None, viewport=PHONE)
    page.goto("index.html")
    page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
    tailored(page)
    page.evaluate(f"window.opened = ({WHOLE_VIEW})()")
    return page


def back_to_hub(page: Page) -> None:
    page.evaluate(SHOW_HUB)
    page.evaluate(TAKE_BACK)
    tailored(page)
    assert page.evaluate(f"({WHOLE_VIEW})() === window.opened")


@pytest.fixture
def hub(lend: Lend) -> Page:
    return lend(open_hub, back_to_hub)


def screen(page: Page) -> str | None:
    return plan(page).get_attribute("data-screen")


def on_screen(page: Page, wanted: str) -> None:
    page.locator(f"[data-view-id=plan][data-screen={wanted}]").wait_for()


def heading(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def tick(page: Page, fact: str) -> Locator:
    return plan(page).locator(f"[data-fact-tick='{fact}']")


def answer_of(page: Page, fact: str) -> str | None:
    """Return the answer that the question itself holds."""
    checked = plan(page).locator(f"[data-fact='{fact}'] input:checked")
    return checked.get_attribute("value") if checked.count() else None


def rest(page: Page) -> Locator:
    return plan(page).locator(".rest:visible").get_by_label("None of them is true")


def press(page: Page, action: str) -> None:
    plan(page).locator(f"[data-plan-action='{action}']:visible").click()


def seen_steps(page: Page) -> list[str]:
    found: list[str] = (
        plan(page).locator("[data-item]:visible").evaluate_all("all => all.map((step) => step.dataset.item)")
    )
    return found


def answer_situation(page: Page, answers: dict[str, str]) -> int:
    """Tick what is true, and answer up to three questions. Return the taps, without ticks and answers."""
    plan(page).locator(".plan-next a").click()
    taps = 1
    while screen(page) == "situation":
        ticks = plan(page).locator("[data-fact-tick]:visible")
        for fact in ticks.evaluate_all("all => all.map((one) => one.dataset.factTick)"):
            if answers.get(fact) == "yes":
                tick(page, fact).check()
        group = plan(page).locator("[data-group]:visible").get_attribute("data-group")
        has_status(page, status_of(expected(answers_on(page))))
        press(page, "next-group")
        taps += 1
        page.locator(f"[data-view-id=plan][data-screen=situation] [data-group={group}]").wait_for(
            state="hidden"
        )
        if group == "so-far":
            page.locator("[data-view-id=plan]:not([data-screen=situation])").wait_for()
    for _ in range(4):
        if screen(page) != "question":
            break
        question = plan(page).locator(".question-place [data-fact]")
        fact = question.get_attribute("data-fact") or ""
        question.locator(f"input[value={answers.get(fact, 'unsure')}]").check()
        press(page, "next-question")
        taps += 1
        plan(page).locator(f".question-place [data-fact='{fact}']").wait_for(state="detached")
    on_screen(page, "steps")
    return taps


def answers_on(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-fact] input:checked")]
             .map(({ name, value }) => [name, value]))"""
    )
    return found


class TestWithoutScript:
    def test_the_plan_is_whole_and_has_no_screens(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False, viewport=PHONE)
        assert screen(page) is None
        for part in (".questions", ".parts", ".steps", ".take"):
            expect(plan(page).locator(part)).to_be_visible()
        assert plan(page).locator("[data-with-script], .first-steps-place").filter(visible=True).count() == 0
        expect(plan(page).locator(".plan-jump a").first).to_have_attribute("href", "#plan-questions")


class TestScreens:
    def test_each_screen_is_reached_from_the_hub_and_leads_back(self, hub: Page) -> None:
        address, entries, title = hub.url, hub.evaluate("history.length"), hub.title()
        assert screen(hub) == "hub"
        for name in SCREENS:
            go_to(hub, name)
            assert screen(hub) == name
            assert hub.evaluate("scrollY") == 0
            assert heading(hub) == plan(hub).locator("h2:visible").first.inner_text()
            go_to(hub, "hub")
            assert heading(hub) == "Your plan"
        assert (hub.url, hub.evaluate("history.length"), hub.title()) == (address, entries, title)

    @pytest.mark.parametrize("name", ["hub", *SCREENS])
    def test_no_screen_has_a_barrier_or_is_wider_than_a_small_one(self, hub: Page, name: str) -> None:
        if name != "hub":
            go_to(hub, name)
        assert axe_problems(hub, aside=OTHER_SCREENS) == []
        hub.set_viewport_size({"width": 320, "height": 640})
        assert not hub.evaluate(OVER)
        hub.set_viewport_size(PHONE)

    def test_a_link_to_a_part_from_elsewhere_shows_its_screen(self, hub: Page) -> None:
        hub.locator("#menu a[data-open='sheets']").evaluate("link => link.click()")
        hub.locator("[data-view-id=sheets] a[data-open=plan][data-anchor=plan-take]").first.click()
        on_screen(hub, "take")
        expect(plan(hub).locator("#plan-take")).to_be_focused()

    def test_what_is_for_danger_is_one_line_and_no_step(self, hub: Page) -> None:
        for name in ("steps", "mine"):
            go_to(hub, name)
            expect(plan(hub).locator(".to-danger a")).to_have_text("In danger now")
            expect(plan(hub).locator(".to-danger a")).to_be_visible()
            go_to(hub, "hub")
        assert plan(hub).locator("[data-item] a[href*='now.html']").count() == 0


class TestBack:
    def test_the_headers_back_leads_to_the_hub_and_then_out_of_the_plan(self, hub: Page) -> None:
        go_to(hub, "steps")
        back = hub.get_by_role("button", name=re.compile("^Back"))
        back.click()
        on_screen(hub, "hub")
        assert heading(hub) == "Your plan"
        back.click()
        until(hub, "view", "start")
        hub.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        on_screen(hub, "hub")


class TestComingBack:
    def test_a_kept_plan_is_opened_first_and_then_the_hub_says_what_is_next(self, kept: Page) -> None:
        kept.reload()
        state(kept, "locked")
        field = vault(kept).locator("[data-passphrase]").first
        expect(field).to_be_in_viewport()
        for part in (".plan-next", "article > p"):
            assert kept.locator("[data-view-id=plan]").locator(part).filter(visible=True).count() == 0
        unlock(kept, passphrase_of(kept))
        assert screen(kept) == "hub"
        expect(plan(kept).locator(".plan-next")).to_be_visible()
        expect(vault(kept).get_by_role("button", name="Lock now")).to_be_visible()

    def test_it_can_be_locked_from_every_screen_and_the_hub_asks_to_open_it(self, kept: Page) -> None:
        for name in ("situation", "steps", "mine", "parts", "take"):
            go_to(kept, name)
            vault(kept).get_by_role("button", name="Lock now").click()
            state(kept, "locked")
            on_screen(kept, "hub")
            unlock(kept, passphrase_of(kept))

    def test_what_a_panel_needs_is_shown_wherever_it_is(self, kept: Page) -> None:
        kept.reload()
        state(kept, "locked")
        vault(kept).locator("summary", has_text="If you cannot remember it").click()
        vault(kept).get_by_role("button", name="Open a file").click()
        on_screen(kept, "take")
        expect(plan(kept).locator("[data-file=open] > summary")).to_be_focused()


class TestForScreenReaders:
    def test_the_hub_says_what_each_part_is_and_how_far(self, hub: Page) -> None:
        expect(plan(hub).locator(".hub")).to_match_aria_snapshot(HUB_AS_HEARD)

    def test_ticks_are_a_named_group_that_says_how_many_screens_there_are(self, hub: Page) -> None:
        go_to(hub, "situation")
        expect(plan(hub).locator("[data-group]:visible")).to_match_aria_snapshot(FIRST_TICKS_AS_HEARD)


class TestSituation:
    def test_a_tick_is_a_yes_and_taking_it_back_leaves_the_question_open(self, hub: Page) -> None:
        go_to(hub, "situation")
        press(hub, "next-group")
        tick(hub, "threats").check()
        assert answer_of(hub, "threats") == "yes"
        assert answer_of(hub, "weapon") is None
        tick(hub, "threats").uncheck()
        assert answer_of(hub, "threats") is None

    def test_who_helps_somebody_is_told_for_whom_to_answer(self, hub: Page) -> None:
        told = plan(hub).locator(".for-helper:visible")
        go_to(hub, "situation")
        expect(told).to_have_count(0)
        tick(hub, "helping-someone").check()
        expect(told).to_have_text("Answer for the person you help, as if you were that person.")
        press(hub, "next-group")
        expect(told).to_have_count(1)
        tick(hub, "threats").check()
        go_to(hub, "steps")
        told_how_many = re.compile(r"^\d+ steps may fit the person you help\.")
        assert told_how_many.match(plan(hub).locator(".plan-status").inner_text())
        reasons = plan(hub).locator("[data-item]:visible .reason").all_inner_texts()
        said = [reason for reason in reasons if "You said that" in reason]
        assert [reason for reason in said if "you are here to help someone else" not in reason] == []
        go_to(hub, "situation")
        tick(hub, "helping-someone").uncheck()
        expect(told).to_have_count(0)

    def test_only_a_clear_no_answers_what_is_not_ticked(self, hub: Page) -> None:
        go_to(hub, "situation")
        press(hub, "next-group")
        tick(hub, "threats").check()
        rest(hub).check()
        assert (answer_of(hub, "threats"), answer_of(hub, "weapon")) == ("yes", "no")
        assert answer_of(hub, "has-children") is None
        tick(hub, "threats").uncheck()
        assert answer_of(hub, "threats") == "no"
        plan(hub).locator(".rest:visible").get_by_label("I do not know").check()
        assert (answer_of(hub, "threats"), answer_of(hub, "weapon")) == (None, None)

    def test_what_was_answered_elsewhere_is_ticked_and_a_not_sure_stays(self, hub: Page) -> None:
        go_to(hub, "whole")
        plan(hub).locator("details.question-part").evaluate_all(
            "all => all.forEach((part) => (part.open = true))"
        )
        plan(hub).locator("[data-fact=threats] input[value=yes]").check()
        plan(hub).locator("[data-fact=weapon] input[value=unsure]").check()
        go_to(hub, "hub")
        go_to(hub, "situation")
        press(hub, "next-group")
        expect(tick(hub, "threats")).to_be_checked()
        expect(tick(hub, "weapon")).not_to_be_checked()
        tick(hub, "followed").check()
        assert answer_of(hub, "weapon") == "unsure"

    def test_an_answer_is_seen_and_heard_in_one_sentence(self, hub: Page) -> None:
        go_to(hub, "situation")
        press(hub, "next-group")
        tick(hub, "threats").check()
        seen = plan(hub).locator(".said:visible")
        expect(seen).to_have_text(re.compile(f"^{re.escape(ABOUT_THREATS)}"))
        expect(plan(hub).locator(".plan-said")).to_have_text(seen.inner_text())
        expect(seen).to_be_in_viewport()

    def test_the_sentence_covers_and_moves_no_tick_that_comes_next(self, hub: Page) -> None:
        go_to(hub, "situation")
        press(hub, "next-group")
        for fact in ("threats", "followed", "tracker-worry"):
            box = tick(hub, fact)
            box.scroll_into_view_if_needed()
            before = hub.evaluate(PLACES)
            box.check()
            seen = plan(hub).locator(".said:visible")
            expect(seen).to_have_text(FIRST_OR_SOONER)
            expect(seen).to_be_in_viewport(ratio=1)
            assert box.evaluate(SAID_OVER_NEXT) == 0
            assert hub.evaluate(PLACES) == before

    def test_the_keyboard_meets_every_tick_in_sight_on_the_way_back_too(self, hub: Page) -> None:
        go_to(hub, "situation")
        press(hub, "next-group")
        tick(hub, "threats").check()
        expect(plan(hub).locator(".said:visible")).to_have_text(re.compile(f"^{re.escape(ABOUT_THREATS)}"))
        ticks = plan(hub).locator("[data-group]:visible [data-fact-tick]").count()
        for key, count in (("Tab", ticks), ("Shift+Tab", ticks)):
            for _ in range(count):
                hub.keyboard.press(key)
                assert hub.evaluate(COVERED) is False

    def test_each_group_names_what_was_not_ticked_as_its_own(self, hub: Page) -> None:
        names = plan(hub).locator(".rest legend").all_text_contents()
        assert len(names) == len(set(names)) == 5
        days = "You and your days"
        assert [name for name in names if not name.endswith(f"? {NOT_TICKED}")] == [f"{days} {NOT_TICKED}"]

    def test_all_answers_are_cleared_there(self, hub: Page) -> None:
        go_to(hub, "situation")
        tick(hub, "ex-partner").check()
        rest(hub).check()
        press(hub, "clear")
        expect(tick(hub, "ex-partner")).not_to_be_checked()
        expect(rest(hub)).not_to_be_checked()
        assert answers_on(hub) == {}


class TestThePath:
    @pytest.mark.parametrize("reader", sorted(path.stem for path in READERS.glob("*.yml")))
    def test_few_taps_lead_to_the_first_five_and_no_screen_is_long(self, hub: Page, reader: str) -> None:
        answers = read_case(READERS / f"{reader}.yml")["answers"]
        taps = answer_situation(hub, answers)
        assert taps <= TO_THE_FIRST_FIVE
        first = expected(answers_on(hub))["first"]
        assert seen_steps(hub) == first[:5]
        assert plan(hub).evaluate(HEIGHT) <= HEIGHTS["steps"]
        press(hub, "more")
        assert seen_steps(hub) == first[:10]
        expect(plan(hub).locator(f"[data-item='{first[5]}'] input").first).to_be_focused()

    def test_what_is_asked_whatever_else_is_asked_first_with_its_reason(self, hub: Page) -> None:
        hub.evaluate(TAKE_BACK)  # as when another plan was opened before
        go_to(hub, "situation")
        for _ in range(5):
            press(hub, "next-group")
        asked = []
        for _ in range(4):
            on_screen(hub, "question")
            question = plan(hub).locator(".question-place [data-fact]")
            asked.append(question.get_attribute("data-fact"))
            assert heading(hub) == "One more question"
            assert plan(hub).locator(".single-question .reason").inner_text().endswith(".")
            assert plan(hub).evaluate(HEIGHT) <= HEIGHTS["question"]
            press(hub, "next-question")
            plan(hub).locator(f".question-place [data-fact='{asked[-1]}']").wait_for(state="detached")
        on_screen(hub, "steps")
        assert asked == ["threats", "weapon", "followed", "comes-to-home"]

    def test_the_hub_and_each_screen_of_ticks_are_short(self, hub: Page) -> None:
        assert plan(hub).evaluate(HEIGHT) <= HEIGHTS["hub"]
        go_to(hub, "situation")
        for _ in range(5):
            assert plan(hub).evaluate(HEIGHT) <= HEIGHTS["situation"]
            press(hub, "next-group")

    def test_nothing_begins_at_failure(self, hub: Page) -> None:
        assert not re.search(r"\b0\b", plan(hub).inner_text())
        go_to(hub, "steps")
        assert not re.search(r"\b0 of\b", plan(hub).inner_text())


class TestACard:
    def test_each_tick_says_what_it_is_and_in_my_plan_is_the_large_one(self, hub: Page) -> None:
        go_to(hub, "steps")
        item = plan(hub).locator("[data-item='choose-who-to-tell']")
        expect(item).to_match_aria_snapshot(STEP_AS_HEARD)
        ticks = item.locator(".step-tools label:visible")
        assert ticks.all_inner_texts() == ["In my plan", "Done", "Not for me"]
        sizes = ticks.evaluate_all(
            "all => all.map((tick) => [parseFloat(getComputedStyle(tick).fontSize), tick.offsetHeight])"
        )
        assert sizes[0][0] > sizes[1][0] == sizes[2][0]
        assert min(height for _, height in sizes) >= 44

    def test_the_action_itself_ticks_nothing(self, hub: Page) -> None:
        go_to(hub, "steps")
        item = plan(hub).locator("[data-item]:visible").first
        item.locator("> label").click()
        assert item.locator("input:checked").count() == 0


class TestFilters:
    def test_each_filter_shows_its_own_steps_and_says_where_there_are_none(self, hub: Page) -> None:
        go_to(hub, "steps")
        filters = plan(hub).locator(".filters")
        nothing = plan(hub).locator(".no-steps")
        filters.get_by_label("In my plan").check()
        assert seen_steps(hub) == []
        expect(nothing).to_have_text(re.compile("^Nothing is in your plan yet."))
        filters.get_by_label("All").check()
        everything = [item["id"] for group in expected({})["groups"] for item in group["items"]]
        assert [id for id in seen_steps(hub) if id in everything] == everything
        chosen, done = everything[3], everything[7]
        plan(hub).locator(f"[data-item='{chosen}'] [data-mark=mine]").check()
        plan(hub).locator(f"[data-item='{done}'] input[value=done]").check()
        filters.get_by_label("In my plan").check()
        assert seen_steps(hub) == [chosen]
        filters.get_by_label("Done").check()
        assert seen_steps(hub) == [done]

    def test_first_steps_stay_in_sight_when_they_are_marked(self, hub: Page) -> None:
        go_to(hub, "steps")
        before = seen_steps(hub)
        plan(hub).locator(f"[data-item='{before[1]}'] input[value=done]").check()
        plan(hub).locator(f"[data-item='{before[2]}'] [data-mark=mine]").check()
        has_status(hub, status_of(expected({}, {before[1]: "done"}, [before[2]])))
        assert seen_steps(hub) == before
        go_to(hub, "hub")
        go_to(hub, "steps")
        assert not {before[1], before[2]} & {*seen_steps(hub)}


class TestMine:
    def test_what_is_chosen_is_in_my_plan_with_who_and_when_and_the_hub_counts_it(self, hub: Page) -> None:
        go_to(hub, "steps")
        chosen = sorted(seen_steps(hub)[:2])
        for id in chosen:
            plan(hub).locator(f"[data-item='{id}'] [data-mark=mine]").check()
        go_to(hub, "hub")
        expect(plan(hub).locator("[data-row=mine]")).to_have_text("2 steps chosen")
        go_to(hub, "mine")
        assert sorted(seen_steps(hub)) == chosen
        item = plan(hub).locator(f"[data-item='{chosen[0]}']")
        item.locator("[data-mine=who]").fill("Sam")
        item.locator("[data-mine=when]").fill("Friday")
        item.locator("input[value=done]").check()
        go_to(hub, "hub")
        chosen_steps, done_ones = "2 steps chosen", "1 done"
        expect(plan(hub).locator("[data-row=mine]")).to_have_text(f"{chosen_steps}, {done_ones}")
        who = "Who helps"
        assert squeezed(f"{who}: Sam") in printed(hub)

    def test_a_chosen_step_stays_in_the_plan_and_on_paper_when_an_answer_rules_it_out(
        self, hub: Page
    ) -> None:
        before = {item["id"] for item in expected({})["left_out"]}
        id, *_ = [item["id"] for item in expected({"uses-car": "no"})["left_out"] if item["id"] not in before]
        go_to(hub, "whole")
        item = plan(hub).locator(f"[data-item='{id}']")
        item.locator("[data-mark=mine]").check()
        unfold(hub)
        plan(hub).locator("[data-fact=uses-car] input[value=no]").check()
        expect(item.locator(".reason")).to_have_text("This does not fit what you said about your car.")
        go_to(hub, "hub")
        go_to(hub, "mine")
        assert seen_steps(hub) == [id]
        assert squeezed(item.locator(":scope > label").inner_text()) in printed(hub)

    def test_a_step_that_is_taken_out_stays_in_sight_until_the_screen_is_left(self, hub: Page) -> None:
        go_to(hub, "steps")
        id = seen_steps(hub)[0]
        item = plan(hub).locator(f"[data-item='{id}']")
        item.locator("[data-mark=mine]").check()
        go_to(hub, "hub")
        go_to(hub, "mine")
        item.locator("[data-mine=who]").fill("Ana")
        item.locator("[data-mark=mine]").uncheck()
        has_status(hub, status_of(expected({})))
        expect(item.locator("[data-mark=mine]")).to_be_focused()
        item.locator("[data-mark=mine]").check()
        expect(item.locator("[data-mine=who]")).to_have_value("Ana")
        item.locator("[data-mark=mine]").uncheck()
        go_to(hub, "hub")
        go_to(hub, "mine")
        assert seen_steps(hub) == []

    def test_next_leads_to_the_first_chosen_step_that_is_not_done(self, hub: Page) -> None:
        go_to(hub, "steps")
        first = seen_steps(hub)[0]
        plan(hub).locator(f"[data-item='{first}'] [data-mark=mine]").check()
        go_to(hub, "hub")
        link = plan(hub).locator(".plan-next a")
        expect(link).to_have_attribute("data-step", first)
        link.click()
        on_screen(hub, "mine")
        expect(plan(hub).locator(f"[data-item='{first}'] input[value=done]")).to_be_focused()

    def test_an_advocate_picks_twelve_steps_and_prints_them_in_twenty_actions(self, hub: Page) -> None:
        hub.evaluate("window.print = () => { window.printed = true }")
        actions = 0

        def act(target: Locator) -> None:
            nonlocal actions
            target.click()
            actions += 1

        act(plan(hub).locator(".hub [data-to-screen=steps]").last)
        act(plan(hub).locator(".filters").get_by_label("All"))
        picked = (
            plan(hub)
            .locator("[data-item]:visible")
            .evaluate_all(
                "all => all.filter((_, at) => at % 9 === 0).slice(0, 12).map((step) => step.dataset.item)"
            )
        )
        for id in picked:
            act(plan(hub).locator(f"[data-item='{id}'] [data-mark=mine]"))
        act(plan(hub).locator(".to-hub a"))
        act(plan(hub).locator(".hub [data-to-screen=take]"))
        act(plan(hub).locator(".take summary", has_text="Print it"))
        act(plan(hub).locator("[data-take=print]"))
        assert hub.evaluate("window.printed") is True
        assert actions <= 20
        text = printed(hub)
        steps = (
            plan(hub)
            .locator("[data-item]")
            .evaluate_all(
                "all => all.map((step) => [step.dataset.item, step.querySelector('label').innerText.trim()])"
            )
        )
        assert len(picked) == 12
        assert {id for id, action in steps if squeezed(action) in text} >= {*picked}
        assert sum(squeezed(action) in text for _, action in steps) <= 14  # an action can be part of another

    def test_no_caution_is_apart_from_its_step_on_any_screen(self, hub: Page) -> None:
        go_to(hub, "steps")
        plan(hub).locator(".filters").get_by_label("All").check()
        apart = (
            plan(hub)
            .locator("[data-item]:visible .caution")
            .evaluate_all("all => all.filter((caution) => !caution.getClientRects().length).length")
        )
        assert apart == 0
        assert plan(hub).locator("[data-item]:visible .caution").count() > 50


class TestByKeyboard:
    def test_the_path_goes_by_keyboard_alone(self, hub: Page) -> None:
        keys = hub.keyboard
        tab_to(hub, plan(hub).locator(".plan-next a"))
        keys.press("Enter")
        on_screen(hub, "situation")
        assert heading(hub) == "Who is it?"
        keys.press("Tab")
        expect(plan(hub).locator("[data-fact-tick]:visible").first).to_be_focused()
        keys.press("Space")
        expect(plan(hub).locator("[data-fact-tick]:visible").first).to_be_checked()
        tab_to(hub, plan(hub).locator("[data-plan-action=next-group]"))
        keys.press("Enter")
        assert heading(hub) == "What does the person do?"
        tab_to(hub, plan(hub).locator(".situation [data-to-screen=steps]"))
        keys.press("Enter")
        on_screen(hub, "steps")
        assert heading(hub) == "Your steps"
        first = plan(hub).locator(f"[data-item='{seen_steps(hub)[0]}']")
        tab_to(hub, first.locator("[data-mark=mine]"))
        keys.press("Space")
        expect(first.locator("[data-mark=mine]")).to_be_checked()
        tab_to(hub, plan(hub).locator("[data-plan-action=more]"))
        keys.press("Enter")
        expect(plan(hub).locator("[data-item] input:focus")).to_have_count(1)


def test_nothing_is_asked_of_the_network_on_the_way(hub: Page, seen: Seen) -> None:
    before = len(seen.requests)
    answer_situation(hub, {"threats": "yes", "has-children": "yes"})
    assert [url for url in seen.requests[before:] if "/assets/" not in url] == []
    assert seen.requests[before:] == []
