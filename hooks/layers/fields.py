"""The fields of `organisation.yml` that no other file has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from checklist.schema import day, problems_of, read, texts
from hooks.content.records import A_NUMBER, DIALLED, GROUPS
from hooks.content.wording import problems_of_words

PAPERS = ("handouts", "now", "checks")
"""The groups of sheets that may name who publishes the guide. No log, evidence, plan or police sheet may:
nobody who finds one should learn from it where its writer looked for help."""


def short_text(about: str, longest: int, *, optional: bool = False) -> Any:
    """Declare words that are put into pages as they are written, and have little room there."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, str) or not value.strip():
            yield f"got {value!r}; write some text"
            return
        yield from (f"got {value!r}; {problem}" for problem in problems_of_words(value))
        if len(value) > longest:
            yield f"it has {len(value)} characters; use at most {longest}"

    metadata = {"about": about, "check": check, "empty": ""}
    return field(default="", metadata=metadata) if optional else field(metadata=metadata)


def short_texts(about: str) -> Any:
    """Declare a list of words that are put into pages as they are written."""
    listed = texts(about)

    def check(value: Any) -> Iterator[str]:
        if problems := list(listed.metadata["check"](value)):
            yield from problems
            return
        for entry in value:
            yield from (f"got {entry!r}; {problem}" for problem in problems_of_words(entry))

    return field(default=(), metadata={**listed.metadata, "check": check})


def numbers(about: str) -> Any:
    """Declare one number or a list of them, kept as a tuple."""

    def listed(value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    def check(value: Any) -> Iterator[str]:
        several = listed(value)
        if not isinstance(several, list) or not several:
            yield f"got {value!r}; write {A_NUMBER}"
            return
        for number in several:
            if not isinstance(number, str) or not DIALLED.fullmatch(number):
                yield f"got {number!r}; write {A_NUMBER}"

    return field(metadata={"about": about, "check": check, "build": lambda value: tuple(listed(value))})


def optional_day(about: str) -> Any:
    return field(default="", metadata={"about": about, "check": day(about).metadata["check"]})


def part(about: str, cls: type[Any]) -> dict[str, Any]:
    """Return what declares a nested record that may be left out."""
    return {
        "about": about,
        "check": lambda value: problems_of(cls, value),
        "build": lambda value: read(cls, value),
        "of": cls,
    }


def menu(about: str) -> Any:
    """Declare pages by the group of the menu that they stand in."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict) or not all(map(is_list_of_texts, value.values())):
            yield f"got {value!r}; write pages by their group, such as {{People: [house.md]}}"

    def build(value: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
        return {group: tuple(pages) for group, pages in value.items()}

    return field(default_factory=dict, metadata={"about": about, "check": check, "build": build})


def groups_of_sheets(about: str) -> Any:
    """Declare groups of sheets that may name who publishes the guide."""
    why = "a person who finds such a sheet must not learn from it where its writer looked for help"

    def check(value: Any) -> Iterator[str]:
        if not is_list_of_texts(value) or not value:
            yield f"got {value!r}; write a list, such as [handouts]"
            return
        for group in value:
            if group not in PAPERS:
                reason = f" {why};" if group in GROUPS else ""
                yield f"got {group!r};{reason} possible: {', '.join(PAPERS)}"

    return field(default=("handouts",), metadata={"about": about, "check": check, "build": tuple})


def is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) and entry for entry in value)
