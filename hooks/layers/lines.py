"""An organisation's own helplines on the cards that readers carry, which have little room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from hooks.content.model import Content
from hooks.content.sheet_checks import CARD, MOST_ON_A_CARD
from hooks.content.spoken import for_readers_of
from hooks.layers.organisation import FILE


def problems_of_lines(content: Content) -> Iterator[str]:
    """Yield each country of a line that the guide does not have, and each card that has too many lines."""
    if content.organisation is None:
        return
    places = [PurePath(name).stem for name in content.places]
    for number, line in enumerate(content.organisation.line, start=1):
        for country in line.countries:
            if country not in places:
                possible = ", ".join(places)
                yield f"{FILE}: line: entry {number}: countries: {country} is unknown; possible: {possible}"
    lines = {country: content.organisation.lines_in(country) for country in countries_of_cards(content)}
    if full := [country for country, shown in lines.items() if len(shown) > MOST_ON_A_CARD]:
        yield (
            f"{FILE}: line: more than {MOST_ON_A_CARD} entries are for the wallet card of {', '.join(full)}, "
            f"which has no room for them; possible: `countries` in an entry, for the cards that have it"
        )


def left_off_cards(content: Content) -> Iterator[str]:
    """Yield, for each wallet card, the guide's helplines that have no room below the organisation's own."""
    for country in countries_of_cards(content) if content.organisation else ():
        assert content.organisation
        room = MOST_ON_A_CARD - len(content.organisation.lines_in(country))
        helplines = for_readers_of(content.places[file_of(country)].helplines, content.language)
        shown = [entry for entry in helplines if entry.card]
        if left := ", ".join(entry.name for entry in shown[max(room, 0) :]):
            yield f"{FILE}: line: the wallet card of {country} has no room for: {left}"


def countries_of_cards(content: Content) -> list[str]:
    known = {PurePath(name).stem for name in content.places}
    return [sheet.place for sheet in content.sheets if sheet.template == CARD and sheet.place in known]


def file_of(country: str) -> str:
    return f"content/places/{country}.yml"
