"""Compose the one-document reader: put the views of all pages into index.html."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from copy import deepcopy
from posixpath import relpath
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

from hooks.site.leave_notes import take_leave_notes
from hooks.site.pages import INDEX, NOT_FOUND, OutputError, Pages, ids_in, target_path, view_elements

VIEWS = "//body/template[@data-views]"
LAST = "//body/script | //body/template[@data-end]"
MENU = "//nav[@id='menu']//a[@href]"
ADDRESSES = ("href", "src")
GZIP_WINDOW = 32_768  # bytes


def reader_document(pages: Pages, *, whole: bool = False) -> HtmlElement:
    """Return a copy of the first page with the views of all pages; those of a finished folder will do.

    The views are in a `<template data-views>` after the page's own end, which has the exit:
    neither the exit nor the first paint waits for them. They stand as in the menu, but the longest last.
    A view with `data-later` is only named there, and fetched when it is opened. With `whole` every view is
    in `<main>` and in full, cautions too, and asks for no styles: for a document that contains everything
    itself. Raises OutputError.
    """
    pages = {name: page for name, page in pages.items() if name != NOT_FOUND and view_elements(page)}
    put_words_back(pages)
    index = pages[INDEX] = deepcopy(pages[INDEX])
    for earlier in index.xpath(VIEWS):
        earlier.tail = None
        earlier.drop_tree()
    if problems := [*repeated_views(pages), *repeated_ids(pages)]:
        raise OutputError(problems)
    view_elements(index)[0].set("data-page", INDEX)
    later = ids_on_request(pages)
    views = [composed(view_elements(pages[name])[0], name, whole, later) for name in menu_order(pages)]
    if whole:
        index.xpath("//main")[0].extend(views)
        return index
    views.sort(key=is_long)
    store = html.Element("template")
    store.set("data-views")
    store.extend(views)
    index.xpath("//body")[0].extend([store, *index.xpath(LAST)])
    return index


def leave_words_out(pages: Pages) -> None:
    """Leave out what people type to find a view, where the one document has it for the search.

    The largest pages have no room for it. `components/reader/views.js` puts it back.
    """
    for name, page in pages.items():
        for view in view_elements(page) if name not in (INDEX, NOT_FOUND) else []:
            if "data-later" not in view.attrib:
                for element in with_words(view):
                    element.attrib.pop("data-words")


def put_words_back(pages: dict[str, HtmlElement]) -> None:
    """Put back what `leave_words_out` left out of pages of a finished folder."""
    (_, *stored) = view_elements(pages[INDEX])
    for full in stored:
        name = full.get("data-page", "")
        for element in with_words(full) if name in pages and "data-empty" not in full.attrib else []:
            view = view_elements(pages[name])[0]
            places = view.xpath(".//*[@id=$id]", id=element.get("id")) if element is not full else [view]
            for place in places:
                place.set("data-words", element.get("data-words", ""))


def with_words(view: HtmlElement) -> list[HtmlElement]:
    """List the view and those of its headings that have words of their own."""
    found: list[HtmlElement] = view.xpath("self::*[@data-words] | .//*[@id and @data-words]")
    return found


def is_long(view: HtmlElement) -> bool:
    """Tell whether a view fills what gzip looks back at: between others it would part them."""
    return len(html.tostring(view)) > GZIP_WINDOW


def ids_on_request(pages: dict[str, HtmlElement]) -> set[str]:
    """List the ids in views that index.html only names."""
    views = [view for page in pages.values() for view in view_elements(page) if "data-later" in view.attrib]
    return {id for view in views for id in ids_in(view)}


def composed(view: HtmlElement, name: str, whole: bool, later_ids: Container[str] = ()) -> HtmlElement:
    """Copy a view as index.html has it: hidden, and naming its page.

    Steps keep the caution of an item whose own heading is among `later_ids`.
    The reader's script finds the view that a link opens from its address, so the copy need not repeat it.
    """
    view = deepcopy(view)
    view.set("data-page", name)
    view.set("hidden")
    view.tail = "\n"
    take_leave_notes(view)
    later = view.attrib.pop("data-later", None) is not None
    if later:
        # Found by search before its text is here.
        view.set("data-title", view.xpath("string(.//h1)").strip())
        if words := dict.fromkeys(" ".join(view.xpath("descendant-or-self::*/@data-words")).split()):
            view.set("data-words", " ".join(words))
    if whole:
        view.attrib.pop("data-styles", None)
    elif later:
        view.text = None
        view[:] = []
        view.set("data-empty")
        return view
    readdress(view, name)
    for link in view.xpath(".//a[@data-open][not(ancestor::template)]"):
        link.attrib.pop("data-open")
        link.attrib.pop("data-anchor", None)
    if not whole:
        shorten_numbers(view)
        for step in view.xpath(".//*[@data-item]"):
            if step.get("data-item") in later_ids:
                continue
            for caution in step.xpath("./p[@class='caution']"):
                # The item's own heading has it too; `cautions.js` restores it before anything opens.
                if caution.getprevious() is None:
                    step.set("data-read-first")
                caution.drop_tree()
            for box in step.xpath(".//input[@aria-describedby]"):
                box.attrib.pop("aria-describedby")
    return view


def drop_blank_lines(view: HtmlElement) -> None:
    """Leave out line ends that nothing shows: around headings, at the ends of lists."""
    for heading in view.iter("h1", "h2", "h3"):
        for element in (heading, heading.getprevious()):
            if element is not None and not (element.tail or "").strip():
                element.tail = None
    for entries in view.iter("ul", "ol"):
        if len(entries) and not f"{entries.text or ''}{entries[-1].tail or ''}".strip():
            entries.text = entries[-1].tail = None
    for line in view.xpath(".//*[@data-territory]"):
        if not (line.tail or "").strip():
            line.tail = None


def shorten_numbers(view: HtmlElement) -> None:
    """Leave out what `components/places/countries.js` puts back: links of territories, names of links.

    `where.js` reads the numbers of every territory in short from the page for danger.
    """
    for link in view.xpath(".//*[@data-territory]/a[starts-with(@href, 'tel:')]"):
        link.drop_tag()
    for link in view.xpath(".//*[@class='checked']/a[@aria-label] | .//*[@class='place']//a[@class='dial']"):
        link.attrib.pop("aria-label", None)
    for box in view.xpath("self::*[.//*[@data-territory]]//*[@data-here]"):
        box.set("data-here", "")


def menu_order(pages: dict[str, HtmlElement]) -> list[str]:
    """List all pages but the first: as the menu does, then those it does not name."""
    in_menu = [target_path(INDEX, link.get("href")) for link in pages[INDEX].xpath(MENU)]
    return [name for name in dict.fromkeys([*in_menu, *pages]) if name in pages and name != INDEX]


def readdress(view: HtmlElement, name: str) -> None:
    """Make the view's relative addresses hold from index.html; `#anchor` becomes `page.html#anchor`."""
    for attribute in ADDRESSES:
        for element in view.xpath(f".//*[@{attribute}]"):
            address = element.get(attribute)
            parts = urlsplit(address)
            if not (parts.scheme or parts.netloc or address.startswith("/")):
                path = relpath(target_path(name, address))
                element.set(attribute, parts._replace(path=path).geturl())


def repeated_views(pages: dict[str, HtmlElement]) -> list[str]:
    owners = defaultdict(list)
    for name, page in pages.items():
        for view in view_elements(page):
            owners[view.get("data-view-id")].append(name)
    return [
        f"{' and '.join(names)}: view: {view} stands twice; possible: another name in one page's front matter"
        for view, names in owners.items()
        if len(names) > 1
    ]


def repeated_ids(pages: dict[str, HtmlElement]) -> list[str]:
    """Find ids that would occur twice in the one document, in two views or in a view and the frame."""
    owners = defaultdict(list)
    for name, page in pages.items():
        for id in ids_in(page if name == INDEX else view_elements(page)[0]):
            owners[id].append(name)
    return [
        f"{' and '.join(dict.fromkeys(names))}: id: {id} stands twice; possible: {{ #{id}-2 }} in one place"
        for id, names in owners.items()
        if len(names) > 1
    ]
