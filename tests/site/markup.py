"""Read what a person would read out of built HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

import markdown
from lxml import html
from lxml.html import HtmlElement

TOPIC_ARTICLE = "//main//article[not(@hidden)]"


def words(source: HtmlElement | str) -> str:
    """Return text with single spaces, as a reader meets it."""
    text = source if isinstance(source, str) else str(source.text_content())
    return " ".join(text.split())


def rendered(text: str) -> str:
    """Return the words of a piece of Markdown."""
    return words(html.fragment_fromstring(markdown.markdown(text), create_parent="div"))


def article(page: HtmlElement) -> HtmlElement:
    """Return the one article that is open when the page loads."""
    (found,) = page.xpath(TOPIC_ARTICLE)
    return found


def with_class(elements: Iterable[HtmlElement], name: str) -> list[HtmlElement]:
    return [element for element in elements if name in element.get("class", "").split()]


def heading_levels(element: HtmlElement) -> list[int]:
    return [
        int(h.tag[1]) for h in element.iter() if isinstance(h.tag, str) and re.fullmatch(r"h[1-6]", h.tag)
    ]
