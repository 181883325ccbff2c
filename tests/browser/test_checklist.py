"""The plan: without script, before and without Python, tailored, by keyboard, on paper, and in trouble."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_support import (
    ANSWER_ALL,
    PYTHON_FILES,
    SECRET,
    SPY,
    answer_sets,
    catalogue,
    choose,
    expected,
    listed,
    plan,
    printed,
    squeezed,
    state,
    status,
    status_of,
    step,
    tab_to,
    unfold,
    without_marks_of_order,
)
from tests.browser.support import EXIT_URL, PHONE, OpenPage, Seen, stored

IDS = "steps => steps.map((step) => step.dataset.item)"
CAUTIONS = "steps => steps.map((s) => [s.dataset.item, s.querySelector('.caution')?.textContent ?? null])"
CAUTION_FIRST = "[data-item]:has(> .caution:first-child)"
CANNOT_TAILOR = (
    "This list cannot be fitted to your answers here, so it shows every step. "
    "You can still read, tick, note and print it."
)


@pytest.fixture
def waiting(open_page: OpenPage) -> Page:
    """The plan with script, where no file of Python's arrives until `unroute_all`."""
    page = open_page("about.html", viewport=PHONE)
    page.context.route("**/assets/python/**", lambda route: route.abort())
    page.context.add_init_script(SPY)
    page.goto(page.url.replace("about.html", "plan.html"))
    return page


@pytest.fixture
def ready(open_page: OpenPage) -> Page:
    """The plan, opened from the menu, with Python."""
    page = open_page("about.html", viewport=PHONE)
    page.context.add_init_script(SPY)
    page.goto(page.url.replace("about.html", "index.html"))
    page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
    state(page, "ready")
    return page


