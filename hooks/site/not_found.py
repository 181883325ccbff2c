"""Let the page for missing addresses take no other site's files for its own."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

from lxml.html import HtmlElement

from hooks.site.pages import NOT_FOUND, target_path

FILES = {"//script[@src]": "src", "//link[@rel='stylesheet']": "href"}


def pin_files(folder: Path, page: HtmlElement) -> None:
    """Name script and style sheet of the page by their hash: at another site's root, browsers refuse them.

    `theme/components/not-found/README.md` says why. It runs when both are finished.
    """
    for path, attribute in FILES.items():
        for element in page.xpath(path):
            data = (folder / target_path(NOT_FOUND, element.get(attribute))).read_bytes()
            element.set("integrity", f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}")
