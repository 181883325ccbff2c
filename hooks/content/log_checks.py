"""Check that the fields of the log, the sheets and their templates fit: what one entry cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hooks.content.ids import problems_of_repeated
from hooks.content.log import LISTS, LOG, ROWS, SCREEN, WITH_MOST, WITH_OPTIONS, LogField, LogSheet, places_of
from hooks.content.model import Content

USED = re.compile(r"\blabels\.([a-z_]+)")
WRITTEN_IN = re.compile(
    r"""macros\.(?:(?:field|box|frame)\((?!labels\.)|lines\((?!\d+(?:\ if\ both\ else\ \d+)?,\ labels\.))
    | \("(?P<key>[a-z_]+)",\ (?!labels\.(?P=key)\b)""",
    re.VERBOSE,
)
"""A place to write in whose words the template says itself, and a column under another name than its own."""


def problems_of_log(content: Content) -> Iterator[str]:
    """Yield what is wrong across the lists of `content/log.yml`, and between them and the sheets."""
    yield from _repeated(content)
    yield from _kinds(content)
    for field in content.log.fields:
        yield from (f"{LOG}: fields: {field.id}: {problem}" for problem in _field(field, content))
    for group in content.log.groups:
        if group.id not in {field.group for field in content.log.fields}:
            yield f"{LOG}: groups: {group.id}: no field is in it; name it in a field's group, or remove it"
    for item in content.log.items:
        if item.id not in {field.id for field in content.log.fields}:
            yield f"{LOG}: items: {item.id}: id: unknown; possible: an id in the list of fields"
        if item.hint and not item.label:
            yield f"{LOG}: items: {item.id}: hint: it is for words of its own; write a label, too"
    yield from _sheets(content)
    yield from _police(content)
    yield from _references(content)


def _repeated(content: Content) -> Iterator[str]:
    log = content.log
    for name in LISTS:
        yield from problems_of_repeated(f"{LOG}: {name}", (entry.id for entry in getattr(log, name)))
    for field in log.fields:
        name = f"{LOG}: fields: {field.id}: options"
        yield from problems_of_repeated(name, (option.id for option in field.options))
    for sheet in log.sheets:
        yield from problems_of_repeated(f"{LOG}: sheets: {sheet.id}", (place.id for place in sheet.places))


def _kinds(content: Content) -> Iterator[str]:
    sheets = {sheet.id for sheet in content.log.sheets}
    for kind in content.log.kinds:
        name = f"{LOG}: kinds: {kind.id}"
        if not kind.sheets and not content.left_out:
            yield f"{name}: sheets: no sheet holds it on paper; name at least one"
        for id in kind.sheets:
            if id not in sheets:
                yield f"{name}: sheets: {id} is unknown; possible: an id in the list of sheets"
        if not content.log.first_for(kind.id):
            yield f"{name}: first: no field comes first; name this kind in the `first` of what it asks for"


def _field(field: LogField, content: Content) -> Iterator[str]:
    log = content.log
    if field.group not in {group.id for group in log.groups}:
        yield f"group: {field.group} is unknown; possible: an id in the list of groups"
    for kind in field.first:
        if kind not in {kind.id for kind in log.kinds}:
            yield f"first: {kind} is unknown; possible: an id in the list of kinds"
    for id in field.columns:
        if id not in {other.id for other in log.fields if other.takes != ROWS}:
            yield f"columns: {id} is unknown; possible: a field that takes no rows"
    if (field.takes in WITH_MOST) != bool(field.most):
        yield "most: lines, texts, numbers, rows and files need it, no others; possible: a number such as 80"
    if (field.takes in WITH_OPTIONS) != bool(field.options):
        yield "options: a choice and ticks need them, others take none; possible: a list of id and label"
    if (field.takes == ROWS) != bool(field.columns):
        yield "columns: rows need them, others take none; possible: a list of fields"
    if field.is_set and (field.first or field.is_apart):
        yield "takes: the log sets it, so no kind asks for it and it stays in its entry; leave the other out"
    yield from _only(field.only, field.why)
    places = places_of(log.sheets, field.id)
    if field.only and places:
        yield f"only: {places[0]} stands for it; leave out `only`, or take it out there"
    if not field.only and not places:
        yield f"only: no sheet has it; name it in a place on paper, or write `only: {SCREEN}` and why"


def _only(only: str, why: str) -> Iterator[str]:
    if only and not why:
        yield "why: `only` needs a reason; write it in a sentence"
    if why and not only:
        yield "why: it gives the reason for `only`, which is not there; leave it out"


def _sheets(content: Content) -> Iterator[str]:
    known = {sheet.id: sheet for sheet in content.sheets}
    for sheet in content.log.sheets:
        name = f"{LOG}: sheets: {sheet.id}"
        if sheet.id not in known:
            yield f"{name}: id: {sheet.id} is unknown; possible: an id in content/sheets.yml"
            continue
        yield from (f"{name}: {problem}" for problem in _places(sheet, content))
        template = f"theme/{known[sheet.id].template_name}"
        yield from _template(template, content.templates.get(template, ""), sheet)
    listed = {sheet.id for sheet in content.log.sheets}
    for one in content.sheets:
        if one.heading == "log" and not one.holds and one.id not in listed:
            yield f"content/sheets.yml: {one.id}: heading: {LOG} does not list it; add it to its sheets"


def _places(sheet: LogSheet, content: Content) -> Iterator[str]:
    for place in sheet.places:
        for path in place.fields:
            if path not in content.log.paths:
                yield f"{place.id}: fields: {path} is unknown; possible: a field, or field.option"
        yield from (f"{place.id}: {problem}" for problem in _only(place.only, place.why))
        if place.only and place.fields:
            yield f"{place.id}: only: fields stand for it; leave out one of the two"
        if not place.only and not place.fields:
            yield f"{place.id}: fields: no field stands for it; name one, or write `only: paper` and why"


def _template(name: str, text: str, sheet: LogSheet) -> Iterator[str]:
    places = {place.id for place in sheet.places}
    used = set(USED.findall(text))
    for id in sorted(used - places):
        yield f"{name}: labels.{id}: no such place; possible: a place of {sheet.id} in {LOG}"
    for id in sorted(places - used):
        yield f"{LOG}: sheets: {sheet.id}: {id}: {name} does not use it; write labels.{id}, or remove it"
    if sheet.is_all_log:
        for match in WRITTEN_IN.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            possible = (
                f"labels.NAME of a place of {sheet.id}, or macros.reminder for what is only to tick off"
            )
            yield f"{name}: line {line}: {LOG} does not name what is written here; possible: {possible}"


def _police(content: Content) -> Iterator[str]:
    places = {name.removeprefix("content/places/").removesuffix(".yml") for name in content.places}
    for words in content.log.police:
        if words.id not in places:
            yield f"{LOG}: police: {words.id}: id: unknown; possible: a file's name in content/places"


def _references(content: Content) -> Iterator[str]:
    """Check what short words name: their works, and the fields and kinds that show them."""
    log = content.log
    known = {
        "fields": ({field.id for field in log.fields}, "the list of fields"),
        "kinds": ({kind.id for kind in log.kinds}, "the list of kinds"),
        "sources": ({source.id for source in content.sources}, "content/sources.yml"),
    }
    for name in ("police", "notes", "words"):
        for entry in getattr(log, name):
            for part, (ids, where) in known.items():
                for id in sorted(set(getattr(entry, part, ())) - ids):
                    yield f"{LOG}: {name}: {entry.id}: {part}: {id} is unknown; possible: an id in {where}"
