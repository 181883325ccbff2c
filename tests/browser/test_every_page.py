"""On every page and in the reader's main states: no trace, no barrier, and the way out in reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from hooks.content.load import load_guide
from tests.browser.plan_support import ANSWER_ALL
from tests.browser.support import DESKTOP, PHONE, ROOT, SITE, page_names, show_whole, until
from tests.browser.templates import OF_EACH_TEMPLATE
from tests.browser.traces import ALIKE, CONTRAST, OF_COLOURS, Traces, axe_problems

NAMES = page_names(SITE, languages=True) or ["index.html"]
NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 200}  # 1280 by 800 at 400 %
SMALLEST_TARGET = 44  # CSS pixels

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  const isWide = (element) => element.checkVisibility() && element.getBoundingClientRect().right > room
  const wide = [...document.body.querySelectorAll('*')].filter(isWide).slice(0, 5)
  return [`${document.documentElement.scrollWidth} px`, ...wide.map((e) => e.outerHTML.slice(0, 90))]
}"""
EXIT = """() => {
  const exit = document.querySelector('.exit')
  const { left, top, right, bottom, width, height } = exit.getBoundingClientRect()
  const corners = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]]
  const points = [...corners, [left + width / 2, top + height / 2]]
  return {
    width, height,
    inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
    covered: points.filter(([x, y]) => document.elementFromPoint(x, y)?.closest('a') !== exit).length,
  }
}"""
# A key was pressed before, so the browser shows focus as it does for Tab.
UNSEEN_FOCUS = """() => {
  const exit = document.querySelector('.exit')
  const can = 'a[href], button, input, textarea, select, summary, [tabindex="0"]'
  const unseen = []
  for (const element of document.querySelectorAll(can)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue
    element.focus()
    const tell = (problem) => unseen.push(`${problem}: ${element.outerHTML.slice(0, 90)}`)
    if (document.activeElement !== element) { tell('no focus'); continue }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    if (!seen) tell('no outline')
    const box = element.getBoundingClientRect()
    const over = exit.getBoundingClientRect()
    const inHeight = box.top >= over.top && box.bottom <= over.bottom
    const under = inHeight && box.left >= over.left && box.right <= over.right
    if (element !== exit && under) tell('under the exit')
  }
  scrollTo(0, 0)
  return unseen
}"""


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[tuple[Page, Traces]]:
    """A new phone with nothing on it, and what watches it. No colour is met on its way to another."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    traces = Traces(context, site)
    yield context.new_page(), traces
    context.close()


@pytest.fixture(scope="module")
def phones() -> Iterator[list[tuple[Page, Traces]]]:
    """The phone that visits one page after the other, unless a test failed on it."""
    phones: list[tuple[Page, Traces]] = []
    yield phones
    for page, _ in phones:
        page.context.close()


@pytest.fixture
def next_visit(
    phones: list[tuple[Page, Traces]], browser: Browser, site: str, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, Traces]]:
    """A phone on which earlier visits left nothing, as each of them asserts."""
    failed = request.session.testsfailed
    if not phones:
        context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
        traces = Traces(context, site)
        phones.append((context.new_page(), traces))
    page, traces = phones[0]
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="null")
    yield page, traces
    if request.session.testsfailed > failed:
        phones.pop()[0].context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_leaves_no_trace_and_no_barrier(next_visit, site, name):
    page, traces = next_visit
    page.goto(site + name)
    title, entries = page.title(), page.evaluate("history.length")

    assert exit_problems(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit-first"
    assert page.evaluate(UNSEEN_FOCUS) == []
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert exit_problems(page) == []
    assert fits_problems(page) == []
    assert traces.left(page) == {}
    assert (page.title(), page.evaluate("history.length"), page.url) == (title, entries, site + name)

    if name.removeprefix("es/") in OF_EACH_TEMPLATE:  # tests/site looks at what content alone can break
        page.set_viewport_size(PHONE)
        page.evaluate("scrollTo(0, 0)")
        assert axe_problems(page, aside=ALIKE) == []
        page.emulate_media(color_scheme="dark")
        assert axe_problems(page, OF_COLOURS, aside=ALIKE) == []


def test_the_list_has_a_page_of_each_template():
    assert set(NAMES) >= OF_EACH_TEMPLATE
    settings = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    content, _ = load_guide(settings)
    templates = {name: content.views[page.view].template for name, page in content.pages.items()}
    wanted = {template for template in templates.values() if not template.startswith("sheets/")}
    assert {
        templates[f"{name.removesuffix('.html')}.md"] for name in OF_EACH_TEMPLATE - {"404.html"}
    } >= wanted


@pytest.mark.every_language
def test_each_view_of_the_reader_leaves_no_trace_and_no_barrier(visit, site):
    page, traces = visit
    page.goto(site + "index.html")
    title, entries = page.title(), page.evaluate("history.length")
    views = page.locator("#menu a[data-open]").evaluate_all("links => links.map((link) => link.dataset.open)")
    assert len(views) > 20
    problems: dict[str, list[str]] = {}
    for view in views:
        open_view(page, view)
        expect(page.locator("main > article:visible")).to_have_count(1)
        expect(page.locator(f"main > article[data-view-id='{view}'] h1")).to_be_focused()
        problems[view] = [*exit_problems(page), *fits_problems(page)]

    assert {view: found for view, found in problems.items() if found} == {}
    # Every view at once: names, roles and ids. A view has the colours of its own page.
    page.set_viewport_size(PHONE)
    page.evaluate("document.querySelectorAll('main > article').forEach((view) => (view.hidden = false))")
    assert axe_problems(page, without=CONTRAST) == []
    assert traces.left(page) == {}
    assert (page.title(), page.evaluate("history.length"), page.url) == (title, entries, site + "index.html")


def test_search_with_results_leaves_no_trace_and_no_barrier(visit, site):
    page, traces = visit
    page.goto(site + "index.html")
    page.locator("[data-search-open]").click()
    page.get_by_role("searchbox").fill("polcie report")
    expect(page.locator(".search-results a").first).to_be_visible()

    assert state_problems(page) == []
    assert traces.left(page) == {}
    assert page.url == site + "index.html"


def test_the_line_before_an_external_link_leaves_no_trace_and_no_barrier(visit, site):
    page, traces = visit
    page.goto(site + "index.html")
    open_view(page, "images")
    link = page.locator("article[data-view-id='images'] a[data-external]").first
    link.click()
    expect(page.locator(".external-note")).to_be_focused()
    expect(page.locator(".external-note")).to_contain_text(link.get_attribute("data-host") or "no host")

    assert state_problems(page) == []
    assert traces.left(page) == {}
    assert page.url == site + "index.html"


def test_the_open_menu_leaves_no_trace_and_no_barrier(visit, site):
    page, traces = visit
    page.goto(site + "index.html")
    page.locator("header button", has_text="Menu").click()
    expect(page.locator("#menu")).to_be_visible()

    assert state_problems(page) == []
    assert traces.left(page) == {}


def test_a_tailored_plan_leaves_no_trace_and_no_barrier(visit, site):
    page, traces = visit
    page.goto(site + "index.html")
    open_view(page, "plan")
    show_whole(page)
    until(page, "python", "ready", timeout=60_000)
    page.evaluate("document.querySelectorAll('.question-part').forEach((part) => (part.open = true))")
    facts = page.locator("[data-fact]").evaluate_all("all => all.map((fact) => fact.dataset.fact)")
    page.evaluate(ANSWER_ALL, dict.fromkeys(facts, "no"))
    expect(page.locator(".left-out > summary")).to_be_visible()
    page.locator(".left-out > summary").click()
    next_step = page.locator(".plan-next a")
    page.locator("[data-horizon] [data-item] [data-mark=mine]").nth(1).check()
    expect(next_step).to_have_attribute("data-step", re.compile("."))
    id = next_step.get_attribute("data-step")
    page.locator("[data-horizon] [data-item] [data-mark=mine]").first.check()
    page.locator(f"[data-item='{id}'] input[value=done]").check()
    page.locator("[data-horizon] [data-item] details > summary").first.click()
    page.locator("[data-horizon] [data-item] textarea").first.fill("A note.\nOf two lines.")
    expect(next_step).not_to_have_attribute("data-step", id or "")

    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN_FOCUS) == []
    assert state_problems(page) == []
    assert traces.left(page) == {}
    assert page.url == site + "index.html"


def test_tab_reaches_every_link_and_field_of_a_page_in_order(visit, site):
    page, _ = visit
    page.goto(site + "phone.html")
    until(page, "painted", "")  # the menu below the text comes with the second frame
    reachable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary')]
          .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
          .map((e, number) => (e.dataset.number = number))"""
    )
    for number in reachable:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.number") == str(number)
        assert page.evaluate("document.activeElement.matches(':focus-visible')")


