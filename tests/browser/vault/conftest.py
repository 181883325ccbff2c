"""A page with only the vault, in a browser that holds nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.support import Seen
from tests.browser.vault_support import DATA, PASSPHRASE, VaultSite, build_vault_site, result, serve_vault

OpenVaultPage = Callable[..., Page]


@pytest.fixture(scope="session")
def vault_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    """A vault that is quick to seal, and in `full/` one as it is published."""
    folder = build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True)
    build_vault_site(folder / "full")
    yield from serve_vault(folder)


@pytest.fixture
def vault_seen(vault_site: VaultSite) -> Iterator[Seen]:
    seen = Seen(vault_site.address)
    yield seen
    assert seen.foreign == []
    assert seen.errors == []


@pytest.fixture
def context(browser: Browser, vault_seen: Seen) -> Iterator[BrowserContext]:
    context = browser.new_context()
    vault_seen.watch(context)
    yield context
    context.close()


@pytest.fixture
def open_tab(context: BrowserContext, vault_site: VaultSite) -> OpenVaultPage:
    """Return a function that opens the vault's page; `full` is for what is about the cost of a passphrase."""

    def open_tab(before: str = "", clock: bool = False, full: bool = False) -> Page:
        page = context.new_page()
        if before:
            page.add_init_script(before)
        if clock:
            page.clock.install()
        page.goto(vault_site.address + ("full/" if full else ""))
        page.evaluate("opened")
        return page

    return open_tab


@pytest.fixture
def page(open_tab: OpenVaultPage) -> Page:
    return open_tab()


@pytest.fixture
def kept(page: Page) -> Page:
    """A page that keeps `DATA`, and is unlocked."""
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    return page


@pytest.fixture
def kept_at_full_cost(open_tab: OpenVaultPage) -> Page:
    page = open_tab(full=True)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    return page
