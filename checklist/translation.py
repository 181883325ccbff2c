"""Say a sentence in the language of this copy. English is in the source, and is the key.

`theme/components/common/gettext.js` is the same for scripts.
"""

from __future__ import annotations

from collections.abc import Mapping

_words: Mapping[str, str] = {}


def use_words(words: Mapping[str, str]) -> None:
    """Say these sentences in place of the English ones that are their keys."""
    global _words
    _words = words


def say(english: str) -> str:
    return _words.get(english, english)


def _(english: str, **values: object) -> str:
    """Return the sentence, with each `{name}` in it filled from `values`."""
    sentence = say(english)
    return sentence.format_map(values) if values else sentence


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the sentence for this many; `{count}` is filled too."""
    return _(one if count == 1 else many, count=count, **values)
