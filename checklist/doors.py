"""Check what comes in, field by field: plans and requests share these checks.

No problem repeats a value or the name of an unknown field: either could hold what a reader wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .catalogue import Catalogue
from .facts import ANSWERS
from .parts import DAY, REVIEW, TICKS, Field, Part
from .schema import is_day

DONE, NOT_FOR_ME = MARKS = ("done", "not-for-me")
NEXT, LAST = REVIEW_DAYS = ("next", "last")
MOST_IN_A_NOTE = 10_000

Check = Callable[[Any, Catalogue], Iterator[str]]


def problems_of_fields(data: Any, catalogue: Catalogue, checks: Mapping[str, Check]) -> Iterator[str]:
    """Yield each problem as `field: what is wrong; what is possible`."""
    if not isinstance(data, dict):
        yield f"plan: not a set of fields; possible: {', '.join(checks)}"
        return
    if unknown := sum(name not in checks for name in data):
        yield f"plan: {unknown} unknown to this version of the guide; possible: {', '.join(checks)}"
    for name, check in checks.items():
        if name in data:
            yield from (f"{name}: {problem}" for problem in check(data[name], catalogue))


def check_answers(value: Any, catalogue: Catalogue) -> Iterator[str]:
    yield from _words(value, catalogue.facts, ANSWERS)


def check_marks(value: Any, catalogue: Catalogue) -> Iterator[str]:
    yield from _words(value, catalogue.items, MARKS)


def check_choices(value: Any, catalogue: Catalogue) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "not a set of entries; possible: id and what was chosen"
        return
    yield from _unknown(value, catalogue.questions)
    for id, question in catalogue.questions.items():
        options = {option.id for option in question.options}
        if id in value and question.takes_many:
            yield from (f"{id}: {problem}" for problem in _names(value[id], options))
        elif id in value and not _is_one_of(value[id], options):
            yield f"{id}: a value that does not exist; possible: {', '.join(sorted(options))}"


def check_skipped(value: Any, catalogue: Catalogue) -> Iterator[str]:
    yield from _names(value, set(catalogue.parts))


def check_review(value: Any, _: Catalogue) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "not a set of entries; possible: next, last"
        return
    yield from _unknown(value, REVIEW_DAYS)
    for name in REVIEW_DAYS:
        if name in value and value[name] != "" and not is_day(value[name]):
            yield f"{name}: not a day; possible: YYYY-MM-DD, or nothing"


def check_today(value: Any, _: Catalogue) -> Iterator[str]:
    if not is_day(value):
        yield "not a day; possible: YYYY-MM-DD"


def check_filled(value: Any, catalogue: Catalogue) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "not a set of entries; possible: part.field and a number"
        return
    yield from _unknown(value, {path for part in catalogue.parts.values() for path in part.paths})
    if any(type(number) is not int or number < 0 for number in value.values()):
        yield "not a number of entries; possible: 0 and more"


def check_notes(value: Any, catalogue: Catalogue) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "not a set of entries; possible: id and text"
        return
    yield from _unknown(value, catalogue.items)
    if wrong := sum(not isinstance(note, str) for note in value.values()):
        yield f"{wrong} that are not text; possible: text"
    if long := sum(isinstance(note, str) and not fits(note, MOST_IN_A_NOTE) for note in value.values()):
        yield f"{long} too long; possible: at most {MOST_IN_A_NOTE} characters"


def check_parts(value: Any, catalogue: Catalogue) -> Iterator[str]:
    parts = {id: part for id, part in catalogue.parts.items() if id != REVIEW}
    if not isinstance(value, dict):
        yield "not a set of entries; possible: id and a list of entries"
        return
    yield from _unknown(value, parts)
    for id, part in parts.items():
        if id in value:
            yield from (f"{id}: {problem}" for problem in _entries(value[id], part))


def fits(text: str, most: int) -> bool:
    """Count as `maxlength` does in a page: UTF-16 units, of which some characters take two."""
    return len(text) <= most and len(text) + sum(character > "\uffff" for character in text) <= most


def _entries(value: Any, part: Part) -> Iterator[str]:
    if not isinstance(value, list):
        yield "not a list; possible: a list of entries"
        return
    if len(value) > part.most_entries:
        yield f"too many entries; possible: at most {part.most_entries}"
        return
    for number, entry in enumerate(value, start=1):
        yield from (f"entry {number}: {problem}" for problem in _entry(entry, part))


def _entry(entry: Any, part: Part) -> Iterator[str]:
    fields = {field.id: field for field in part.fields}
    if not isinstance(entry, dict):
        yield f"not a set of fields; possible: {', '.join(fields)}"
        return
    yield from _unknown(entry, fields)
    for id, field in fields.items():
        if id in entry:
            yield from (f"{id}: {problem}" for problem in _value(entry[id], field))


def _value(value: Any, field: Field) -> Iterator[str]:
    if field.kind == TICKS:
        yield from _names(value, {option.id for option in field.options})
    elif not isinstance(value, str):
        yield "not text; possible: text"
    elif field.kind == DAY:
        if value and not is_day(value):
            yield "not a day; possible: YYYY-MM-DD, or nothing"
    elif not fits(value, field.most):
        yield f"too long; possible: at most {field.most} characters"


def _words(value: Any, known: Mapping[str, Any], options: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"not a set of entries; possible: id and one of {', '.join(options)}"
        return
    yield from _unknown(value, known)
    if not all(_is_one_of(word, options) for word in value.values()):
        yield f"a value that does not exist; possible: {', '.join(options)}"


def _names(value: Any, known: set[str]) -> Iterator[str]:
    possible = ", ".join(sorted(known))
    if not isinstance(value, list):
        yield f"not a list; possible: {possible}"
    elif not all(_is_one_of(name, known) for name in value):
        yield f"a name that does not exist; possible: {possible}"
    elif len(set(value)) < len(value):
        yield f"a name that is there twice; possible: {possible}, each once"


def _unknown(value: dict[str, Any], known: Any) -> Iterator[str]:
    if unknown := sum(name not in known for name in value):
        yield f"{unknown} unknown to this version of the guide; possible: the ids it lists"


def _is_one_of(value: Any, options: Any) -> bool:
    return isinstance(value, str) and value in options
