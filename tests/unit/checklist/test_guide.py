"""What must hold for the guide's own facts, steps and sections, whatever a reader answers."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config

from checklist import view
from checklist.catalogue import Catalogue
from checklist.facts import ANSWERS
from hooks.content.load import load_content, nav_pages
from hooks.site.catalogue import catalogue_of
from tests.reading_grade import reading_grade

ROOT = Path(__file__).parents[3]
CONTENT, PROBLEMS = load_content(ROOT, nav_pages(load_config(str(ROOT / "mkdocs.yml"), hooks=[]).nav))
CATALOGUE = catalogue_of(CONTENT)
ITEMS = CONTENT.steps
answers = st.dictionaries(st.sampled_from([fact.id for fact in CONTENT.facts]), st.sampled_from(ANSWERS))
marks = st.dictionaries(st.sampled_from(sorted(ITEMS)), st.sampled_from(["done", "not-for-me"]), max_size=20)


@pytest.fixture(autouse=True)
def _guide():
    view.load(CATALOGUE.to_json())


def result_of(**request):
    return json.loads(view.answer(json.dumps(request)))["result"]


def test_the_guide_has_no_problem():
    assert PROBLEMS == []


def test_the_catalogue_survives_being_written_and_read():
    read = Catalogue.from_json(CATALOGUE.to_json())

    assert read.to_json() == CATALOGUE.to_json()
    for name in ("id", "topic", "action", "horizon", "when", "first", "before", "reaction", "reviewed"):
        assert [getattr(item, name) for item in read.items.values()] == [
            getattr(item, name) for item in ITEMS.values()
        ]


def test_the_catalogue_holds_no_text_that_only_the_page_shows():
    text = CATALOGUE.to_json()

    assert len(text) < 46_000
    assert not any(item.body in text or (item.caution and item.caution in text) for item in ITEMS.values())


@settings(max_examples=50)
@given(answers, marks)
def test_the_careful_step_stands_before_the_risky_one(answers, marks):
    result = result_of(answers=answers, marks=marks)
    by_horizon = [entry["id"] for group in result["groups"] for entry in group["items"]]
    for order in (result["first"], by_horizon):
        places = {id: n for n, id in enumerate(order)}
        for id in places:
            for first in ITEMS[id].first:
                if first in places and first not in marks:
                    assert places[first] < places[id]


@settings(max_examples=50)
@given(answers)
def test_who_lives_with_the_person_makes_a_plan_with_specialists_before_the_police_know(answers):
    first = result_of(answers=answers | {"lives-with-person": "yes"})["first"]
    telling = [
        id for id in first if ITEMS[id].topic in ("report", "signs") and ITEMS[id].may_bring_a_reaction
    ]

    assert telling
    assert first.index("make-a-safety-plan-with-specialists") < min(first.index(id) for id in telling)


@settings(max_examples=50)
@given(answers)
def test_whose_right_to_stay_is_a_worry_meets_a_lawyer_before_the_police(answers):
    first = result_of(answers=answers | {"immigration-worry": "yes"})["first"]
    police = {
        "tell-the-police-which-signs-fit",
        "report-each-breach-of-the-order",
        "let-the-police-or-a-lawyer-say-it",
    }
    telling = [id for id in first if id in police or ITEMS[id].topic == "report"]

    assert telling
    assert first.index("get-immigration-advice") < min(first.index(id) for id in telling)


@settings(max_examples=50)
@given(answers)
def test_no_step_that_is_left_out_repeats_what_the_reader_said(answers):
    result = result_of(answers=answers, before={})
    told = [*(entry["reason"] for entry in result["left_out"]), result["changes"]["sentence"]]

    assert not [text for text in told for fact in CONTENT.facts if fact.said_yes in text]


@settings(max_examples=50)
@given(answers)
def test_a_helper_first_reads_what_not_to_do(answers):
    first = result_of(answers=answers | {"helping-someone": "yes", "lives-with-person": "no"})["first"]

    assert first.index("keep-away-and-tell-nothing") < 8


@settings(max_examples=50)
@given(answers)
def test_no_step_and_no_reason_is_ever_lost(answers):
    result = result_of(answers=answers)
    entries = [*(entry for group in result["groups"] for entry in group["items"]), *result["left_out"]]

    assert sorted(entry["id"] for entry in entries) == sorted(ITEMS)
    assert all(entry["reason"].endswith((".", "?")) for entry in entries)
    risky = {id for id, item in ITEMS.items() if item.may_bring_a_reaction}
    assert {entry["id"] for entry in entries if entry.get("read_first")} == risky


def test_what_is_done_in_danger_is_no_step_of_a_plan():
    in_danger = [id for id, item in CONTENT.items.items() if item.topic == "now"]

    assert in_danger[0] == next(iter(CONTENT.items)) == "call-your-emergency-number"
    assert list(CONTENT.items) == [*in_danger, *CATALOGUE.items]


@settings(max_examples=50)
@given(answers, marks)
def test_the_one_order_has_every_shown_step_once_and_the_groups_follow_it(answers, marks):
    result = result_of(answers=answers, marks=marks)
    groups = [[entry["id"] for entry in group["items"]] for group in result["groups"]]

    assert sorted(result["first"]) == sorted(id for group in groups for id in group)
    for group in groups:
        assert group == [id for id in result["first"] if id in group]


@settings(max_examples=50)
@given(answers)
def test_what_is_not_sure_changes_nothing(answers):
    answered = {fact: answer for fact, answer in answers.items() if answer != "unsure"}
    order, same = result_of(answers=answers), result_of(answers=answered)

    assert (order["first"], order["left_out"]) == (same["first"], same["left_out"])


@settings(max_examples=50)
@given(answers, st.sampled_from([fact.id for fact in CONTENT.facts]))
def test_a_no_adds_no_step(answers, fact):
    without = {id: answer for id, answer in answers.items() if id != fact}

    assert set(result_of(answers=without | {fact: "no"})["first"]) <= set(result_of(answers=without)["first"])


def test_each_step_for_helpers_waits_for_a_yes():
    helping = [item for item in ITEMS.values() if item.action.startswith("Help someone")]

    assert len(helping) == 3
    assert all(item.when.only_if == ("helping-someone",) for item in helping)


@pytest.mark.parametrize("fact", CONTENT.facts, ids=lambda fact: fact.id)
def test_a_yes_alone_is_told_in_a_sentence_of_its_own(fact):
    sentence = result_of(answers={fact.id: "yes"}, before={})["changes"]["sentence"]

    assert f" about {fact.about} " in sentence
    assert reading_grade(sentence) <= 9


@settings(max_examples=50)
@given(answers, answers)
def test_what_is_said_of_a_change_is_true(before, answers):
    result = result_of(answers=answers, before=before)
    changes = result["changes"]
    told = {int(n) for n in re.findall(r"\b\d+(?= (?:more )?steps?\b)", changes["sentence"])}

    assert set(result["first"]) - set(result_of(answers=before)["first"]) == {
        entry["id"] for entry in changes["added"]
    }
    assert told == {len(entries) for entries in (changes["added"], changes["removed"]) if entries}


@pytest.mark.parametrize("id", sorted(id for id, item in ITEMS.items() if item.may_bring_a_reaction))
def test_a_step_that_may_bring_a_reaction_has_a_caution(id):
    assert ITEMS[id].caution
