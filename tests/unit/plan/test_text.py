"""What a plan says as plain text, what a friend gets, and what Python is told."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.plan.conftest import Ask

PEOPLE = [
    {"name": "Aunt", "do": "Come and get me.", "not": "Do not phone.", "knows": ["happening", "where-i-go"]},
    {"name": "Bo", "do": "Mind the dog.\nFeed the cat."},
]
PLAN: dict[str, Any] = {
    "kind": "plan", "version": 2, "answers": {"threats": "yes", "of-an-old-guide": "yes"},
    "choices": {"country": "uk", "matters": ["home", "old"]},
    "marks": {"tell-someone": "done", "of-an-old-guide": "done"},
    "mine": {"of-an-old-guide": {"who": "Old"}, "tell-someone": {"who": "Dr Singh", "when": "Friday"}},
    "notes": {"tell-someone": "Secret note"},
    "parts": {"signal": [{"word": "Lamp", "do": "Call."}], "people": PEOPLE, "to-take": [{"other": "Tea"}]},
    "skipped": ["to-take"], "review": {"next": "", "last": ""},
}  # fmt: skip


def test_the_text_has_all_parts_but_those_that_are_not_for_me(ask: Ask, shape: dict[str, Any]) -> None:
    step = {
        "action": "Tell someone",
        "caution": "Take care. Slowly.",
        "first": True,
        "done": True,
        "note": "A\nB",
    }
    groups = [
        {"id": "now", "title": "Now", "steps": [step, {**step, "first": False, "done": False, "note": ""}]}
    ]

    assert (
        ask("text", "Notes", PLAN, shape, groups)
        == """Notes


Signals

Signal 1
Word: Lamp
What to do then: Call.


People I trust

Person 1
Name: Aunt
What they can do: Come and get me.
What they should not do: Do not phone.
This person …
  – knows what is happening
  – knows where I am going

Person 2
Name: Bo
What they can do:
  Mind the dog.
  Feed the cat.


Now

Before the next step, take care. Slowly.
[x] Tell someone
Note:
  A
  B

