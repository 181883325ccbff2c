"""Read plain data into typed records, and report every problem of a record at once.

A record is a frozen dataclass whose fields are made by the field helpers below (`text`, `texts`, …).
Each field carries one sentence for the person who writes the file; the same sentence is
printed in `contributing/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from typing import Any, Protocol, TypeVar

from .errors import ChecklistError

Record = TypeVar("Record")
Check = Callable[[Any], Iterator[str]]

# `constructor` is the one such name that every object has in a script; a page refuses it in a plan, too.
ID = re.compile(r"(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*")
STOPS = ".。।۔"
ENDS = re.compile(rf"[{STOPS}?!؟？！¿¡]")
"""What ends a sentence, or begins a question or a shout."""
OPENS = "“«"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class Form(Protocol):
    """What a text must look like. A pattern is one."""

    def fullmatch(self, text: str, /) -> object: ...


class Phrase:
    """A few words in any script, without a capital at their beginning, and without a full stop."""

    def fullmatch(self, text: str, /) -> bool:
        first, last = text[:1], text[-1:]
        is_small = first.isalpha() and not first.isupper() and not first.istitle()
        return len(text) > 1 and is_small and last != " " and not ENDS.search(text)


class Sentence:
    """One sentence in any script: it begins with no small letter, and ends with a full stop."""

    def fullmatch(self, text: str, /) -> bool:
        first = text[1:2] if text[:1] in OPENS else text[:1]
        return first.isalpha() and not first.islower() and text[-1] in STOPS and not ENDS.search(text[:-1])


PHRASE, SENTENCE = Phrase(), Sentence()


def text(about: str, *, optional: bool = False, matching: Form | None = None, form: str = "") -> Any:
    """Declare a text field; `form` says in words what `matching` accepts."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, str) or not value.strip():
            yield f"got {value!r}; write some text"
        elif matching and not matching.fullmatch(value):
            yield f"got {value!r}; write {form}"

    return _field(about, check, "" if optional else MISSING)


def one_of(about: str, options: tuple[str, ...], *, default: Any = MISSING) -> Any:
    """Declare a field that takes one of a few words."""

    def check(value: Any) -> Iterator[str]:
        if value not in options:
            yield f"got {value!r}; possible: {', '.join(options)}"

    return _field(about, check, default, options)


def day(about: str) -> Any:
    """Declare a calendar day, kept as its ISO 8601 text."""

    def check(value: Any) -> Iterator[str]:
        if not is_day(value):
            yield f"got {value!r}; write a day as YYYY-MM-DD"

    return _field(about, check, MISSING)


def is_day(value: Any) -> bool:
    """Return whether a value is the ISO 8601 text of a day; other forms of the standard are not."""
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def whole_number(about: str, *, default: int | None, matching: re.Pattern[str] = NUMBER) -> Any:
    """Declare a number, written in digits: of 1 or more, where `matching` says nothing else."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, str) or not matching.fullmatch(value):
            yield f"got {value!r}; write a number such as 80"

    return _field(about, check, default, build=int)


def texts(
    about: str,
    *,
    at_least: int = 0,
    matching: re.Pattern[str] | None = None,
    form: str = "",
    may_repeat: bool = False,
) -> Any:
    """Declare a list of texts, kept as a tuple in the order written; `form` says what `matching` accepts."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
            yield f"got {value!r}; write a list, such as [one, two]"
        elif len(value) < at_least:
            yield f"the list is too short; name at least {at_least}"
        elif len(set(value)) < len(value) and not may_repeat:
            yield f"got {value!r}; name each entry once"
        elif matching and (odd := [entry for entry in value if not matching.fullmatch(entry)]):
            yield f"got {odd[0]!r}; write {form}"

    return _field(about, check, () if at_least == 0 else MISSING, empty=())


def records(about: str, cls: type[Any], *, optional: bool = False) -> Any:
    """Declare a list of records of another class, kept as a tuple."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"got {value!r}; write a list of entries"
            return
        for number, entry in enumerate(value, start=1):
            for problem in problems_of(cls, entry):
                yield f"entry {number}: {problem}"

    def build(value: list[Any]) -> tuple[Any, ...]:
        return tuple(read(cls, entry) for entry in value)

    return _field(about, check, () if optional else MISSING, build=build, empty=(), of=cls)


def record(about: str, cls: type[Any]) -> Any:
    """Declare an optional nested record; left out, it is `cls()`."""
    return field(
        default_factory=cls,
        metadata={
            "about": about,
            "check": lambda value: problems_of(cls, value),
            "build": lambda value: read(cls, value),
            "of": cls,
        },
    )


def read(cls: type[Record], data: Any) -> Record:
    """Build a record, or raise `ChecklistError` with every problem found."""
    if problems := list(problems_of(cls, data)):
        raise ChecklistError(problems)
    builders = {f.name: f.metadata.get("build") for f in fields(cls)}  # type: ignore[arg-type]
    return cls(**{name: (builders[name] or _frozen)(value) for name, value in data.items()})


def problems_of(cls: type[Any], data: Any) -> Iterator[str]:
    """Yield each problem of `data` as `field: what is wrong; what is possible`."""
    if not isinstance(data, Mapping):
        yield f"got {data!r}; write fields as `name: value`"
        return
    known = {f.name: f for f in fields(cls)}
    for name, declared in known.items():
        if name in data:
            for problem in declared.metadata["check"](data[name]):
                yield f"{name}: {problem}"
        elif is_required(declared):
            yield f"{name}: required, but missing; {declared.metadata['about']}"
    for name in data:
        if name not in known:
            yield f"{name}: no such field; possible: {', '.join(known)}"


@dataclass(frozen=True)
class FieldGuide:
    """What a writer needs to know about one field."""

    name: str
    about: str
    required: bool
    options: tuple[str, ...]


def field_guides(cls: type[Any]) -> list[FieldGuide]:
    """Describe the fields of a record class, in the order they are declared."""
    return [
        FieldGuide(
            f.name,
            f.metadata["about"],
            is_required(f),
            f.metadata.get("options", ()),
        )
        for f in fields(cls)
    ]


def is_required(declared: Field[Any]) -> bool:
    return declared.default is MISSING and declared.default_factory is MISSING


def _field(
    about: str,
    check: Check,
    default: Any,
    options: tuple[str, ...] = (),
    build: Callable[[Any], Any] | None = None,
    empty: Any = "",
    of: type[Any] | None = None,
) -> Any:
    metadata = {
        "about": about, "check": check, "options": options, "build": build, "empty": empty, "of": of,
    }  # fmt: skip
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
