"""The plan and the cards on paper: nothing of the content is missing, and cautions stand with their steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from checklist.dates import short_day
from tests.site.markup import rendered, with_class, words
from tests.site.numbers import number_of, text_of

PANELS = {  # heading: (column from the left, whether it stands on its head), for folding into a booklet
    "Safe places": (0, True),
    "Words and signs": (1, True),
    "Numbers": (2, True),
    "People I trust": (3, True),
    "If …, I will …": (0, False),
    "To take": (1, False),
}


def paper(pages, name):
    (found,) = pages[f"sheets/{name}.html"].find_class("sheets")
    return found


def lead(item):
    return "First, take care." if item.reaction == "yes" else "Take care."


def test_the_checklist_holds_every_step_once_with_its_caution_on_the_side_where_it_is_read(content, pages):
    steps = {}
    for step in paper(pages, "full-plan").xpath(".//ul[@class='steps']/li"):
        caution = step.findtext("p")
        is_first = words(step).startswith("First, take care.")
        action = words(words(step).replace(words(caution or ""), ""))
        assert action not in steps
        steps[action] = (caution, is_first)

    assert steps == {
        rendered(item.action): (
            f"{lead(item)} {item.caution}" if item.caution else None,
            item.reaction == "yes" and bool(item.caution),
        )
        for item in content.items.values()
    }


def test_each_side_of_the_checklist_says_which_of_how_many_it_is(content, pages):
    sides = with_class(paper(pages, "full-plan").iter("section"), "sheet")
    (sheet,) = (sheet for sheet in content.sheets if sheet.id == "full-plan")

    assert len(sides) == sheet.pages["a4"] == sheet.pages["letter"]
    for number, side in enumerate(sides, start=1):
        assert words(side.xpath(".//div[@class='head']/p")[0]) == f"Page {number} of {len(sides)}"


def test_every_field_of_the_plan_has_room_to_write(content, pages):
    text = words(paper(pages, "full-plan"))
    for part in content.plan:
        assert part.title in text
        for field in part.fields:
            assert field.label in text, field.id
            assert all(option.label in text for option in field.options), field.id


def test_a_card_shows_its_numbers_with_the_day_last_checked(content, pages):
    cards = [sheet for sheet in content.sheets if sheet.template == "wallet-card"]
    assert {f"content/places/{sheet.place}.yml" for sheet in cards} == set(content.places)
    for sheet in cards:
        place = content.places[f"content/places/{sheet.place}.yml"]
        shown = [contact for contact in (*place.emergency, *place.helplines) if contact.card]
        assert place.emergency[0] in shown, sheet.id
        copies = paper(pages, sheet.id).find_class("wallet-card")
        assert len(copies) == 4
        for card in copies:
            numbers = [words(number) for number in card.find_class("number")]
            assert numbers == [
                f"{number_of(contact) or f'Text {text_of(contact)}'} {mark(contact, content.years)}"
                for contact in shown
            ]
            for contact in shown:
                assert contact.card in words(card)
                assert not contact.text or f"Text {text_of(contact)}" in words(card), contact.name


def mark(contact, years):
    """Return how far a number can be trusted, in the words of a card."""
    year = years.get(contact.source)
    if contact.checked == "no":
        return f"Not checked: page from {year}" if year else "Not checked"
    return f"Checked {short_day(contact.day)}" if contact.checked == "yes" else f"Seen on a page from {year}"


def test_the_first_minutes_name_the_emergency_number_of_each_country(content, pages):
    for half in paper(pages, "first-ten-minutes").find_class("half-sheet"):
        for place in content.places.values():
            assert f"{place.country} {number_of(place.emergency[0])}" in words(half)


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_pocket_plan_can_be_folded_into_a_booklet_with_an_empty_cover(site, size):
    page = PdfReader(Path(site) / "sheets" / f"pocket-plan-{size}.pdf").pages[0]
    width, height = page.mediabox.width, page.mediabox.height
    found = {}

    def place(text, user, matrix, _font, _size):
        if text.strip():
            x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            is_turned = user[0] * matrix[0] < 0
            found.setdefault(text.strip(), (x / width, y / height, is_turned))

    page.extract_text(visitor_text=place)
    for heading, (column, is_turned) in PANELS.items():
        x, y, turned = found[heading]
        start = x * 4 - column  # where its first letter stands, in widths of a panel
        assert 0 < start < 1, heading
        assert turned is is_turned, heading
        assert (y > 0.5) is is_turned, heading
    lower_right = [text for text, (x, y, _) in found.items() if x > 0.5 and y < 0.48]
    assert lower_right == []
