"""A page that the browser has translated: texts are in elements of the translator, and buttons work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_vault import LONG, SECRET, OpenPlan, made_words, said, state, vault, write
from tests.browser.support import EXIT_URL, ROOT, OpenPage, Seen, has_left, show_whole, stored, until

pytest_plugins = ["tests.browser.plan_fixtures"]

# Chrome's translator puts each text into two elements, also texts that are added later.
TRANSLATOR = """addEventListener("DOMContentLoaded", () => {
  const left = "script, style, textarea, option, title, font, [translate=no]"
  const wrap = (text) => {
    if (!text.data.trim() || text.parentElement?.closest(left)) return
    const inner = document.createElement("font")
    const outer = document.createElement("font")
    text.replaceWith(outer)
    inner.append(text)
    outer.append(inner)
  }
  const wrapAll = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    texts.forEach(wrap)
  }
  wrapAll(document.body)
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) node.nodeType === Node.TEXT_NODE ? wrap(node) : wrapAll(node)
  }).observe(document.body, { childList: true, subtree: true })
})"""
# Of what a button does by itself, something must be seen here.
WATCH = """() => {
  globalThis.happened = 0
  const count = () => globalThis.happened++
  new MutationObserver(count).observe(document, { subtree: true, childList: true, attributes: true,
    characterData: true, attributeFilter: ["hidden", "open", "class", "aria-disabled", "href", "data-view"] })
  for (const type of ["focusin", "change", "plan:entries"]) document.addEventListener(type, count, true)
  globalThis.print = count
}"""
UNFOLD = """() => {
  for (const fold of document.querySelectorAll("main > article:not([hidden]) details")) fold.open = true
}"""
NOT_THERE = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture
def plan(open_plan: OpenPlan, seen: Seen) -> Page:
    return open_plan(before=TRANSLATOR)


def click_on_words(button: Locator) -> None:
    """Click where the translator's element is, and see that it is what was clicked."""
    button.scroll_into_view_if_needed()
    words = button.locator("font font").first
    expect(words).to_be_visible()
    words.click()


def no_wipe_here(seen: Seen) -> None:
    """The host has no `wipe`, which the console says; nothing else was said."""
    assert [line for line in seen.errors if not line.startswith(NOT_THERE)] == []
    seen.errors.clear()


def named(area: Locator | Page, name: str) -> Locator:
    return area.get_by_role("button", name=name, exact=True)


def test_a_plan_is_kept_locked_opened_and_wiped(plan: Page, seen: Seen) -> None:
    write(plan, 0, SECRET)
    vault(plan).locator("summary").first.locator("font font").first.click()
    click_on_words(named(vault(plan), "Choose a passphrase"))
    first = made_words(vault(plan))
    click_on_words(named(vault(plan), "New words"))
    expect(vault(plan).locator(".made-words")).not_to_have_text(first)
    click_on_words(named(vault(plan), "Not now"))
    vault(plan).locator("summary").first.click()
    click_on_words(named(vault(plan), "Choose a passphrase"))
    words = made_words(vault(plan))
    click_on_words(named(vault(plan), "Keep it on this device"))
    state(plan, "unlocked")
    click_on_words(named(vault(plan), "Lock now"))
    state(plan, "locked")
    expect(plan.locator("[data-item] textarea").first).to_have_value("")
    vault(plan).locator("[data-passphrase]").fill(words)
    click_on_words(named(vault(plan), "Open it"))
    state(plan, "unlocked")
    expect(plan.locator("[data-item] textarea").first).to_have_value(SECRET)
    change = vault(plan).locator("[data-change]")
    change.locator("summary").locator("font font").first.click()
    change.locator("[data-passphrase]").first.fill(words)
    made_words(change)
    click_on_words(named(change, "Change it"))
    said(plan, re.compile("^The passphrase is changed."))
    vault(plan).locator("[data-wipe] summary").locator("font font").first.click()
    click_on_words(named(vault(plan), "Delete everything now"))
    state(plan, "off")
    assert {kind: found for kind, found in stored(plan).items() if found} == {}
    no_wipe_here(seen)


@pytest.mark.parametrize("choice", ["Add it to my plan", "Replace my plan with it", "Leave my plan as it is"])
def test_another_plan_is_added_put_in_place_or_left(plan: Page, choice: str) -> None:
    text = f'{{"kind": "plan", "version": 1, "notes": {{"choose-who-to-tell": "{SECRET}"}}}}'
    panel = plan.locator("[data-file=open]")
    panel.locator("summary").first.locator("font font").first.click()
    file = {"name": "plan.json", "mimeType": "", "buffer": text.encode()}
    panel.locator("[type=file]").set_input_files(file)  # type: ignore[arg-type]
    click_on_words(named(panel, choice))
    note = plan.locator("[data-item=choose-who-to-tell] textarea")
    expect(note).to_have_value("" if choice.startswith("Leave") else SECRET)
    expect(panel.locator(".compare")).to_have_count(0)


