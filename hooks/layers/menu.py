"""Fit the menu to what an organisation shows: without the pages it leaves out, and with its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from hooks.content.model import Content
from hooks.content.wording import problems_of_words
from hooks.layers.left_out import pages_in
from hooks.layers.organisation import FILE, Organisation
from hooks.layers.start_page import list_pages

Menu = Mapping[str, tuple[str, ...]]
"""Group to the pages, as `house.md`, that are added to it."""


def fit_menu(nav: list[Any], content: Content, organisation: Organisation) -> tuple[list[Any], list[str]]:
    """Return MkDocs' `nav` for the pages in `content`, and every problem of `menu`.

    The first page names added pages too, where it lists what can be read about.
    """
    pages = {f"{page}.md" for page in pages_in(content)}
    menu = organisation.menu
    problems = list(problems_of_menu(menu, nav, pages))
    kept = without_pages(nav, {f"{name}.md" for name in content.left_out} - pages)
    if problems:
        return kept, problems
    list_pages(content, [page for added in menu.values() for page in added])
    return with_pages(kept, menu), []


def without_pages(nav: list[Any], pages: set[str]) -> list[Any]:
    """Take pages out of a menu, and groups with nothing left in them."""
    kept: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict):
            groups = {name: rest for name, value in entry.items() if (rest := without_page(value, pages))}
            kept += [groups] if groups else []
        elif entry not in pages:
            kept.append(entry)
    return kept


def without_page(value: Any, pages: set[str]) -> Any:
    """Return what one group, or one page with a title of its own, has left."""
    if isinstance(value, list):
        return without_pages(value, pages)
    return None if value in pages else value


def with_pages(nav: list[Any], menu: Menu) -> list[Any]:
    """Add pages at the end of their groups. A group that was not there comes last."""
    known = groups_of(nav)
    joined = [
        {name: with_own(pages, menu.get(name, ())) for name, pages in entry.items()}
        if isinstance(entry, dict)
        else entry
        for entry in nav
    ]
    return [*joined, *({name: [*pages]} for name, pages in menu.items() if name not in known)]


def with_own(pages: Any, added: tuple[str, ...]) -> Any:
    return [*pages, *added] if isinstance(pages, list) else pages


def groups_of(nav: list[Any]) -> list[str]:
    groups = [item for entry in nav if isinstance(entry, dict) for item in entry.items()]
    return [name for name, pages in groups if isinstance(pages, list)]


def pages_of(nav: Any) -> list[str]:
    if isinstance(nav, dict):
        nav = list(nav.values())
    return [page for entry in nav for page in pages_of(entry)] if isinstance(nav, list) else [nav]


def problems_of_menu(menu: Menu, nav: list[Any], pages: set[str]) -> Iterator[str]:
    """Yield pages that are not there or that the menu has, and groups that are misspelt."""
    groups, taken = groups_of(nav), pages_of(nav)
    named = {page for names in menu.values() for page in names}
    free = ", ".join(sorted(pages - {*taken} - named)) or "a page that you write in docs/"
    for group, names in menu.items():
        name = f"{FILE}: menu: {group}"
        if group not in groups and (near := get_close_matches(group, groups, n=1, cutoff=0.7)):
            possible = f"{near[0]}, or another name, which makes a new group at the end"
            yield f"{name}: the menu has no such group; possible: {possible}"
        yield from (f"{name}: {problem}" for problem in problems_of_words(group))
        if not names:
            yield f"{name}: it names no page; possible: {free}"
        for page in names:
            if page in taken:
                yield f"{name}: {page} is in the menu already; possible: {free}"
            elif page not in pages:
                yield f"{name}: there is no docs/{page}; possible: {free}"
            taken.append(page)
