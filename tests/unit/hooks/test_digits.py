"""Bytes of the one file as text."""

import random

import pytest

from hooks.single_file.digits import bytes_of, text_of


@pytest.mark.parametrize("length", [*range(40), 10_001])
def test_bytes_come_back_whatever_they_are(length):
    chance = random.Random(length)

    for data in (chance.randbytes(length), bytes(length), b"\xff" * length):
        assert bytes_of(text_of(data)) == data


def test_the_text_is_of_printable_signs_that_end_no_script():
    text = text_of(random.Random(1).randbytes(100_000))

    assert set(text) == {chr(code) for code in range(32, 127)} - {"<"}
    assert len(text) < 122_500
