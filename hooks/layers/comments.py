"""Comments in a layer's texts: those that say where parts of the guide go, and notes of its writers."""

from __future__ import annotations

import re

from hooks.content.markers import MARKER

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
PART = re.compile(r"<!-- (?!advice|measured|tested|not measured)[a-z ]+ -->")
"""Where the guide puts a part of the page that is no text, such as numbers to call."""


def without_notes(markdown: str, guide: str) -> str:
    """Return a text without the comments that its writer left for others; readers could see them in the page.

    `guide`: the text that it takes the place of, if any, whose comments say where parts go.
    """

    def kept(comment: re.Match[str]) -> str:
        is_read = comment[0].startswith("<!-- advice:") or MARKER.fullmatch(comment[0]) or comment[0] in guide
        return comment[0] if is_read else ""

    return COMMENT.sub(kept, markdown)


def missing_parts(markdown: str, guide: str) -> list[str]:
    """List the parts of the guide's page that another text for it has no place for."""
    return [part for part in PART.findall(guide) if markdown.count(part) != 1]
