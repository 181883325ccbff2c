"""A missing address, at any depth, below any folder of a host: its page is whole, and leads nowhere wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import (
    EXIT_PAGE,
    EXIT_URL,
    Handler,
    OpenPage,
    Seen,
    country_called,
    has_left,
    serve,
)

SEEN_LINKS = """() => [...document.querySelectorAll('a')]
  .filter((link) => link.checkVisibility()).map((link) => link.href)"""


class BelowAFolder(Handler):
    """Answer for a missing address below /notes/ with the guide's page, as hosts of many small sites do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if self.path.startswith("/notes/"):
            self.directory = str(Path(self.directory) / "notes")
        super().send_error(code, message, explain)


@pytest.fixture(scope="module")
def host(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with the guide at /notes/; at its root is another site, with files of the same names."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "notes").symlink_to(site_folder)
    (folder / "assets").mkdir()
    (folder / "assets/page.js").write_text("document.title = 'Another site'")
    (folder / "assets/guide.css").write_text(
        "[data-if-found][hidden] { display: contents !important } h1 { display: none }"
    )
    yield from serve(folder, BelowAFolder)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["notes/nothere", "notes/a/b/c/nothere.html"])
@pytest.mark.parametrize("root", ["another site", "nothing"])
def test_below_a_folder_it_stands_alone(host: str, page: Page, address: str, root: str) -> None:
    if root == "nothing":
        page.route(
            "**/assets/*", lambda route: route.fulfill(status=404, body="Not found", content_type="text/html")
        )
    page.goto(host + address)

    expect(page).to_have_title("Notes")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    expect(page.get_by_text(f"{country_called('GB')}: 999")).to_be_visible()
    leads = {urldefrag(link)[0] for link in page.evaluate(SEEN_LINKS)}
    assert {link for link in leads if not link.startswith(("tel:", "sms:"))} == {EXIT_URL, host + address}

    page.get_by_role("link", name="Leave now").last.click()
    has_left(page)


@pytest.mark.parametrize("address", ["nothere", "a/b/c/nothere.html"])
def test_at_a_hosts_root_all_of_it_is_there(open_page: OpenPage, seen: Seen, address: str) -> None:
    page = open_page(address)

    expect(page.get_by_role("navigation", name="Menu").get_by_role("link", name="Phone")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="In danger now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("In danger now")
    expect(page.get_by_role("link", name="Private reading").first).to_be_visible()
    assert page.url.endswith(address)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    has_left(page)
    assert [error for error in seen.errors if "404 (Not Found)" not in error] == []
    seen.errors.clear()
