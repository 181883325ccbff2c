"""Say once, on the page that a reader opens first, what leaving does and what it does not do."""

from __future__ import annotations

from copy import deepcopy
from posixpath import dirname

from lxml.html import HtmlElement

from hooks.site.pages import INDEX, NOT_FOUND, Pages, view_elements

NOTE = ".//p[@class='leave-note']"
READING = "reading"
"""The view that is about nothing else."""
URGENT = ("now", "numbers")
"""Their first lines are for what is urgent, so the note comes last, as where a script changes the view."""


def put_leave_notes(pages: Pages) -> None:
    """Put the note of the first page into all others but sheets, which are paper.

    It comes after the page's title. `components/reader/pages.js` takes none of them over into an open page.
    """
    note = pages[INDEX].find(NOTE)
    if note is None:
        return
    for name, page in pages.items():
        if name in (INDEX, NOT_FOUND) or dirname(name):
            continue
        for view in view_elements(page):
            if view.get("data-view-id") != READING:
                put_note(view, deepcopy(note))


def put_note(view: HtmlElement, note: HtmlElement) -> None:
    note.tail = "\n"
    title = view.find(".//h1")
    if title is None or view.get("data-view-id") in URGENT or "data-script" in view.attrib:
        view.append(note)
    else:
        note.tail, title.tail = title.tail, "\n"
        title.addnext(note)


def take_leave_notes(view: HtmlElement) -> None:
    """Take the note out of a view that opens after another one."""
    for note in view.findall(NOTE):
        note.tail = None  # its title has the line end that was there before
        note.drop_tree()
