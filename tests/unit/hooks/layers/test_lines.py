"""Own helplines on what readers carry: a card has room for three, and one's own come first."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

from types import SimpleNamespace

from lxml import html

from hooks.content.model import Content
from hooks.layers.lines import left_off_cards, problems_of_lines
from hooks.layers.organisation import Line, Organisation
from hooks.single_file.own_numbers import as_markup, as_text, own_numbers


def content(*lines, cards=("ie", "uk")):
    helplines = [SimpleNamespace(name=name, card=name) for name in ("A", "B", "C")]
    places = {
        f"content/places/{country}.yml": SimpleNamespace(helplines=helplines) for country in ("ie", "uk")
    }
    sheets = [SimpleNamespace(template="wallet-card", place=country) for country in cards]
    return Content(organisation=Organisation(line=lines), places=places, sheets=sheets)


def line(name="Casa Clara", **more):
    return Line(name=name, number=("1",), **more)


def test_a_card_says_what_it_has_no_room_for():
    found = content(line(), line(countries=("uk",)))

    assert list(problems_of_lines(found)) == []
    assert list(left_off_cards(found)) == [
        "organisation.yml: line: the wallet card of ie has no room for: C",
        "organisation.yml: line: the wallet card of uk has no room for: B, C",
    ]


def test_more_lines_than_a_card_has_room_for_are_a_problem():
    many = [line(str(number)) for number in range(3)]
    assert list(problems_of_lines(content(*many, line("four", countries=("uk",))))) == [
        "organisation.yml: line: more than 3 entries are for the wallet card of uk, which has no room for them; "
        "possible: `countries` in an entry, for the cards that have it"
    ]


def test_a_country_that_the_guide_does_not_have_is_a_problem():
    assert list(problems_of_lines(content(line(countries=("fr",))))) == [
        "organisation.yml: line: entry 1: countries: fr is unknown; possible: ie, uk"
    ]


def test_the_guides_own_cards_leave_nothing_off():
    assert list(left_off_cards(Content())) == []
    assert list(problems_of_lines(Content())) == []


def test_the_one_file_and_the_text_beside_it_have_the_fullest_list():
    short = '<section class="own-numbers"><p><strong>A</strong> 1</p></section>'
    full = (
        '<section class="own-numbers"><p><strong>A</strong> <span>1</span></p>'
        '<p>Open: now<br><a href="https://a.example/">Website: A</a></p></section>'
    )
    document = html.document_fromstring(f"<main>{short}</main><template>{full}</template>")

    assert as_markup(own_numbers(document)) == full
    assert as_text(own_numbers(document)) == ("\nOUR OWN NUMBERS\n  A 1\n  Open: now\n  https://a.example/\n")


def test_the_guides_own_file_has_none():
    document = html.document_fromstring("<main></main>")
    assert (as_markup(own_numbers(document)), as_text(own_numbers(document))) == ("", "")
