"""Read a built copy of the guide, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from hooks.content.addresses import split
from hooks.site.offline import ABOVE
from hooks.site.pages import INDEX, NOT_FOUND, Pages, file_names, read_page, target_path
from hooks.site_check.words import BUILD_AGAIN

SITEMAP = "sitemap.xml"
HOST_FILE = "CNAME"
PYTHON = "assets/python"
STYLES = "//head/link[@rel='stylesheet']/@href"


class Problem(NamedTuple):
    """What is wrong with one file: `what: what is wrong; what is possible`."""

    file: str
    says: str


@dataclass(frozen=True)
class Site:
    """A built copy in a folder."""

    folder: Path
    files: frozenset[str]
    """The path of every file, from the folder."""
    pages: Pages
    unreadable: tuple[str, ...]
    """Files that end in `.html` and hold no page."""
    shared: frozenset[str] = frozenset()
    """What a language takes from the folder of English: Python, by its path from here."""

    def text(self, name: str) -> str:
        """Return a file as text; what is no UTF-8 becomes a sign that no check looks for."""
        return (self.folder / name).read_text("utf-8", errors="replace")

    def names(self, *endings: str) -> Iterator[str]:
        """Yield the files that end so, sorted."""
        yield from (name for name in sorted(self.files) if name.endswith(endings))

    def page_of(self, view: str) -> str | None:
        """Return the name of the page that opens with this view, or None where the copy has none."""
        return next((name for name, page in self.pages.items() if page.get("data-view") == view), None)

    @property
    def site_path(self) -> str:
        """Return what addresses that begin with a slash begin with, as on the page for missing addresses."""
        lost = self.pages.get(NOT_FOUND)
        address = next(iter(lost.xpath(STYLES)), "") if lost is not None else ""
        parts = split(address)
        path = parts.path if parts else ""
        return path.rpartition("/assets/")[0] + "/" if path.startswith("/") else "/"

    @property
    def own_addresses(self) -> tuple[str, ...]:
        """Return where the copy says that it is published; empty where it does not say."""
        found = []
        if SITEMAP in self.files:
            try:
                root = etree.fromstring((self.folder / SITEMAP).read_bytes())
                found += [str(text).strip() for text in root.itertext() if str(text).strip()][:1]
            except etree.XMLSyntaxError:
                pass  # another check names it
        if HOST_FILE in self.files and (host := self.text(HOST_FILE).strip()):
            found.append(f"https://{host}/")
        return tuple(found)


def read_site(folder: Path, *, in_language: bool = False) -> Site:
    """Read the folder. A page that cannot be read is left out, and named in `unreadable`.

    `in_language`: the folder is that of another language, in that of English.
    """
    pages: Pages = {}
    unreadable = []
    files = frozenset(file_names(folder))
    for name in sorted(name for name in files if name.endswith(".html")):
        try:
            pages[name] = read_page(folder, name)
        except (etree.LxmlError, ValueError):
            unreadable.append(name)
    python = (folder.parent / PYTHON).glob("*") if in_language else ()
    shared = frozenset(f"{ABOVE}{PYTHON}/{path.name}" for path in python)
    return Site(folder, files, pages, tuple(unreadable), shared)


def words(element: HtmlElement) -> str:
    """Return the text of an element with single blanks, as a reader meets it."""
    return " ".join(str(element.text_content()).split())


def shown(element: HtmlElement) -> str:
    """Return the begin of an element's tag, to name it in a sentence."""
    name = element.get("id") or element.get("class") or words(element)[:30]
    return f"<{element.tag}> ({name})" if name else f"<{element.tag}>"


def leads_to(name: str, address: str, site: Site) -> str | None:
    """Return the file of the copy that an address on a page leads to, or None where it leads elsewhere."""
    parts = split(address)
    if parts is None or parts.scheme or parts.netloc:
        return None
    return target_path(name, address, site.site_path)


def problems_of_reading(site: Site) -> Iterator[Problem]:
    """Yield pages that cannot be read, and those that every copy has and this one lacks."""
    for name in site.unreadable:
        yield Problem(name, f"page: it is empty or broken, so nobody can read it; {BUILD_AGAIN}")
    if INDEX in site.pages and NOT_FOUND not in site.files:
        says = f"page: there is none, so a wrong address shows a page without the way out; {BUILD_AGAIN}"
        yield Problem(NOT_FOUND, says)
    for view, title in {
        "now": "In danger now",
        "numbers": "Numbers by country",
        "reading": "Private reading",
        "plan": "Your plan",
    }.items():
        if site.page_of(view) is None:
            yield Problem(INDEX, f"pages: the page “{title}” is missing from the folder; {BUILD_AGAIN}")
