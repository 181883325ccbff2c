"""Read what a copy of the guide leaves out: `leave_out` and `countries` in `organisation.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from hooks.content.model import Content
from hooks.layers.organisation import FILE, Organisation
from hooks.layers.refused import why_kept

PLACES = "content/places/"
SHEETS = "content/sheets.yml"
ADVICE = "content/advice/"
DOCS = "docs/"


@dataclass(frozen=True)
class LeftOut:
    """What is left out, by the names of files and by ids."""

    pages: frozenset[str] = frozenset()
    """Pages, as `travel`: each with the folder of its steps."""
    steps: frozenset[str] = frozenset()
    """All items that are left out, those of such folders too."""
    sheets: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Countries, as `uk`."""

    def __bool__(self) -> bool:
        return any(getattr(self, declared.name) for declared in fields(self))


def read_left_out(content: Content, organisation: Organisation) -> tuple[LeftOut, list[str]]:
    """Return what an organisation leaves out of `content`, and every problem of how it says so.

    A country that it adds itself is never left out.
    """
    pages, steps, sheets = pages_in(content), steps_in(content), sheets_in(content)
    known = pages | {*steps.values()} | steps.keys() | sheets.keys()
    problems = [
        *problems_of_names(organisation.leave_out, known, steps),
        *problems_of_countries(organisation.countries, places_in(content)),
    ]
    names = {*organisation.leave_out}
    own = {name for name in places_in(content) if f"{PLACES}{name}.yml" in content.own_texts}
    places = places_in(content) - {*organisation.countries} - own if organisation.countries else set()
    left = LeftOut(
        pages=frozenset(names & (pages | {*steps.values()})),
        steps=frozenset(id for id, topic in steps.items() if {id, topic} & names),
        sheets=frozenset(sheets_without(sheets, names, places)),
        places=frozenset(places),
    )
    return left, problems


def problems_of_names(names: tuple[str, ...], known: set[str], steps: dict[str, str]) -> Iterator[str]:
    """Yield each name of nothing, and of what cannot be left out. `steps`: id to topic."""
    for name in names:
        if why := why_kept(name, steps.get(name, "")):
            possible = "other topics, steps, sheets"
            yield f"{FILE}: leave_out: {name} cannot be left out: {why}; possible: {possible}"
        elif name not in known:
            near = get_close_matches(name, sorted(known), n=3)
            possible = ", ".join(near) or "a topic, as travel, a step or a sheet, as its file is called"
            yield f"{FILE}: leave_out: {name} is unknown; possible: {possible}"


def problems_of_countries(names: tuple[str, ...], known: set[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{FILE}: countries: {name} is unknown; possible: {', '.join(sorted(known))}"


def sheets_without(sheets: dict[str, dict[str, Any]], names: set[str], places: set[str]) -> set[str]:
    """List the sheets that `names` names, those of left-out countries, and booklets with nothing in them."""
    left = {id for id, sheet in sheets.items() if id in names or sheet.get("place") in places}
    return left | {id for id, sheet in sheets.items() if (held := held_in(sheet)) and held <= left}


def held_in(sheet: dict[str, Any]) -> set[str]:
    """Name the sheets in a booklet."""
    return {str(part.get("sheet")) for part in records_in(sheet.get("holds"))}


def pages_in(content: Content) -> set[str]:
    """Name the pages in `docs/`, as `travel`."""
    names = (name for name in content.files if name.startswith(DOCS) and name.endswith(".md"))
    return {name.removeprefix(DOCS).removesuffix(".md") for name in names}


def steps_in(content: Content) -> dict[str, str]:
    """Return the topic of each item, by its id."""
    found = {}
    for name in content.files:
        if name.startswith(ADVICE) and name.endswith(".md"):
            topic, _, id = name.removeprefix(ADVICE).removesuffix(".md").partition("/")
            found[id] = topic
    return found


def places_in(content: Content) -> set[str]:
    names = (name for name in content.files if name.startswith(PLACES))
    return {name.removeprefix(PLACES).removesuffix(".yml") for name in names}


def sheets_in(content: Content) -> dict[str, dict[str, Any]]:
    return {str(sheet.get("id")): sheet for sheet in records_in(content.data.get(SHEETS))}


def rewrite(content: Content, name: str, text: str) -> None:
    """Change a text, where it is another one."""
    if text != content.files[name]:
        content.files[name] = text
        content.rewritten.add(name)


def value_of(entry: Any, field: str) -> Any:
    """Return a field of an entry, or None of what has no fields."""
    return entry.get(field) if isinstance(entry, dict) else None


def records_in(data: Any) -> list[dict[str, Any]]:
    """Return those entries of a list that have fields; what is wrong with others is reported later."""
    return [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []
