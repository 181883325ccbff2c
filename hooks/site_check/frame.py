"""Check what each page needs so that everybody can read it, and that it is as the build wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
RUNNING = frozenset(
    (
        *("data-armed", "data-painted", "data-hidden", "data-wanted", "data-sight", "data-keeping"),
        *("data-reader", "data-log", "data-menu-open", "data-searching", "data-script"),
    )
)
"""What scripts alone write on <html>."""
FIRST = {"data-python": "absent", "data-vault": "off", "data-offline-state": "off"}
"""What <html> says before a script has run."""
NO_ZOOM = re.compile(r"user-scalable\s*=\s*(no|0)|maximum-scale", re.IGNORECASE)
END = "//template[@data-end]"
HEADINGS = re.compile(r"h[1-6]")


def problems_of_frames(site: Site) -> Iterator[Problem]:
    for name, page in site.pages.items():
        for says in (
            *problems_of_language(page),
            *problems_of_width(page),
            *problems_of_state(page),
            *problems_of_views(page),
        ):
            yield Problem(name, says)


def problems_of_language(page: HtmlElement) -> Iterator[str]:
    language = page.get("lang", "")
    if not LANGUAGE.fullmatch(language):
        got = f"got {language!r}" if language else "it is missing"
        yield f'lang: {got}, so a voice reads the page in a wrong language; write <html lang="en">'


def problems_of_width(page: HtmlElement) -> Iterator[str]:
    found = page.xpath("//meta[@name='viewport']/@content")
    if len(found) != 1 or "width=device-width" not in found[0].replace(" ", ""):
        yield f"viewport: a phone shows the page too small to read; {BUILD_AGAIN}"
    elif NO_ZOOM.search(found[0]):
        yield f"viewport: nobody can make the text larger with two fingers; {BUILD_AGAIN}"


def problems_of_state(page: HtmlElement) -> Iterator[str]:
    """Yield what a browser has added to a page that was saved from it, and what is missing at the end."""
    for attribute, value in page.items():
        if attribute in RUNNING or FIRST.get(attribute, value) != value:
            yield (
                f'state: <html> has {attribute}="{value}", which only a running page has: the file was saved '
                f"in a browser; {BUILD_AGAIN}"
            )
    if len(page.xpath(END)) != 1 or page.xpath(f"{END}/following::*"):
        yield f"end: the page is cut off, or something was added after its end; {BUILD_AGAIN}"


def problems_of_views(page: HtmlElement) -> Iterator[str]:
    opened = page.xpath("//main//article[not(@hidden)]/@data-view-id")
    if opened != [page.get("data-view")]:
        yield f"view: the page does not open with the one text that it names; {BUILD_AGAIN}"
    for view in page.xpath("//article[@data-view-id][node()]"):
        levels = [int(child.tag[1]) for child in view.iter() if is_heading(child)]
        if not levels and "data-empty" in view.attrib:
            continue
        if levels[:1] != [1] or levels.count(1) != 1:
            yield (
                f"headings: {view.get('data-view-id')} does not begin with its one title, so a screen reader "
                "cannot announce it; begin the page with one line that starts with #"
            )
        elif any(after > before + 1 for before, after in pairwise(levels)):
            yield (
                f"headings: {view.get('data-view-id')} leaves out a level of headings, so a screen reader "
                "loses its place; write ## below #, and ### below ##"
            )


def is_heading(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and HEADINGS.fullmatch(element.tag) is not None
