"""The pictures of a log are fetched when they are opened, and not before."""

from __future__ import annotations

from playwright.sync_api import Request, expect

from tests.browser.log_support import SECRET, go, open_log, write
from tests.browser.support import OpenPage, Seen

LONG = 60_000  # milliseconds that Python may take on a busy machine


def test_they_are_fetched_when_they_are_opened(open_page: OpenPage) -> None:
    page = open_log(open_page)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.rpartition("/")[2])

    page.on("request", note)
    write(page, SECRET)
    assert asked == []
    go(page, "pictures")
    said = page.locator(".log-pictures-said")
    expect(said).to_contain_text("1 entry is counted.", timeout=LONG)
    expect(page.locator(".log-picture")).to_have_count(4, timeout=LONG)  # there is no mark yet
    assert asked[0] == "log-pictures.js"
    go(page, "hub")
    write(page, "A call")
    go(page, "pictures")
    expect(said).to_contain_text("2 entries are counted.", timeout=LONG)
    expect(page.locator(".log-picture")).to_have_count(4)
    assert asked.count("log-pictures.js") == 1


def test_where_they_did_not_arrive_opening_them_again_tries_again(open_page: OpenPage, seen: Seen) -> None:
    page = open_log(open_page)
    page.route("**/log-pictures.js", lambda route: route.abort())
    write(page, SECRET)
    go(page, "pictures")
    said = page.locator(".log-pictures-said")
    expect(said).to_have_text(
        "The charts could not be made. A part of this page did not arrive. "
        "Open them again to try once more. All else in the log works without it."
    )
    page.unroute("**/log-pictures.js")
    go(page, "hub")
    go(page, "pictures")
    expect(said).to_contain_text("1 entry is counted.", timeout=LONG)
    seen.errors.clear()
