"""List, where a page asks for it, whose work the guide holds: by licence, each with a link to its source."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from checklist.translation import _
from hooks.assets.licence_texts import PATH, Part, read_parts
from hooks.site.pages import Pages

MARK = "//comment()[normalize-space(.) = 'parts']"
"""Where the list stands. A guide in one file has no list there, but its licences in full."""
SEVERAL = "several"


def put_parts(folder: Path, pages: Pages) -> None:
    """Put the list in the place of each mark; its parts are those of `licences.txt`."""
    for page in pages.values():
        for mark in page.xpath(MARK):
            parts = read_parts((folder / PATH).read_text(encoding="utf-8-sig"))
            mark.getparent().replace(mark, list_of(parts))


def list_of(parts: list[Part]) -> HtmlElement:
    by_licence: dict[str, list[Part]] = {}
    for part in parts:
        by_licence.setdefault(part.licence, []).append(part)
    listed = html.Element("ul", {"data-site-only": ""})
    for licence, group in sorted(by_licence.items()):
        entry = html.Element("li")
        name = _("Several licences") if licence == SEVERAL else licence
        entry.text = f"{name}: "
        for part in group:
            link = html.Element("a", href=part.source)
            link.text, link.tail = part.name, ", "
            entry.append(link)
        entry[-1].tail = ""
        listed.append(entry)
    return listed
