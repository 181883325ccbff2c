"""The other languages of a guide, as its pages link to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hooks.languages.folders import ENGLISH, FOLDER, offered
from hooks.languages.language import OWN, Language, read_language


@dataclass(frozen=True)
class OtherLanguage:
    """A language in which the guide is too."""

    lang: str
    name: str
    folder: str
    """Where its pages are, from the folder of this build's pages: `es/`, `../` or `../fr/`."""


def other_languages(root: Path, own: Language) -> list[OtherLanguage]:
    """List all languages of the guide in `root` but `own`, English first."""
    all_languages = [OWN, *(read_language(root / FOLDER / code)[0] for code in offered(root))]
    up = "" if own.lang == ENGLISH else "../"
    return [
        OtherLanguage(one.lang, one.name, up if one.lang == ENGLISH else f"{up}{one.lang}/")
        for one in all_languages
        if one.lang != own.lang
    ]
