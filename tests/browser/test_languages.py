"""Links to other languages, and changing the language in place without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import log_support as log
from tests.browser.log_files import save
from tests.browser.plan_support import go_to
from tests.browser.plan_vault import LONG, SECRET, keep, note, state, write
from tests.browser.support import (
    PHONE,
    OpenPage,
    Seen,
    has_left,
    hold_back,
    show_whole,
    stored,
    until,
    until_held,
)
from tests.browser.test_log_kept import keep as keep_log

pytest_plugins = ["tests.browser.plan_fixtures"]

SPANISH = ".bar a[hreflang=es]"
ENGLISH = ".bar a[hreflang=en]"
WHERE = "[location.href, history.length]"
IN_SIGHT = """(link) => {
  const box = link.getBoundingClientRect()
  return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
}"""
READY = "html[data-reader=ready]"
HEARD = """- banner:
  - link "{leave}":
    - /url: {url}"""


def is_in(page: Page, language: str) -> None:
    """Wait until the guide in a language has been written, and its reader is there."""
    page.wait_for_selector(f"html[lang={language}][data-armed]", state="attached")


def change(page: Page, language: str) -> None:
    page.locator(f".bar a[hreflang={language}]").click()
    is_in(page, language)


@pytest.mark.parametrize("address", ["index.html", "now.html", "sheets/calls-log.html"])
def test_without_script_the_link_leads_to_the_same_page_in_the_language(
    open_page: OpenPage, site: str, address: str
) -> None:
    page = open_page(address, scripts=False, viewport=PHONE)

    assert page.locator(SPANISH).evaluate(IN_SIGHT)
    expect(page.locator(SPANISH)).to_have_text("Español")
    page.locator(SPANISH).click()
    expect(page).to_have_url(f"{site}es/{address}")
    page.locator(ENGLISH).click()
    expect(page).to_have_url(site + address)


@pytest.mark.parametrize("address", ["index.html", "phone.html", "sheets/calls-log.html"])
def test_the_language_changes_in_place_and_back(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    where, view = page.evaluate(WHERE), page.locator("html").get_attribute("data-view")
    kept = stored(page)

    change(page, "es")
    until(page, "view", str(view))
    expect(page.locator(f"main > [data-view-id='{view}'] h1")).to_be_focused()
    assert page.evaluate(WHERE) == where
    change(page, "en")
    expect(page.locator(f"main > [data-view-id='{view}'] h1")).to_be_focused()
    assert page.evaluate(WHERE) == where
    assert stored(page) == kept


def test_the_page_for_missing_addresses_leads_to_the_start_in_the_language(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("404.html", viewport=PHONE)
    assert page.locator(SPANISH).evaluate(IN_SIGHT)
    assert page.locator(SPANISH).evaluate("(link) => link.href") == f"{site}es/index.html"

    change(page, "es")

    until(page, "view", "start")
    assert page.evaluate("location.href") == f"{site}404.html"


def test_a_view_that_is_fetched_on_request_and_the_place_in_it_stay(page: Page) -> None:
    page.locator("#menu [data-open=law]").click()
    until(page, "view", "law")
    heading = page.locator("[data-view-id=law] h2").nth(2)
    heading.evaluate("(heading) => scrollBy(0, heading.getBoundingClientRect().top - 30)")
    place = str(heading.get_attribute("id"))

    change(page, "es")

    page.wait_for_selector("main :is(h2, h3):focus")
    expect(page.locator(f"#{place}")).to_be_in_viewport()
    expect(page.locator("main :is(h2, h3):focus")).to_be_in_viewport()


def test_links_stay_in_the_language_and_in_place(page: Page) -> None:
    where = page.evaluate(WHERE)
    change(page, "es")
    page.wait_for_selector(READY, state="attached")

    page.locator("#menu [data-open=phone]").click()

    until(page, "view", "phone")
    assert page.evaluate(WHERE) == where
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_a_screen_reader_hears_the_language(page: Page) -> None:
    change(page, "es")

    assert page.locator(":root").get_attribute("lang") == "es"
    heard = page.locator("body").aria_snapshot()
    assert f'link "{page.locator(".exit").inner_text()}"' in heard
    assert 'link "English"' in heard
    assert "Leave now" not in heard
    expect(page.locator(ENGLISH)).to_have_attribute("lang", "en")


def test_by_keyboard(page: Page) -> None:
    page.locator(SPANISH).focus()
    page.keyboard.press("Enter")
    is_in(page, "es")
    expect(page.locator("main h1:visible")).to_be_focused()


@pytest.mark.parametrize("by", ["button", "keys"])
def test_the_exit_works_after_it(page: Page, by: str) -> None:
    change(page, "es")
    if by == "button":
        page.locator(".exit").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    has_left(page)


def test_the_exit_works_in_the_task_in_which_the_document_is_written(page: Page, seen: Seen) -> None:
    page.evaluate("""() => {
      const close = document.close
      document.close = () => { document.querySelector('.exit').click(); close.call(document) }
    }""")
    page.locator(SPANISH).click()
    has_left(page)


def test_leaving_while_the_guide_is_on_its_way_drops_it(page: Page) -> None:
    held = hold_back(page, "**/es/index.html")
    page.locator(SPANISH).click()
    until_held(page, held)
    expect(page.locator(SPANISH)).to_have_attribute("aria-busy", "true")
    expect(page.locator(".exit-status")).not_to_be_empty()

    page.locator(".exit").click()

    has_left(page)


def test_where_it_does_not_arrive_the_link_becomes_a_plain_one(page: Page, site: str, seen: Seen) -> None:
    page.route("**/es/index.html", lambda route: route.abort())
    page.locator(SPANISH).click()
    expect(page.locator(".exit-status")).not_to_be_empty()
    expect(page.locator(SPANISH)).not_to_have_attribute("aria-busy", "true")
    assert page.evaluate("location.href") == f"{site}index.html"
    page.unroute("**/es/index.html")

    page.locator(SPANISH).click()

    expect(page).to_have_url(f"{site}es/index.html")
    seen.errors.clear()


def test_a_page_cut_off_on_its_way_is_not_written(page: Page, site: str, seen: Seen) -> None:
    page.route(
        "**/es/index.html",
        lambda route: route.fulfill(body="<html lang=es><h1>Ayuda", content_type="text/html"),
    )
    page.locator(SPANISH).click()
    expect(page.locator(".exit-status")).not_to_be_empty()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_nothing_of_others_is_written(page: Page, site: str, seen: Seen) -> None:
    def add(route: Route) -> None:
        text = route.fetch().text()
        extra = "<base href='/other/'><script>window.bad = 1</script><script src='/other.js'></script>"
        route.fulfill(body=text.replace("<head>", f"<head>{extra}"), content_type="text/html")

    page.route("**/es/index.html", add)
    change(page, "es")

    assert page.evaluate("[...document.scripts].map(({ src }) => src)") == [
        f"{site}es/assets/page.js",
        f"{site}es/assets/reader.js",
    ]
    assert page.locator("base").count() == 0
    assert all("base URI" in error for error in seen.errors)  # said of the page that was only parsed
    seen.errors.clear()


def test_another_tab_that_leaves_hides_it_in_its_own_language(page: Page) -> None:
    change(page, "es")
    tab = page.context.new_page()
    tab.goto(page.url)
    tab.locator(".exit").click()

    until(page, "hidden", "left")
    expect(page.locator(".front")).to_have_count(1)
    expect(page.locator(".front h1")).not_to_contain_text("You left")


def test_a_hidden_page_is_not_written_over_before_it_is_shown(page: Page) -> None:
    held = hold_back(page, "**/es/index.html")
    page.locator(SPANISH).click()
    route = until_held(page, held)
    page.evaluate("new BroadcastChannel('left /').postMessage('left')")
    until(page, "hidden", "left")
    route.continue_()
    page.wait_for_timeout(300)
    expect(page.locator("html")).to_have_attribute("lang", "en")

    page.locator(".front button").click()

    is_in(page, "es")


def test_what_hides_the_page_goes_along(page: Page) -> None:
    page.evaluate("document.documentElement.dataset.sight = 'hide cover'")
    change(page, "es")

    until(page, "sight", "hide cover")
    page.wait_for_selector(".cover-tap", state="attached")


def test_a_plan_in_memory_goes_along_and_back(open_page: OpenPage) -> None:
    page = open_page("plan.html")
    show_whole(page)
    write(page, 0, SECRET)
    done = page.locator("[data-item=tell-the-police-which-signs-fit] input[value=done]")
    done.check()

    change(page, "es")
    until(page, "vault", "off")
    expect(note(page, 0)).to_have_value(SECRET)
    assert done.is_checked()
    # Also where the plan is not opened before the language changes again.
    change(page, "en")
    expect(note(page, 0)).to_have_value(SECRET)
    assert SECRET not in str(stored(page))


def test_a_kept_plan_is_locked_and_opens_in_the_other_language(open_page: OpenPage) -> None:
    page = open_page("plan.html")
    show_whole(page)
    write(page, 0, SECRET)
    words = keep(page)
    write(page, 1, "not stored yet")

    change(page, "es")
    state(page, "locked")
    assert SECRET not in page.content()
    page.locator("[data-slot=vault] [data-passphrase]").first.fill(words)
    page.locator("[data-slot=vault] [data-passphrase]").first.press("Enter")
    state(page, "unlocked")

    expect(note(page, 0)).to_have_value(SECRET)
    expect(note(page, 1)).to_have_value("not stored yet")


def test_entries_of_a_log_and_what_is_typed_go_along(open_page: OpenPage) -> None:
    page = log.open_log(open_page)
    log.write(page, "He waited at the door")
    page.locator("[data-log=text]").fill("half a sentence")

    change(page, "es")
    until(page, "log", "off")

    expect(log.entries(page)).to_have_count(1)
    expect(log.entries(page)).to_contain_text("He waited at the door")
    expect(page.locator("[data-log=text]")).to_have_value("half a sentence")


def test_the_friends_version_is_printed_in_the_other_language(open_page: OpenPage) -> None:
    page = open_page("plan.html")
    go_to(page, "take")
    page.locator(".take-what").select_option("friend")

    page.locator(".take-out a[hreflang=es]").click()

    is_in(page, "es")
    expect(page.locator("[data-view-id=plan]")).to_have_attribute("data-screen", "take")
    expect(page.locator(".take-what")).to_have_value("friend")


def test_a_log_saved_in_one_language_opens_in_the_other(
    open_page: OpenPage, reopen: OpenPage, tmp_path: Path
) -> None:
    page = log.open_log(open_page)
    log.write(page, "He waited at the door")
    path, words = save(page, tmp_path)

    spanish = reopen("es/log.html")
    until(spanish, "log", "off")
    log.go(spanish, "keep")
    panel = log.log(spanish).locator("[data-file=open]")
    panel.evaluate("panel => { panel.open = true }")
    panel.locator("[type=file]").set_input_files(path)
    panel.locator("[data-passphrase]").fill(words)
    panel.locator("[data-passphrase]").press("Enter")
    panel.get_by_role("button", name="Agregarlo a mi registro").click(timeout=LONG)

    expect(log.entries(spanish)).to_contain_text("He waited at the door")


def test_a_kept_log_is_locked_and_opens_in_the_other_language(open_page: OpenPage) -> None:
    page = log.open_log(open_page)
    log.write(page, "He waited at the door")
    words = keep_log(page)

    change(page, "es")
    until(page, "log", "locked")
    assert "He waited" not in page.content()
    page.locator("[data-slot=vault] [data-passphrase]:visible").fill(words)
    page.locator("[data-slot=vault] [data-passphrase]:visible").press("Enter")

    until(page, "log", "open")
    expect(log.entries(page)).to_contain_text("He waited at the door")
