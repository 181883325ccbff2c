"""Check what the page asks for, field by field.

No problem repeats a value or the name of an unknown field: either could hold what a reader wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .catalogue import Catalogue
from .facts import ANSWERS
from .schema import is_day

DONE, NOT_FOR_ME = MARKS = ("done", "not-for-me")
NEXT, LAST = REVIEW_DAYS = ("next", "last")

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


def check_mine(value: Any, catalogue: Catalogue) -> Iterator[str]:
    yield from _names(value, set(catalogue.items))


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
    yield from _names(value, set(catalogue.sections))


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
    yield from _unknown(value, {path for section in catalogue.sections.values() for path in section.paths})
    if any(type(number) is not int or number < 0 for number in value.values()):
        yield "not a number of entries; possible: 0 and more"


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
