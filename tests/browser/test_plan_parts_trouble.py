"""The plan's parts keep every text to themselves, and work when things go wrong."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import PHONE, OpenPage, Seen, show_whole, stored, until
from tests.browser.test_plan_parts import START, entry, field, part, plan, saved_json, tailored

CANARY = "Heliotrope-77"
MOST_FOR_A_LETTER = 1
"""How often one letter looks at the page, changes it or asks Python, and how many letters it copies."""
COST_OF_LETTERS = """async (field) => {
  let cost = 0
  const restore = []
  const count = (owner, name, sizeOf = () => 1) => {
    const property = Object.getOwnPropertyDescriptor(owner, name)
    restore.push(() => Object.defineProperty(owner, name, property))
    const way = property.get ? 'get' : 'value'
    const counted = function (...given) {
      const result = property[way].apply(this, given)
      cost += sizeOf(result)
      return result
    }
    Object.defineProperty(owner, name, { ...property, [way]: counted })
  }
  const lengthOf = (result) => 1 + (result?.length ?? 0)
  for (const owner of [Document.prototype, Element.prototype])
    for (const name of ['querySelector', 'querySelectorAll'])
      count(owner, name, name.endsWith('All') ? lengthOf : undefined)
  for (const name of ['closest', 'matches', 'getBoundingClientRect', 'getClientRects', 'scrollHeight'])
    count(Element.prototype, name)
  for (const name of ['offsetHeight', 'offsetWidth', 'innerText']) count(HTMLElement.prototype, name)
  count(window, 'getComputedStyle')
  count(Node.prototype, 'textContent', lengthOf)
  count(JSON, 'stringify', lengthOf)
  count(window, 'structuredClone')
  count(Worker.prototype, 'postMessage')
  const observer = new MutationObserver(() => {})
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const costs = []
  for (let number = 0; number < 60; number++) {
    if (number % 20 === 0) document.querySelector("[data-fact='threats'] input").click()
    observer.takeRecords()
    cost = 0
    field.value += 'x'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    costs.push(cost + observer.takeRecords().length)
    await new Promise((done) => setTimeout(done))
  }
  observer.disconnect()
  for (const put of restore) put()
  return costs
}"""


@pytest.fixture
def ready(open_page: OpenPage) -> Page:
    """The plan, opened from the menu, with Python."""
    page = open_page("index.html", viewport=PHONE)
    page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
    tailored(page)
    return page


class TestPrivacy:
    def test_no_text_leaves_the_page(self, open_page: OpenPage, seen: Seen) -> None:
        page = open_page(None, viewport=PHONE)
        page.context.add_init_script(
            """
            window.sent = []
            const send = Worker.prototype.postMessage
            Worker.prototype.postMessage = function (...given) {
              sent.push(JSON.stringify(given))
              send.apply(this, given)
            }
            """
        )
        page.goto("plan.html")
        show_whole(page)
        tailored(page)
        nobody = "If there is someone you trust, you can write down their name."
        gap = plan(page).locator(".gaps li", has_text=nobody)
        expect(gap).to_have_count(1)
        for name in ("signal", "people", "places", "if-then", "numbers"):
            for box in entry(part(page, name), 0).locator("input[data-field], textarea").all():
                box.fill(CANARY)
                box.blur()
        requests = len(seen.requests)
        part(page, "people").get_by_role("button", name="Add one more").click()
        expect(gap).to_have_count(0)

        sent = page.evaluate("window.sent")
        assert any("people.name" in message for message in sent)
        assert CANARY not in json.dumps(sent)
        assert CANARY not in json.dumps(
            [*seen.requests, page.url, page.title(), page.evaluate("history.state")]
        )
        assert seen.requests[requests:] == []
        assert {kind: kept for kind, kept in stored(page).items() if kept} == {}

    def test_leaving_empties_every_field_that_something_might_still_hold(self, ready: Page) -> None:
        people = part(ready, "people")
        field(people, "name").fill(CANARY)
        people.get_by_role("button", name="Add one more").click()
        field(entry(people, 1), "name").fill(CANARY)
        people.get_by_role("button", name="Remove Person 2").click()
        ready.evaluate("window.held = [...document.querySelectorAll('#part-people [data-field]')]")
        ready.evaluate("document.dispatchEvent(new Event('guide:leave'))")

        assert ready.evaluate("held.map((field) => field.value ?? '').join('')") == ""
        assert CANARY not in ready.evaluate("document.documentElement.outerHTML")
        assert plan(ready).locator("input, textarea").count() == 0


class TestWhenThingsGoWrong:
    def test_without_webassembly_parts_work(self, open_page: OpenPage) -> None:
        page = open_page(None, viewport=PHONE)
        page.context.add_init_script("delete globalThis.WebAssembly")
        page.goto("plan.html")
        show_whole(page)
        until(page, "python", "failed", timeout=START)
        field(part(page, "people"), "name").fill("Aunt")

        assert saved_json(page)["parts"] == {"people": [{"name": "Aunt"}]}
        expect(plan(page).locator(".gaps")).to_be_hidden()

    def test_a_letter_never_waits(self, ready: Page) -> None:
        """Type letters while the list is fitted again: each costs as little, however much was written."""
        people = part(ready, "people")
        note = field(part(ready, "signal"), "do")
        few = note.evaluate(COST_OF_LETTERS)
        for number in range(20):
            people.get_by_role("button", name="Add one more").click()
            field(entry(people, number), "name").fill(f"Somebody {number}")
            field(entry(people, number), "do").fill("Ask them to come. " * 50)
        many = note.evaluate(COST_OF_LETTERS)
        assert few == many
        assert max(few) <= MOST_FOR_A_LETTER

    def test_a_script_that_does_not_arrive_leaves_the_list(self, open_page: OpenPage, seen: Seen) -> None:
        page = open_page("index.html", viewport=PHONE)
        page.context.route("**/assets/plan.js", lambda route: route.abort())
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        expect(plan(page).locator(".plan-status")).to_have_text(
            "A part of this page did not load. You can read, tick and print the list. "
            "Open the plan again to try once more."
        )
        page.context.unroute_all()
        page.locator("#menu a[data-open='phone']").evaluate("link => link.click()")
        page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
        expect(plan(page).locator(".hub")).to_be_visible()
        seen.errors.clear()
