"""Say a sentence in the language of this copy. English is in the source, and is the key.

`theme/components/common/gettext.js` is the same for scripts.
"""

from __future__ import annotations


def _(english: str, **values: object) -> str:
    """Return the sentence, with each `{name}` in it filled from `values`."""
    return english.format_map(values) if values else english


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """Return the sentence for this many; `{count}` is filled too."""
    return _(one if count == 1 else many, count=count, **values)