class TestWithoutScript:
    def test_the_whole_list_can_be_read_and_ticked(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False, viewport=PHONE)
        items = expected({})["groups"]

        assert plan(page).locator("[data-item]").count() == sum(len(group["items"]) for group in items)
        for item in plan(page).locator("[data-item]").all():
            assert item.locator("> label").is_visible()
        box = step(page).locator("input[value=done]")
        box.check()
        expect(box).to_be_checked()
        assert "Scripts are off, so the answers change nothing here." in plan(page).inner_text()
        assert not plan(page).locator(".plan-tools, .answer-tools").filter(visible=True).count()

    def test_it_can_be_printed(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        text = printed(page)

        for group in expected({})["groups"]:
            for item in group["items"]:
                action = plan(page).locator(f"[data-item='{item['id']}'] > label").inner_text()
                assert squeezed(action) in text


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

        expect(status(waiting)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        expect(plan(waiting).get_by_role("button", name="Try again")).to_be_hidden()
        seen.errors.clear()

    def test_without_webassembly_nothing_is_fetched_and_the_list_works(
        self, open_page: OpenPage, seen: Seen
    ) -> None:
        page = open_page("about.html", viewport=PHONE)
        page.context.add_init_script("delete globalThis.WebAssembly")
        page.goto(page.url.replace("about.html", "plan.html"))
        state(page, "failed")

        expect(status(page)).to_have_text(CANNOT_TAILOR)
        step(page).locator("input[value=done]").check()
        expect(step(page).locator("input[value=done]")).to_be_checked()
        assert [url for url in seen.requests if "pyodide" in url] == []

    def test_nothing_hides_the_list_while_python_is_on_its_way(self, open_page: OpenPage) -> None:
        page = open_page("about.html", viewport=PHONE)
        page.context.route("**/assets/python/**", lambda route: None)
        page.goto(page.url.replace("about.html", "plan.html"))
        state(page, "loading")

        expect(step(page)).to_be_visible()
        step(page).locator("input[value=done]").check()
        expect(step(page).locator("input[value=done]")).to_be_checked()
        assert not page.locator("[aria-busy=true], progress, [inert]").count()
        page.context.unroute_all(behavior="ignoreErrors")


class TestTailored:
    def test_the_page_shows_what_the_rules_say_for_twelve_people(self, ready: Page) -> None:
        sets = answer_sets()
        assert len(sets) == 12
        for name, answers in sets.items():
            ready.evaluate(ANSWER_ALL, answers)
            result = expected(answers)
            expect(status(ready), name).to_have_text(status_of(result))
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

    def test_a_watched_phone_leaves_out_what_would_warn_the_person(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        left_out = [item["id"] for item in expected({"phone-watched": "yes"})["left_out"]]
        assert left_out

        expect(plan(ready).locator(".left-out > summary")).to_have_text(f"Left out ({len(left_out)})")
        assert [item["id"] for item in listed(ready)["left-out"]] == left_out
        plan(ready).locator(".left-out > summary").click()
        expect(plan(ready).locator(".left-out .reason").first).to_have_text(
            "You said that you think that a device of yours is being watched."
        )
        choose(ready, "phone-watched", "unsure")
        expect(plan(ready).locator(".left-out")).to_be_hidden()
        assert listed(ready)["left-out"] == []

    def test_every_step_has_the_caution_that_its_own_page_has(self, ready: Page, open_page: OpenPage) -> None:
        own = open_page("plan.html", scripts=False)
        cautions = plan(own).locator("[data-item]").evaluate_all(CAUTIONS)

        assert sum(caution is not None for _, caution in cautions) > 50
        assert sorted(plan(ready).locator("[data-item]").evaluate_all(CAUTIONS)) == sorted(cautions)

    def test_clearing_the_answers_brings_the_whole_list_back(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        expect(status(ready)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        plan(ready).get_by_role("button", name="Clear all answers").click()

        expect(status(ready)).to_have_text(status_of(expected({})))
        assert plan(ready).locator("[data-fact] input:checked").count() == 0

    def test_a_step_stays_the_same_element_with_its_marks_and_note_when_it_moves(self, ready: Page) -> None:
        unfold(ready)
        id = expected({"phone-watched": "yes"})["left_out"][0]["id"]
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
            expect(status(ready)).to_have_text(status_of(result))
            expect(plan(ready).locator(".plan-next > span")).to_have_text(result["next"]["sentence"])

        address = ready.url
        plan(ready).locator(".plan-next a").click()
        focused = plan(ready).locator(f"[data-item='{expected({}, marks)['next']['id']}'] input[value=done]")
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
        step(ready).locator("input[value=done]").check()
        expect(status(ready)).to_contain_text("1 of ")

        sent = ready.evaluate("window.sent")
        assert any("phone-watched" in message for message in sent)
        assert not [message for message in sent if SECRET[:9] in message]
        assert {kind: kept for kind, kept in stored(ready).items() if kept} == {}
        assert seen.requests[requests:] == []
        told = "JSON.stringify([location.href, document.title, history.state, window.name])"
        assert SECRET not in ready.evaluate(told)

    def test_leaving_drops_everything(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "threats", "yes")
        step(ready).locator("details > summary").click()
        step(ready).locator("textarea").fill(SECRET)
        # The last to hear of it: all others have dropped what they hold.
        told = ready.evaluate(
            """() => {
              let told = null;
              document.addEventListener("guide:leave", () => (told = {
                fields: document.querySelectorAll("input, textarea, [data-item]").length,
                text: document.documentElement.textContent.includes("door"),
                body: document.body === null,
                endedWorkers: window.ended,
              }));
              document.querySelector(".exit").click();
              return told;
            }"""
        )
        ready.wait_for_url(EXIT_URL)

        assert told == {"fields": 0, "text": False, "body": True, "endedWorkers": 1}

    def test_coming_back_after_leaving_shows_an_empty_plan(self, ready: Page, site: str) -> None:
        step(ready).locator("input[value=done]").check()
        ready.locator(".exit").click()
        ready.wait_for_url(EXIT_URL)
        ready.goto(site + "plan.html")

        assert plan(ready).locator(":is([data-fact], [data-item]) input:checked").count() == 0
        expect(step(ready).locator("textarea")).to_have_value("")

    def test_loading_the_page_again_restores_nothing(self, ready: Page, site: str) -> None:
        ready.goto(site + "plan.html")
        step(ready).locator("input[value=done]").check()
        step(ready).locator("details > summary").click()
        step(ready).locator("textarea").fill(SECRET)
        ready.reload()

        assert plan(ready).locator(":is([data-fact], [data-item]) input:checked").count() == 0
        assert plan(ready).locator("textarea").evaluate_all("all => all.every((field) => field.value === '')")


class TestByKeyboard:
    def test_a_question_is_answered_and_a_step_is_marked_and_noted(self, ready: Page) -> None:
        keys = ready.keyboard
        plan(ready).locator("details.question-part > summary").first.focus()
        keys.press("Enter")
        fact = plan(ready).locator("[data-fact]").first
        keys.press("Tab")
        expect(fact.locator("input").first).to_be_focused()
        keys.press("Space")
        expect(fact.locator("input").first).to_be_checked()
        keys.press("ArrowDown")
        expect(fact.locator("input").nth(1)).to_be_checked()
        answers = {fact.get_attribute("data-fact") or "": "no"}
        expect(status(ready)).to_have_text(status_of(expected(answers)))

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
        expect(status(ready)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        expect(radio).to_be_focused()

    def test_focus_stays_on_the_mark_when_the_list_is_sorted_anew(self, ready: Page) -> None:
        id = step(ready, 5).get_attribute("data-item")
        box = plan(ready).locator(f"[data-item='{id}'] input[value=done]")
        box.focus()
        ready.keyboard.press("Space")
        expect(status(ready)).to_contain_text("1 of ")
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
        done, not_for_me = step(ready, 0), step(ready, 1)
        actions = [squeezed(item.locator("> label").inner_text()) for item in (done, not_for_me)]
        done.locator("input[value=done]").check()
        done.locator("details > summary").click()
        done.locator("textarea").fill(note)
        not_for_me.locator("input[value=not-for-me]").check()
        expect(status(ready)).to_contain_text("1 of ")
        text = printed(ready)

        assert actions[0] in text
        assert actions[1] not in text
        assert squeezed(note) in text
        for unwanted in (
            "Leave now",
            "Menu",
            "Private reading",
            "Print this list",
            "Not for me",
            "Try again",
        ):
            assert squeezed(unwanted) not in text, unwanted

    def test_a_caution_is_printed_with_its_step(self, ready: Page) -> None:
        text = printed(ready)
        for caution in plan(ready).locator("[data-horizon] .caution").all():
            assert squeezed(caution.inner_text()) in text

    def test_what_was_left_out_is_not_printed(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        result = expected({"phone-watched": "yes"})
        expect(status(ready)).to_have_text(status_of(result))
        plan(ready).locator(".left-out > summary").click()
        labels = [plan(ready).locator(f"[data-item='{item['id']}'] > label") for item in result["left_out"]]
        actions = [squeezed(label.inner_text()) for label in labels]
        text = printed(ready)

        assert [action for action in actions if action in text] == []

    def test_the_button_prints(self, ready: Page) -> None:
        ready.evaluate("window.print = () => { window.printed = true }")
        plan(ready).get_by_role("button", name="Print this list").click()

        assert ready.evaluate("window.printed") is True


class TestWhenThingsGoWrong:
    def test_a_worker_that_dies_leaves_the_list_and_its_marks(self, ready: Page) -> None:
        unfold(ready)
        choose(ready, "phone-watched", "yes")
        expect(status(ready)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        before = listed(ready)
        step(ready).locator("input[value=done]").check()
        expect(status(ready)).to_contain_text("1 of ")
        ready.evaluate("window.workers.at(-1).dispatchEvent(new Event('error', { cancelable: true }))")
        state(ready, "failed")

        assert {name: [e["id"] for e in entries] for name, entries in listed(ready).items()} == {
            name: [e["id"] for e in entries] for name, entries in before.items()
        }
        expect(step(ready).locator("input[value=done]")).to_be_checked()
        step(ready, 2).locator("input[value=done]").check()
        plan(ready).get_by_role("button", name="Try again").click()
        state(ready, "ready")
        expect(status(ready)).to_contain_text("2 of ")

    def test_a_worker_that_falls_silent_leaves_a_list_that_works(self, ready: Page) -> None:
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
        self, open_page: OpenPage, seen: Seen, file: str
    ) -> None:
        page = open_page("about.html", viewport=PHONE)
        page.context.route(f"**/assets/python/{file}", lambda route: route.fulfill(status=404, body="gone"))
        page.goto(page.url.replace("about.html", "plan.html"))
        state(page, "failed")

        expect(status(page)).to_have_text(CANNOT_TAILOR)
        expect(step(page)).to_be_visible()
        seen.errors.clear()

    def test_only_the_last_of_fast_answers_counts(self, ready: Page) -> None:
        for value in ("yes", "no", "unsure", "no", "yes"):
            ready.evaluate(ANSWER_ALL, {"phone-watched": value, "threats": value})

        expect(status(ready)).to_have_text(status_of(expected({"phone-watched": "yes", "threats": "yes"})))


class TestArrival:
    def test_the_plans_own_page_is_tailored_on_its_one_address(self, open_page: OpenPage, site: str) -> None:
        page = open_page("plan.html", viewport=PHONE)
        state(page, "ready")
        unfold(page)
        choose(page, "phone-watched", "yes")
        expect(status(page)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
        expect(page.locator("html")).to_have_attribute("data-view", "phone")
        assert page.url == site + "plan.html"
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")

        expect(plan(page).locator("[data-fact='phone-watched'] input[value=yes]")).to_be_checked()

    def test_the_plan_works_when_reached_from_another_page(self, open_page: OpenPage, site: str) -> None:
        page = open_page("phone.html", viewport=PHONE)
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        expect(page.locator("html")).to_have_attribute("data-view", "plan")
        state(page, "ready")
        unfold(page)
        choose(page, "phone-watched", "yes")

        expect(status(page)).to_have_text(status_of(expected({"phone-watched": "yes"})))
        assert page.url == site + "phone.html"

    def test_python_is_not_fetched_before_the_plan_is_opened(self, open_page: OpenPage, seen: Seen) -> None:
        page = open_page("index.html", viewport=PHONE)
        page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
        page.wait_for_timeout(300)

        expect(page.locator("html")).to_have_attribute("data-python", "absent")
        assert [url for url in seen.requests if "/python/" in url] == []
