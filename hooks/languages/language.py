"""Read `language.yml`: what a language is called, how it is written, and who translated it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from checklist.errors import ChecklistError
from checklist.schema import DAY, one_of, read, text, texts
from hooks.content.front_matter import load_yaml
from hooks.languages.folders import ENGLISH, SETTINGS, codes

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
A_TAG = "a tag of BCP 47, such as es or pt-BR"


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language of the guide."""

    lang: str = text("Its tag on pages, and the name of its folder.", matching=TAG, form=A_TAG)
    name: str = text("What it calls itself, such as Español. The link to it says this.")
    dir: str = one_of("Where a line begins.", ("ltr", "rtl"), default="ltr")
    formats: str = text(
        "The tag by which browsers write its numbers and days, such as es-US.", matching=TAG, form=A_TAG
    )
    translated_by: str = text("Who translated it, in that language. Readers see this.", optional=True)
    read_by: str = text("Which advocate who speaks it has read it. Readers see this.", optional=True)
    read_on: str = text(
        "On which day, where `read_by` names somebody. Readers see this.",
        optional=True,
        matching=DAY,
        form="a day as YYYY-MM-DD",
    )
    untested: tuple[str, ...] = texts("What a text says where something was not tested.")
    in_our_test: tuple[str, ...] = texts("What a text says where something was measured by hand.")
    also: tuple[str, ...] = texts("Other names that people type for it.")


OWN = Language(
    lang=ENGLISH,
    name="English",
    formats="en-GB",
    untested=("not test", "not tested", "not measured", "do not know"),
    in_our_test=("in our test", "in our tests"),
)
"""The language in which the guide is written."""


def read_language(folder: Path | None) -> tuple[Language, list[str]]:
    """Return the language of a folder, or English, and every problem of its settings."""
    if folder is None:
        return OWN, []
    path = folder / SETTINGS
    if not path.is_file():
        possible = ", ".join([ENGLISH, *codes(folder.parents[1])])
        return OWN, [f"{named(folder, SETTINGS)}: file: there is none; possible: {possible}"]
    try:
        language = read(Language, load_yaml(path.read_text(encoding="utf-8-sig")))
    except ChecklistError as error:
        return OWN, [f"{named(folder, SETTINGS)}: {problem}" for problem in error.problems]
    if bool(language.read_by) != bool(language.read_on):
        both = "one of them is missing; write who read it, and on which day"
        return language, [f"{named(folder, SETTINGS)}: read_by, read_on: {both}"]
    if language.lang != folder.name:
        return language, [
            f"{named(folder, SETTINGS)}: lang: got {language.lang}; its folder is called {folder.name}"
        ]
    return language, []


def named(folder: Path, name: str) -> str:
    """Name a file of a language as problems do: `languages/es/words.po`."""
    return f"{folder.parent.name}/{folder.name}/{name}"
