"""After a restart of the browser, with the server gone: the kept guide does all that the guide does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, expect

from hooks.site.pages import file_names
from tests.browser.offline_support import LONG, hosted, keep, keep_language, kept_files, state
from tests.browser.plan_support import ONLY_PUBLISHED, ONLY_SLIM
from tests.browser.plan_vault import SECRET, note, unlock, write
from tests.browser.plan_vault import keep as keep_plan
from tests.browser.plan_vault import state as plan_state
from tests.browser.support import EXIT_URL, EXTRA, FLAGS, PHONE, QUICK_PYTHON, SITE, show_whole, until
from tests.browser.traces import Traces

FILES = file_names(SITE)
PDFS = sorted(name for name in FILES if name.endswith(".pdf"))
PAGES = sorted(name for name in FILES if name.endswith(".html"))


@pytest.fixture(scope="module")
def kept_context(
    playwright: Playwright, profile_path: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BrowserContext, str]]:
    """A browser that kept all parts, in both languages, and is open again where nothing can be reached."""
    profile = tmp_path_factory.mktemp("profile")

    def start() -> BrowserContext:
        return playwright.chromium.launch_persistent_context(
            profile, executable_path=profile_path, args=[*FLAGS, QUICK_PYTHON], viewport=PHONE
        )

    with hosted(tmp_path_factory.mktemp("host") / "site", small=False) as host:
        context = start()
        keep(context.pages[0], host.address, "all")
        keep_language(context.pages[0], f"{host.address}es/", "all")
        context.close()
        address = host.address
    context = start()
    yield context, address
    context.close()


@pytest.fixture
def offline(kept_context: tuple[BrowserContext, str]) -> Iterator[Page]:
    context, address = kept_context
    page = context.new_page()
    page.goto(address)
    yield page
    page.close()


def open_by_link(page: Page, view: str) -> None:
    page.locator(f"a[data-open={view}]").first.evaluate("link => link.click()")
    until(page, "view", view)


def test_the_plan_is_fitted_in_another_language_by_the_python_of_all(
    kept_context: tuple[BrowserContext, str],
) -> None:
    context, address = kept_context
    page = context.new_page()
    page.goto(f"{address}es/index.html")
    open_by_link(page, "plan")
    show_whole(page)
    until(page, "python", "ready", timeout=LONG)
    assert page.locator("html").get_attribute("lang") == "es"
    asked = page.evaluate(
        "() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"
    )
    assert not [path for path in asked if path.startswith("/es/assets/python/py")]
    until(page, "python-core", "published")
    page.close()


def test_the_published_core_of_python_alone_is_kept(offline: Page) -> None:
    held = {path.rpartition("/")[2] for paths in kept_files(offline).values() for path in paths}
    assert {*ONLY_PUBLISHED} <= held
    assert ONLY_SLIM
    assert not held & {*ONLY_SLIM}


def test_it_opens_and_so_does_a_part(offline: Page) -> None:
    assert offline.title() == EXTRA["neutral_title"]
    state(offline, "kept")
    offline.locator("a[data-open=phone]:visible").first.click()
    expect(offline.locator("[data-view-id=phone] h1")).to_be_visible()


def test_the_exit_leaves(offline: Page) -> None:
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    offline.route(EXIT_URL, refuse)
    until(offline, "reader", "ready")
    offline.locator("a.exit").click()
    offline.wait_for_url("chrome-error://**")
    assert asked == [EXIT_URL]
    assert offline.locator("[data-view-id]").count() == 0


def test_every_page_and_every_file_is_there(offline: Page) -> None:
    answers = offline.evaluate(
        """(names) => Promise.all(names.map(async (name) => {
          const answer = await fetch(name)
          return [name, answer.status, (await answer.arrayBuffer()).byteLength]
        }))""",
        [*PAGES, *PDFS],
    )
    assert answers == [[name, 200, (SITE / name).stat().st_size] for name in [*PAGES, *PDFS]]


def test_the_search_finds_and_the_sheets_open(offline: Page) -> None:
    offline.locator("[data-search-open]").click()
    offline.get_by_role("searchbox").fill("police report")
    expect(offline.locator(".search-results a").first).to_be_visible()
    open_by_link(offline, "sheets")
    expect(offline.locator("[data-view-id=sheets] h1")).to_be_visible()
    open_by_link(offline, "sheet-incident-log")
    expect(offline.locator("[data-view-id=sheet-incident-log] h1").first).to_be_visible()
    assert len(offline.pdf()) > 1000


def test_a_pdf_is_saved_and_opens(offline: Page) -> None:
    offline.goto(f"{offline.url}sheets/incident-log.html")
    state(offline, "kept")
    link = offline.locator("a[download$='a4.pdf']").first
    with offline.expect_download() as download:
        link.click()
    saved = Path(download.value.path())
    assert saved.read_bytes() == (SITE / "sheets/incident-log-a4.pdf").read_bytes()
    assert download.value.suggested_filename == "notes-a4.pdf"


def test_the_plan_is_fitted_kept_locked_and_opened_and_nothing_is_reported(
    kept_context: tuple[BrowserContext, str],
) -> None:
    context, address = kept_context
    traces = Traces(context, address)
    page = context.new_page()
    page.goto(f"{address}index.html")
    open_by_link(page, "plan")
    show_whole(page)
    until(page, "python", "ready", timeout=LONG)
    until(page, "python-core", "published")
    page.locator("details.question-part > summary").first.click()
    page.locator("[data-fact] input[value=no]").first.check()
    expect(page.locator(".plan-status")).to_have_text(re.compile(r"\d"))
    write(page, 0, SECRET)
    words = keep_plan(page)
    page.reload()
    open_by_link(page, "plan")
    plan_state(page, "locked")
    unlock(page, words)
    expect(note(page, 0)).to_have_value(SECRET)
    state(page, "kept")
    left = traces.left(page)
    assert sorted(left.pop("workers")) == [address, f"{address}es/"]
    assert sorted(name.rpartition(":")[0] for name in left.pop("caches")) == ["notes:/", "notes:/es/"]
    assert left.pop("databases") == ["notes:/"]
    # What is asked of the site is whether there is news, and it does not answer.
    assert [line for line in left.pop("said", []) if "ERR_CONNECTION_REFUSED" not in line] == []
    assert left == {}
