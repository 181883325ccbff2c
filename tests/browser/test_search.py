"""Search over text in memory: without script, with it, by keyboard, on paper, and when things go wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.plan_support import STAY_AWAY
from tests.browser.support import DESKTOP, OpenPage, Seen, drawn_text, stored, until
from tests.browser.traces import axe_problems

NOTHING = {"local": [], "session": [], "databases": [], "caches": [], "workers": [], "cookies": []}


@pytest.fixture(scope="module")
def opened(browser: Browser, site: str) -> Iterator[tuple[Page, Seen]]:
    """The first page with its index, once for all tests that only search in it."""
    seen = Seen(site)
    context = browser.new_context(viewport=DESKTOP)
    seen.watch(context)
    page = context.new_page()
    page.goto(f"{site}index.html")
    yield page, seen
    context.close()


@pytest.fixture
def guide(opened: tuple[Page, Seen]) -> Iterator[Page]:
    """The same, with an empty field and no results."""
    page, seen = opened
    field(page).fill("")
    expect(page.locator(".search-results a, [data-search-empty]")).to_have_count(0)
    expect(status(page)).to_be_empty()
    yield page
    assert (seen.foreign, seen.errors) == ([], [])


@pytest.fixture
def page(reopen: OpenPage) -> Page:
    """The first page in a new document, for tests that do more than search in it."""
    return reopen()


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search this guide")


def results(page: Page) -> Locator:
    return page.locator(".search-results a")


def status(page: Page) -> Locator:
    return page.locator(".search-status")


def traces(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate("[location.href, history.length, history.state, document.title]")
    return found


# Without script


def test_there_is_no_dead_field(reopen: OpenPage) -> None:
    assert reopen(scripts=False).locator("input[type=search], [role=search]").count() == 0


# With script


@pytest.mark.parametrize(
    ("query", "word"),
    [("tracker", "tracker"), ("pasword", "password"), ("restraning", "order"), ("emerg", "danger")],
)
def test_it_forgives_typing_errors_and_unfinished_words(guide: Page, query: str, word: str) -> None:
    field(guide).fill(query)
    expect(results(guide).first).to_contain_text(word, ignore_case=True)


def test_a_part_that_is_not_here_yet_is_found_by_its_name(page: Page) -> None:
    field(page).fill("chain of custody")
    result = results(page).filter(has_text="Chain of custody").first
    expect(result).to_have_attribute("href", re.compile(r"/sheets/chain-of-custody\.html$"))
    result.click()
    expect(page.locator("[data-view-id=sheet-chain-of-custody] h1")).to_be_focused()


def test_a_result_tells_its_heading_its_topic_and_the_words_around(guide: Page) -> None:
    field(guide).fill("photograph tracker")
    result = results(guide).first
    expect(result.locator(".search-heading")).to_have_text("Photograph a tracker before you move it")
    expect(result.locator(".search-topic")).to_have_text("Technology")
    snippet = result.locator(".search-snippet").inner_text()
    assert "tracker" in snippet
    assert len(snippet) < 130


def test_all_words_of_a_sentence_count_but_the_small_ones(guide: Page) -> None:
    field(guide).fill("How can I change the code of my phone")
    expect(results(guide).first).to_contain_text("code", ignore_case=True)
    expect(results(guide).first).to_contain_text("phone", ignore_case=True)


def test_a_result_opens_its_view_at_the_heading(page: Page, seen: Seen) -> None:
    before, asked = traces(page), len(seen.requests)
    field(page).fill("photograph tracker")
    results(page).first.click()
    until(page, "view", "devices")
    expect(page.locator('[data-view-id="devices"] h3:focus')).to_have_text(
        "Photograph a tracker before you move it"
    )
    expect(results(page)).to_have_count(0)
    expect(status(page)).to_be_empty()
    assert traces(page) == before
    assert stored(page) == NOTHING
    assert [url for url in seen.requests[asked:] if not url.endswith("icon.svg")] == []


def test_a_result_has_the_address_of_its_page_for_a_new_tab(guide: Page, site: str) -> None:
    field(guide).fill("photograph tracker")
    address = results(guide).first.get_attribute("href")
    assert address
    assert address.startswith(site + "devices.html#")


def test_the_list_comes_back_when_the_field_is_used_again(page: Page) -> None:
    field(page).fill("tracker")
    results(page).first.click()
    expect(results(page)).to_have_count(0)
    field(page).focus()
    expect(results(page).first).to_be_visible()


def test_what_the_reader_fills_in_is_not_found_twice(guide: Page) -> None:
    field(guide).fill("photograph tracker")
    expect(results(guide).first).to_be_visible()
    assert "plan" not in results(guide).evaluate_all("all => all.map((link) => link.dataset.open)")


def test_the_field_gives_the_browser_nothing_to_keep(guide: Page) -> None:
    kept = field(guide).evaluate(
        "({ form, name, autocomplete, spellcheck }) => [form, name, autocomplete, spellcheck]"
    )
    assert kept == [None, "", "off", False]


@pytest.mark.parametrize("address", ["phone.html", "sheets/incident-log.html", "404.html"])
def test_it_works_on_every_page_and_keeps_what_was_typed_before_it_was_ready(
    open_page: OpenPage, seen: Seen, address: str
) -> None:
    page = open_page(address)
    before = traces(page)
    assert not [url for url in seen.requests if url.endswith("reader.js")]
    field(page).press_sequentially("photograph tracker")
    expect(results(page).first).to_contain_text("Photograph a tracker before you move it")
    results(page).first.click()
    until(page, "view", "devices")
    assert traces(page) == before


def test_an_answer_that_comes_late_shows_nothing(page: Page) -> None:
    """The reader typed more while the index was made; then the reader left during that."""
    until(page, "reader", "ready")
    page.evaluate(
        """() => {
          window.said = []
          const note = (records) =>
            said.push(...records.flatMap(({ addedNodes }) => [...addedNodes].map(({ data }) => data)))
          new MutationObserver(note).observe(document.querySelector('.search-status'), { childList: true })
        }"""
    )
    type_in = "(field, words) => { field.value = words; field.dispatchEvent(new Event('input')) }"
    field(page).evaluate(f"(field) => ['tracker', 'brazil'].forEach((words) => ({type_in})(field, words))")
    expect(results(page).first).to_contain_text("Brazil")
    assert len(page.evaluate("said")) == 1

    leave = "document.dispatchEvent(new Event('guide:leave'))"
    page.evaluate(f"{leave}; said.length = 0")
    field(page).evaluate(f"(field) => {{ ({type_in})(field, 'tracker'); {leave} }}")
    field(page).evaluate(f"(field) => ({type_in})(field, 'xyzzyx')")
    expect(status(page)).to_contain_text("No page about this yet.")
    assert len(page.evaluate("said")) == 1


MOST_NODES, MOST_LETTERS = 4_000, 40_000
"""A little more than the largest view, the one of all countries' numbers, has."""


