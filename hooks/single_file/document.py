"""Make one document of all pages, in which every link leads to a place in it."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import Environment
from lxml import html
from lxml.html import HtmlElement

from checklist.translation import _
from hooks.single_file.editions import Edition
from hooks.single_file.licences import put_licences
from hooks.single_file.own_numbers import as_markup, own_numbers
from hooks.site.one_document import drop_blank_lines, reader_document, shorten_numbers
from hooks.site.pages import INDEX, OutputError, Pages, ids_in, target_path, view_elements
from hooks.site.templates import make_ready

WORDS = "theme/components/single-file/single-file.html"
ONLY_ON_A_SITE = "//*[@data-site-only] | //a[@hreflang] | //a[contains(@href, '.pdf')]"
"""What the single file cannot use: files next to the page, and anything that needs a host."""
PAGE_OF_VIEW = re.compile(r"""(["'])([a-z-]+)\.html\1""")
SOURCE = "source-"
"""How anchors of works begin: the page's own script knows their view."""
NOT_IN_THE_SMALL = "//*[@data-large-only]"
ONLY_WITH_SCRIPT = (
    ".//template | .//*[@hidden] | .//section[@class='questions'] "
    "| .//*[@class='entry'][preceding-sibling::*[@class='entry']]"
    "| .//section[@data-horizon='this-week' or @data-horizon='later']"
    "| .//a[contains(@href, '#plan-this-week') or contains(@href, '#plan-later')]"
)
"""What the plan, which is packed, can do without where no script runs: it can still be read, ticked,
filled in and printed.

Steps that have time are on the pages of the guide, each with its caution.
"""
ONLY_WITHOUT_SCRIPT = ".//*[contains(@class, 'pocket-rest')]"
"""What says where the rest is, and is untrue where the plan is whole."""


@dataclass
class Document:
    """The guide in one page, and views that are packed, by the name of their page."""

    root: HtmlElement
    packed: dict[str, HtmlElement] = field(default_factory=dict)

    def views(self) -> list[HtmlElement]:
        return [*view_elements(self.root), *self.packed.values()]


def make_document(pages: Pages, site: Path, root: Path, edition: Edition) -> Document:
    """Return the whole guide as one document. Raises OutputError.

    `pages` are those of `site`, which holds the pictures and licences; `root` holds the theme.
    """
    document = Document(reader_document(pages, whole=True))
    put_words(document.root, (root / WORDS).read_text(encoding="utf-8"), edition)
    put_licences(document.root, site, edition)
    for view in view_elements(document.root):
        if view.get("data-view-id") in edition.views_left_out:
            view.drop_tree()
    for element in document.root.xpath(ONLY_ON_A_SITE):
        element.drop_tree()
    for view in view_elements(document.root):
        view.attrib.pop("hidden", None)
        view.set("id", view_anchor(view))
    for image in document.root.xpath("//img"):
        image.set("src", data_address(site / target_path(INDEX, image.get("src"))))
    if edition.is_packed:
        pack_views(document, edition.views_packed, on_request=views_on_request(pages))
    point_links(document)
    return document


def data_address(picture: Path) -> str:
    """Return a picture as an address that holds all of it."""
    kind = {".svg": "image/svg+xml", ".png": "image/png"}[picture.suffix]
    return f"data:{kind};base64,{base64.b64encode(picture.read_bytes()).decode()}"


def view_anchor(view: HtmlElement) -> str:
    return f"view-{view.get('data-view-id')}"


def views_on_request(pages: Pages) -> list[str]:
    """List the views that the site's first page only names."""
    views = view_elements(pages[INDEX])
    return [view.get("data-view-id", "") for view in views if "data-empty" in view.attrib]


def pack_views(document: Document, packed: Collection[str], on_request: Collection[str]) -> None:
    """Take out views, but for what works without script, and all of those that a site fetches on request."""
    for element in document.root.xpath(NOT_IN_THE_SMALL):
        element.drop_tree()
    for link in document.root.xpath("//a[contains(@href, '#works-')]"):
        link.set("href", f"{link.get('href').partition('#')[0]}#works")
    for view in view_elements(document.root):
        shorten_numbers(view)
        drop_blank_lines(view)
        id = view.get("data-view-id")
        if id not in packed and id not in on_request:
            continue
        for image in view.xpath(".//img"):
            image.drop_tree()
        whole = deepcopy(view)
        for link in whole.xpath(".//*[@class='sources']//a[@data-external]"):
            link.text = _("Open")  # its title is above it
        for element in whole.xpath(ONLY_WITHOUT_SCRIPT):
            element.drop_tree()
        document.packed[view.get("data-page")] = whole
        view.set("data-empty", "")
        if id in packed:
            for element in view.xpath(ONLY_WITH_SCRIPT):
                element.drop_tree()
        else:
            view.text = None
            view[:] = []
            view.attrib.pop("class", None)  # the reader script puts it back with the text


def put_words(document: HtmlElement, words: str, edition: Edition) -> None:
    """Put what each `<template data-put data-at>` holds before, after, last in or instead of one place.

    `data-at` is an XPath that must find exactly one, or with `data-each` any but none. Raises OutputError.
    """
    (exit_label, *_) = document.xpath("//a[@data-quick-exit]/text()")
    own = as_markup(own_numbers(document))
    template = make_ready(Environment()).from_string(words)
    text = template.render(size=edition.size, exit_label=exit_label, own_numbers=own)
    text = with_page_names(text, document)
    problems = []
    for template in html.fragment_fromstring(text, create_parent=True).xpath("./template"):
        at = template.get("data-at")
        places = document.xpath(at)
        if len(places) == 1 or (places and "data-each" in template.attrib):
            for place in places:
                put_at(place, template.get("data-put"), [*deepcopy(template)])
        else:
            problems.append(f"{WORDS}: data-at: {at}: {len(places)} places; possible: a path to exactly one")
    if problems:
        raise OutputError(problems)


def with_page_names(words: str, document: HtmlElement) -> str:
    """Write what each page is called where the words name its view, as in `"plan.html"`."""
    names = {view.get("data-view-id"): view.get("data-page") for view in view_elements(document)}
    return PAGE_OF_VIEW.sub(
        lambda match: f"{match[1]}{names.get(match[2], f'{match[2]}.html')}{match[1]}", words
    )


def put_at(place: HtmlElement, put: str, new: list[HtmlElement]) -> None:
    if put == "last":
        place.extend(new)
        return
    parent = place.getparent()
    at = parent.index(place) + (put == "after")
    parent[at:at] = new
    if put == "instead":
        place.drop_tree()


def point_links(document: Document) -> None:
    """Let every internal link lead to its place in the document. Raises OutputError."""
    views = {view.get("data-page"): view for view in document.views()}
    owners = {id: name for name, view in views.items() for id in ids_in(view)}
    frame = {*ids_in(document.root)} - {*owners}
    seen = {*ids_in(document.root)}
    problems = []
    for link in internal_links(document):
        address = link.get("href")
        name, anchor = target_path(INDEX, address), unquote(urlsplit(address).fragment)
        if name == INDEX and anchor in frame:
            continue
        if name not in views or (anchor and owners.get(anchor) != name):
            problems.append(f"{address}: not in the one file; possible: data-site-only on what links to it")
            continue
        link.attrib.pop("target", None)
        link.set("href", f"#{anchor or view_anchor(views[name])}")
        # The page's own script marks links to what it can see.
        is_hidden = (anchor and anchor not in seen) or link.xpath("ancestor::template")
        for key in ("data-open", "data-anchor"):
            link.attrib.pop(key, None)
        if is_hidden and not anchor.startswith(SOURCE):
            link.set("data-open", views[name].get("data-view-id", ""))
    if problems:
        raise OutputError(dict.fromkeys(problems))


def internal_links(document: Document) -> Iterator[HtmlElement]:
    for part in (document.root, *document.packed.values()):
        for link in part.xpath(".//a[@href]"):
            parts = urlsplit(link.get("href"))
            if not parts.scheme and not parts.netloc:
                yield link
