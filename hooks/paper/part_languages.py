"""Let PDFs say which parts are in another language than the whole: WeasyPrint leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

OF_THE_WHOLE = ("html", "body")


def tell_languages() -> None:
    """Add the language of each element that has one to the tags that WeasyPrint makes; once in a process."""
    from weasyprint.pdf import tags  # type: ignore[import-untyped]

    build = tags._build_box_tree
    if build.__module__ == __name__:
        return

    def build_with_languages(box: Any, *rest: Any) -> Iterator[Any]:
        for tag in build(box, *rest):
            if language := language_of(box):
                tag["Lang"] = tags.pydyf.String(language)
            yield tag

    tags._build_box_tree = build_with_languages


def language_of(box: Any) -> str:
    """Return the language that an element names; empty for what styles put into it."""
    element = box.element
    if element is None or box.element_tag in OF_THE_WHOLE or box.element_tag != element.tag:
        return ""
    return str(element.get("lang", ""))
