"""Show which words of a text changed, in the form of `git diff --word-diff`: [-taken out-] {+put in+}."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher

from hooks.layers.paragraphs import LEAST_ALIKE, Paragraph, hunks, likeness, split_paragraphs

WIDTH = 100  # letters


def word_diff(was: str, now: str) -> str:
    """Return the paragraphs that differ, with the words that do; empty where only white space differs."""
    old, new = split_paragraphs(was), split_paragraphs(now)
    blocks = (
        " ".join(_marked(_words(old[hunk.start : hunk.end]), _words(new[hunk.low : hunk.high])))
        for hunk in hunks(old, new)
    )
    return "\n\n".join(textwrap.fill(block, WIDTH, break_on_hyphens=False) for block in blocks)


def _words(parts: list[Paragraph]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.words)


def _marked(was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    is_one = likeness(was, now) >= LEAST_ALIKE
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for tag, start, end, low, high in codes if is_one else [("replace", 0, len(was), 0, len(now))]:
        if tag == "equal":
            yield from was[start:end]
            continue
        if start < end:
            yield f"[-{' '.join(was[start:end])}-]"
        if low < high:
            yield f"{{+{' '.join(now[low:high])}+}}"
