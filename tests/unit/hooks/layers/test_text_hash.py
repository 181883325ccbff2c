"""A text's hash names its words, and nothing else."""

import pytest

from hooks.layers.text_hash import text_hash, texts_of
from tests.unit.hooks.layers.small import FILES, LOCK, PHONE


def test_a_hash_is_the_same_on_every_day_and_machine() -> None:
    """Copies of the guide have it in `of`: it must never be computed in another way."""
    assert text_hash(LOCK, FILES[LOCK]) == "61a62c1c"
    assert text_hash(PHONE, FILES[PHONE]) == "4671b8f4"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reviewed: 2026-11-22", "reviewed: 2027-01-01"),
        ("Pick a code.", "Pick  a\ncode."),
        ("words: [pin, passcode]", "words: [pin]"),
        ("horizon: today", "horizon: later"),
        ("Pick a code.", "Pick a code.\n<!-- not measured: advice -->"),
    ],
)
def test_what_is_no_word_for_readers_does_not_count(old: str, new: str) -> None:
    assert text_hash(LOCK, FILES[LOCK].replace(old, new)) == text_hash(LOCK, FILES[LOCK])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (LOCK, "Change the code", "Change your code"),
        (LOCK, "It may be noticed.", "It is often noticed."),
        (LOCK, "caution: It may be noticed.\n", ""),
        (LOCK, "Pick a code.", "Pick a long code."),
        (PHONE, "title: Phone", "title: Phones"),
        (PHONE, "About phones.", "On phones."),
        (PHONE, "advice: lock", "advice: call"),
    ],
)
def test_each_word_for_readers_counts(name: str, old: str, new: str) -> None:
    assert text_hash(name, FILES[name].replace(old, new)) != text_hash(name, FILES[name])


def test_the_texts_of_a_file_without_front_matter_are_its_body() -> None:
    assert texts_of(LOCK, "Pick a code.\n") == {"body": "Pick a code."}
