"""Name an organisation's own pages on the first page, where it lists what can be read about."""

from __future__ import annotations

import re

from hooks.content.model import Content
from hooks.layers.left_out import DOCS, rewrite, value_of

FIRST_PAGE = f"{DOCS}index.md"
ROW = re.compile(r"^## .*\{ *#what-you-can-read-about\b.*\}\n+(?P<row>(?:[^\n]+\n?)+)", re.MULTILINE)
"""A heading, and the links below it, with points between them."""


def list_pages(content: Content, pages: list[str]) -> None:
    """Add `pages`, as `house.md`, at the end of the row. One that is there already stays where it is."""
    text = content.files.get(FIRST_PAGE, "")
    links = [link_to(content, page) for page in pages if f"]({page})" not in text]
    if links and (found := ROW.search(text)):
        row = " ·\n".join([found["row"].rstrip().removesuffix("."), *links])
        rewrite(content, FIRST_PAGE, f"{text[: found.start('row')]}{row}.\n{text[found.end('row') :]}")


def link_to(content: Content, page: str) -> str:
    title = value_of(content.data.get(f"{DOCS}{page}"), "title")
    return f"[{title or page.removesuffix('.md')}]({page})"
