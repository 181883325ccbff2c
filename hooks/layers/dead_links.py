"""Write links to what is left out as plain words, in pages, steps and data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from posixpath import dirname, join, normpath
from typing import Any

from hooks.content.front_matter import split_front_matter
from hooks.content.model import Content
from hooks.layers.left_out import DOCS, SHEETS, LeftOut, rewrite
from hooks.layers.plain_words import PAGE, SHEET, Gone, without_links, without_pointers

HEADING = re.compile(r"^(?P<level>#{2,6}) .*?\{ *#(?P<id>[\w-]+)[^}\n]*\}[ \t]*$", re.MULTILINE)
MARKDOWN = "how"
"""The field of sheets that holds Markdown."""


def take_out_links(content: Content, left: LeftOut, anchors: set[str]) -> None:
    """Write links to `left` and to places called `anchors` as plain words.

    A heading with nothing below it goes too, and then links to it.
    """
    while left or anchors:
        for name in content.files:
            take_out_links_of(content, name, left, anchors)
        left, anchors = LeftOut(), drop_empty_sections(content)


def take_out_links_of(content: Content, name: str, left: LeftOut, anchors: set[str]) -> None:
    """Do so in one file, and in the guide's own text of it where an older one of a layer is shown."""
    page = name.removeprefix(DOCS) if name.startswith(DOCS) else ""
    gone = what_is_gone(left, anchors, dirname(page))
    if name.endswith(".md"):
        rewrite(content, name, text_without_links(content.files[name], gone))
    if one := content.behind.get(name):
        content.behind[name] = replace(one, text=text_without_links(one.text, gone))
    base = "sheets" if name == SHEETS else dirname(page)
    content.data[name] = data_without_links(content.data[name], what_is_gone(left, anchors, base))


def text_without_links(text: str, gone: Gone) -> str:
    """Return a text without such links below its front matter."""
    meta, body = split_front_matter(text)
    rest = without_pointers(body, gone)
    return rest if meta is None else f"---\n{meta}---\n{rest}"


def what_is_gone(left: LeftOut, anchors: set[str], base: str) -> Gone:
    """Return how to ask what is left out at a link's target. `base`: the folder that targets begin at."""

    def gone(target: str) -> str:
        path, _hash, anchor = target.partition("#")
        page = re.sub(r"\.(?:md|html)$", "", normpath(join(base, path))) if path else ""
        if page.removeprefix("sheets/") in left.sheets and page.startswith("sheets/"):
            return SHEET
        is_elsewhere = ":" in path or path.startswith("/")
        return PAGE if not is_elsewhere and (page in left.pages or anchor in anchors) else ""

    return gone


def data_without_links(data: Any, gone: Gone, field: str = "") -> Any:
    """Return data with all its texts without such links. A caution keeps every sentence."""
    if isinstance(data, dict):
        return {name: data_without_links(value, gone, name) for name, value in data.items()}
    if isinstance(data, list):
        return [data_without_links(value, gone, field) for value in data]
    if isinstance(data, str) and "](" in data:
        return without_pointers(data, gone) if field == MARKDOWN else without_links(data, gone)
    return data


def drop_empty_sections(content: Content) -> set[str]:
    """Drop headings of pages and steps with nothing below them; return their ids."""
    found: set[str] = set()
    for name, text in content.files.items():
        if name.endswith(".md"):
            rest, ids = without_empty_sections(text)
            rewrite(content, name, rest)
            found |= ids
    return found


def without_empty_sections(text: str) -> tuple[str, set[str]]:
    """Return a text without headings that have nothing below them, and the ids of these."""
    found: set[str] = set()
    while empty := next(empty_sections(text), None):
        text = text[: empty.start()] + text[empty.end() :].lstrip("\n")
        found.add(empty["id"])
    return text, found


def empty_sections(text: str) -> Iterator[re.Match[str]]:
    """Yield each heading that is followed by one of its own level, of a higher one, or by nothing."""
    headings = [*HEADING.finditer(text)]
    for heading, follower in zip_longest(headings, headings[1:]):
        below = text[heading.end() : follower.start() if follower else None]
        if not below.strip() and (not follower or len(follower["level"]) <= len(heading["level"])):
            yield heading
