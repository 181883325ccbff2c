"""Find English that is left in a guide in another language, in no part that is marked as English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml.html import HtmlElement

from hooks.languages.folders import language_of_build
from tests.languages.names import names

READ = ("title", "aria-label", "alt", "placeholder", "label", "data-title", "data-no-script")
"""Attributes that a reader sees or hears."""
UNREAD = {"script", "style", "code", "kbd", "svg"}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ADDRESS = re.compile(r"\S+@\S+|\w+:/\S*|\w+(?:[./_]\w+)+|\S*\.\w{2,4}\b")
COMMON = frozenset(Path(__file__).with_name("english_words.txt").read_text("utf-8").split())
"""Words that are common in English, and are none in Spanish."""


@cache
def words_left(text: str) -> tuple[str, ...]:
    """List the English words of a text but for names: in a pseudo-language all that are not its own."""
    return english_in(names().sub(" ", text)) if english_in(text) else ()


@cache
def english_in(text: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(ADDRESS.sub(" ", text)) if is_left(word))


def is_left(word: str) -> bool:
    if language_of_build().startswith("qps"):
        is_initials = word.isupper() and word.isascii()
        return word.isascii() and len(word) > 1 and not is_initials
    return word.lower() in COMMON


def texts_of(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield each text that a reader meets, with the element that has it."""
    yield from _texts(page, is_english=False)


def _texts(element: HtmlElement, *, is_english: bool) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    if element.get("lang"):
        is_english = element.get("lang", "").startswith("en")
    if not is_english:
        where = f"{element.tag}.{element.get('class', '')}"
        yield from ((f"{where}: {name}", element.get(name, "")) for name in READ if element.get(name))
        if element.tag == "meta" and element.get("name") == "description":
            yield f"{where}: content", element.get("content", "")
        if element.text:
            yield where, element.text
    for child in element:
        yield from _texts(child, is_english=is_english)
        if child.tail and not is_english:
            yield f"{element.tag}.{element.get('class', '')}", child.tail


def left_in(page: HtmlElement) -> list[str]:
    """Say where English is left on a page, but for names."""
    found = []
    for where, text in texts_of(page):
        if words := words_left(text):
            found.append(f"{where}: {' '.join(words)} in {' '.join(text.split())[:90]!r}")
    return list(dict.fromkeys(found))
