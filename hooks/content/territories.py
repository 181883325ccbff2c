"""List the emergency numbers of every territory, as the library `phonenumbers` knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product

import phonenumbers
from babel import Locale, UnknownLocaleError
from phonenumbers.phonemetadata import PhoneMetadata

from hooks.content.model import Content
from hooks.content.records import Place, TerritoryNote
from hooks.languages.folders import ENGLISH, language_of_build

TOKEN = re.compile(r"\(\?:|\[[^]]+\]|\\d|[|)?]|\d")
"""All that the library's patterns of emergency numbers are made of."""
KNOWN_TO_MOST_PHONES = ("000", "112", "911", "999")
"""Numbers for every service are first; where all lines begin with 1, that is 911."""
SUGGESTED = 3  # numbers at most, where a country is suggested
LONG_RUN = 20  # consecutive numbers are shown as the first and the last


@dataclass(frozen=True, kw_only=True)
class Territory:
    """The emergency numbers of one country or territory."""

    code: str
    name: str
    numbers: tuple[str, ...]
    """In the order in which they are shown; a long run is `1300-1399`."""
    place: str = ""
    """The file's name in `content/places`, where we looked more up."""
    words: tuple[str, ...] = ()
    """Other names that people type."""


def territories_of(content: Content) -> list[Territory]:
    """List all territories in the order of their names in the language of this build."""
    notes = {note.code: note for note in content.territories}
    names = names_of_territories()
    found = []
    for code in phonenumbers.SUPPORTED_SHORT_REGIONS:
        note = notes.get(code, TerritoryNote(code=code))
        place = content.places.get(f"content/places/{note.place}.yml")
        numbers = in_order(code, library_numbers(code), numbers_of(place) if place else ())
        found.append(
            Territory(
                code=code,
                name=names[code],
                numbers=tuple(with_runs(numbers)),
                place=note.place,
                words=note.words,
            )
        )
    return sorted(found, key=lambda territory: sort_key(territory.name))


def names_of_territories() -> dict[str, str]:
    """Return the names by code, in English where the CLDR has none in the language of this build."""
    names = dict(Locale(ENGLISH).territories)
    with suppress(UnknownLocaleError, ValueError):
        names |= Locale.parse(language_of_build(), sep="-").territories
    return names


def in_short(territories: list[Territory]) -> str:
    """Write the numbers of all territories in short, for the script that suggests one of them.

    `112 110:DEEE|…`: the first numbers, then the two letters of each territory that has them.
    `uk:GB`: the numbers are in the list of checked countries.
    """
    by_numbers: dict[str, str] = {}
    for territory in territories:
        has_own_line = territory.place and territory.place != "eu"
        numbers = " ".join([number for number in territory.numbers if "-" not in number][:SUGGESTED])
        numbers = territory.place if has_own_line else numbers
        if numbers:
            by_numbers[numbers] = by_numbers.get(numbers, "") + territory.code
    return "|".join(f"{numbers}:{codes}" for numbers, codes in sorted(by_numbers.items()))


def problems_of_territories(content: Content) -> Iterator[str]:
    """Yield where a place and the library name other numbers and nobody said why."""
    name = "content/territories.yml"
    for note in content.territories:
        if note.code not in phonenumbers.SUPPORTED_SHORT_REGIONS:
            yield f"{name}: {note.code}: code: the library has none; possible: one of its territories"
            continue
        if not note.place:
            continue
        if (file := f"content/places/{note.place}.yml") not in content.places:
            yield f"{name}: {note.code}: place: {note.place} is unknown; possible: a file in content/places"
            continue
        ours, theirs = set(numbers_of(content.places[file])), set(library_numbers(note.code))
        shared = [other.code for other in content.territories if other.place == note.place] != [note.code]
        for number in sorted(ours - theirs if shared else ours ^ theirs):
            if number not in re.findall(r"\d+", note.why):
                owner = "our page" if number in ours else "the library"
                yield f"{name}: {note.code}: why: only {owner} has {number}; say why, or mend our page"


def library_numbers(code: str) -> list[str]:
    """Return every number that the library takes for an emergency number there."""
    metadata = PhoneMetadata.short_metadata_for_region(code)
    pattern = metadata.emergency.national_number_pattern if metadata and metadata.emergency else None
    return sorted(set(expand(pattern))) if pattern else []


def numbers_of(place: Place) -> tuple[str, ...]:
    """Return the numbers that a place dials in danger, each once."""
    numbers = (number for entry in place.emergency for number in entry.number)
    return tuple(dict.fromkeys(re.sub(r"\D", "", number) for number in numbers))


def expand(pattern: str) -> list[str]:
    """List all that a pattern of digits, classes, groups, alternatives and `?` matches."""
    tokens = TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        raise ValueError(f"territories: {pattern}: a pattern of a new kind; teach `expand` to read it")
    return _alternatives(tokens)


def _alternatives(tokens: list[str]) -> list[str]:
    found, row = [], [""]
    while tokens and tokens[0] != ")":
        token = tokens.pop(0)
        if token == "|":
            found += row
            row = [""]
            continue
        if token == "(?:":
            part = _alternatives(tokens)
            tokens.pop(0)
        else:
            part = _digits(token)
        if tokens[:1] == ["?"]:
            tokens.pop(0)
            part = ["", *part]
        row = [before + after for before, after in product(row, part)]
    return found + row


def _digits(token: str) -> list[str]:
    if token == r"\d":
        return list("0123456789")
    return [digit for digit in "0123456789" if re.fullmatch(token, digit)]


def in_order(code: str, numbers: list[str], ours: tuple[str, ...]) -> list[str]:
    """Put our own numbers first, then those for every service, then the rest."""
    general = [number for number in KNOWN_TO_MOST_PHONES if number in numbers]
    if phonenumbers.country_code_for_region(code) == 1:
        general.sort(key=lambda number: number != "911")
    mine = [number for number in ours if number in numbers]
    return list(dict.fromkeys([*mine, *general, *numbers]))


def with_runs(numbers: list[str]) -> Iterator[str]:
    """Shorten each long run of numbers to its ends."""
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and int(numbers[end + 1]) == int(numbers[end]) + 1:
            end += 1
        if end - at + 1 >= LONG_RUN:
            yield f"{numbers[at]}-{numbers[end]}"
        else:
            yield from numbers[at : end + 1]
        at = end + 1


def sort_key(name: str) -> str:
    """Sort as a reader looks for it: accents do not count."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if sign.isalnum()).casefold()
