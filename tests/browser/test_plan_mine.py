"""A step that is in my plan, who helps and when: ticked, written, kept, locked, opened, and in files."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.import_support import offer, panel, said
from tests.browser.plan_vault import EVERYTHING, OpenPlan, keep, press, state, status, unlock
from tests.browser.test_plan_parts import saved_json
from tests.browser.traces import axe_problems
from tests.cases.files import RELEASED

pytest_plugins = ["tests.browser.plan_fixtures"]
STEP = "choose-who-to-tell"
OTHER = "change-locks-and-codes"
# The vault's worker is given what another guide would have kept, and not what the page asks it to keep.
KEEP_INSTEAD = """plan => {
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function ({ data, ...message }) {
    const other = data?.data?.plan ? { ...data, data: { ...data.data, plan } } : data
    post.call(this, { ...message, data: other })
  }
}"""


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_plan()


def step(page: Page, id: str) -> Locator:
    return page.locator(f"[data-horizon] [data-item='{id}']")


def box(page: Page, id: str, value: str) -> Locator:
    return step(page, id).locator(f"input[value='{value}']")


def field(page: Page, id: str, name: str) -> Locator:
    return step(page, id).locator(f"[data-mine='{name}']")


def choose(page: Page, id: str, **texts: str) -> None:
    box(page, id, "mine").check()
    for name, text in texts.items():
        field(page, id, name).fill(text)


def test_who_and_when_are_asked_of_a_step_in_my_plan_alone(page: Page) -> None:
    who, when = field(page, STEP, "who"), field(page, STEP, "when")
    expect(who).to_be_hidden()
    box(page, STEP, "mine").check()
    expect(who).to_be_visible()
    expect(when).to_be_visible()
    expect(field(page, OTHER, "who")).to_be_hidden()
    assert saved_json(page)["mine"] == {STEP: {}}

    who.fill("Sam, or Ana")
    when.fill("Friday")
    assert saved_json(page)["mine"] == {STEP: {"who": "Sam, or Ana", "when": "Friday"}}
    box(page, STEP, "mine").uncheck()
    expect(who).to_be_hidden()
    assert saved_json(page)["mine"] == {}
    box(page, STEP, "mine").check()
    assert saved_json(page)["mine"] == {STEP: {"who": "Sam, or Ana", "when": "Friday"}}


def test_a_step_in_my_plan_can_be_done_and_not_for_me_takes_it_out(page: Page) -> None:
    mine, done, skip = (box(page, STEP, value) for value in ("mine", "done", "not-for-me"))

    def ticked() -> list[bool]:
        return [one.is_checked() for one in (mine, done, skip)]

    mine.check()
    done.check()
    assert ticked() == [True, True, False]
    assert (saved_json(page)["marks"], saved_json(page)["mine"]) == ({STEP: "done"}, {STEP: {}})
    skip.check()
    assert ticked() == [False, False, True]
    assert (saved_json(page)["marks"], saved_json(page)["mine"]) == ({STEP: "not-for-me"}, {})
    expect(field(page, STEP, "who")).to_be_hidden()
    mine.check()
    assert ticked() == [True, False, False]
    skip.check()
    done.check()
    assert ticked() == [False, True, False]


def test_the_controls_have_names_that_tell_steps_apart(page: Page) -> None:
    action = "Choose a few people to tell"
    box(page, STEP, "mine").check()
    expect(step(page, STEP).get_by_role("checkbox", name=f"In my plan: {action}")).to_be_checked()
    for name in ("Who helps", "When"):
        expect(step(page, STEP).get_by_role("textbox", name=f"{name}: {action}")).to_be_visible()
    assert axe_problems(page) == []


def test_a_field_takes_200_characters_and_says_when_it_is_full(page: Page) -> None:
    choose(page, STEP, who="x" * 200)
    expect(page.locator(".plan-said")).to_have_text("This box is full. Anything you add now is lost.")
    field(page, STEP, "who").press("End")
    page.keyboard.type("y")
    assert saved_json(page)["mine"][STEP]["who"] == "x" * 200


def test_it_is_kept_locked_away_and_there_again(page: Page) -> None:
    choose(page, STEP, who="Xanthippe", when="Friday")
    words = keep(page)
    choose(page, OTHER)
    box(page, OTHER, "done").check()
    status(page, "Kept on this device")
    press(page, "Lock now")
    state(page, "locked")
    assert "Xanthippe" not in page.evaluate(EVERYTHING)
    expect(box(page, STEP, "mine")).not_to_be_checked()
    expect(field(page, STEP, "who")).to_be_hidden()

    unlock(page, words)
    expect(box(page, STEP, "mine")).to_be_checked()
    expect(field(page, STEP, "who")).to_have_value("Xanthippe")
    expect(field(page, STEP, "when")).to_have_value("Friday")
    expect(field(page, STEP, "when")).to_be_visible()
    assert saved_json(page)["mine"] == {STEP: {"who": "Xanthippe", "when": "Friday"}, OTHER: {}}
    assert saved_json(page)["marks"] == {OTHER: "done"}


def test_the_button_to_lock_stays_in_place_whatever_the_status_says(page: Page) -> None:
    """Else a press on it is lost that begins while what was just written is being kept."""
    keep(page)
    button = page.get_by_role("button", name="Lock now")
    before = button.bounding_box()
    page.locator(".vault-status").evaluate("status => (status.textContent += ` ${status.textContent}`)")
    assert button.bounding_box() == before


def test_two_tabs_that_write_next_to_one_step_keep_both(page: Page, open_plan: OpenPlan) -> None:
    choose(page, STEP)
    words = keep(page)
    other = open_plan(beside=page)
    unlock(other, words)
    field(page, STEP, "who").fill("Sam")
    status(page, "Kept on this device")
    field(other, STEP, "when").fill("Friday")
    status(other, "Kept on this device")
    press(other, "Lock now")
    unlock(other, words)
    expect(field(other, STEP, "who")).to_have_value("Sam")
    expect(field(other, STEP, "when")).to_have_value("Friday")


@pytest.mark.parametrize("name", ["1-filled", "2-everything"])
def test_a_plan_that_a_guide_of_any_version_kept_opens_and_can_be_changed(page: Page, name: str) -> None:
    kept = json.loads((RELEASED / f"{name}.json").read_text(encoding="utf-8"))
    page.evaluate(KEEP_INSTEAD, kept)
    words = keep(page)
    page.reload()
    unlock(page, words)
    before = saved_json(page)
    expect(box(page, STEP, "mine")).to_be_checked()
    expect(box(page, OTHER, "mine")).to_be_checked()
    assert {name: before[name] for name in ("answers", "choices", "marks", "notes", "skipped")} == {
        name: kept[name] for name in ("answers", "choices", "marks", "notes", "skipped")
    }

    box(page, OTHER, "mine").uncheck()
    field(page, STEP, "who").fill("Lena")
    status(page, "Kept on this device")
    press(page, "Lock now")
    unlock(page, words)
    expect(box(page, OTHER, "mine")).not_to_be_checked()
    expect(field(page, STEP, "who")).to_have_value("Lena")
    mine = {id: entry for id, entry in before["mine"].items() if id != OTHER}
    mine[STEP] = {**mine[STEP], "who": "Lena"}
    assert saved_json(page) == {**before, "version": 2, "mine": mine}


def test_what_another_guide_wrote_next_to_a_step_stays_with_it(page: Page) -> None:
    mine: dict[str, Any] = {STEP: {"who": "Sam", "cost": 3}, "step-of-once": {"when": "Friday"}}
    panel(page).locator("summary").first.click()
    offer(page, json.dumps({"kind": "plan", "version": 2, "mine": mine}).encode())
    panel(page).get_by_role("button", name="Add it to my plan").click()
    expect(said(page)).to_have_text("Your plan now holds both.")
    assert saved_json(page)["mine"] == mine

    field(page, STEP, "who").fill("")
    assert saved_json(page)["mine"] == {**mine, STEP: {"cost": 3}}
    box(page, STEP, "mine").uncheck()
    assert saved_json(page)["mine"] == {"step-of-once": {"when": "Friday"}}


def test_a_file_that_has_a_step_in_my_plan_and_not_for_me_keeps_both(page: Page) -> None:
    both = {"marks": {STEP: "not-for-me"}, "mine": {STEP: {"who": "Sam"}}}
    panel(page).locator("summary").first.click()
    offer(page, json.dumps({"kind": "plan", "version": 2, **both}).encode())
    panel(page).get_by_role("button", name="Add it to my plan").click()
    expect(box(page, STEP, "mine")).to_be_checked()
    expect(box(page, STEP, "not-for-me")).to_be_checked()
    assert {name: saved_json(page)[name] for name in both} == both
    box(page, STEP, "not-for-me").uncheck()
    assert {name: saved_json(page)[name] for name in both} == {**both, "marks": {}}
