"""Measure how many years of school a text asks for (Flesch-Kincaid grade)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pyphen

_SYLLABLES = pyphen.Pyphen(lang="en_US")


def plain_text(markdown: str) -> str:
    """Reduce Markdown to the words a reader meets: a heading ends a sentence, a list may continue one."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*\{[^}]*\}\s*$|\{ *[#.:][^}]*\}", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`]", "", text)
    text = re.sub(r"^\s*#+\s+(.*?)[.!?:]?\s*$", r"\1.\n", text, flags=re.MULTILINE)
    text = re.sub(r"(?<![.!?\n])(?<![.!?][\"'”’)])\s*\n\s*(?:[-+]|\d+\.)\s+", ", ", text)
    text = re.sub(r"^\s*(?:[-+]|\d+\.)\s+", "", text, flags=re.MULTILINE)
    return re.sub(r"[ \t]+", " ", text)


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z][A-Za-z'’]*", text)
    if not words:
        return 0.0
    syllables = sum(syllable_count(word) for word in words)
    return 0.39 * len(words) / sentences_of(text) + 11.8 * syllables / len(words) - 15.59


def sentences_of(text: str) -> int:
    """Count the sentences of a plain text. A colon ends none."""
    parts = re.split(r"[.!?]+(?:[\"'”’)\]]*\s|\Z)|\n\s*\n", text)
    return sum(bool(re.search(r"[A-Za-z]", part)) for part in parts)


def syllable_count(word: str) -> int:
    """Count syllables: groups of vowels, or pyphen's hyphenation points where those find more."""
    word = re.sub(r"['’].*", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups, len(_SYLLABLES.positions(word)) + 1)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{reading_grade(plain_text(Path(name).read_text(encoding='utf-8'))):5.1f}  {name}")
