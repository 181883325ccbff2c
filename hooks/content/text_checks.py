"""Check what texts, and files next to them, would add to a page besides their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from hooks.content.addresses import problems_of_link
from hooks.content.front_matter import split_front_matter
from hooks.content.markup import problems_of_html, problems_of_markdown
from hooks.content.model import Content

MAY_MARK_UP = re.compile(r"[<\[{]")
ADDRESSES = ("url", "web")
PUBLISHED = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".pdf", ".png", ".webp")
FOR_HOSTS = ("CNAME", "_headers", "robots.txt")


def problems_of_texts(content: Content) -> Iterator[str]:
    """Yield what a text or a field, in any file, contains that no page may have."""
    for name, text in content.files.items():
        body = split_front_matter(text)[1] if name.endswith(".md") else ""
        for field, key, value in _values(content.data[name]):
            yield from _once(f"{name}: {field}", _problems_of_value(key, value))
        yield from _once(name, problems_of_markdown(body, content.taken_ids))


def problems_of_files(content: Content) -> Iterator[str]:
    """Yield files in `docs/` that would be published as they are, though no check reads them."""
    for name in content.other_files:
        path = PurePath(name)
        is_hidden = any(part.startswith(".") for part in path.parts)
        if not is_hidden and path.suffix.lower() not in PUBLISHED and path.name not in FOR_HOSTS:
            yield f"{name}: file: no check reads it; possible: a page in .md, or {', '.join(PUBLISHED)}"


def _problems_of_value(key: str, value: str) -> Iterator[str]:
    if MAY_MARK_UP.search(value):
        # Some fields are put into pages as they are, some by Markdown: it must be sound either way.
        yield from problems_of_html(value)
        yield from problems_of_markdown(value)
    if key in ADDRESSES:
        yield from (f"{value!r}: {problem}" for problem in problems_of_link(value))


def _values(data: Any, where: str = "", key: str = "") -> Iterator[tuple[str, str, str]]:
    """Walk through what YAML holds: the way to each text, the name of its field, and the text."""
    if isinstance(data, str):
        if where:  # otherwise it says that the YAML is broken
            yield where, key, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _values(value, f"{where}: {name}" if where else str(name), str(name))
    elif isinstance(data, list):
        for number, value in enumerate(data, start=1):
            label = value.get("id", number) if isinstance(value, dict) else number
            yield from _values(value, f"{where}: {label}" if where else str(label), key)


def _once(where: str, problems: Iterator[str]) -> Iterator[str]:
    for problem in dict.fromkeys(problems):
        yield f"{where}: {problem}"
