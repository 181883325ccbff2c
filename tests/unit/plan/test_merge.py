"""Two plans into one, and one in place of the other: what is said, and that nothing is lost."""

from __future__ import annotations

from typing import Any

from tests.unit.plan.conftest import Ask


def plan(**fields: Any) -> dict[str, Any]:
    return {"kind": "plan", "version": 2, **fields}


def test_what_only_the_incoming_plan_has_is_added(ask: Ask, shape: dict[str, Any]) -> None:
    incoming = plan(
        answers={"threats": "yes"},
        choices={"country": "uk"},
        marks={"tell-someone": "done"},
        mine={"tell-someone": {"who": "Aunt", "when": "Friday"}, "retired-step": {}},
        notes={"tell-someone": "Ask Aunt"},
        parts={"people": [{"name": "Aunt"}], "to-take": [{"ticks": ["papers"], "other": "Tea"}]},
        skipped=["signal"],
        review={"next": "2026-12-24", "last": ""},
    )
    merged = ask("merge", plan(), incoming, shape)

    assert merged["plan"] == incoming
    assert merged["kept"] == []
    assert merged["changes"] == [
        "Answer added: Has the person made threats?",
        "Answer added: Which country are you in?",
        "Mark added: Tell someone",
        "In my plan: Tell someone",
        "In my plan: a step from another version",
        "Note added: Tell someone",
        "People I trust: 1 entry added.",
        "What to take: To take added.",
        "What to take: Other things added.",
        "Signals: marked “not for me”.",
        "The day to look at the plan again is added.",
    ]


def test_where_both_say_something_else_the_current_one_stays_and_it_is_told(
    ask: Ask, shape: dict[str, Any]
) -> None:
    current = plan(
        answers={"threats": "yes"},
        choices={"matters": ["home"]},
        marks={"tell-someone": "done"},
        parts={"to-take": [{"other": "Tea"}]},
        review={"next": "2026-12-24"},
    )
    incoming = plan(
        answers={"threats": "no"},
        choices={"matters": ["children"]},
        marks={"tell-someone": "not-for-me"},
        parts={"to-take": [{"other": "Coffee"}]},
        review={"next": "2026-12-31"},
    )
    merged = ask("merge", current, incoming, shape)

    assert {name: merged["plan"][name] for name in ("answers", "choices", "marks", "parts")} == {
        name: current[name] for name in ("answers", "choices", "marks", "parts")
    }
    assert merged["changes"] == []
    assert merged["kept"] == [
        "Answer differs: Has the person made threats?",
        "Answer differs: What matters most?",
        "Mark differs: Tell someone",
        "What to take: Other things differs.",
        "The day to look at the plan again differs.",
    ]


def test_entries_are_compared_by_what_they_say(ask: Ask, shape: dict[str, Any]) -> None:
    current = plan(parts={"people": [{"name": "Aunt", "knows": ["happening", "where-i-go"], "do": ""}]})
    incoming = plan(
        parts={"people": [{"knows": ["where-i-go", "happening"], "name": "Aunt"}, {"name": "Bo"}]}
    )
    merged = ask("merge", current, incoming, shape)

    assert merged["plan"]["parts"]["people"] == [*current["parts"]["people"], {"name": "Bo"}]
    assert merged["changes"] == ["People I trust: 1 entry added."]


def test_a_plan_merged_with_itself_changes_nothing(ask: Ask, shape: dict[str, Any]) -> None:
    whole = plan(
        answers={"threats": "no"},
        mine={"tell-someone": {"who": "A", "cost": 3}},
        notes={"tell-someone": "A"},
        parts={"people": [{"name": "A"}]},
        skipped=["signal"],
    )
    merged = ask("merge", whole, whole, shape)

    assert (merged["changes"], merged["kept"]) == ([], [])
    assert {name: merged["plan"][name] for name in whole} == whole


