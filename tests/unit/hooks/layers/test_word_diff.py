"""The words that changed are marked, and paragraphs that did not change are left out."""

from __future__ import annotations

import pytest

from hooks.layers.word_diff import WIDTH, word_diff

WAS = "The code guards your messages.\n\nPick a new one.\n\n- Not a birthday.\n- Not an old one."


@pytest.mark.parametrize(
    ("now", "diff"),
    [
        (WAS, ""),
        (WAS.replace("guards your", "guards\nyour"), ""),
        (WAS.replace("your messages", "all messages"), "The code guards [-your-] {+all+} messages."),
        (WAS.replace("\n\nPick a new one.", ""), "[-Pick a new one.-]"),
        (f"Something first.\n\n{WAS}", "{+Something first.+}"),
        (WAS.replace("- Not a birthday.", "- Not a birthday.\n- Not a name."), "{+- Not a name.+}"),
        (
            WAS.replace("Pick a new one.", "Choose six words instead, with a dice."),
            "[-Pick a new one.-] {+Choose six words instead, with a dice.+}",
        ),
        (
            WAS.replace("The code", "A code").replace("an old one", "an older one"),
            "[-The-] {+A+} code guards your messages.\n\n- Not an [-old-] {+older+} one.",
        ),
    ],
)
def test_only_what_changed_is_shown(now: str, diff: str) -> None:
    assert word_diff(WAS, now) == diff


def test_lines_are_short_enough_to_read() -> None:
    lines = word_diff("word " * 100, "word " * 101).splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= WIDTH