def open_view(page: Page, view: str) -> None:
    """Follow the menu's link, as a script of the page would see it, wherever the menu is."""
    page.locator(f"#menu a[data-open='{view}']").evaluate("link => link.click()")
    until(page, "view", view)


def state_problems(page: Page) -> list[str]:
    found = [*exit_problems(page), *fits_problems(page)]
    page.set_viewport_size(PHONE)
    return [*found, *axe_problems(page)]


def fits_problems(page: Page) -> list[str]:
    """Say what needs scrolling sideways, or where the exit cannot be reached, at other sizes."""
    found = []
    for size in (NARROW, ZOOMED, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found += [f"{size}: {wide}" for wide in page.evaluate(TOO_WIDE)]
        found += [f"{size}: {problem}" for problem in exit_problems(page)]
    return found


def exit_problems(page: Page) -> list[str]:
    """Say why the exit could not be pressed at once."""
    exit = page.evaluate(EXIT)
    checks = {
        f"the exit is {exit['width']} by {exit['height']}": exit["width"]
        >= SMALLEST_TARGET
        <= exit["height"],
        "the exit is outside the window": exit["inside"],
        f"the exit is covered at {exit['covered']} of 5 points": not exit["covered"],
    }
    return [problem for problem, fine in checks.items() if not fine]