def test_two_notes_on_one_step_become_one_unless_they_are_too_long(ask: Ask, shape: dict[str, Any]) -> None:
    current = plan(notes={"tell-someone": "First", "change-the-lock": "a" * 6_000})
    incoming = plan(notes={"tell-someone": "Second", "change-the-lock": "b" * 6_000})
    merged = ask("merge", current, incoming, shape)

    assert merged["plan"]["notes"] == {"tell-someone": "First\n\nSecond", "change-the-lock": "a" * 6_000}
    assert merged["kept"] == ["Note differs, and both are too long to join: Change the lock"]


def test_what_two_plans_say_next_to_one_step_is_joined_field_by_field(
    ask: Ask, shape: dict[str, Any]
) -> None:
    current = plan(mine={"tell-someone": {"who": "Aunt"}, "change-the-lock": {"who": "Bo", "cost": 3}})
    incoming = plan(
        mine={
            "tell-someone": {"who": "", "when": "Friday"},
            "change-the-lock": {"who": "Cy", "cost": 4, "key": 1},
        }
    )
    merged = ask("merge", current, incoming, shape)

    assert merged["plan"]["mine"] == {
        "tell-someone": {"who": "Aunt", "when": "Friday"},
        "change-the-lock": {"who": "Bo", "cost": 3, "key": 1},
    }
    assert merged["changes"] == [
        "Tell someone: When added.",
        "Something is added that this version of the guide cannot show.",
    ]
    assert merged["kept"] == [
        "Something differs that this version of the guide cannot show.",
        "Change the lock: Who helps differs.",
    ]


def test_a_part_that_is_full_says_how_many_entries_did_not_fit(ask: Ask, shape: dict[str, Any]) -> None:
    current = plan(parts={"people": [{"name": f"A{number}"} for number in range(49)]})
    incoming = plan(parts={"people": [{"name": f"B{number}"} for number in range(3)]})
    merged = ask("merge", current, incoming, shape)

    assert len(merged["plan"]["parts"]["people"]) == 50
    assert merged["kept"] == ["People I trust: 2 entries not added. A part holds at most 50."]


def test_a_part_that_has_something_in_it_is_not_folded_away_by_a_merge(
    ask: Ask, shape: dict[str, Any]
) -> None:
    merged = ask("merge", plan(parts={"people": [{"name": "A"}]}), plan(skipped=["people"]), shape)

    assert merged["plan"]["skipped"] == []


def test_replacing_tells_what_is_lost_and_what_comes(ask: Ask, shape: dict[str, Any]) -> None:
    current = plan(
        answers={"threats": "yes", "works": "no"}, parts={"people": [{"name": "A"}, {"name": "B"}]}
    )
    incoming = plan(
        answers={"threats": "no", "works": "no"},
        mine={"tell-someone": {}, "change-the-lock": {"when": "Friday"}},
        notes={"tell-someone": "A"},
        parts={"people": [{"name": "B"}, {"name": "C"}, {"name": "D"}]},
        skipped=["signal"],
        review={"next": "2026-12-24"},
    )
    replaced = ask("replace", current, incoming, shape)

    assert replaced["plan"] == incoming
    assert replaced["changes"] == [
        "People I trust: 1 entry removed.",
        "People I trust: 2 entries added.",
        "Answers: 1 changed.",
        "Steps in my plan: 2 changed.",
        "Notes on steps: 1 changed.",
        "The parts that are not for you change.",
        "The day to look at the plan again changes.",
    ]


def test_the_later_of_two_last_looks_stays(ask: Ask, shape: dict[str, Any]) -> None:
    """An earlier one would tell steps as new that were read since."""
    early, late = plan(review={"last": "2026-09-30"}), plan(review={"last": "2026-10-01"})

    for current, incoming in ((early, late), (late, early)):
        assert ask("merge", current, incoming, shape)["plan"]["review"]["last"] == "2026-10-01"


def test_two_notes_that_just_fit_become_one(ask: Ask, shape: dict[str, Any]) -> None:
    current = plan(notes={"tell-someone": "a" * 4_999})
    merged = ask("merge", current, plan(notes={"tell-someone": "b" * 4_999}), shape)

    assert (len(merged["plan"]["notes"]["tell-someone"]), merged["kept"]) == (10_000, [])
