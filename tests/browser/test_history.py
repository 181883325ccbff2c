"""No entry in the history comes from inside the guide, whatever fails, is late, or is new to the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.plan_vault import NO_PYTHON
from tests.browser.support import (
    EXIT_PAGE,
    EXIT_URL,
    PHONE,
    SITE,
    OpenPage,
    Seen,
    has_left,
    hold_back,
    until_held,
)
from tests.browser.test_quick_exit_back import careless_site, do_soon, plain_page  # noqa: F401
from tests.browser.test_reader import choose, is_open

INDEX = (SITE / "index.html").read_text("utf-8")
WAITING = "One moment. This part is loading."
NEWER = """
  for (const [owner, names] of [
    [Element.prototype, ["replaceChildren", "checkVisibility", "setHTML", "ariaNotify"]],
    [Document.prototype, ["replaceChildren", "startViewTransition"]],
    [DocumentFragment.prototype, ["replaceChildren"]],
    [HTMLElement.prototype, ["showPopover", "hidePopover", "togglePopover"]],
    [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
    [String.prototype, ["at", "replaceAll", "isWellFormed"]],
    [Object, ["hasOwn", "groupBy"]],
    [Promise, ["any", "try", "withResolvers"]],
    [AbortSignal, ["timeout", "any"]],
    [Navigator.prototype, ["locks", "userActivation", "scheduling"]],
    [Set.prototype, ["union", "difference", "isSubsetOf"]],
    [Iterator.prototype, ["map", "filter", "toArray"]],
    [globalThis, ["structuredClone", "BroadcastChannel", "scheduler", "navigation", "Sanitizer"]],
  ]) for (const name of names) delete owner[name];
  for (const { prototype } of [Document, DocumentFragment, Element]) {
    for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
      const known = prototype[name];
      if (known) prototype[name] = function (css) {
        if (/:has\\(|:modal|:popover-open|:user-valid/.test(css)) {
          throw new SyntaxError(`${css} is not a valid selector`);
        }
        return known.call(this, css);
      };
    }
  }
  // The policy's own word for what must never be done.
  history.pushState = history.replaceState = () => { throw new Error("no entries") };
"""
Fault = Callable[[Page], None]


def fails(pattern: str) -> Fault:
    return lambda page: page.route(pattern, lambda route: route.abort())


def answers(pattern: str, **answer: object) -> Fault:
    return lambda page: page.route(pattern, lambda route: route.fulfill(**answer))  # type: ignore[arg-type]


def add_line(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().rstrip() + "\n<!-- served by a free host -->\n<p></p>")


def lines_added(page: Page) -> None:
    page.route(lambda url: url.endswith(".html"), add_line)


FAULTS: dict[str, Fault] = {
    "nothing": lambda page: None,
    "no reader": fails("**/reader.js"),
    "no plan": fails("**/plan.js"),
    "no page.js": fails("**/page.js"),
    "no styles of the plan": fails("**/plan.css"),
    "a broken reader": answers(
        "**/reader.js", body="throw new Error('broken')", content_type="text/javascript"
    ),
    "a line behind the end": lines_added,
    "an old browser": lambda page: page.add_init_script(NEWER),
}
ON_PAGES: dict[str, Fault] = {
    "a cut reader": answers("**/index.html", body=INDEX[: len(INDEX) // 2], content_type="text/html"),
    "another page": answers("**/index.html", body="<title>Sign in</title>", content_type="text/html"),
    "no answer": answers("**/index.html", status=503, body="Not now"),
}


def leaves_to(page: Page, before: str, entries: int) -> None:
    assert page.evaluate("history.length") == entries
    page.locator(".exit").click()
    has_left(page)
    assert page.evaluate("history.length") == entries
    page.go_back()
    expect(page).to_have_url(before)


@pytest.mark.parametrize(
    ("address", "fault"),
    [(page, fault) for page in ("index.html", "phone.html") for fault in FAULTS]
    + [("phone.html", fault) for fault in ON_PAGES],
)
def test_topics_the_plan_and_a_reload_add_nothing_to_the_history(
    open_page: OpenPage, seen: Seen, site: str, address: str, fault: str
) -> None:
    page = open_page("about.html")
    if fault != "nothing":
        page.add_init_script(NO_PYTHON)
    (FAULTS | ON_PAGES)[fault](page)
    page.goto(site + address)
    entries = page.evaluate("history.length")
    for view in ("now", "plan", "home"):
        choose(page, view)
        expect(page.locator(f'[data-view-id="{view}"]')).to_be_visible()
    page.reload()
    choose(page, "people")
    expect(page.locator('[data-view-id="people"]')).to_be_visible()
    leaves_to(page, site + "about.html", entries)
    seen.errors.clear()


@pytest.mark.parametrize("fault", ["nothing", "a line behind the end", "an old browser"])
@pytest.mark.parametrize("address", ["index.html", "phone.html"])
def test_reading_needs_neither_a_new_browser_nor_a_host_that_passes_on_every_byte(
    open_page: OpenPage, seen: Seen, site: str, address: str, fault: str
) -> None:
    page = open_page("about.html")
    FAULTS[fault](page)
    page.goto(site + address)
    for view in ("now", "method", "home"):
        choose(page, view)
        is_open(page, view)
    page.locator(".back").click()
    is_open(page, "method")
    expect(page.locator('[data-view-id="method"] h2').first).to_be_visible()
    page.locator(".search-field").fill("photograph")
    page.locator(".search-results a").first.click()
    expect(page.locator(".search-results a")).to_have_count(0)
    assert page.url == site + address
    assert seen.errors == []


def test_a_view_that_is_not_there_leads_to_its_page_without_an_entry(
    open_page: OpenPage, seen: Seen, site: str
) -> None:
    page = open_page("about.html")
    page.goto(site + "index.html")
    entries = page.evaluate("history.length")
    page.route("**/method.html", lambda route: route.fulfill(status=404, body="gone"))
    choose(page, "method")
    own_page = page.get_by_role("link", name="Open it on its own page")
    expect(own_page).to_be_visible()  # or the next answer would go to the view
    page.unroute("**/method.html")
    own_page.click()
    page.wait_for_url(site + "method.html")
    leaves_to(page, site + "about.html", entries)
    seen.errors.clear()


def test_a_link_that_is_followed_before_the_reader_is_there_waits_for_it(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("about.html", viewport=PHONE)
    held = hold_back(page, "**/reader.js")
    page.goto(site + "index.html", wait_until="commit")
    page.locator('.md-header a[href="#menu"]').click(no_wait_after=True)
    until_held(page, held)
    expect(page.locator(".exit-status")).to_have_text(WAITING)
    choose(page, "phone")
    assert page.url == site + "index.html"
    held[0].continue_()
    is_open(page, "phone")
    expect(page.locator(".exit-status")).to_have_text("")
    assert page.url == site + "index.html"


def test_a_link_to_a_place_in_the_page_goes_there_where_no_reader_comes(
    open_page: OpenPage, seen: Seen, site: str
) -> None:
    page = open_page("about.html", viewport=PHONE)
    page.route("**/reader.js", lambda route: route.abort())
    page.goto(site + "index.html")
    page.locator('.md-header a[href="#menu"]').dispatch_event("click")
    expect(page.locator("#menu")).to_be_focused()
    expect(page.locator("#menu")).to_be_in_viewport()
    assert page.url == site + "index.html"
    seen.errors.clear()


def test_a_reader_that_does_not_come_holds_a_link_of_the_first_page_for_10_seconds(
    open_page: OpenPage, site: str
) -> None:
    page = open_page()
    page.route("**/reader.js", lambda route: None)
    page.clock.install()
    page.goto(site + "index.html", wait_until="commit")
    page.locator('#menu a[href="phone.html"]').click(no_wait_after=True)
    page.clock.run_for(9_900)
    assert page.url == site + "index.html"
    page.clock.run_for(200)
    page.wait_for_url(site + "phone.html")


def test_leaving_while_a_link_is_held_is_final(open_page: OpenPage, site: str) -> None:
    page = open_page("about.html")
    held = hold_back(page, "**/reader.js")
    page.goto(site + "index.html", wait_until="commit")
    choose(page, "phone")
    until_held(page, held)
    page.locator(".exit").click(no_wait_after=True)
    held[0].continue_()
    has_left(page)
    page.go_back()
    expect(page).to_have_url(site + "about.html")


@pytest.mark.parametrize("fault", ["a late reader", "no reader"])
def test_in_a_browser_that_keeps_pages_back_meets_no_guide(
    plain_page: Page,  # noqa: F811
    careless_site: str,  # noqa: F811
    fault: str,
) -> None:
    page, site = plain_page, careless_site
    page.goto(site + "about.html")
    held: list[Route] = []
    page.route(
        "**/reader.js", lambda route: held.append(route) if fault == "a late reader" else route.abort()
    )
    page.goto(site + "index.html", wait_until="commit")
    page.locator('#menu a[href="phone.html"]').click(no_wait_after=True)
    if fault == "a late reader":
        until_held(page, held).continue_()
    expect(page.locator('[data-view-id="phone"]')).to_be_visible()
    page.unroute("**/reader.js")
    page.context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    do_soon(page, "document.querySelector('.exit').click()")
    expect(page).to_have_title("Weather today")
    do_soon(page, "history.back()")
    expect(page).not_to_have_title("Weather today")
    assert page.evaluate("location.href") == site + "about.html"
