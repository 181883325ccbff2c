"""Add what a language needs besides the style sheets of English: on its pages, and in its PDFs."""

from __future__ import annotations

import re
from pathlib import Path

from hooks.languages.folders import ENGLISH
from hooks.languages.language import Language
from hooks.layers.styles import COMMON, append
from hooks.site.pages import INDEX, Pages

PAGE = "theme/components/page"
SHEETS = "theme/sheets"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
CORNER = re.compile(r"(@(?:top|bottom)-)(left|right)\b")
OTHER = {"left": "right", "right": "left"}


def append_styles_of_language(folder: Path, root: Path, pages: Pages) -> None:
    """Append the rules of the pages' language to the common style sheet in a built `folder`.

    `root` holds the theme.
    """
    append(folder / COMMON, rules_of_language(root, pages))


def rules_of_language(root: Path, pages: Pages) -> str:
    """Return the rules that pages in their language need besides those of English; `root` holds the theme."""
    start = pages[INDEX]
    lang, direction = start.get("lang", ENGLISH), start.get("dir", "ltr")
    names = [f"{SHEETS}/longer-words.css", f"{PAGE}/other-languages.css"] if lang != ENGLISH else []
    names += [f"{PAGE}/right-to-left.css"] if direction == "rtl" else []
    return rules_in(root, names)


def styles_on_paper(root: Path, language: Language) -> str:
    """Return the rules that PDFs in a language need besides those of all sheets; `root` holds the theme."""
    names = [f"{SHEETS}/longer-words.css"] if language.lang != ENGLISH else []
    names += [f"{SHEETS}/right-to-left.css"] if language.dir == "rtl" else []
    return rules_in(root, names)


def rules_in(root: Path, names: list[str]) -> str:
    return COMMENT.sub("", "".join((root / name).read_text(encoding="utf-8") for name in names))


def turned(css: str, language: Language) -> str:
    """Swap what is at the left and at the right edge of pages, for a language that is read from the right.

    The boxes in a page's margin have no names for start and end.
    """
    if language.dir != "rtl":
        return css
    return CORNER.sub(lambda corner: corner[1] + OTHER[corner[2]], css)
