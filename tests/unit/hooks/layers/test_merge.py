"""Merging by paragraph takes each change of one side, and decides nothing where both changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hooks.layers.merge import Both, merge

WAS = "One is here.\n\n- A point.\n- Another.\n\nTwo is here.\nIt has two lines.\n\nThree is here."

WORDS = st.sampled_from(
    ["call a friend today", "write it down now", "keep the phone close", "ask at the shelter"]
)
TEXTS = st.lists(WORDS, max_size=6).map("\n\n".join)


def test_each_side_may_change_another_paragraph() -> None:
    own = WAS.replace("One is here.", "One is ours.") + "\n\nOur own end."
    guide = WAS.replace("- A point.", "- A new point.\n- A point.").replace("Two is here.", "Two is there.")
    assert merge(WAS, own, guide) == (
        "One is ours.\n\n- A new point.\n- A point.\n- Another.\n\nTwo is there.\nIt has two lines.\n\n"
        "Three is here.\n\nOur own end."
    )


def test_neighbouring_paragraphs_are_two() -> None:
    own, guide = WAS.replace("One is here.", "One is ours."), WAS.replace("- A point.", "- A sharp point.")
    assert merge(WAS, own, guide) == own.replace("- A point.", "- A sharp point.")


def test_a_paragraph_that_both_changed_is_shown_as_each_made_it() -> None:
    own, guide = WAS.replace("Two is here.", "Two is ours."), WAS.replace("two lines", "two long lines")
    assert merge(WAS, own, guide) == [
        Both(
            "Two is here.\nIt has two lines.",
            "Two is ours.\nIt has two lines.",
            "Two is here.\nIt has two long lines.",
        )
    ]


def test_what_one_took_out_and_the_other_changed_is_decided_by_nobody() -> None:
    own, guide = WAS.replace("\n\nThree is here.", ""), WAS.replace("Three is here.", "Three is not here.")
    assert merge(WAS, own, guide) == [Both("Three is here.", "", "Three is not here.")]


def test_two_new_paragraphs_at_one_place_are_decided_by_nobody() -> None:
    assert merge(WAS, f"{WAS}\n\nOurs, at the end.", f"{WAS}\n\nThe guide says more.") == [
        Both("", "Ours, at the end.", "The guide says more.")
    ]


def test_the_same_change_of_both_is_no_conflict() -> None:
    both = WAS.replace("One is here.", "One is there.")
    assert merge(WAS, both, both) == both


def test_other_line_breaks_are_no_change() -> None:
    own = WAS.replace("Two is here.\nIt", "Two is here. It")
    guide = WAS.replace("two lines", "two long lines")
    assert merge(WAS, own, guide) == guide


def test_a_list_that_ends_and_a_paragraph_that_was_below_a_heading_do_not_run_together() -> None:
    was = "## Head\nText below.\n\nThe end."
    assert (
        merge(was, was.replace("## Head\n", ""), f"New words.\n\n{was}")
        == "New words.\n\nText below.\n\nThe end."
    )


@given(was=TEXTS, other=TEXTS)
def test_where_one_side_changed_nothing_the_other_is_the_result(was: str, other: str) -> None:
    assert merge(was, other, was) == other
    assert merge(was, was, other) == other


@given(was=TEXTS, own=TEXTS, guide=TEXTS)
def test_no_words_of_a_side_are_lost_and_none_are_made_up(was: str, own: str, guide: str) -> None:
    merged = merge(was, own, guide)
    if isinstance(merged, str):
        old, mine, new = (text.split("\n\n") if text else [] for text in (was, own, guide))
        parts = merged.split("\n\n") if merged else []
        assert set(parts) <= {*mine, *new}
        assert {*mine, *new} - set(old) <= set(parts)
    else:
        assert all(part.own != part.guide and part.was not in (part.own, part.guide) for part in merged)


@given(was=TEXTS, own=TEXTS, guide=TEXTS)
def test_a_merge_is_the_same_whichever_side_is_called_own(was: str, own: str, guide: str) -> None:
    one, other = merge(was, own, guide), merge(was, guide, own)
    if isinstance(one, str) or isinstance(other, str):
        assert one == other
    else:
        assert [(part.was, part.own, part.guide) for part in one] == [
            (part.was, part.guide, part.own) for part in other
        ]