def test_a_plan_is_copied_and_saved(plan: Page) -> None:
    area = plan.locator(".take")
    for summary in area.locator("summary:visible").all():
        summary.click()
    for button, name in (("Save as text", "notes.txt"), ("Save my whole plan", "notes.json")):
        with plan.expect_download() as download:
            click_on_words(named(area, button))
        assert download.value.suggested_filename == name
    plan.context.grant_permissions(["clipboard-read", "clipboard-write"])
    click_on_words(named(area, "Copy"))
    expect(area.locator(".take-out > .said")).to_have_text(re.compile("^Copied. Your device may keep a list"))


def test_entries_keep_their_numbers(plan: Page) -> None:
    part = plan.locator("[data-part=people]")
    part.locator("summary").first.click()
    for _ in range(2):
        click_on_words(named(part, "Add one more: person"))
    expect(part.locator(".entry > legend")).to_have_text(["Person 1", "Person 2", "Person 3"])
    part.locator("[data-field=name]").nth(1).fill("Sam")
    click_on_words(named(part, "Remove Person 2"))
    expect(part.locator(".entry > legend")).to_have_text(["Person 1", "Person 2"])
    click_on_words(part.locator("[data-plan-action=undo]"))
    expect(part.locator(".entry > legend")).to_have_text(["Person 1", "Person 2", "Person 3"])


def test_every_other_button_of_every_view_does_something(open_page: OpenPage) -> None:
    page = open_page(None)
    page.add_init_script(TRANSLATOR)
    page.goto("index.html")
    until(page, "reader", "ready")
    views = page.locator("#menu a[data-open]").evaluate_all("links => links.map((link) => link.dataset.open)")
    dead = []
    for view in views:
        page.locator(f"#menu a[data-open='{view}']").evaluate("link => link.click()")
        until(page, "view", view)
        if view in ("plan", "offline"):
            continue  # the messages below and above say what they do
        dead += [f"{view}: {name}" for name in dead_buttons(page)]
    assert dead == []


def dead_buttons(page: Page) -> Iterator[str]:
    """Name the buttons of the open view that do nothing."""
    page.evaluate(
        "() => document.querySelectorAll('main > article:not([hidden]) details').forEach(d => d.open = true)"
    )
    for button in page.locator("main > article:not([hidden]) button:visible").all():
        name = button.inner_text()
        page.evaluate(WATCH)
        click_on_words(button)
        if not page.evaluate("() => new Promise((done) => setTimeout(() => done(globalThis.happened), 100))"):
            yield name


def test_the_list_is_cleared_reviewed_and_led_through(open_page: OpenPage) -> None:
    page = open_page(None)
    page.add_init_script(TRANSLATOR)
    page.goto("plan.html")
    show_whole(page)
    until(page, "python", "ready", timeout=60_000)
    page.locator("details.question-part > summary").first.locator("font font").first.click()
    page.locator("[data-fact] label:has(input[value=yes])").first.locator("font font").first.click()
    expect(page.locator("[data-fact] input:checked")).to_have_count(1)
    click_on_words(page.locator("[data-plan-action=clear]"))
    expect(page.locator("[data-fact] input:checked")).to_have_count(0)
    click_on_words(page.locator("[data-plan-action=reviewed]"))
    expect(page.locator(".review .said")).to_have_text(re.compile("^Noted."))
    page.locator("[data-item] label:has([data-mark=mine])").first.locator("font font").first.click()
    # The hub's words change with Python's answer; a link that moves meanwhile is missed.
    expect(page.locator(".plan-status")).to_contain_text("chosen")
    page.locator(".to-hub a").locator("font font").first.click()
    page.locator(".plan-next a[data-step]").locator("font font").first.click()
    expect(page.locator("[data-item] input:focus")).to_have_count(1)


def test_the_guide_is_kept_and_removed(open_page: OpenPage, seen: Seen) -> None:
    page = open_page(None)
    page.add_init_script(TRANSLATOR)
    page.goto("offline.html")
    click_on_words(page.locator("[data-offline=guide]"))
    until(page, "offline-state", "kept", timeout=LONG)
    click_on_words(page.locator("[data-offline=remove]"))
    until(page, "offline-state", "off", timeout=LONG)
    no_wipe_here(seen)


def test_search_menu_links_and_leaving_work(open_page: OpenPage) -> None:
    page = open_page(None)
    page.add_init_script(TRANSLATOR)
    page.goto("numbers.html")
    page.get_by_role("searchbox").fill("police")
    page.locator(".search-results a").first.locator("font font").first.click()
    expect(page.locator(".back")).to_be_visible()
    page.locator(".back font font").first.click()
    until(page, "view", "numbers")
    page.locator("a[data-external]:visible").first.locator("font font").first.click()
    click_on_words(named(page.locator(".external-note"), "Stay here"))
    expect(page.locator(".external-note")).to_have_count(0)
    page.locator("a.exit font font").first.click()
    has_left(page)
    assert page.url == EXIT_URL


def test_no_script_asks_the_clicked_element_itself_what_it_is() -> None:
    """A click on a translated word hits the translator's element: `closest` finds the button around it."""
    asks = re.compile(r"\btarget\.(dataset|id|className|localName|tagName)\b")
    scripts = (ROOT / "theme").rglob("*.js")
    found = [path.name for path in scripts if "click" in path.read_text() and asks.search(path.read_text())]
    assert found == []
