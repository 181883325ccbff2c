"""Decide which advice fits a person's answers, in which order, and why. Never a risk score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from .advice import HORIZONS, AdviceItem, Condition
from .facts import NO, YES, Fact


class Fit(IntEnum):
    """How an item fits, in the order in which items of one horizon are shown."""

    SAID = 0
    """It depends on something the reader said."""
    GENERAL = 1
    """It fits everyone, or everyone but those who said otherwise."""
    OPEN = 2
    """It depends on a question that is still open: never a ground to hide it."""
    LEFT_OUT = 3
    """An answer rules it out."""


@dataclass(frozen=True)
class Choice:
    """An item, how it fits, and the facts that decided it."""

    item: AdviceItem
    fit: Fit
    facts: tuple[str, ...] = ()


def fit_of(when: Condition, answers: Mapping[str, str]) -> tuple[Fit, tuple[str, ...]]:
    """Return how a condition fits and the facts that decide it; only a clear yes or no rules anything out."""
    yes = {fact for fact in when.facts if answers.get(fact) == YES}
    no = {fact for fact in when.facts if answers.get(fact) == NO}

    against = tuple(fact for fact in when.all_of if fact in no) + tuple(f for f in when.none_of if f in yes)
    if when.any_of and no.issuperset(when.any_of):
        against += when.any_of
    if against:
        return Fit.LEFT_OUT, against

    needed = when.all_of + when.any_of
    if said := tuple(fact for fact in needed if fact in yes):
        return Fit.SAID, said
    if needed:
        return Fit.OPEN, tuple(fact for fact in needed if fact not in no)
    return Fit.GENERAL, ()


def choose(items: Iterable[AdviceItem], answers: Mapping[str, str]) -> list[Choice]:
    """Return a choice for every item: most urgent first, then what the reader spoke of, then the guide's order."""
    choices = [Choice(item, *fit_of(item.when, answers)) for item in items]
    return sorted(choices, key=lambda choice: (HORIZONS.index(choice.item.horizon), choice.fit))


def reason(choice: Choice, facts: Mapping[str, Fact], answers: Mapping[str, str]) -> str:
    """Say in one sentence why an item is shown or left out."""
    named = [facts[id] for id in choice.facts]
    if choice.fit is Fit.GENERAL:
        return "This can help anyone."
    if choice.fit is Fit.OPEN:
        return f"This may fit. One question is open: {named[0].question}"
    said = [fact.said_yes if answers[fact.id] == YES else fact.said_no for fact in named]
    return f"You said that {', and that '.join(said[:2])}."
