"""Which fields of each file are words for readers: a translation changes these, and no others."""

from __future__ import annotations

WORDS = {
    "content/advice/": ("action", "words", "because", "before", "caution"),
    "content/claims.yml": ("says", "now", "retired"),
    "content/facts.yml": ("question", "why", "about", "said_yes"),
    "content/log.yml": ("label", "hint", "why", "says", "avoid", "better", "report_number", "also"),
    "content/places/": (
        *("country", "note", "law_note", "name", "hours", "for_whom", "how", "card", "beside", "says"),
    ),
    "content/plan.yml": ("title", "why", "entry", "label", "hint", "event", "then", "sentence"),
    "content/questions.yml": ("question", "why", "label"),
    "content/sheets.yml": ("title", "purpose", "how"),
    "content/territories.yml": ("words", "why"),
    "content/withdrawn.yml": ("why",),
    "docs/": ("title", "summary", "words"),
}


def words_of(name: str) -> tuple[str, ...]:
    """List the fields of words in the file called `name`; none where a translation changes nothing in it."""
    return next((fields for start, fields in WORDS.items() if name.startswith(start)), ())
