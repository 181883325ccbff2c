"""Count the syllables of a word, by language."""

from __future__ import annotations

import re
from itertools import pairwise

import pyphen

_ENGLISH = pyphen.Pyphen(lang="en_US")
_STRONG = "aeoáéó"
_STRESSED = "íú"
"""Weak vowels that stand for themselves next to a strong one, as in país and ahí."""
_VOWELS = _STRONG + _STRESSED + "iuü"


def in_english(word: str) -> int:
    """Count syllables: groups of vowels, or pyphen's hyphenation points where those find more."""
    word = re.sub(r"['’].*", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups, len(_ENGLISH.positions(word)) + 1)


def in_spanish(word: str) -> int:
    """Count syllables: groups of vowels, parted where two of them are no diphthong. `h` parts nothing."""
    word = word.lower()
    word = re.sub(r"([qg])u(?=[eiéí])", r"\1", word)
    word = re.sub(r"y(?=[^aeiouáéíóúü]|$)", "i", word)
    word = re.sub(r"(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])", "", word)
    groups = re.findall(f"[{_VOWELS}]+", word)
    return max(1, sum(1 + sum(_are_two(*pair) for pair in pairwise(group)) for group in groups))


def _are_two(one: str, other: str) -> bool:
    """Return whether two vowels next to each other belong to two syllables."""
    if one in _STRONG and other in _STRONG:
        return True
    if {one, other} & set(_STRESSED):
        return bool({one, other} & set(_STRONG)) or one.translate(_PLAIN) == other.translate(_PLAIN)
    return one == other  # as in chiita


_PLAIN = str.maketrans("íúü", "iuu")
