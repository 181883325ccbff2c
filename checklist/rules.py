"""Decide which advice fits a person's answers, and say why. Never a risk score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from .advice import AdviceItem, Condition
from .facts import NO, YES, Fact
from .translation import _


class Fit(IntEnum):
    """How an item fits, in the order in which items of one horizon are shown."""

    SAID = 0
    """It depends on something the reader said."""
    GENERAL = 1
    """It fits everyone, or everyone but those who said otherwise, and nothing makes it more pressing."""
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
    """The item's own, or that of the soonest step that names it under `first`."""
    ahead_of: RankedItem | None = None
    """The step that it was put ahead of."""


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

    # A yes to one thing says little while the rest is open: a reader who knows the person may not have a job.
    is_met = yes.issuperset(when.all_of + when.only_if) and (
        not when.any_of or not yes.isdisjoint(when.any_of)
    )
    said = tuple(fact for fact in when.sooner_if or when.needed if fact in yes)
    if said and (is_met or not (when.any_of or when.sooner_if)):
        return Fit.SAID, said
    if is_met:
        return Fit.GENERAL, tuple(fact for fact in when.needed if fact in yes)
    return Fit.OPEN, tuple(fact for fact in when.needed if fact not in no and fact not in yes)


def ranked(item: AdviceItem, answers: Mapping[str, str]) -> RankedItem:
    return RankedItem(item, *fit_of(item.when, answers), item.horizon)


HELPING = "helping-someone"
"""A yes: the reader answers for somebody else, so that "you said that you …" is not true of them."""


def reason(step: RankedItem, facts: Mapping[str, Fact], answers: Mapping[str, str]) -> str:
    """Say why an item is shown or left out, and what it was put ahead of, if that fits the reader."""
    other = step.ahead_of
    before = (
        _("Do this first, before {what}.", what=other.item.before) if other and other.fit < Fit.OPEN else ""
    )
    said = step.fit is not Fit.OPEN and step.facts
    why = reason_of(step.fit, step.facts, facts, answers, step.item.because) if said or not before else ""
    return " ".join(filter(None, [why, before]))


def reason_of(
    fit: Fit,
    deciding: Iterable[str],
    facts: Mapping[str, Fact],
    answers: Mapping[str, str],
    because: str = "",
) -> str:
    """Say why something fits or does not. What rules it out is not said again, only named."""
    named = [facts[id] for id in deciding]
    if not named:
        return _("This can help anyone.")
    if fit is Fit.OPEN:
        fits = _("This may fit. One question is open: {question}", question=named[0].question)
        return " ".join(filter(None, [fits, because]))
    if answers.get(named[0].id) not in (YES, NO):
        return _(
            "This is only for people who say yes to this question: {question}", question=named[0].question
        )
    if fit is Fit.LEFT_OUT:
        return _("This does not fit what you said about {what}.", what=subject_of(named))
    return " ".join(filter(None, [_fits(named, answers), because]))


def _fits(named: list[Fact], answers: Mapping[str, str]) -> str:
    if answers.get(HELPING) == YES and named[0].id != HELPING:
        return _("This fits what you said about {what}.", what=subject_of(named))
    return _("You said that {said}.", said=said_of(named))


def said_of(facts: list[Fact]) -> str:
    """Say what the reader said yes to, the first two of these facts, as it follows "You said that"."""
    if len(facts) == 1:
        return facts[0].said_yes
    return _("{first}, and that {second}", first=facts[0].said_yes, second=facts[1].said_yes)


def subject_of(facts: list[Fact]) -> str:
    """Name what the first two of these facts are about, and that there is more."""
    if len(facts) == 1:
        return facts[0].about
    if len(facts) == 2:
        return _("{first} and {second}", first=facts[0].about, second=facts[1].about)
    return _("{first}, {second} and more", first=facts[0].about, second=facts[1].about)
