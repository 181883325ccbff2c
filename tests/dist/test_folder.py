"""The site's archive, unpacked on a shared drive and opened without a host: what read-me.txt says of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import show_whole
from tests.browser.plan_vault import SECRET, keep, note, state, unlock, write
from tests.dist.conftest import OpenFile
from tests.dist.test_one_file import go, python, ready
from tests.engines.one_file import CANNOT_TAILOR, NAME

INDEX = f"{NAME}/index.html"


@pytest.fixture(scope="module")
def unpacked(stick: Path) -> Path:
    with zipfile.ZipFile(stick / "site.zip") as archive:
        archive.extractall(stick)
    return stick / NAME


@pytest.fixture
def did(unpacked: Path) -> Iterator[list[str]]:
    """What pages asked of others. Their own files are asked for by their addresses, until the last moment.

    A browser refuses some of them without a host.
    """
    did: list[str] = []
    yield did
    own = (unpacked.as_uri(), "Access to fetch", "Failed to load resource", "Fetch API cannot load")
    assert [line for line in did if not line.startswith(own)] == []


@pytest.fixture
def page(unpacked: Path, open_file: OpenFile) -> Page:
    page = open_file(INDEX)
    ready(page)
    return page


def test_all_text_and_the_search_work(page: Page) -> None:
    go(page, "phone")
    page.locator(".search-field").fill("police")
    expect(page.locator(".search-results a").first).to_be_visible()


def test_a_plan_is_locked_and_opened_but_not_fitted(page: Page) -> None:
    go(page, "plan")
    show_whole(page)
    python(page, "failed")
    expect(page.locator(".plan-status")).to_have_text(CANNOT_TAILOR)
    write(page, 0, SECRET)
    passphrase = keep(page)
    page.reload()
    go(page, "plan")
    show_whole(page)
    state(page, "locked")
    unlock(page, passphrase)
    expect(note(page, 0)).to_have_value(SECRET)


def test_a_sheet_opens_as_a_page_of_its_own(page: Page, unpacked: Path) -> None:
    page.locator("#menu a[data-open=sheets]").click()
    page.get_by_role("link", name="Open it on its own page").click()
    page.get_by_role("link", name="Open to print").first.click()
    expect(page.locator(".sheet").first).to_be_visible()
    assert page.url.startswith(f"{unpacked.as_uri()}/sheets/")
