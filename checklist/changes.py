"""Say what changed: by an answer, and since the reader last looked at the plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .catalogue import Catalogue
from .dates import long_day
from .facts import NO, YES, Fact
from .order import choose, order_of
from .request import AT_A_TIME, Request
from .rules import Fit, RankedItem, reason, subject_of
from .translation import _, ngettext

NAMED = 2
"""How many facts one sentence names at most."""


def changes_of(catalogue: Catalogue, request: Request, now: list[RankedItem]) -> dict[str, Any]:
    """Return `{added, removed, sentence}`: steps as `{id, reason}`; all empty when no answer changed."""
    if request.before is None or request.before == request.answers:
        return {"added": [], "removed": [], "sentence": ""}
    before = choose(catalogue.items.values(), request.before, order_of(catalogue, request))
    was_shown = {step.item.id for step in before if step.fit is not Fit.LEFT_OUT}
    added = [step for step in now if step.fit is not Fit.LEFT_OUT and step.item.id not in was_shown]
    removed = [step for step in now if step.fit is Fit.LEFT_OUT and step.item.id in was_shown]
    new = _changed_to(YES, catalogue, request.answers, request.before)
    old = _changed_to(YES, catalogue, request.before, request.answers)
    moved = _order_sentence(before, now, [fact for fact in new if not _are_about(added, [fact])], old)
    came = _added_sentence(added, new)
    no = _changed_to(NO, catalogue, request.answers, request.before)
    went = _removed_sentence(removed, new + no, named=new[:NAMED] if moved or came else [])

    def entries(ranked: list[RankedItem]) -> list[dict[str, str]]:
        return [{"id": c.item.id, "reason": reason(c, catalogue.facts, request.answers)} for c in ranked]

    return {
        "added": entries(added),
        "removed": entries(removed),
        "sentence": " ".join(filter(None, [moved, came, went])),
    }


def new_since(shown: list[RankedItem], request: Request) -> dict[str, Any]:
    """Return `{ids, sentence}` of the steps that were written or reviewed since the last review."""
    last = request.last_review
    ids = [step.item.id for step in shown if last and step.item.reviewed > last]
    sentence = ngettext(
        "{count} step is new, or was checked again, since you last looked at your plan.",
        "{count} steps are new, or were checked again, since you last looked at your plan.",
        len(ids),
    )
    return {"ids": ids, "sentence": sentence if ids else ""}


def review_sentence(request: Request) -> str | None:
    """Say that today is the day to look at the plan again, or that it has passed."""
    if not request.today or not request.next_review or request.next_review > request.today:
        return None
    if request.next_review == request.today:
        return _("Today is the day you set to look at this plan again.")
    return _("You set {day} as the day to look at this plan again.", day=long_day(request.next_review))


def _changed_to(answer: str, catalogue: Catalogue, now: dict[str, str], before: dict[str, str]) -> list[Fact]:
    """List the facts that have this answer now and had another, the dangers first."""
    changed = [f for f in catalogue.facts.values() if now.get(f.id) == answer != before.get(f.id)]
    return sorted(changed, key=lambda fact: not fact.is_danger)


def _order_sentence(before: list[RankedItem], now: list[RankedItem], new: list[Fact], old: list[Fact]) -> str:
    """Say which steps are sooner than they were, or else which are later; nothing where none moved."""
    if first := [fact for fact in new if _are_about(now[:AT_A_TIME], [fact])]:
        return _("Steps about {what} come first now.", what=subject_of(first[:NAMED]))
    if sooner := [fact for fact in new if _has_moved_up(fact, before, now)]:
        return _("Steps about {what} come sooner now.", what=subject_of(sooner[:NAMED]))
    if later := [fact for fact in old if _has_moved_up(fact, now, before)]:
        return _("Steps about {what} come later now.", what=subject_of(later[:NAMED]))
    return ""


def _added_sentence(added: list[RankedItem], new: list[Fact]) -> str:
    if not added:
        return ""
    about = [fact for fact in new if _are_about(added, [fact])]
    if 0 < len(about) <= NAMED and all(_are_about([step], about) for step in added):
        return ngettext(
            "{count} step about {what} is in your list now.",
            "{count} steps about {what} are in your list now.",
            len(added),
            what=subject_of(about),
        )
    return ngettext(
        "{count} more step is in your list now.", "{count} more steps are in your list now.", len(added)
    )


def _removed_sentence(removed: list[RankedItem], changed: list[Fact], *, named: list[Fact]) -> str:
    """Say what the steps that went do not fit, repeating no violence and nothing `named`."""
    if not removed:
        return ""
    why = sorted(
        (fact for fact in changed if any(fact.id in step.facts for step in removed)),
        key=lambda fact: fact.is_danger,
    )
    if not why or not all(any(fact.id in step.facts for fact in why) for step in removed):
        return ngettext(
            "{count} step does not fit your answers now, and is at the end, under “Left out”.",
            "{count} steps do not fit your answers now, and are at the end, under “Left out”.",
            len(removed),
        )
    if all(fact in named for fact in why):
        return ngettext(
            "{count} step does not fit that, and is now at the end, under “Left out”.",
            "{count} steps do not fit that, and are now at the end, under “Left out”.",
            len(removed),
        )
    return ngettext(
        "{count} step does not fit what you said about {what}, and is now at the end, under “Left out”.",
        "{count} steps do not fit what you said about {what}, and are now at the end, under “Left out”.",
        len(removed),
        what=subject_of(why),
    )


def _are_about(steps: Iterable[RankedItem], facts: list[Fact]) -> bool:
    return any(step.fit < Fit.OPEN and fact.id in step.facts for step in steps for fact in facts)


def _has_moved_up(fact: Fact, before: list[RankedItem], now: list[RankedItem]) -> bool:
    """Return whether a step about it is sooner than it was, among the steps that are shown both times."""
    shown = [{s.item.id for s in ranked if s.fit is not Fit.LEFT_OUT} for ranked in (before, now)]
    was, is_ = (
        {id: place for place, id in enumerate(s.item.id for s in ranked if s.item.id in shown[0] & shown[1])}
        for ranked in (before, now)
    )
    about = [step.item.id for step in now if _are_about([step], [fact]) and step.item.id in was]
    return any(is_[id] < was[id] for id in about)
