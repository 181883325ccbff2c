"""Sheets: every problem of their list and their templates, each as `file: field: what is wrong; what is possible`."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from dataclasses import replace
from pathlib import Path

import pytest

from hooks.content.front_matter import load_yaml
from hooks.content.load import load_content, read_list
from hooks.content.model import Content
from hooks.content.records import Contact, Page, Place, Sheet, Source
from hooks.content.sheet_checks import problems_of_sheets

LOG = """\
- id: log-sheet
  title: Log
  group: log
  purpose: One line for each thing.
  how: Write in it.
  heading: log
  orientation: portrait
  pages: {a4: 2, letter: 2}
  rows: {a4: 20, letter: 20}
  sources: [work]
"""
CARD = LOG.replace("log-sheet", "card").replace(
    "heading: log", "heading: fixed\n  place: uk\n  template: cards"
)
BOOKLET = LOG.replace("log-sheet", "booklet").replace(
    "  sources: [work]", "  holds: [{sheet: log-sheet, copies: 2}]"
)
TEMPLATES = {
    "theme/sheets/sheet.html": "",
    "theme/sheets/macros.html": "",
    "theme/sheets/log-sheet.html": '{% extends "sheets/sheet.html" %}{% import "sheets/macros.html" as macros %}',
    "theme/sheets/cards.html": '{% extends "sheets/sheet.html" %}',
    "theme/sheets/booklet.html": '{% extends "sheets/sheet.html" %}',
}


UK = Place(country="United Kingdom", emergency=(), helplines=(), law=())


def problems_in(text, templates=None, uk=UK):
    content = Content(
        sources=[Source(id="work", title="A work", by="Somebody", read="2026-11-22", how="read")],
        places={"content/places/uk.yml": uk},
        pages={"plan.md": Page(view="plan", title="Plan", summary="A plan.")},
        templates=TEMPLATES if templates is None else templates,
    )
    content.sheets, problems = read_list("content/sheets.yml", load_yaml(text), Sheet)
    return problems + list(problems_of_sheets(content))


def changed(old, new):
    assert old in LOG
    return LOG.replace(old, new, 1) + CARD + BOOKLET


def test_sound_sheets_have_no_problem():
    assert problems_in(LOG + CARD + BOOKLET) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("group: log", "group: other",
            "content/sheets.yml: log-sheet: group: got 'other'; possible: log, evidence, plan, now, handouts, police, checks, booklet", id="group"),
        pytest.param("heading: log", "heading: loud",
            "content/sheets.yml: log-sheet: heading: got 'loud'; possible: log, fixed", id="heading"),
        pytest.param("orientation: portrait", "orientation: askew",
            "content/sheets.yml: log-sheet: orientation: got 'askew'; possible: portrait, landscape", id="orientation"),
        pytest.param("  pages: {a4: 2, letter: 2}\n", "",
            "content/sheets.yml: log-sheet: pages: required, but missing; How many pages it fills, as `{a4: 2, letter: 2}`.", id="no-pages"),
        pytest.param("pages: {a4: 2, letter: 2}", "pages: {a4: 2}",
            "content/sheets.yml: log-sheet: pages: letter: required, but missing; The number on US Letter.", id="one-paper"),
        pytest.param("pages: {a4: 2, letter: 2}", "pages: {a4: two, letter: 2}",
            "content/sheets.yml: log-sheet: pages: a4: got 'two'; write a number such as 2", id="no-number"),
        pytest.param("pages: {a4: 2, letter: 2}", "pages: {a4: 2, letter: 2, a5: 4}",
            "content/sheets.yml: log-sheet: pages: a5: no such field; possible: a4, letter", id="unknown-paper"),
        pytest.param("title: Log", "title: Log\n  colour: red",
            "content/sheets.yml: log-sheet: colour: no such field; possible: id, title, group, purpose, how, heading, orientation, pages, rows, rows_in_both, sources, place, template, filled, holds, large_print, two_languages", id="unknown-field"),
    ],
)  # fmt: skip
def test_a_field_that_is_wrong_is_named_with_what_is_possible(old, new, expected):
    assert expected in problems_in(changed(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("sources: [work]", "sources: [work, rumour]",
            "content/sheets.yml: log-sheet: sources: rumour is unknown; possible: an id in content/sources.yml", id="source"),
        pytest.param("title: Log", "title: Log\n  place: fr",
            "content/sheets.yml: log-sheet: place: fr is unknown; possible: uk", id="place"),
        pytest.param("title: Log", "title: Log\n  filled: diary.html#today",
            "content/sheets.yml: log-sheet: filled: there is no page diary.html#today; possible: plan.html", id="filled"),
        pytest.param("title: Log", "title: Log\n  template: lines",
            "content/sheets.yml: log-sheet: template: there is no theme/sheets/lines.html; write it, or name another", id="template"),
        pytest.param("title: Log", "title: Log\n  holds: [{sheet: log-sheet}]",
            "content/sheets.yml: log-sheet: holds: log-sheet is unknown; possible: the id of another sheet", id="holds-itself"),
    ],
)  # fmt: skip
def test_what_a_sheet_refers_to_must_be_there(old, new, expected):
    assert expected in problems_in(changed(old, new))


def test_a_sheet_in_landscape_has_no_large_print():
    upright = changed("title: Log", "title: Log\n  large_print: yes")

    assert problems_in(upright) == []
    assert problems_in(upright.replace("orientation: portrait", "orientation: landscape", 1)) == [
        "content/sheets.yml: log-sheet: large_print: a sheet in landscape has no room for it; possible: no"
    ]


def contact(name, **fields):
    known = {"id": "help", "card": "Help.", "source": "work", "checked": "yes", "day": "2026-11-22"}
    return Contact(name=name, **{**known, **fields})


def test_a_wallet_card_takes_three_entries_in_each_half_and_no_more():
    cards = LOG + CARD.replace("template: cards", "template: wallet-card") + BOOKLET
    templates = {**TEMPLATES, "theme/sheets/wallet-card.html": '{% include "sheets/cards.html" %}'}
    three = tuple(contact(f"Line {number}", number=("999",)) for number in range(3))
    four = (*three, contact("Web only", card="Ask here.", web="https://example.org"))
    spare = (*three, contact("Not on the card", card="", number=("111",)))

    uk = replace(UK, emergency=spare, helplines=spare)
    assert problems_in(cards, templates, uk) == []
    assert problems_in(cards, templates, replace(uk, helplines=four)) == [
        "content/places/uk.yml: helplines: card: 4 entries have one; possible: at most 3, which is what half a card has room for",
        "content/places/uk.yml: helplines: Web only: card: there is no number for the card to show; possible: a `number` or a `text`, or no `card`",
    ]
    assert problems_in(cards.replace("  place: uk\n", ""), templates, replace(uk, emergency=four)) == [
        "content/sheets.yml: card: place: is missing; possible: the name of a file in content/places"
    ]


def test_two_sheets_of_one_name_are_a_problem():
    assert problems_in(LOG + LOG + CARD + BOOKLET) == [
        "content/sheets.yml: log-sheet: this id is there twice; give each entry its own"
    ]


def test_a_template_that_no_sheet_and_no_template_uses_is_a_problem():
    templates = {**TEMPLATES, "theme/sheets/spare.html": '{% extends "sheets/sheet.html" %}'}

    assert problems_in(LOG + CARD + BOOKLET, templates) == [
        "theme/sheets/spare.html: no sheet uses it; write an entry in content/sheets.yml, or remove it"
    ]


def test_words_of_templates_are_checked_as_all_words_are(tmp_path):
    """`make check` reads sheets and templates like all other content."""
    for name, text in {
        "content/banned-words.yml": "- {term: creep, instead: the person}\n",
        "content/sheets.yml": LOG,
        "theme/sheets/log-sheet.html": "<p>The creep</p>\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    content, problems = load_content(tmp_path, [])

    wrong = '"creep" is a word this guide does not use'
    assert f"theme/sheets/log-sheet.html: line 1: {wrong}; possible: the person" in problems
    assert (
        "content/sheets.yml: log-sheet: sources: work is unknown; possible: an id in content/sources.yml"
        in problems
    )
    assert content.pages["sheets/log-sheet.md"].view == "sheet-log-sheet"


def test_the_guide_of_this_repository_lists_a_sheet_for_each_group():
    content = load_content(Path(__file__).parents[3], [])[0]

    assert {sheet.group for sheet in content.sheets} == {
        "log", "evidence", "plan", "now", "handouts", "police", "checks", "booklet"
    }  # fmt: skip
