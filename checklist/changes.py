"""Say what changed: by an answer, and since the reader last looked at the plan."""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue
from .dates import long_day
from .request import Request
from .rules import Fit, RankedItem, choose, fit_of, reason
from .translation import _, ngettext


def changes_of(catalogue: Catalogue, request: Request) -> dict[str, Any]:
    """Return `{added, removed, sentence}`: steps as `{id, reason}`; all empty when no answer changed."""
    if request.before is None or request.before == request.answers:
        return {"added": [], "removed": [], "sentence": ""}
    before = _shown(catalogue, request.before)
    now = choose(catalogue.items.values(), request.answers)
    added = [step for step in now if step.fit is not Fit.LEFT_OUT and step.item.id not in before]
    removed = [step for step in now if step.fit is Fit.LEFT_OUT and step.item.id in before]

    def entries(ranked: list[RankedItem]) -> list[dict[str, str]]:
        return [{"id": c.item.id, "reason": reason(c, catalogue.facts, request.answers)} for c in ranked]

    return {
        "added": entries(added),
        "removed": entries(removed),
        "sentence": _sentence(len(added), len(removed)),
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


def _shown(catalogue: Catalogue, answers: dict[str, str]) -> set[str]:
    return {item.id for item in catalogue.items.values() if fit_of(item.when, answers)[0] is not Fit.LEFT_OUT}


def _sentence(added: int, removed: int) -> str:
    if added and removed:
        return ngettext(
            "{count} step was added to your list, and {left_out}.",
            "{count} steps were added to your list, and {left_out}.",
            added,
            left_out=ngettext("{count} step was left out", "{count} steps were left out", removed),
        )
    if added:
        return ngettext(
            "{count} step was added to your list.", "{count} steps were added to your list.", added
        )
    if removed:
        return ngettext("{count} step was left out.", "{count} steps were left out.", removed)
    return _("Your list has the same steps as before.")
