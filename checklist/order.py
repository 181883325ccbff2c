"""Put advice in the order in which to look at it. Nothing is added up: there is no score."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .advice import HORIZONS, AdviceItem
from .catalogue import Catalogue
from .questions import topics_that_matter
from .request import Request
from .rules import Fit, RankedItem, ranked

TODAY, LATER = HORIZONS.index("today"), HORIZONS.index("later")


@dataclass(frozen=True, kw_only=True)
class Order:
    """What decides the order of steps that fit alike.

    Ahead of all is what is for today and about a fact in `ahead`. Then what fits comes before what is
    open, and of what fits, all that is sooner before what is for later: what the reader spoke of and then
    what is for everyone, by how soon, then the `dangers`, then the `topics` that matter to them, then the
    guide's order. Steps that have to come first, and are not among the `marks`, move ahead.
    """

    ahead: Container[str] = ()
    dangers: Container[str] = ()
    topics: Container[str] = ()
    marks: Container[str] = ()

    def place(self, step: RankedItem) -> tuple[bool, Fit, bool, Fit, int, bool, bool]:
        said = step.facts if step.fit is Fit.SAID else ()
        soon = HORIZONS.index(step.horizon)
        return (
            soon > TODAY or not any(fact in self.ahead for fact in said),
            max(step.fit, Fit.GENERAL),
            soon == LATER,
            step.fit,
            soon,
            not any(fact in self.dangers for fact in said),
            step.item.topic not in self.topics,
        )

    def firsts(self, step: RankedItem, steps: Mapping[str, RankedItem]) -> list[RankedItem]:
        """List the steps that have to come before this one: they fit too, and are not marked."""
        if step.fit is Fit.LEFT_OUT:
            return []
        named = [steps[id] for id in step.item.first if id in steps and id not in self.marks]
        return [first for first in named if first.fit is not Fit.LEFT_OUT]

    def put(self, steps: Mapping[str, RankedItem]) -> Iterator[RankedItem]:
        """Yield each step in its place. A circle, which the build refuses, is walked once."""
        placed: set[str] = set()

        def walk(step: RankedItem) -> Iterator[RankedItem]:
            placed.add(step.item.id)
            for first in self.firsts(step, steps):
                if first.item.id not in placed:
                    yield from walk(replace(first, ahead_of=step))
            yield step

        for step in sorted(steps.values(), key=self.place):
            if step.item.id not in placed:
                yield from walk(step)


def order_of(catalogue: Catalogue, request: Request) -> Order:
    facts = catalogue.facts.values()
    return Order(
        ahead=[fact.id for fact in facts if fact.goes_ahead],
        dangers=[fact.id for fact in facts if fact.is_danger],
        topics=topics_that_matter(catalogue.questions, request.choices),
        marks=request.marks,
    )


def choose(items: Iterable[AdviceItem], answers: Mapping[str, str], order: Order) -> list[RankedItem]:
    """Return every item with its fit, in the order in which to look at them, and the left out ones last.

    Each has the horizon of the soonest step that it has to come before: those stand behind it.
    """
    steps = {item.id: ranked(item, answers) for item in items}
    needed_by: dict[str, RankedItem] = {}
    timed: list[RankedItem] = []
    for step in reversed(list(order.put(steps))):
        other = needed_by.get(step.item.id)
        if other and _is_sooner(other, step):
            step = replace(step, horizon=other.horizon, ahead_of=step.ahead_of or other)
        timed.append(step)
        for first in order.firsts(step, steps):
            if first.item.id not in needed_by or _is_sooner(step, needed_by[first.item.id]):
                needed_by[first.item.id] = step
    return timed[::-1]


def _is_sooner(one: RankedItem, other: RankedItem) -> bool:
    return HORIZONS.index(one.horizon) < HORIZONS.index(other.horizon)
