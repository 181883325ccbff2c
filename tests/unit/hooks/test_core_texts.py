"""The texts that the small core leaves out are those that only a `PyMethodDef` points at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hooks.assets.python_bundle import core_folder
from hooks.assets.python_core import LIST, MODULE, TEXTS
from tests.core.__main__ import numbers_of
from tests.core.texts import Core, joined, texts_of, write_texts

ROOT = Path(__file__).resolve().parents[3]
FIRST = 1024
NAME, TEXT, OTHER = FIRST + 4, FIRST + 16, FIRST + 48
METHOD = FIRST + 80
POINTERS = {METHOD: NAME, METHOD + 4: 7, METHOD + 12: TEXT}
"""Name, function, flags and text, four bytes each."""


def core(pointers: dict[int, int], in_code: frozenset[int] = frozenset()) -> Core:
    memory = bytearray(128)
    for at, text in ((NAME, b"close"), (TEXT, b"Close the file."), (OTHER, b"Read a line.")):
        memory[at - FIRST : at - FIRST + len(text)] = text
    return Core(FIRST, bytes(memory), pointers, functions=9, in_code=in_code)


def test_the_text_of_a_method_is_found():
    assert list(texts_of(core(POINTERS))) == [range(TEXT, TEXT + len("Close the file."))]


@pytest.mark.parametrize(
    ("what", "changes", "in_code"),
    [
        ("its end is a text of another", {FIRST + 100: TEXT + 10}, frozenset()),
        ("a kept function has its address", {}, frozenset({TEXT})),
        ("a function is no function", {METHOD + 4: 10}, frozenset()),
        ("flags are a pointer", {METHOD + 8: OTHER}, frozenset()),
        ("a name is none", {METHOD: TEXT}, frozenset()),
    ],
)
def test_nothing_is_found_where(what, changes, in_code):
    assert list(texts_of(core(POINTERS | changes, in_code))) == [], what


def test_texts_are_joined_over_zeros_alone():
    first, second, third = range(TEXT, TEXT + 15), range(OTHER, OTHER + 4), range(OTHER + 6, OTHER + 12)

    assert list(joined(core({}), [first, second, third])) == [range(TEXT, OTHER + 4), third]


def test_the_list_is_what_is_found(tmp_path):
    kept = numbers_of(json.loads((ROOT / LIST).read_text("utf-8"))[MODULE]["functions"])

    assert write_texts(tmp_path / "texts.json", core_folder(ROOT), kept) > 200_000
    assert (tmp_path / "texts.json").read_text("utf-8") == (ROOT / TEXTS).read_text("utf-8")
