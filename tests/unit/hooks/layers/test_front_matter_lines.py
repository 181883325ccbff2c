"""Fields of YAML are changed, and every other line stays as somebody wrote it."""

from __future__ import annotations

import pytest

from hooks.layers.front_matter_lines import field_lines, with_field, with_fields

WRITTEN = """# Ours.
name: "Casa Clara"   # our name
# The version.
guide: 0.1.0  # raised by hand
line:
  - name: Casa Clara
    guide: 9.9.9
"""


def test_a_field_is_changed_in_its_place_and_its_comment_stays() -> None:
    assert with_field(WRITTEN, "guide", "0.2.0") == WRITTEN.replace("0.1.0", "0.2.0")


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("", "guide: 0.2.0\n"),
        ("name: Ours\n", "guide: 0.2.0\nname: Ours\n"),
        ("# Ours.\n\nname: Ours\n", "# Ours.\n\nguide: 0.2.0\nname: Ours\n"),
        ("guide:\nname: Ours\n", "guide: 0.2.0\nname: Ours\n"),
        ("name: Ours\nguide: >\n  0.1.0\n", "name: Ours\nguide: 0.2.0\n"),
        ("name: Ours\nguide: 0.1.0", "name: Ours\nguide: 0.2.0\n"),
        ("name: Ours", "guide: 0.2.0\nname: Ours"),
    ],
)
def test_a_field_that_is_missing_or_written_otherwise_is_written(yaml: str, expected: str) -> None:
    assert with_field(yaml, "guide", "0.2.0") == expected


def test_fields_are_read_with_the_lines_below_them() -> None:
    assert field_lines(WRITTEN)["line"] == "line:\n  - name: Casa Clara\n    guide: 9.9.9\n"


def test_a_text_gets_fields_and_loses_those_that_are_none() -> None:
    text = '---\nof: 00000000\naction: "Do: it"\ncaution: Careful.\n---\nBody.\n'
    changed = {"of": "0123456e", "action": "Do # it", "caution": None}
    assert with_fields(text, changed) == "---\nof: 0123456e\naction: 'Do # it'\n---\nBody.\n"
    assert with_fields(text, {}, "Other.\n") == text.replace("Body.", "Other.")
    assert with_fields("Body.\n", {"of": "0123456e"}) == "---\nof: 0123456e\n---\nBody.\n"
