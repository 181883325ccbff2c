"""What every test of the built site reads: the folder, its pages, and the content it was made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement
from mkdocs.config import load_config

from hooks.content.load import load_guide, nav_pages
from hooks.content.model import Content
from hooks.site.pages import read_pages
from hooks.site_check.site import Site, read_site
from tests.browser.support import SITE
from tests.languages.phrases import settings_in_language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site: the folder that `SITE` names, else `site/`, or the folder of the language in it."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"{SITE} holds no index.html; make build first", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlElement]:
    """Every HTML file, by its path from the site's folder."""
    return read_pages(site)


@pytest.fixture(scope="session")
def checked(site: Path) -> Site:
    """The same, as the check of any copy reads it."""
    return read_site(site)


@pytest.fixture(scope="session")
def settings() -> dict[str, object]:
    """What `mkdocs.yml` sets under `extra:`."""
    return dict(settings_in_language(ROOT)["extra"])


@pytest.fixture(scope="session")
def order() -> list[str]:
    """The pages in `docs/`, as the menu orders them."""
    return nav_pages(load_config(str(ROOT / "mkdocs.yml"), hooks=[]).nav)


@pytest.fixture(scope="session")
def content() -> Content:
    loaded, problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    assert problems == []
    return loaded
