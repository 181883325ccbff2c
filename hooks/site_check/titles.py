"""Check that nothing a browser shows outside the page tells what the guide is about."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from pypdf.errors import PyPdfError

from hooks.content.wording import problems_of_telling
from hooks.site.discreet import SITEMAP_NAMES, TEXT_FILES, is_packed, texts_of_file, texts_of_page
from hooks.site.pages import INDEX
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

QUIET = frozenset(
    {"referrer", "content-security-policy", "x-dns-prefetch-control", "robots", "viewport", "color-scheme"}
)
"""What a page's head may say of itself: nothing that describes it."""
DESCRIBES = "//meta/@name | //meta/@property | //meta/@http-equiv | //meta/@itemprop"
MANIFEST = ".webmanifest"
BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, OSError, EOFError),
    *(struct.error, zlib.error, zipfile.BadZipFile, etree.LxmlError, PyPdfError),
)
"""What reading a damaged file raises."""


def problems_of_titles(site: Site) -> Iterator[Problem]:
    usual = site.pages[INDEX].xpath("string(//title)") if INDEX in site.pages else ""
    for name, page in site.pages.items():
        titles = [element.text_content() for element in page.xpath("//head/title")]
        if len(titles) != 1:
            yield Problem(name, f"title: the page has {len(titles)} titles in place of one; {BUILD_AGAIN}")
        elif titles[0] != usual:
            says = (
                f"title: it is “{titles[0]}”, and that of {INDEX} is “{usual}”: a list of what was opened "
                f"would show which page was read; {BUILD_AGAIN}"
            )
            yield Problem(name, says)
        if page.xpath("//svg//title | //body//*[@title]"):
            yield Problem(name, f"title: it shows words when a mouse rests on a part of it; {BUILD_AGAIN}")
        for described in page.xpath(DESCRIBES):
            if described.lower() not in QUIET:
                yield Problem(
                    name, f"head: <meta> {described} describes the page to other programs; {BUILD_AGAIN}"
                )


def problems_of_names(site: Site) -> Iterator[Problem]:
    """Yield each word of the topic in names of files, titles, pictures, PDFs, downloads and stored data."""
    for name in sorted(site.files):
        try:
            found = list(texts_of(site, name))
        except BROKEN as error:
            reason = str(error).partition("\n")[0][:80]
            yield Problem(name, f"file: it cannot be read ({reason}); {BUILD_AGAIN}")
            continue
        for what, text in dict.fromkeys(found):
            for problem in problems_of_telling(text):
                yield Problem(name, f"{what}: {problem}")


def texts_of(site: Site, name: str) -> Iterator[tuple[str, str]]:
    """Yield what a file shows by itself, without hosts and without places on pages."""
    path = site.folder / name
    yield "file name", name
    names_hosts = SITEMAP_NAMES.fullmatch(name) or (TEXT_FILES.fullmatch(name) and path.suffix != MANIFEST)
    if is_packed(path) or names_hosts:
        return
    yield from texts_of_file(path)
    if name in site.pages:
        yield from (
            (what, text) for what, text in texts_of_page(site.pages[name]) if not what.startswith("address")
        )
