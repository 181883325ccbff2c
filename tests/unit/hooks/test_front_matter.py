"""YAML that cannot be read as somebody meant it is told in one line, and never drops a field in silence."""

from __future__ import annotations

import pytest

from hooks.content.front_matter import load_yaml


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Notes\nline: x\nname: Memo\n", "broken YAML (line 3: name is there twice)"),
        ("- {id: a, id: b}\n", "broken YAML (line 1: id is there twice)"),
        ("a: b\n\tc: d\n", "broken YAML (line 2: found a tab character that violates indentation)"),
        ("? [a]\n: b\n", "broken YAML (line 1: found unhashable key)"),
        ("[" * 5000 + "]" * 5000, "broken YAML (too many lists in one another)"),
    ],
)
def test_broken_yaml_is_told_with_its_line(text, told):
    assert load_yaml(text) == told


def test_values_stay_as_they_are_written():
    assert load_yaml("day: 2026-11-22\nyes: 0\n") == {"day": "2026-11-22", "yes": "0"}
