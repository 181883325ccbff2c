"""Put the licences of what the one file holds into it, where the site offers them as a file."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from checklist.translation import _
from hooks.assets.licence_texts import PATH, read_parts, write_shortly
from hooks.languages.folders import ENGLISH, language_of_build
from hooks.single_file.editions import Edition
from hooks.site.pages import OutputError

LINKS = f"//a[@href='{PATH}']"
ASSETS = "assets/"


def put_licences(document: HtmlElement, site: Path, edition: Edition) -> None:
    """Put them in the place of each paragraph that links `licences.txt`. Raises OutputError."""
    links = document.xpath(LINKS)
    if not links:
        raise OutputError([f"{PATH}: no page links it; possible: the page about licences, docs/about.md"])
    parts = read_parts((site / PATH).read_text(encoding="utf-8-sig"))
    held = [part for part in parts if any(is_held(name, edition) for name in part.files)]
    # Licences are in English, whatever the guide says.
    attributes = {} if language_of_build() == ENGLISH else {"lang": ENGLISH, "dir": "ltr"}
    for link in links:
        details = html.Element("details", {"class": "licences"})
        summary, text = html.Element("summary"), html.Element("pre", attributes)
        summary.text, text.text = _("The licences of all parts"), write_shortly(held)
        details.extend([summary, text])
        paragraph = link.getparent()
        paragraph.getparent().replace(paragraph, details)


def is_held(name: str, edition: Edition) -> bool:
    """Return whether the one file has what the site has under a name: a page's text, or an asset."""
    return name.endswith(".html") or (name.startswith(ASSETS) and edition.has(name))
