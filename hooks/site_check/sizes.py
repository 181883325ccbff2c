"""Check that pages stay small: readers may have a slow line, an old phone, or one minute."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from hooks.languages.folders import ENGLISH
from hooks.site_check.site import Problem, Site, leads_to

TOPIC_PAGE = 15_100  # bytes, gzip -9, of a page with all that it loads
IN_DANGER = 16_000
READER = 96_100
SHEET = 25_000
TOOL = 110_000
BUDGETS = {
    "start": READER,
    "now": IN_DANGER,
    "numbers": 40_000,
    "method": 100_000,
    "sheets": 40_000,
    "reading": 25_000,
}
"""By the view of a page; a sheet, a page that a script makes work, and all others have one budget each."""
OTHER_LANGUAGES = 106_000 / READER
"""How much more a page in another language than English may have: most say the same in more letters."""
ROOM = 1.15
"""How much more a copy may have than the guide itself: for a line, pages and words of its own."""
LOADED = "//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src"


def problems_of_sizes(site: Site, room: float = ROOM) -> Iterator[Problem]:
    @cache
    def packed(name: str) -> int:
        return len(gzip.compress((site.folder / name).read_bytes(), 9, mtime=0))

    for name, page in site.pages.items():
        paths = {leads_to(name, address, site) for address in page.xpath(LOADED)}
        loaded = {path for path in paths if path in site.files and path is not None}
        size, limit = packed(name) + sum(map(packed, loaded)), round(budget_of(page) * room)
        if size > limit:
            yield Problem(
                name,
                f"size: a reader loads {size:,} bytes to open it; at most {limit:,}, so shorten the page, or "
                "make pictures smaller",
            )


def budget_of(page: HtmlElement) -> int:
    """Return how many bytes a page may have, in its language."""
    return round(english_budget_of(page) * (1 if page.get("lang", ENGLISH) == ENGLISH else OTHER_LANGUAGES))


def english_budget_of(page: HtmlElement) -> int:
    view = page.get("data-view", "")
    if view in BUDGETS:
        return BUDGETS[view]
    if view.startswith("sheet-"):
        return SHEET
    return TOOL if page.xpath("//main//article[@data-script]") else TOPIC_PAGE
