"""Check that every link and label of a page leads somewhere, and that links to other sites tell nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.content.addresses import host_of
from hooks.site.links import problem_of_address, target_of
from hooks.site.pages import INDEX, NOT_FOUND
from hooks.site_check.site import Problem, Site, leads_to
from hooks.site_check.words import BUILD_AGAIN

FILES = "//link/@href | //script/@src | //img/@src | //source/@src | //input/@src"
LABELS = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
OUTSIDE = "//a[starts-with(@href, 'http') and not(@data-quick-exit)]"
REL = frozenset({"noreferrer", "noopener"})


def problems_of_links(site: Site) -> Iterator[Problem]:
    targets = {name: target_of(name, page) for name, page in site.pages.items()}
    for name, page in site.pages.items():
        for address in dict.fromkeys(page.xpath("//a[not(@data-quick-exit or @hreflang)]/@href")):
            if says := problem_of_address(address, name, targets, site.files, site.site_path):
                yield Problem(name, f"link: {says}")
        for address in dict.fromkeys(page.xpath(FILES)):
            path = leads_to(name, address, site)
            if path is not None and path not in site.files:
                yield Problem(name, f"link: {address}: no such file in the folder; {BUILD_AGAIN}")
        for says in (*problems_of_labels(page), *problems_of_outside(page)):
            yield Problem(name, f"{says}; {BUILD_AGAIN}")
    for name in sorted(site.pages.keys() - {INDEX, NOT_FOUND} - reached_pages(site)):
        yield Problem(name, "link: no other page leads to it; name it in the menu, or take the file away")


def reached_pages(site: Site) -> set[str]:
    """Return the files that a link on another page leads to."""
    reached = set()
    for name, page in site.pages.items():
        paths = {leads_to(name, address, site) for address in page.xpath("//a/@href")}
        reached |= {path for path in paths if path and path != name}
    return reached


def problems_of_labels(page: HtmlElement) -> Iterator[str]:
    ids = set(page.xpath("//@id"))
    for attribute in LABELS:
        named = {id for value in page.xpath(f"//@{attribute}") for id in value.split()}
        for id in sorted(named - ids):
            yield f"label: {attribute} names {id}, which is not on the page"


def problems_of_outside(page: HtmlElement) -> Iterator[str]:
    for link in page.xpath(OUTSIDE):
        address = link.get("href")
        if not set(link.get("rel", "").split()) >= REL or "target" in link.attrib:
            yield f"link: {address}: that site can learn that the reader comes from the guide"
        if link.get("data-host") != host_of(address):
            yield f"link: {address}: the page does not show which site it leads to"
