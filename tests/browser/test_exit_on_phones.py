"""On a phone nothing pushes the exit off the screen: no long word, at no size of text, in no state of a page.

A phone's window grows with what is too wide for it, and what is fixed to its corners leaves the screen. Only
a browser that emulates a phone does so.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan_support import ANSWER_ALL, START, tailored
from tests.browser.plan_vault import NO_PYTHON, keep, made_words, passphrase_of, press, state, unlock, vault
from tests.browser.support import SITE, TOUCH, OpenPage, Seen, page_names, show_whole, until
from tests.browser.templates import OF_EACH_TEMPLATE
from tests.browser.vault_support import VAULT_SCRIPT

pytest_plugins = ("tests.browser.plan_fixtures",)

NAMES = page_names(SITE)
WINDOWS = ({"width": 360, "height": 740}, {"width": 320, "height": 256})
TEXT = {"100 %": "125%", "200 %": "250%", "250 %": "312.5%"}  # the guide's own is 125 % of the browser's
LONG_LABEL = "Leave this page now and show the weather instead of the guide"
LONG_WORDS = (
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "https://example.org/" + "a-very-long-address/" * 12,
    "W" * 80,
    "مستشفى" * 30,
)
MEASURE = """async ({ sizes, width, height }) => {
  const exit = document.querySelector('.exit')
  const painted = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))
  const found = []
  for (const [name, size] of Object.entries(sizes)) {
    document.documentElement.style.fontSize = size
    await painted()
    const box = exit.getBoundingClientRect()
    const { left, top, right, bottom } = box
    const corners = [left + 4, right - 4].flatMap((x) => [top + 4, bottom - 4].map((y) => [x, y]))
    const onTop = corners.every(([x, y]) => document.elementFromPoint(x, y)?.closest('a') === exit)
    const fits = left >= 0 && top >= 0 && right <= width && bottom <= height && innerWidth <= width
    const room = document.documentElement
    const reads = exit.scrollHeight <= exit.clientHeight + 1 && exit.scrollWidth <= exit.clientWidth + 1
    if (fits && onTop && reads && room.scrollWidth <= width && visualViewport.width <= width) continue
    const isWide = (part) => part.checkVisibility() && part.getBoundingClientRect().right > width + 0.5
    const wide = [...document.querySelectorAll('main *, header *, nav *, footer *')].filter(isWide)
    found.push([`${name} at ${width}: ${JSON.stringify(box)}, window ${innerWidth}, on top: ${onTop}`,
      `whole: ${reads}`, ...wide.slice(0, 3).map((part) => part.outerHTML.slice(0, 120))].join(' | '))
  }
  document.documentElement.style.fontSize = ''
  return found
}"""


def pushed_out(page: Page, where: str) -> list[str]:
    """List the sizes of window and text at which the exit is not complete, on top and on the screen."""
    found: list[str] = []
    for window in WINDOWS:
        page.set_viewport_size(window)  # type: ignore[arg-type]
        problems = page.evaluate(MEASURE, {"sizes": TEXT, **window})
        found += [f"{where}: {problem}" for problem in problems]
    return found


def test_the_measure_tells_what_is_too_wide(open_page: OpenPage) -> None:
    page = open_page("404.html", **TOUCH)
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert len(pushed_out(page, "page")) == len(WINDOWS) * len(TEXT)


@pytest.mark.parametrize("label", ["", LONG_LABEL])
def test_no_page_pushes_it_out(open_page: OpenPage, site: str, label: str) -> None:
    page = open_page(None, **TOUCH)
    found = []
    for name in page_names(SITE, languages=True) if not label else ["404.html", "now.html"]:
        page.goto(site + name)
        unfold(page)
        if label:
            page.locator("[data-quick-exit]").evaluate_all(
                "(links, label) => links.forEach((link) => (link.textContent = label))", label
            )
        found += pushed_out(page, name)
    assert found == []


def test_no_view_of_the_reader_pushes_it_out(open_page: OpenPage) -> None:
    """One of each template, and a page of text: the same text was measured on its own page."""
    page = open_page(None, **TOUCH)
    page.add_init_script(NO_PYTHON)
    page.goto("index.html")
    views, pages = page.locator("main > [data-view-id]").evaluate_all(
        "all => ['viewId', 'page'].map((name) => all.map((view) => view.dataset[name]))"
    )
    assert sorted([*pages, "404.html"]) == NAMES
    found = []
    for view in (view for view, name in zip(views, pages, strict=True) if name in OF_EACH_TEMPLATE):
        page.evaluate(
            """(view) => {
              const link = document.createElement('a')
              link.dataset.open = view
              document.querySelector('#menu').append(link)
              link.click()
              link.remove()
            }""",
            view,
        )
        until(page, "view", view, timeout=START)
        expect(page.locator(f"main > [data-view-id='{view}']")).to_be_visible()
        unfold(page)
        found += pushed_out(page, view)
    assert found == []


def test_no_state_of_the_frame_pushes_it_out(open_page: OpenPage) -> None:
    page = open_page("index.html", **TOUCH)
    found = []
    page.locator("header button", has_text="Menu").click()
    found += pushed_out(page, "menu")
    page.locator("header button", has_text="Menu").click()
    page.locator("[data-search-open]").click()
    found += pushed_out(page, "search")
    for query in ("police report", *LONG_WORDS):
        page.get_by_role("searchbox").fill(query)
        expect(page.locator(".search-status")).not_to_be_empty()
        found += pushed_out(page, f"search for {query[:12]}")
    page.get_by_role("searchbox").fill("")
    page.locator("#menu a[data-open='method']").evaluate("link => link.click()")
    page.locator("article[data-view-id='method'] a[data-external]").first.click()
    expect(page.locator(".external-note")).to_be_focused()
    page.locator(".external-note").evaluate("(note, word) => note.append(word)", LONG_WORDS[1])
    found += pushed_out(page, "external link")
    page.locator("#menu a[data-open='offline']").evaluate("link => link.click()")
    expect(page.locator(".offline")).to_be_visible()
    found += pushed_out(page, "offline")
    assert found == []


def test_no_plan_pushes_it_out(open_page: OpenPage) -> None:
    page = open_page("plan.html", **TOUCH)
    show_whole(page)
    tailored(page)
    facts = page.locator("[data-fact]").evaluate_all("all => all.map((fact) => fact.dataset.fact)")
    page.evaluate(ANSWER_ALL, dict.fromkeys(facts, "no"))
    expect(page.locator(".left-out > summary")).to_be_visible(timeout=START)
    write_long_words(page)
    found = []
    for version in ("long", "pocket", "friend"):
        page.locator(".take-what").select_option(version)
        unfold(page)
        found += pushed_out(page, f"plan: {version}")
    page.locator("[data-take=text]").click()
    expect(page.locator(".take .said:not(:empty)")).to_have_count(1)
    found += pushed_out(page, "plan: saved")
    assert found == []


def test_no_state_of_keeping_pushes_it_out(
    open_page: OpenPage, site: str, quick_vault: str, seen: Seen
) -> None:
    page = open_page(None, **TOUCH)
    answer: dict[str, Any] = {"body": quick_vault, "content_type": "text/javascript"}
    page.context.route(f"**/{VAULT_SCRIPT}", lambda route: route.fulfill(**answer))
    page.add_init_script(NO_PYTHON)
    page.goto(f"{site}plan.html")
    show_whole(page)
    expect(page.locator("[data-slot=vault] > *")).to_have_count(1)
    write_long_words(page)
    found = []

    keep(page)
    unfold(page)
    made_words(vault(page))
    found += pushed_out(page, "unlocked")
    vault(page).locator("[data-change] [value=own]").check()
    for field in vault(page).locator("[data-change] [data-passphrase]:visible").all():
        field.fill(LONG_WORDS[2])
    found += pushed_out(page, "words of their own")
    press(page, "Lock now")
    state(page, "locked")
    unfold(page)
    vault(page).locator("[data-passphrase]").first.fill(LONG_WORDS[0])
    press(page, "Open it")
    expect(vault(page).locator(".said:visible")).not_to_be_empty(timeout=30_000)
    found += pushed_out(page, "locked")
    unlock(page, passphrase_of(page))
    unfold(page)
    press(page, "Delete everything now")
    state(page, "off")
    unfold(page)
    press(page, "Choose a passphrase")
    made_words(vault(page))
    found += pushed_out(page, "choosing")
    assert [error for error in seen.errors if "404 (Not Found)" not in error] == []  # the host has no /wipe
    seen.errors.clear()
    assert found == []


def write_long_words(page: Page) -> None:
    """Write into every field of the plan, as a reader would, and answer where it asks."""
    page.evaluate(
        """(words) => {
          document.querySelectorAll('.parts [data-field], [data-item] textarea').forEach((field, at) => {
            if (field.type === 'date' || field.localName === 'fieldset') return
            field.value = words[at % words.length].slice(0, field.maxLength)
            field.dispatchEvent(new Event('input', { bubbles: true }))
            field.dispatchEvent(new Event('change', { bubbles: true }))
          })
        }""",
        list(LONG_WORDS),
    )


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((box) => (box.open = true))")
