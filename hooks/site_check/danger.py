"""Check that help is never more than one tap away: the page for danger, and emergency numbers that dial."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.site.pages import NOT_FOUND
from hooks.site_check.site import Problem, Site, leads_to, words
from hooks.site_check.words import BUILD_AGAIN

DIALS = ".//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]"
CALLS = ".//a[starts-with(@href, 'tel:')]"
UNSEEN = "(@hidden and not(@data-if-found)) or self::details or self::template"
"""What `data-if-found` hides is shown where the guide's styles arrived."""
IN_SIGHT = f"//a[not(ancestor-or-self::*[{UNSEEN}])]/@href"
NOW, NUMBERS, READING = "now", "numbers", "reading"
SECTIONS = "//section[starts-with(@aria-labelledby, 'place-')]"
NEEDED = {NOW: "In danger now", READING: "Private reading"}


def problems_of_danger(site: Site) -> Iterator[Problem]:
    for name, page in site.pages.items():
        reached = {leads_to(name, address, site) for address in page.xpath(IN_SIGHT)}
        for view, title in NEEDED.items():
            if (target := site.page_of(view)) and target not in reached:
                yield Problem(name, f"danger: no link leads to “{title}” from here; {BUILD_AGAIN}")
    for listing, problems_of in (
        (site.page_of(NOW), problems_of_calls),
        (NOT_FOUND, problems_of_calls),
        (site.page_of(NUMBERS), problems_of_numbers),
    ):
        if listing in site.pages and listing is not None:
            yield from (Problem(listing, says) for says in problems_of(site.pages[listing]))
    for name, page in site.pages.items():
        for link in page.xpath(DIALS):
            if says := problem_of_dialling(link):
                yield Problem(name, f"numbers: {says}; {BUILD_AGAIN}")


def problems_of_calls(page: HtmlElement) -> Iterator[str]:
    """Yield what is wrong with the list of emergency numbers, one line per country."""
    lines = page.xpath("//ul[contains(@class, 'call-now')]/li[@data-place]")
    if not lines:
        yield f"numbers: it shows no emergency number; {BUILD_AGAIN}"
    for line in lines:
        if not line.xpath(CALLS):
            yield f"numbers: nothing dials the emergency number of {line.get('data-place')}; {BUILD_AGAIN}"


def problems_of_numbers(page: HtmlElement) -> Iterator[str]:
    sections = page.xpath(SECTIONS)
    if not sections:
        yield f"numbers: it lists no country; {BUILD_AGAIN}"
    for section in sections:
        place = section.get("aria-labelledby")
        first = section.xpath(f".//h3[@id='{place}-emergency']/following-sibling::ul[1]")
        if not first or not first[0].xpath(CALLS):
            country = (
                words(section.xpath(f".//*[@id='{place}']")[0])
                if section.xpath(f".//*[@id='{place}']")
                else place
            )
            yield f"numbers: nothing dials the emergency number of {country}; {BUILD_AGAIN}"


def problem_of_dialling(link: HtmlElement) -> str | None:
    """Return what is wrong where a link dials another number than it shows."""
    dialled = link.get("href").partition(":")[2].replace("%23", "#")
    shown = "".join(sign for sign in words(link).partition(",")[0] if sign in "0123456789+*#")
    return f"a link shows {words(link)} and dials {dialled}" if shown and shown != dialled else None