[ ] Tell someone
Take care. Slowly.
"""
    )


def test_a_friend_gets_signals_alone_while_nobody_says_which_person_it_is_for(
    ask: Ask, shape: dict[str, Any]
) -> None:
    assert ask("friendText", "Notes", PLAN, shape) == "Notes\n\n\nWord: Lamp\nWhat to do: Call.\n"


def test_with_one_person_a_friend_also_gets_what_to_do_and_what_not_and_no_name(
    ask: Ask, shape: dict[str, Any]
) -> None:
    plan = {**PLAN, "parts": {**PLAN["parts"], "people": PEOPLE[:1]}}

    assert ask("friendText", "", plan, shape) == (
        "Word: Lamp\nWhat to do: Call.\n\nWhat to do: Come and get me.\nWhat not to do: Do not phone.\n"
    )


def test_only_fields_that_may_be_shared_are_offered(ask: Ask, shape: dict[str, Any]) -> None:
    assert [(pick["group"], pick["label"], pick["usual"]) for pick in ask("picks", PLAN, shape)] == [
        ("Signals: Signal 1", "Word", True),
        ("Signals: Signal 1", "What to do", True),
        ("People I trust: Aunt", "What to do", False),
        ("People I trust: Aunt", "What not to do", False),
        ("People I trust: Bo", "What to do", False),
    ]
    assert ask("picks", {**PLAN, "skipped": ["signal", "people"]}, shape) == []


def test_blank_parts_have_lines_for_what_is_not_written(ask: Ask, shape: dict[str, Any]) -> None:
    blank = ask("blank", {**PLAN, "parts": {}, "skipped": ["signal"]}, shape, 3)

    assert [(section["title"], len(section["entries"])) for section in blank] == [
        ("People I trust", 3),
        ("What to take", 1),
    ]


def test_python_gets_counts_and_no_text(ask: Ask, shape: dict[str, Any]) -> None:
    request = ask("request", PLAN, shape, {"today": "2026-11-22", "before": {}})

    assert request == {
        "answers": {"threats": "yes"},
        "choices": {"country": "uk", "matters": ["home"]},
        "marks": {"tell-someone": "done"},
        "mine": ["tell-someone"],
        "filled": {
            "signal.word": 1, "signal.do": 1,
            "people.name": 2, "people.do": 2, "people.not": 1, "people.knows": 1,
            "people.knows.happening": 1, "people.knows.where-i-go": 1, "to-take.other": 1,
        },
        "skipped": ["to-take"],
        "review": {"next": "", "last": ""},
        "today": "2026-11-22",
        "before": {},
    }  # fmt: skip
    assert not [
        word for word in ("Lamp", "Aunt", "Secret", "Tea", "Singh", "Friday") if word in json.dumps(request)
    ]


def test_python_gets_chosen_steps_in_the_order_of_the_guide_without_those_that_are_not_for_me(
    ask: Ask, shape: dict[str, Any]
) -> None:
    mine: dict[str, Any] = {"change-the-lock": {}, "tell-someone": {}}
    plan = {**PLAN, "marks": {"tell-someone": "not-for-me"}, "mine": mine}
    chosen = [
        ask("request", {**plan, **marks}, shape, {"today": "2026-11-22", "before": None})["mine"]
        for marks in ({"marks": {}}, {})
    ]

    assert chosen == [["tell-someone", "change-the-lock"], ["change-the-lock"]]


def test_the_text_of_a_step_says_that_it_is_in_my_plan_who_helps_and_when(
    ask: Ask, shape: dict[str, Any]
) -> None:
    step = {"action": "Tell someone", "caution": "", "first": False, "done": False, "note": "By bus."}

    def text(**fields: Any) -> str:
        lines = ask("nextTo", {**PLAN, **fields}, "tell-someone", {"amongOthers": True})
        groups = [{"id": "now", "title": "", "steps": [{**step, "nextTo": lines}]}]
        written: str = ask("text", "", {**PLAN, "parts": {}}, shape, groups)
        return written.strip()

    whole = "[ ] Tell someone\nIn my plan\nWho helps: Dr Singh\nWhen: Friday\nNote: By bus."
    assert text() == whole
    assert text(mine={"tell-someone": {"who": ""}}) == "[ ] Tell someone\nIn my plan\nNote: By bus."
    own = ask("nextTo", PLAN, "tell-someone", {"amongOthers": False})
    assert [line["label"] for line in own] == ["Who helps", "When"]
    for fields in ({"mine": {}}, {"marks": {"tell-someone": "not-for-me"}}):
        assert text(**fields) == "[ ] Tell someone\nNote: By bus."


def test_who_is_called_in_danger_stands_in_a_section_of_its_own(ask: Ask, shape: dict[str, Any]) -> None:
    people = [{"name": "Aunt", "reach": "0700 900 111"}, {"name": "Bo"}, {"reach": "0700 900 222"}]
    plan = {**PLAN, "parts": {"people": people}}
    people_to_call = "\n\nPeople I trust\nAunt: 0700 900 111\n0700 900 222\n"

    numbers = [{"label": "999, then 55", "text": "Where you cannot speak."}]
    assert ask("danger", plan, shape, numbers) == (
        f"In danger\n\n999, then 55: Where you cannot speak.{people_to_call}"
    )
    assert ask("danger", {**plan, "skipped": ["people"]}, shape, numbers).endswith("speak.\n")
    assert ask("danger", plan, shape, []) == (
        "In danger\n\nThe emergency number of my country:\n"
        "The guide has it under “Numbers by country”. "
        f"On a mobile phone, 112 or 911 should work in many countries.{people_to_call}"
    )


def test_the_answers_of_before_are_told_only_when_one_changed(ask: Ask, shape: dict[str, Any]) -> None:
    unchanged = ask("request", PLAN, shape, {"today": "2026-11-22", "before": {"threats": "yes"}})

    assert "before" not in unchanged


def test_blanks_do_not_count_as_written(ask: Ask, shape: dict[str, Any]) -> None:
    plan = {**PLAN, "parts": {"people": [{"name": "  "}]}}

    assert ask("request", plan, shape, {"today": "2026-11-22", "before": None})["filled"] == {}
