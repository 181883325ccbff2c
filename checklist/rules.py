"""Decide which advice fits a person's answers, in which order, and why. Never a risk score."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from .advice import HORIZONS, AdviceItem, Condition
from .catalogue import Catalogue
from .facts import NO, YES, Fact
from .questions import topics_that_matter
from .request import Request
from .translation import _

TODAY, LATER = HORIZONS.index("today"), HORIZONS.index("later")


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
    ahead_of: AdviceItem | None = None
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


def rank(catalogue: Catalogue, request: Request, answers: Mapping[str, str]) -> list[RankedItem]:
    """Return every item for these answers, and for what else the request says, as `choose` does."""
    facts = catalogue.facts.values()
    return choose(
        catalogue.items.values(),
        answers,
        reach=[fact.id for fact in facts if fact.decides_how_to_reach_help],
        dangers=[fact.id for fact in facts if fact.is_danger],
        topics=topics_that_matter(catalogue.questions, request.choices),
        marks=request.marks,
    )


def choose(
    items: Iterable[AdviceItem],
    answers: Mapping[str, str],
    *,
    reach: Container[str] = (),
    dangers: Container[str] = (),
    topics: Container[str] = (),
    marks: Container[str] = (),
) -> list[RankedItem]:
    """Return every item with its fit, in the order in which to look at them, and the left out ones last.

    Ahead of all is what is for today and about a fact in `reach`. Then what fits comes before what is
    open, and of what fits, all that is sooner before what is for later: what the reader spoke of and then
    what is for everyone, by how soon, then the `dangers`, then the `topics` that matter to them, then the
    guide's order. Steps that have to come first, and are not among the `marks`, move ahead.
    """

    def place(step: RankedItem) -> tuple[bool, Fit, bool, Fit, int, bool, bool]:
        said = step.facts if step.fit is Fit.SAID else ()
        soon = HORIZONS.index(step.horizon)
        return (
            soon > TODAY or not any(fact in reach for fact in said),
            max(step.fit, Fit.GENERAL),
            soon == LATER,
            step.fit,
            soon,
            not any(fact in dangers for fact in said),
            step.item.topic not in topics,
        )

    ranked = [RankedItem(item, *fit_of(item.when, answers), item.horizon) for item in items]
    # A circle, which the build refuses, is walked once: each step in it is still placed.
    waiting = {c.item.id: c for c in ranked if c.fit is not Fit.LEFT_OUT and c.item.id not in marks}
    return _as_soon_as_needed(_with_first_steps_first(sorted(ranked, key=place), waiting), waiting)


def _with_first_steps_first(ranked: list[RankedItem], waiting: Mapping[str, RankedItem]) -> list[RankedItem]:
    ordered: list[RankedItem] = []
    placed: set[str] = set()

    def put(step: RankedItem) -> None:
        placed.add(step.item.id)
        for id in step.item.first if step.fit is not Fit.LEFT_OUT else ():
            if id in waiting and id not in placed:
                put(replace(waiting[id], ahead_of=step.item))
        ordered.append(step)

    for step in ranked:
        if step.item.id not in placed:
            put(step)
    return ordered


def _as_soon_as_needed(ordered: list[RankedItem], waiting: Container[str]) -> list[RankedItem]:
    """Give each step the horizon of the soonest that names it: those stand behind it."""
    needed_by: dict[str, RankedItem] = {}
    timed: list[RankedItem] = []
    for step in reversed(ordered):
        other = needed_by.get(step.item.id)
        if other and _is_sooner(other, step):
            step = replace(step, horizon=other.horizon, ahead_of=step.ahead_of or other.item)
        timed.append(step)
        for id in step.item.first if step.fit is not Fit.LEFT_OUT else ():
            if id in waiting and (id not in needed_by or _is_sooner(step, needed_by[id])):
                needed_by[id] = step
    return timed[::-1]


def _is_sooner(one: RankedItem, other: RankedItem) -> bool:
    return HORIZONS.index(one.horizon) < HORIZONS.index(other.horizon)


def reason(step: RankedItem, facts: Mapping[str, Fact], answers: Mapping[str, str]) -> str:
    """Say why an item is shown or left out, and what it was put ahead of."""
    said = step.fit is not Fit.OPEN and step.facts
    why = reason_of(step.fit, step.facts, facts, answers) if said or not step.ahead_of else ""
    before = _("Do this first, before {what}.", what=step.ahead_of.before) if step.ahead_of else ""
    return " ".join(filter(None, [why, before]))


def reason_of(
    fit: Fit, deciding: Iterable[str], facts: Mapping[str, Fact], answers: Mapping[str, str]
) -> str:
    """Say in one sentence why something fits or does not."""
    named = [facts[id] for id in deciding]
    if not named:
        return _("This can help anyone.")
    if fit is Fit.OPEN:
        return _("This may fit. One question is open: {question}", question=named[0].question)
    if answers.get(named[0].id) not in (YES, NO):
        return _(
            "This is only for people who say yes to this question: {question}", question=named[0].question
        )
    return _("You said that {said}.", said=said_of(named, answers))


def said_of(facts: Iterable[Fact], answers: Mapping[str, str]) -> str:
    """Say what the reader said of the first two of these facts, as it follows "You said that"."""
    said = [fact.said_yes if answers[fact.id] == YES else fact.said_no for fact in facts]
    if len(said) == 1:
        return said[0]
    return _("{first}, and that {second}", first=said[0], second=said[1])
