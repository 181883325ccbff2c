"""What the guide in one file, and the text beside it, say of those who publish this copy."""

from __future__ import annotations

from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement

from checklist.translation import _

SECTIONS = "//section[@class='own-numbers']"
"""`theme/components/organisation/own-numbers.html`; the guide's own copy has none."""


def own_numbers(document: HtmlElement) -> HtmlElement | None:
    """Return a copy of the fullest list of own helplines in a document; None where there is none."""
    found = document.xpath(SECTIONS)
    return deepcopy(max(found, key=lambda section: len(section.text_content()))) if found else None


def as_markup(section: HtmlElement | None) -> str:
    return "" if section is None else html.tostring(section, encoding="unicode", with_tail=False)


def as_text(section: HtmlElement | None) -> str:
    """Write the list as a part of a text file; empty where there is none."""
    if section is None:
        return ""
    for link in section.xpath(".//a[starts-with(@href, 'https:')]"):
        link.text = link.get("href")
    for end in section.iter("br"):
        end.tail = f"\n{end.tail or ''}"
    words = "\n".join(paragraph.text_content() for paragraph in section.iter("p"))
    lines = [" ".join(line.split()) for line in words.splitlines()]
    heading = _("Our own numbers").upper()
    return "\n".join(["", heading, *(f"  {line}" for line in lines if line), ""])