def test_a_view_that_goes_while_the_index_is_made_harms_nothing(page: Page) -> None:
    page.evaluate(
        """() => {
          document.querySelector('.search-field').focus()
          document.querySelectorAll('main > [data-view-id^=sheet-]').forEach((view) => view.remove())
        }"""
    )
    field(page).fill("doorbell")
    expect(page.locator(".search-results a").first).to_be_visible()


def test_a_slow_phone_is_never_blocked_for_long_by_the_index(page: Page) -> None:
    """One task looks at one view alone: it costs the nodes that are walked, and the letters that are cut."""
    until(page, "reader", "ready")
    page.evaluate(COUNT_WORK_OF_TASKS)
    field(page).fill("tracker")
    expect(results(page).first).to_be_visible()
    tasks = page.evaluate("tasks")
    assert len(tasks) >= page.locator("[data-view-id]").count()
    assert max(task["nodes"] for task in tasks) <= MOST_NODES
    assert max(task["letters"] for task in tasks) <= MOST_LETTERS


COUNT_WORK_OF_TASKS = """() => {
  window.tasks = []
  let task = null
  const count = (what, number) => {
    if (!task) {
      task = { nodes: 0, letters: 0 }
      tasks.push(task)
      setTimeout(() => (task = null)) // before what the index puts off
    }
    task[what] += number
  }
  const { nextNode } = TreeWalker.prototype
  TreeWalker.prototype.nextNode = function () {
    count('nodes', 1)
    return nextNode.call(this)
  }
  const { normalize } = String.prototype
  String.prototype.normalize = function (form) {
    count('letters', this.length)
    return normalize.call(this, form)
  }
}"""


# Keyboard and announcements


def test_arrows_move_through_the_results_and_escape_clears(page: Page) -> None:
    field(page).focus()
    page.keyboard.type("tracker")
    expect(results(page).nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    expect(results(page)).to_have_count(0)


def test_enter_goes_to_the_first_result_and_enter_opens_it(page: Page) -> None:
    field(page).focus()
    page.keyboard.type("photograph tracker")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("Enter")
    until(page, "view", "devices")


@pytest.mark.parametrize("sign", ["isComposing: true", "keyCode: 229"])
@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown"])
def test_keys_that_compose_a_word_do_nothing_else(guide: Page, key: str, sign: str) -> None:
    field(guide).fill("tracker")
    expect(results(guide).first).to_be_visible()
    field(guide).focus()
    event = f"new KeyboardEvent('keydown', {{ key: '{key}', {sign}, bubbles: true }})"
    guide.evaluate(f"document.activeElement.dispatchEvent({event})")
    expect(field(guide)).to_be_focused()
    expect(field(guide)).to_have_value("tracker")


def test_results_are_a_region_only_while_there_are_some(guide: Page) -> None:
    region = guide.get_by_role("region", name="Search results")
    expect(region).to_have_count(0)
    assert guide.get_by_role("list").filter(has_not_text=re.compile(".")).count() == 0
    field(guide).fill("tracker")
    expect(region.get_by_role("listitem").first).to_be_visible()
    field(guide).fill("xyzzyx")
    expect(status(guide)).to_contain_text("No page about this yet.")
    expect(region).to_have_count(0)


def test_extensions_that_read_along_are_asked_to_stay_away(guide: Page) -> None:
    assert {sign: field(guide).get_attribute(sign) for sign in STAY_AWAY} == STAY_AWAY


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("xyzzyx", "No page about this yet. Here are all the pages."),
        ("phone xyzzyx", "No part has all of these words. These have some: The best 12 of"),
        ("phone", "The best 12 of"),
        ("photograph", "result"),
        ("p", ""),
    ],
)
def test_the_count_is_spoken(guide: Page, query: str, said: str) -> None:
    assert status(guide).get_attribute("role") == "status"
    field(guide).fill(query)
    if said:
        expect(status(guide)).to_contain_text(said)
        shown = results(guide).count()
        assert shown <= 12
        if said == "result":
            expect(status(guide)).to_have_text("1 result" if shown == 1 else f"{shown} results")
    else:
        guide.wait_for_timeout(300)
        expect(status(guide)).to_be_empty()


