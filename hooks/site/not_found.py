"""Let the page for missing addresses take no other site's files for its own."""

from __future__ import annotations

import hashlib
import posixpath
from base64 import b64encode
from pathlib import Path

from lxml.html import HtmlElement

from hooks.site.pages import NOT_FOUND, target_path

ADDRESSES = "//@href[starts-with(., '/')] | //@src[starts-with(., '/')]"
FILES = {"//script[@src]": "src", "//link[@rel='stylesheet']": "href"}


def pin_files(folder: Path, page: HtmlElement) -> None:
    """Name script and style sheet of the page by their hash: at another site's root, browsers refuse them.

    `theme/components/not-found/README.md` says why. It runs when both are finished.
    """
    for path, attribute in FILES.items():
        for element in page.xpath(path):
            data = (folder / target_path(NOT_FOUND, element.get(attribute))).read_bytes()
            element.set("integrity", f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}")


def lead_into_folder(page: HtmlElement, code: str) -> None:
    """Let the page of a language, where no address of the guide is known, lead into that language's folder.

    Its addresses begin at the host's root, where the guide in English is.
    """
    for address in page.xpath(ADDRESSES):
        address.getparent().set(address.attrname, posixpath.normpath(f"/{code}{address}"))
