"""Choose which questions to ask next: those that can change most of what a reader looks at first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from .catalogue import Catalogue
from .facts import NO, YES, Fact
from .order import order_of
from .request import Request
from .rules import Fit, RankedItem, ranked
from .translation import _

AT_ONCE = 3
"""How many are named at most, but that all open dangers are. The page asks again after each answer."""
DANGERS = ("threats", "weapon", "followed", "comes-to-home")
"""Asked before all else, in this order."""
ASKED_AFTER = {
    "order-broken": ("has-order",),
    "car-in-reach": ("uses-car",),
    "contacts-children": ("has-children", "shared-children"),
    "contacts-at-work": ("works", "studies"),
    "same-work-or-study": ("works", "studies"),
}
"""A question to the facts of which one must be a yes before it makes sense."""
FIRST = 10
"""How many steps count as what a reader looks at first."""


def questions_to_ask(catalogue: Catalogue, request: Request) -> list[dict[str, str]]:
    """Return `[{id, reason}]`: open questions, the dangers first, then by what their answers would change."""
    urgent = [catalogue.facts[id] for id in DANGERS if id in catalogue.facts and id not in request.answers]
    chosen = [(fact, True) for fact in urgent]
    if len(chosen) < AT_ONCE:
        chosen += _by_change(catalogue, request)[: AT_ONCE - len(chosen)]
    return [{"id": fact.id, "reason": _reason(fact, comes_first)} for fact, comes_first in chosen]


def _by_change(catalogue: Catalogue, request: Request) -> list[tuple[Fact, bool]]:
    """List the facts worth a question, and whether a yes brings steps about them to the front."""
    order = order_of(catalogue, request)
    steps = {item.id: ranked(item, request.answers) for item in catalogue.items.values()}

    def first_with(fact: Fact, answer: str) -> list[RankedItem]:
        answers = {**request.answers, fact.id: answer}
        # Only what depends on the fact can fit otherwise than before.
        changed = {
            id: ranked(step.item, answers) for id, step in steps.items() if fact.id in step.item.when.facts
        }
        return list(islice(order.put(steps | changed), FIRST))

    now = _ids(islice(order.put(steps), FIRST))
    changes: list[tuple[int, Fact, bool]] = []
    for fact in _worth_asking(catalogue, request):
        yes, no = first_with(fact, YES), first_with(fact, NO)
        if count := len(_ids(yes) - now) + len(_ids(no) - now):
            changes.append((count, fact, any(fact.id in step.facts for step in yes if step.fit < Fit.OPEN)))
    changes.sort(key=lambda change: -change[0])
    return [(fact, comes_first) for _count, fact, comes_first in changes]


def _worth_asking(catalogue: Catalogue, request: Request) -> Iterable[Fact]:
    # Whom the guide is for is asked at the door, not among questions about the person.
    at_the_door = {fact for item in catalogue.items.values() for fact in item.when.only_if}
    for fact in catalogue.facts.values():
        after = ASKED_AFTER.get(fact.id, ())
        makes_sense = not after or any(request.answers.get(id) == YES for id in after)
        if makes_sense and fact.id not in (*request.answers, *DANGERS, *at_the_door):
            yield fact


def _ids(steps: Iterable[RankedItem]) -> set[str]:
    return {step.item.id for step in steps}


def _reason(fact: Fact, comes_first: bool) -> str:
    if comes_first:
        return _("This decides whether steps about {what} come first.", what=fact.about)
    return _("This decides how soon steps about {what} come.", what=fact.about)
