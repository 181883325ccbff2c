"""What an organisation sets: `organisation.yml`. contributing/organisations.md lists every field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar

from checklist import schema
from checklist.schema import one_of, problems_of, read, records, texts
from hooks.content.front_matter import load_yaml
from hooks.content.records import A_NUMBER, DIALLED, Settings
from hooks.content.wording import LONGEST
from hooks.layers.fields import groups_of_sheets, menu, numbers, optional_day, part, short_text, short_texts

FILE = "organisation.yml"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
A_COLOUR = 'six digits of 0 to 9 and a to f, in quotes, such as "#14506b"'
LONGEST_ON_PAPER = 90  # characters: one line at the foot of a sheet
LONGEST_LINE_NAME = 40  # characters: one line of a wallet card
LONGEST_ON_CARD = 80  # characters: two lines of a wallet card


@dataclass(frozen=True, kw_only=True)
class Line:
    """A helpline of one's own. Every place that lists numbers shows it first, after the word for danger."""

    name: str = short_text("Its name.", LONGEST_LINE_NAME)
    number: tuple[str, ...] = numbers("Its number as it is dialled, or two in a list.")
    text: str = schema.text("A number for text messages.", optional=True, matching=DIALLED, form=A_NUMBER)
    web: str = schema.text(
        "An address.", optional=True, matching=re.compile(r"https://[^\s\"<>]+"), form="an https address"
    )
    hours: str = short_text("When it answers.", 120, optional=True)
    for_whom: str = short_text("Who it is for.", 200, optional=True)
    languages: tuple[str, ...] = short_texts(
        "The languages that are spoken there, as tags such as [en, es], or by name as [English, Español]. "
        "In a copy in one of them, the line stands first."
    )
    card: str = short_text(
        "A few words on it for a wallet card. Without them: its name and hours.",
        LONGEST_ON_CARD,
        optional=True,
    )
    countries: tuple[str, ...] = texts("The countries on whose wallet card it is. Without it: on each.")
    checked: str = optional_day("The day on which you last called it.")

    is_own: ClassVar[bool] = True
    """Templates ask it of every contact: the guide's own have a source instead."""

    @property
    def on_card(self) -> str:
        """What a wallet card says below its number."""
        return self.card or (f"{self.name}. {self.hours}." if self.hours else f"{self.name}.")


@dataclass(frozen=True, kw_only=True)
class Colours:
    """The colour of links, of the titles of choices and of filled buttons: both, or none."""

    main: str = schema.text("On light grounds.", optional=True, matching=COLOUR, form=A_COLOUR)
    main_dark: str = schema.text("On dark grounds.", optional=True, matching=COLOUR, form=A_COLOUR)


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A line at the foot of sheets."""

    line: str = short_text("The line, such as a name and a number.", LONGEST_ON_PAPER)
    on: tuple[str, ...] = groups_of_sheets("The groups of sheets that have it.")


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """What an organisation changes besides texts. Each field may be left out.

    A setting of `extra:` in `mkdocs.yml` (`Settings`) may stand beside these, under its own name.
    """

    guide: str = schema.text("The version of the guide that these files were made for.", optional=True)
    name: str = short_text("The guide's name, at the top of every page.", LONGEST, optional=True)
    address: str = schema.text(
        "Where it is published.",
        optional=True,
        matching=re.compile(r"https://[^\s\"<>?#]+/"),
        form="an address that begins with https:// and ends with a slash",
    )
    language: str = one_of("The language of its texts.", ("en",), default="en")
    languages: tuple[str, ...] = texts("The languages besides English in which it is published, as [es].")
    countries: tuple[str, ...] = texts("The countries it is for, as files in `content/places/` are called.")
    line: tuple[Line, ...] = records("Helplines of one's own, or one of them.", Line, optional=True)
    colours: Colours | None = field(default=None, metadata=part("The colours.", Colours))
    logo: str = schema.text(
        "A picture beside the name.",
        optional=True,
        matching=re.compile(r"[A-Za-z0-9_-]+\.svg"),
        form="the name of an SVG file beside this one, such as logo.svg",
    )
    paper: Paper | None = field(default=None, metadata=part("A line at the foot of sheets.", Paper))
    menu: Mapping[str, tuple[str, ...]] = menu("Pages of one's own, by their group of the menu.")
    leave_out: tuple[str, ...] = texts("Topics, steps and sheets that this copy leaves out.")

    def lines_in(self, country: str) -> tuple[Line, ...]:
        """Return the lines for what is carried in one country, each with its few words."""
        lines = [line for line in self.line if country in (line.countries or [country])]
        return tuple(replace(line, card=line.on_card) for line in lines)


def read_fields(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """Return what `organisation.yml` says, unchecked, and why it cannot be read; empty without one."""
    path = folder / FILE
    try:
        data = (load_yaml(path.read_text("utf-8-sig")) or {}) if path.is_file() else {}
    except UnicodeDecodeError:
        return {}, [f"{FILE}: the file: it is not in UTF-8; save it so"]
    if not isinstance(data, dict):
        return {}, [f"{FILE}: the file: got {data!r}; write fields as `name: value`"]
    return data, []


def read_organisation(folder: Path) -> tuple[Organisation, dict[str, Any], list[str]]:
    """Read `organisation.yml`: return it, the settings beside it, and every problem as `file: field: …`.

    A field with a problem is left out, so that what the others lead to is found as well.
    """
    data, unread = read_fields(folder)
    if unread:
        return Organisation(), {}, unread
    settings = {name: value for name, value in data.items() if name in names_of(Settings)}
    own = {name: value for name, value in data.items() if name in names_of(Organisation)}
    if isinstance(own.get("line"), dict):
        own["line"] = [own["line"]]
    problems = [*problems_of(Organisation, own), *problems_of_unknown(data), *problems_of_cards(own)]
    sound = {name: value for name, value in own.items() if not any(problems_of(Organisation, {name: value}))}
    return read(Organisation, sound), settings, [f"{FILE}: {problem}" for problem in problems]


def names_of(cls: type[Any]) -> tuple[str, ...]:
    return tuple(declared.name for declared in fields(cls))


def problems_of_unknown(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each field that is none, with those that it may be meant to be."""
    known = (*names_of(Organisation), *names_of(Settings))
    for name in data:
        if name not in known:
            near = get_close_matches(str(name), known, n=3) or known
            yield f"{name}: no such field; possible: {', '.join(near)}"


def problems_of_cards(own: Mapping[str, Any]) -> Iterator[str]:
    """Yield each line of which a wallet card has no room for the name and hours together."""
    lines = own.get("line")
    for number, line in enumerate(lines if isinstance(lines, list) else [], start=1):
        if isinstance(line, dict) and not any(problems_of(Line, line)):
            length = len(read(Line, line).on_card)
            if length > LONGEST_ON_CARD:
                yield (
                    f"line: entry {number}: card: its name and hours have {length} characters, and a wallet "
                    f"card has room for {LONGEST_ON_CARD}; write a few words for it here"
                )
