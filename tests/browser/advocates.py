"""Plans that an advocate and an invented reader made together, as `tests/cases/advocates/` tells them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.plan_support import expected, has_status, plan, state, status_of
from tests.browser.support import show_whole
from tests.cases.files import FOLDER, read_case

ADVOCATES = sorted((FOLDER / "advocates").glob("*.yml"))
# Each field is set as by a hand: with its event, so that all that follows from it happens.
FILL = """({ answers, country, steps, parts }) => {
  const view = document.querySelector("[data-view-id=plan]")
  const write = (field, value) => {
    field.value = value
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }))
  }
  for (const [fact, answer] of Object.entries(answers))
    view.querySelector(`[data-fact="${fact}"] [value="${answer}"]`).click()
  write(view.querySelector("[data-choice=country]"), country)
  for (const [id, beside] of Object.entries(steps)) {
    const step = view.querySelector(`[data-item="${id}"]`)
    step.querySelector("[data-mark=mine]").click()
    for (const [name, text] of Object.entries(beside)) write(step.querySelector(`[data-mine=${name}]`), text)
  }
  for (const [id, entries] of Object.entries(parts)) {
    const section = view.querySelector(`#part-${id}`)
    section.open = true
    entries.forEach((values, number) => {
      if (number >= section.querySelectorAll(".entry").length)
        section.querySelector("[data-plan-action=add]").click()
      const entry = section.querySelectorAll(".entry")[number]
      for (const [name, value] of Object.entries(values)) {
        const field = entry.querySelector(`[data-field="${name}"]`)
        if (Array.isArray(value)) for (const tick of value) field.querySelector(`[value="${tick}"]`).click()
        else write(field, value)
      }
    })
  }
}"""


def read_advocates_case(name: str) -> dict[str, Any]:
    """Return what is filled in; the answers are those of one of `tests/cases/readers/`."""
    case = read_case(FOLDER / "advocates" / f"{name}.yml")
    reader = read_case(FOLDER / "readers" / f"{case['reader']}.yml")
    return {**case, "answers": reader["answers"]}


def fill_in(page: Page, case: dict[str, Any]) -> None:
    """Fill in a plan that is open and empty, and wait until the steps follow its answers."""
    page.evaluate("window.print = () => {}")  # the driver prints in its place
    state(page, "ready")
    show_whole(page)
    page.evaluate(FILL, {name: case[name] for name in ("answers", "country", "steps", "parts")})
    has_status(page, status_of(expected(case["answers"], mine=list(case["steps"]))))


def print_plan(page: Page, paper: str = "A4") -> bytes:
    """Print as the button does: the whole plan, as chosen in "Take it with you"."""
    plan(page).locator("[data-take=print]").evaluate("button => button.click()")
    return page.pdf(format=paper, prefer_css_page_size=True)
