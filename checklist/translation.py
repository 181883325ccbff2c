"""Say a sentence in the language of this copy. English is in the source, and is the key.

`theme/components/common/gettext.js` is the same for scripts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Said = Mapping[str, str | Sequence[str]]
"""English to its words; the English of one thing to a list with a form for each kind of number."""

_words: Said = {}
_kinds = ""


def use_words(words: Said, kinds: str = "") -> None:
    """Say these sentences in place of the English ones that are their keys.

    `kinds`: which form each number from 0 to 199 takes, a digit for each; empty as in English.
    """
    global _words, _kinds
    _words, _kinds = words, kinds


def say(english: str) -> str:
    words = _words.get(english, english)
    return words if isinstance(words, str) else words[0]


def say_for(one: str, many: str, count: int) -> str:
    """Return the words for this many; their gaps stay."""
    forms = _words.get(one)
    if forms is None or isinstance(forms, str):
        return say(one if count == 1 else many)
    return forms[int(_kinds[count if count < len(_kinds) else 100 + count % 100])]


def _(english: str, **values: object) -> str:
    """Return the sentence, with each `{name}` in it filled from `values`."""
    sentence = say(english)
    return sentence.format_map(values) if values else sentence


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the sentence for this many; `{count}` is filled too."""
    return say_for(one, many, count).format_map({"count": count, **values})
