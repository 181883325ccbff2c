"""What tests of paper share: the site on a host, its one document, and signs of a site on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.browser.support import ROOT, SITE
from tests.engines.engine import Engine
from tests.engines.host import Host
from tests.languages.phrases import settings_in_language

CONFIG = settings_in_language(ROOT)
NAMES = [
    CONFIG["site_name"],
    urlsplit(CONFIG["site_url"]).netloc,
    "127.0.0.1",
    "index.html",
    "sheets/",
    "notes.html",
]
DAY = r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b"
TELLING = re.compile("|".join([*(re.escape(name) for name in NAMES if name), DAY]))


@pytest.fixture(scope="session")
def paper_host() -> Iterator[Host]:
    host = Host(SITE)
    yield host
    host.stop()


def open_in_reader(engine: Engine, address: str, *views: str) -> None:
    """Open views in the one document at an address, each by a link of the one before."""
    engine.open(address)
    engine.wait_for("html[data-reader=ready]")
    for view in views:
        engine.click(f"main > :not([hidden]) a[data-open='{view}']")
        engine.wait_for(f"html[data-view={view}]")
