"""What an entry of the log can hold, as `content/log.yml` describes it, on the screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from checklist.facts import NO, YES, YES_OR_NO
from checklist.schema import ID, one_of, records, text, texts, whole_number

LOG = "content/log.yml"
NAME = re.compile(r"(?!constructor$)[a-z][a-z0-9]*(_[a-z0-9]+)*")
A_NAME = "a name in snake_case"
PATH = re.compile(rf"{NAME.pattern}(\.{NAME.pattern})?")
LETTER = re.compile(r"[A-Z]")
LINE, TEXT, NUMBER, DAY, CHOICE, TICKS, ROWS, FILES, WHEN, SET = TAKES = (
    "line", "text", "number", "day", "choice", "ticks", "rows", "files", "when", "set",
)  # fmt: skip
WITH_MOST = (LINE, TEXT, NUMBER, ROWS, FILES)
WITH_OPTIONS = (CHOICE, TICKS)
SCREEN, PAPER = "screen", "paper"
WRITER, IMPORT = "writer", "import"
LARGE_NUMBER = re.compile(r"[1-9][0-9]{0,9}")


def _id(about: str) -> Any:
    return text(about, matching=NAME, form=A_NAME)


@dataclass(frozen=True, kw_only=True)
class LogKind:
    """One kind of entry, such as a call. Each has a sheet to write it on by hand."""

    id: str = _id("Its name, in snake_case. Kept logs name it.")
    label: str = text("What it says on its button.")
    hint: str = text("One or two short sentences or examples.", optional=True)
    sheets: tuple[str, ...] = texts("The sheets that hold it on paper, the best one first.")
    offered: str = one_of("Whether the form of an entry offers it.", YES_OR_NO, default=YES)

    @property
    def is_offered(self) -> bool:
        return self.offered == YES


@dataclass(frozen=True, kw_only=True)
class LogGroup:
    """Fields that the form shows together."""

    id: str = _id("Its name, in snake_case.")
    label: str = text("Its heading.")


@dataclass(frozen=True, kw_only=True)
class LogOption:
    """One thing to choose or to tick."""

    id: str = _id("Its name, in snake_case. Kept logs name it.")
    label: str = text("What it says next to the box.")
    letter: str = text(
        "The letter that stands for it in a narrow column on paper.",
        optional=True,
        matching=LETTER,
        form="one capital letter",
    )


@dataclass(frozen=True, kw_only=True)
class LogField:
    """One thing that an entry can hold."""

    id: str = _id("Its name, in snake_case. Kept logs, the JSON Schema and the CSV file name it.")
    label: str = text("What it says next to the field.")
    hint: str = text("One or two short sentences or examples.", optional=True)
    takes: str = one_of(
        "What it takes: `when` is the time of what happened, and `set` is written by the log itself.", TAKES
    )
    most: int = whole_number(
        "How many characters fit in a line or a text, how large a number can be,"
        " how many rows or files there can be.",
        matching=LARGE_NUMBER,
        default=0,
    )
    options: tuple[LogOption, ...] = records(
        "What can be chosen or ticked, for a choice and ticks.", LogOption, optional=True
    )
    columns: tuple[str, ...] = texts("The fields that one row holds, for rows.")
    group: str = text("The group that shows it.", matching=NAME, form=A_NAME)
    first: tuple[str, ...] = texts("The kinds that ask for it first. For the others it is in a fold.")
    apart: str = one_of(
        "Whether it is kept in a line of its own, so that an export can leave it out.", YES_OR_NO, default=NO
    )
    by: str = one_of(
        "Who fills it in: the `writer`, in the form, or an `import`, of what a file says.",
        (WRITER, IMPORT),
        default=WRITER,
    )
    only: str = one_of("The one place that has it, where no sheet does.", (SCREEN,), default="")
    why: str = text("Why it is only there, in a sentence.", optional=True)

    @property
    def is_apart(self) -> bool:
        return self.apart == YES

    @property
    def is_set(self) -> bool:
        """Whether the log itself writes it, and nobody else."""
        return self.takes == SET


@dataclass(frozen=True, kw_only=True)
class LogItemField:
    """A field that an item of the list of evidence has, with the words that it has there."""

    id: str = _id("The field.")
    label: str = text("What it says next to the field, where an entry has other words.", optional=True)
    hint: str = text("One or two short sentences or examples, beside a label of its own.", optional=True)


@dataclass(frozen=True, kw_only=True)
class PaperPlace:
    """A place to write in on a sheet: a column, a line or a box."""

    id: str = text("Its name on this sheet, in snake_case. The template uses it.", matching=NAME, form=A_NAME)
    label: str = text("What it says on paper.")
    fields: tuple[str, ...] = texts(
        "The fields it stands for. A box stands for an option, as `signs.child`.",
        matching=PATH,
        form="a field, or field.option",
    )
    only: str = one_of("The one place that has it, where no field does.", (PAPER,), default="")
    why: str = text("Why it is only there, in a sentence.", optional=True)


@dataclass(frozen=True, kw_only=True)
class LogSheet:
    """A sheet that holds what an entry of the log holds."""

    id: str = text("The sheet's id in `content/sheets.yml`.", matching=ID, form="a name in kebab-case")
    others: str = one_of("Whether it also has places that are no part of a log.", YES_OR_NO, default=NO)
    places: tuple[PaperPlace, ...] = records("Each place to write in, in the order of the sheet.", PaperPlace)

    @property
    def is_all_log(self) -> bool:
        return self.others == NO


@dataclass(frozen=True, kw_only=True)
class PoliceWords:
    """What the police of one country call what an entry asks for."""

    id: str = text(
        "The country: a file's name in `content/places`.", matching=ID, form="a name in kebab-case"
    )
    report_number: str = text("What they call the number of a report.")
    also: str = text("Other words for it that they may use, as one sentence.", optional=True)
    sources: tuple[str, ...] = texts("The works in `content/sources.yml` that say so.", at_least=1)


@dataclass(frozen=True, kw_only=True)
class LogNote:
    """Short words for where they are needed. No entry holds them."""

    id: str = _id("Its name, in snake_case.")
    says: str = text("One or two short sentences.")
    kinds: tuple[str, ...] = texts("The kinds that show it; left out, all do.")
    fields: tuple[str, ...] = texts("The fields that it stands beside; left out, it is above the form.")
    sources: tuple[str, ...] = texts("The works in `content/sources.yml` that say so.", at_least=1)


@dataclass(frozen=True, kw_only=True)
class LogWords:
    """What weakens a log, and what says it better."""

    id: str = _id("Its name, in snake_case.")
    avoid: str = text("What to leave out, with an example.")
    better: str = text("What to write instead, with an example.")
    fields: tuple[str, ...] = texts("The fields that it stands beside.", at_least=1)
    sources: tuple[str, ...] = texts("The works in `content/sources.yml` that say so.", at_least=1)


@dataclass(frozen=True, kw_only=True)
class Log:
    """All that `content/log.yml` says. Its lists are read one by one, so that a problem names its entry."""

    kinds: tuple[LogKind, ...] = records("The kinds of entries.", LogKind, optional=True)
    groups: tuple[LogGroup, ...] = records("The parts of the form.", LogGroup, optional=True)
    fields: tuple[LogField, ...] = records("What an entry can hold.", LogField, optional=True)
    items: tuple[LogItemField, ...] = records(
        "What an item of the list of evidence holds.", LogItemField, optional=True
    )
    sheets: tuple[LogSheet, ...] = records("The sheets, and the fields they hold.", LogSheet, optional=True)
    police: tuple[PoliceWords, ...] = records("What each country's police say.", PoliceWords, optional=True)
    notes: tuple[LogNote, ...] = records("Short words where they are needed.", LogNote, optional=True)
    words: tuple[LogWords, ...] = records("What weakens a log.", LogWords, optional=True)

    def labels(self, sheet: str) -> SimpleNamespace:
        """Return the words of each place on a sheet; its template takes them from here."""
        (found,) = (one for one in self.sheets if one.id == sheet)
        return SimpleNamespace(**{place.id: place.label for place in found.places})

    def field_called(self, id: str) -> LogField:
        (found,) = (field for field in self.fields if field.id == id)
        return found

    def letters(self, field: str) -> str:
        """Return what the letters of a field's options stand for, as a narrow column on paper needs it."""
        return ", ".join(f"{letter} {words}" for letter, words in self.letters_of(field).items())

    def letters_of(self, field: str) -> dict[str, str]:
        options = (option for option in self.field_called(field).options if option.letter)
        return {option.letter: f"{option.label[0].lower()}{option.label[1:]}" for option in options}

    def first_for(self, kind: str) -> tuple[LogField, ...]:
        """Return the fields that a kind asks for first, in the order of the list."""
        return tuple(field for field in self.fields if kind in field.first)

    @property
    def item_fields(self) -> tuple[LogField, ...]:
        """Return the fields of an item, in the order of its form and with its words."""
        fields = ((own, self.field_called(own.id)) for own in self.items)
        return tuple(
            replace(field, label=own.label, hint=own.hint) if own.label else field for own, field in fields
        )

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Name each field, and each thing to choose or to tick as `field.option`."""
        return tuple(
            path
            for field in self.fields
            for path in (field.id, *(f"{field.id}.{option.id}" for option in field.options))
        )

    @property
    def sources(self) -> tuple[str, ...]:
        cited = (
            *(words.sources for words in self.police),
            *(note.sources for note in self.notes),
            *(words.sources for words in self.words),
        )
        return tuple(id for ids in cited for id in ids)


def places_of(sheets: Iterable[LogSheet], field: str) -> tuple[str, ...]:
    """Name the places on paper that stand for a field or for one of its options, as `sheet.place`."""
    return tuple(
        f"{sheet.id}.{place.id}"
        for sheet in sheets
        for place in sheet.places
        if field in {path.partition(".")[0] for path in place.fields}
    )


LISTS: dict[str, type[Any]] = {declared.name: declared.metadata["of"] for declared in fields(Log)}
