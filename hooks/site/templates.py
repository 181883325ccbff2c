"""Give templates what all of them may ask for: sentences by gettext, days in words, countries in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from jinja2 import Environment

from checklist.dates import long_day, short_day
from checklist.translation import _, say, say_for
from hooks.content.records import Place
from hooks.content.spoken import answers_in_words, for_readers_of, spoken_name, to_say
from hooks.content.territories import sort_key

I18N = "jinja2.ext.i18n"
in_english: set[str] = set()
"""Sentences that templates of this build have said in English."""


def make_ready(env: Environment, direction: str = "ltr") -> Environment:
    """Prepare the environment before it reads its first template: the extension changes how it does that."""
    env.add_extension(I18N)
    env.install_gettext_callables(noted, say_for, newstyle=True)  # type: ignore[attr-defined]
    env.filters.update(long_day=long_day, short_day=short_day, either=either, by_country=by_country)
    env.filters.update(for_readers_of=for_readers_of, answers_in_words=answers_in_words, to_say=to_say)
    env.filters.update(spoken_name=spoken_name)
    env.filters["left_to_right"] = isolated if direction == "rtl" else str
    return env


def noted(english: str) -> str:
    """Say a sentence, and note that it was said in English, if it was (`hooks/languages/fallback.py`)."""
    words = say(english)
    if words == english:
        in_english.add(english)
    return words


def isolated(number: str) -> str:
    """Keep the order of a number's digits in a line from the right, where groups of them would swap."""
    return f"\u2066{number}\u2069"


def either(choices: Iterable[str]) -> str:
    """Name what can be chosen between: 112 or 999."""
    return reduce(lambda first, second: _("{first} or {second}", first=first, second=second), choices)


def by_country(places: Mapping[str, Place]) -> list[tuple[str, Place]]:
    """List each file and its place in the order in which a reader looks for the countries."""
    return sorted(places.items(), key=lambda entry: sort_key(entry[1].country))
