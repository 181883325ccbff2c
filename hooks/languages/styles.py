"""What a language adds to the finished style sheets, and to what its PDFs are set with; English adds nothing."""

from __future__ import annotations

import re
from pathlib import Path

from hooks.languages.folders import ENGLISH
from hooks.languages.language import Language
from hooks.layers.styles import COMMON, append
from hooks.site.pages import INDEX, Pages

HYPHENS = "theme/components/page/hyphens.css"
RIGHT_TO_LEFT = "theme/components/page/right-to-left.css"
RIGHT_TO_LEFT_ON_PAPER = "theme/sheets/right-to-left.css"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
CORNER = re.compile(r"(@(?:top|bottom)-)(left|right)\b")
OTHER = {"left": "right", "right": "left"}


def append_styles_of_language(folder: Path, root: Path, pages: Pages) -> None:
    """Append the rules of the pages' language to the common style sheet in a built `folder`; `root` holds the theme."""
    start = pages[INDEX]
    append(
        folder / COMMON, rules_of(root, start.get("lang", ENGLISH), start.get("dir", "ltr"), RIGHT_TO_LEFT)
    )


def styles_on_paper(root: Path, language: Language) -> str:
    """Return the rules that PDFs in this language need besides those of all sheets; `root` holds the theme."""
    return rules_of(root, language.lang, language.dir, RIGHT_TO_LEFT_ON_PAPER)


def rules_of(root: Path, lang: str, direction: str, right_to_left: str) -> str:
    names = [HYPHENS] * (lang != ENGLISH) + [right_to_left] * (direction == "rtl")
    return COMMENT.sub("", "".join((root / name).read_text(encoding="utf-8") for name in names))


def turned(css: str, language: Language) -> str:
    """Swap the left and the right margin of pages where a language is read from the right; no name means its start."""
    if language.dir != "rtl":
        return css
    return CORNER.sub(lambda corner: corner[1] + OTHER[corner[2]], css)