@pytest.mark.parametrize("query", ["trackr", "guz", "exx"])
def test_a_short_word_with_a_wrong_letter_finds_nothing_rather_than_something_else(
    guide: Page, query: str
) -> None:
    field(guide).fill(query)
    expect(guide.locator("[data-search-empty]")).to_be_visible()
    expect(results(guide)).to_have_count(0)


def test_where_nothing_is_found_help_in_danger_comes_first_then_every_page(page: Page) -> None:
    field(page).fill("xyzzyx")
    links = page.locator("[data-search-empty] a")
    expect(links.first).to_be_visible()
    offered = links.evaluate_all("all => all.map((link) => link.dataset.open)")
    assert offered[:2] == ["now", "numbers"]
    assert sorted(offered) == sorted(
        page.locator("#menu a").evaluate_all("all => all.map((link) => link.dataset.open)")
    )
    assert page.locator("[data-search-empty] [lang=es]").inner_text().startswith("¿Estás en peligro?")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    until(page, "view", "now")
    expect(page.locator("[data-search-empty]")).to_have_count(0)


def test_accents_and_endings_make_no_difference(guide: Page) -> None:
    for query in ("café", "cafe", "CAFÉ"):
        field(guide).fill(query)
        expect(results(guide).first).to_have_attribute("data-result-view", "now")
    field(guide).fill("côte")
    expect(results(guide).first).to_contain_text("Côte d’Ivoire")


def test_a_country_shows_its_numbers_and_opens_at_its_line(page: Page) -> None:
    field(page).fill("brazil")
    expect(results(page).first.locator(".search-snippet")).to_contain_text("112 · 911")
    results(page).first.click()
    expect(page.locator("[data-territory=BR]")).to_be_focused()


def test_open_results_have_no_barriers(guide: Page) -> None:
    for query, shown in (("phone", ".search-results a"), ("xyzzyx", "[data-search-empty] a")):
        field(guide).fill(query)
        expect(guide.locator(shown).first).to_be_visible()
        assert axe_problems(guide) == [], query


# Print


def test_neither_field_nor_results_are_printed(guide: Page) -> None:
    field(guide).fill("tracker")
    expect(results(guide).first).to_be_visible()
    text = drawn_text(guide.pdf())
    assert "Search" not in text
    assert "Photograph a tracker" not in text


# Errors


def test_where_the_guide_cannot_be_fetched_the_field_says_that_it_is_off(
    open_page: OpenPage, seen: Seen
) -> None:
    page = open_page("phone.html")
    page.route("**/index.html", lambda route: route.abort())
    field(page).click()
    expect(field(page)).to_be_disabled()
    page.locator('#menu [data-open="now"]').click()
    page.wait_for_url("**/now.html")
    seen.errors.clear()


def test_text_is_never_taken_for_markup(page: Page) -> None:
    page.evaluate(
        """() => {
          const text = document.createElement("p");
          text.textContent = "qwertz <img src=x id=injected> <b>qwertz</b>";
          document.querySelector('[data-view-id="home"]').append(text);
        }"""
    )
    field(page).fill("qwertz")
    expect(results(page).first).to_contain_text("<img src=x id=injected>")
    assert page.locator("#injected").count() == 0


def test_words_of_two_blocks_stay_apart_and_those_of_one_line_stay_together(page: Page) -> None:
    page.evaluate(
        """() => {
          const part = document.createElement("div");
          const blocks = "<ul><li>qwertz</li><li>Tell</li></ul><p>the <b>do</b>or,<br>now</p><p>today</p>";
          part.append(...new DOMParser().parseFromString(blocks, "text/html").body.childNodes);
          document.querySelector('[data-view-id="home"]').append(part);
        }"""
    )
    field(page).fill("qwertz")
    expect(results(page).first.locator(".search-snippet")).to_contain_text("qwertz Tell the door, now today")


def test_leaving_drops_the_index(page: Page) -> None:
    field(page).fill("tracker")
    expect(results(page).first).to_be_visible()
    page.evaluate("document.querySelectorAll('[data-view-id] *').forEach((part) => part.remove())")
    page.evaluate("document.dispatchEvent(new Event('guide:leave'))")
    field(page).fill("trackers")
    expect(status(page)).to_contain_text("No page about this yet.")
