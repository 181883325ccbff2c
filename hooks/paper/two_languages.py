"""Say the words of a sheet in two languages: the reader's own, then English, for those who are given it.

A log that somebody writes in Spanish can then be read by an officer who reads English, and signed by both.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from checklist.translation import say
from hooks.content.log import Log
from hooks.content.records import Sheet
from hooks.languages.folders import ENGLISH

STYLES = "theme/sheets/two-languages.css"
CLASS, SIDE = "also", "in-both"


def is_in_both(sheet: Sheet, config: MkDocsConfig) -> bool:
    """Return whether this copy says the sheet in two languages."""
    return sheet.has_two_languages and config.theme["language"] != ENGLISH


def in_both(own: str, english: str) -> str:
    """Write words in both languages; English alone where the reader's language does not have them."""
    return (
        own if own == english else f'{own} <span class="{CLASS}" lang="{ENGLISH}" dir="ltr">{english}</span>'
    )


def context_of_both(config: MkDocsConfig) -> dict[str, Any]:
    """Return what a sheet's template needs so that it says everything in both languages."""
    extra = config.extra
    config = copy(config)
    config["extra"] = {**extra, "log": LogInBoth(extra["log"], extra["log_in_english"])}
    return {"config": config, "both": True, "gettext": gettext_in_both}


def gettext_in_both(english: str, **values: str) -> str:
    """Say a sentence of a template; both languages have the same gaps."""
    return in_both(say(english) % values, english % values)


@dataclass(frozen=True)
class LogInBoth:
    """What sheets ask of the log (`hooks.content.log.Log`), in both languages."""

    own: Log
    english: Log

    def labels(self, sheet: str) -> SimpleNamespace:
        own, english = (vars(log.labels(sheet)) for log in (self.own, self.english))
        return SimpleNamespace(**{place: in_both(words, english[place]) for place, words in own.items()})

    def letters(self, field: str) -> str:
        own, english = (log.letters_of(field) for log in (self.own, self.english))
        return ", ".join(f"{letter} {in_both(words, english[letter])}" for letter, words in own.items())


def with_class_of_both(paper: str) -> str:
    """Mark each side of a paper, so that its parts are closer together."""
    return paper.replace('<section class="sheet', f'<section class="sheet {SIDE}')


def styles_of_both(root: Path, markup: str) -> str:
    """Return the rules for words in a second language where the markup has some; `root` holds the theme."""
    return (root / STYLES).read_text(encoding="utf-8") if f'class="{CLASS}"' in markup else ""
