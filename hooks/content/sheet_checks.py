"""Check that sheets and their templates belong together, and what sheets refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from hooks.content.ids import problems_of_repeated
from hooks.content.model import Content

LIST = "content/sheets.yml"
SHARED = "sheets/sheet.html"
CARD = "wallet-card"
MOST_ON_A_CARD = 3
REFERENCE = re.compile(r"""["'](sheets/[a-z0-9_-]+\.html)["']""")


def problems_of_sheets(content: Content) -> Iterator[str]:
    sources = {source.id for source in content.sources}
    places = {PurePath(name).stem for name in content.places}
    yield from problems_of_repeated(LIST, (sheet.id for sheet in content.sheets))
    for sheet in content.sheets:
        name = f"{LIST}: {sheet.id}"
        if f"theme/{sheet.template_name}" not in content.templates:
            yield f"{name}: template: there is no theme/{sheet.template_name}; write it, or name another"
        for id in sheet.sources:
            if id not in sources:
                yield f"{name}: sources: {id} is unknown; possible: an id in content/sources.yml"
        if sheet.place and sheet.place not in places:
            yield f"{name}: place: {sheet.place} is unknown; possible: {', '.join(sorted(places))}"
        page = sheet.filled.partition("#")[0].removesuffix(".html")
        if page and f"{page}.md" not in content.pages:
            yield f"{name}: filled: there is no page {sheet.filled}; possible: plan.html"
        for held in sheet.holds:
            if held.sheet not in {other.id for other in content.sheets} - {sheet.id}:
                yield f"{name}: holds: {held.sheet} is unknown; possible: the id of another sheet"
        if sheet.has_large_print and sheet.orientation == "landscape":
            yield f"{name}: large_print: a sheet in landscape has no room for it; possible: no"
        if f"docs/sheets/{sheet.id}.md" in content.files:
            yield f"{name}: id: docs/sheets/{sheet.id}.md is made from this entry; remove that file"
    yield from problems_of_cards(content)
    yield from unused_templates(content)


def problems_of_cards(content: Content) -> Iterator[str]:
    """Find what a wallet card has no room for, or could not show."""
    cards = [sheet for sheet in content.sheets if sheet.template == CARD]
    yield from (
        f"{LIST}: {sheet.id}: place: is missing; possible: the name of a file in content/places"
        for sheet in cards
        if not sheet.place
    )
    for name, place in content.places.items():
        if PurePath(name).stem not in {sheet.place for sheet in cards}:
            continue
        for half, contacts in (("emergency", place.emergency), ("helplines", place.helplines)):
            shown = [contact for contact in contacts if contact.card]
            if len(shown) > MOST_ON_A_CARD:
                yield (
                    f"{name}: {half}: card: {len(shown)} entries have one; "
                    f"possible: at most {MOST_ON_A_CARD}, which is what half a card has room for"
                )
            for contact in shown:
                if not (contact.number or contact.text):
                    yield (
                        f"{name}: {half}: {contact.name}: card: there is no number for the card to show; "
                        "possible: a `number` or a `text`, or no `card`"
                    )


def unused_templates(content: Content) -> Iterator[str]:
    """Find templates that no entry names and no other template builds on."""
    for name in unused_in(content.templates, (sheet.template_name for sheet in content.sheets)):
        yield f"{name}: no sheet uses it; write an entry in {LIST}, or remove it"


def unused_in(templates: Mapping[str, str], named: Iterable[str]) -> Iterator[str]:
    """Name those of `templates`, from their name to their text, that are not `named` and not built on."""
    used = {SHARED, *named}
    used |= {name for text in templates.values() for name in REFERENCE.findall(text)}
    yield from (name for name in templates if name.removeprefix("theme/") not in used)
