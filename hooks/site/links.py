"""Check every link of the built pages, and mark for the reader's script what each one opens."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from hooks.content.addresses import problems_of_link
from hooks.site.pages import NOT_FOUND, OutputError, Pages, ids_in, target_path, view_elements


@dataclass(frozen=True)
class Target:
    """A page as its links need it: the view it opens, and the anchors in and around that view."""

    view: str | None
    anchors: frozenset[str]
    anchors_in_view: frozenset[str]


def mark_links(pages: Pages, files: Collection[str], site_path: str = "/") -> None:
    """Give internal links `data-open` and `data-anchor`, external ones `data-external` and `data-host`.

    `files` are the paths of all that can be linked, `site_path` what addresses that begin with a slash begin
    with. Raises OutputError.
    """
    targets = {name: target_of(name, page) for name, page in pages.items()}
    problems = []
    for name, page in pages.items():
        for link in page.xpath("//a[@href]"):
            problem = mark_link(link, name, targets, files, site_path)
            problems += [f"{name}: link: {problem}"] if problem else []
    if problems:
        raise OutputError(dict.fromkeys(problems))


def target_of(name: str, page: HtmlElement) -> Target:
    views = view_elements(page)
    inside = frozenset(id for view in views for id in ids_in(view))
    view = views[0].get("data-view-id") if views and name != NOT_FOUND else None
    return Target(view, frozenset(ids_in(page)), inside)


def mark_link(
    link: HtmlElement, name: str, targets: dict[str, Target], files: Collection[str], site_path: str
) -> str | None:
    """Mark one link of the page called `name`; return what is wrong with it, if anything."""
    if (
        "data-quick-exit" in link.attrib or "hreflang" in link.attrib
    ):  # another language is a build of its own
        return None
    address = link.get("href", "")
    if problem := problem_of_address(address, name, targets, files, site_path):
        return problem
    parts = urlsplit(address)
    if parts.hostname:
        link.set("rel", "noreferrer noopener")
        link.set("data-external")
        link.set("data-host", parts.hostname)
        return None
    if parts.scheme:
        return None
    path = target_path(name, address, site_path)
    if target := targets.get(path):
        mark_internal(link, target, unquote(parts.fragment), same_page=path == name)
    elif path.endswith(".txt"):
        link.set("download", PurePath(path).name)  # opened here, it would be a page of the history
    return None


def problem_of_address(
    address: str, name: str, targets: dict[str, Target], files: Collection[str], site_path: str
) -> str | None:
    """Return what is wrong with where a link of the page called `name` leads, if anything."""
    for problem in problems_of_link(address):
        return f"{address!r}: {problem}"
    parts = urlsplit(address)
    if parts.hostname or parts.scheme:
        return None
    path, anchor = target_path(name, address, site_path), unquote(parts.fragment)
    if not address or address == "#":
        return f"{address or 'an empty address'}: leads nowhere; possible: {closest('', targets)}"
    if path not in files:
        return f"{address}: no such page; possible: {closest(path, targets)}"
    if (target := targets.get(path)) and anchor and anchor not in target.anchors:
        return f"{address}: no such anchor; possible: {closest(anchor, target.anchors_in_view, '#')}"
    return None


def mark_internal(link: HtmlElement, target: Target, anchor: str, same_page: bool) -> None:
    """Leave links to the page's frame, such as `#menu`, as they are: they open no view."""
    if target.view is None or (same_page and anchor and anchor not in target.anchors_in_view):
        return
    link.set("data-open", target.view)
    if anchor in target.anchors_in_view:
        link.set("data-anchor", anchor)


def closest(wanted: str, names: Collection[str], mark: str = "") -> str:
    """Name the three most similar possibilities."""
    near = get_close_matches(wanted, sorted(names), n=3, cutoff=0.0)
    return ", ".join(mark + name for name in near) or "none"
