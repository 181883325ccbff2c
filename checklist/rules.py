"""Decide which advice fits a person's answers, in which order, and why. Never a risk score."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from .advice import HORIZONS, IN_DANGER, AdviceItem, Condition
from .facts import NO, YES, Fact
from .translation import _


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
class RankedItem:
    """An item, how it fits, the facts that decided it, and where it is in the plan."""

    item: AdviceItem
    fit: Fit
    facts: tuple[str, ...]
    horizon: str
    """The item's own, or that of the step it was put ahead of."""
    ahead_of: AdviceItem | None = None


def fit_of(when: Condition, answers: Mapping[str, str]) -> tuple[Fit, tuple[str, ...]]:
    """Return how a condition fits and the facts that decide it.

    Only a clear yes or no rules anything out, but what `only_if` names needs a clear yes.
    """
    yes = {fact for fact in when.facts if answers.get(fact) == YES}
    no = {fact for fact in when.facts if answers.get(fact) == NO}

    against = tuple(fact for fact in when.all_of + when.only_if if fact in no)
    against += tuple(fact for fact in when.none_of if fact in yes)
    if when.any_of and no.issuperset(when.any_of):
        against += when.any_of
    if against:
        return Fit.LEFT_OUT, against

    if unsaid := tuple(fact for fact in when.only_if if fact not in yes):
        return Fit.LEFT_OUT, unsaid

    needed = when.all_of + when.any_of + when.only_if
    # A yes to one thing says little while the rest is open: a reader who knows the person may not have a job.
    is_met = not when.any_of or bool(yes.intersection(when.any_of))
    if is_met and (said := tuple(fact for fact in needed if fact in yes)):
        return Fit.SAID, said
    if needed:
        return Fit.OPEN, tuple(fact for fact in needed if fact not in no and fact not in yes)
    return Fit.GENERAL, ()


def fit_of_item(item: AdviceItem, answers: Mapping[str, str]) -> tuple[Fit, tuple[str, ...]]:
    """Return how an item fits. Steps for danger fit everyone: an answer can only move them to the front."""
    fit, facts = fit_of(item.when, answers)
    return (fit, facts) if fit is Fit.SAID or item.topic != IN_DANGER else (Fit.GENERAL, ())


def choose(
    items: Iterable[AdviceItem],
    answers: Mapping[str, str],
    *,
    dangers: Container[str] = (),
    topics: Container[str] = (),
    marks: Container[str] = (),
) -> list[RankedItem]:
    """Return every item with its fit, in order.

    First the most urgent, and of that what is done in danger; then what the reader spoke of, and of
    that what depends on one of the `dangers` they said yes to; then the `topics` that matter to them,
    then the guide's order. Steps that have to come first, and are not among the `marks`, move ahead.
    """

    def place(step: RankedItem) -> tuple[int, bool, Fit, bool, bool]:
        of_a_danger = step.fit is Fit.SAID and any(fact in dangers for fact in step.facts)
        return (
            HORIZONS.index(step.horizon),
            step.item.topic != IN_DANGER,
            step.fit,
            not of_a_danger,
            step.item.topic not in topics,
        )

    ranked = [RankedItem(item, *fit_of_item(item, answers), item.horizon) for item in items]
    return _with_first_steps_first(sorted(ranked, key=place), marks)


def _with_first_steps_first(ranked: list[RankedItem], marks: Container[str]) -> list[RankedItem]:
    # A circle, which the build refuses, is walked once: each step in it is still placed.
    waiting = {c.item.id: c for c in ranked if c.fit is not Fit.LEFT_OUT and c.item.id not in marks}
    ordered: list[RankedItem] = []
    placed: set[str] = set()

    def put(step: RankedItem) -> None:
        placed.add(step.item.id)
        for id in step.item.first if step.fit is not Fit.LEFT_OUT else ():
            if id in waiting and id not in placed:
                put(replace(waiting[id], horizon=step.horizon, ahead_of=step.item))
        ordered.append(step)

    for step in ranked:
        if step.item.id not in placed:
            put(step)
    return ordered


def reason(step: RankedItem, facts: Mapping[str, Fact], answers: Mapping[str, str]) -> str:
    """Say why an item is shown or left out, and what it was put ahead of."""
    why = reason_of(step.fit, step.facts, facts, answers)
    if not step.ahead_of:
        return why
    return _("{why} It is good to do this before: {action}.", why=why, action=step.ahead_of.action)


def reason_of(
    fit: Fit, deciding: Iterable[str], facts: Mapping[str, Fact], answers: Mapping[str, str]
) -> str:
    """Say in one sentence why something fits or does not."""
    named = [facts[id] for id in deciding]
    if fit is Fit.GENERAL:
        return _("This can help anyone.")
    if fit is Fit.OPEN:
        return _("This may fit. One question is open: {question}", question=named[0].question)
    if answers.get(named[0].id) not in (YES, NO):
        return _(
            "This is only for people who say yes to this question: {question}", question=named[0].question
        )
    said = [fact.said_yes if answers[fact.id] == YES else fact.said_no for fact in named]
    if len(said) == 1:
        return _("You said that {first}.", first=said[0])
    return _("You said that {first}, and that {second}.", first=said[0], second=said[1])
