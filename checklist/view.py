"""Answer the page: plain data in, plain data out. The page builds what readers see."""

from __future__ import annotations

import json
from typing import Any

from .advice import HORIZONS
from .catalogue import Catalogue
from .changes import changes_of, new_since, review_sentence
from .errors import ChecklistError
from .gaps import gaps_of
from .questions import topics_that_matter
from .request import Request, read_request
from .rules import Fit, RankedItem, choose, fit_of, reason, reason_of
from .translation import _, ngettext
from .validation import DONE, NOT_FOR_ME

_catalogue = Catalogue({}, {})


def load(catalogue_json: str) -> None:
    """Load the catalogue of this build of the guide."""
    global _catalogue
    _catalogue = Catalogue.from_json(catalogue_json)


def answer(request_json: str) -> str:
    """Answer one request: `{"result": …}` as `tailored` describes it, or `{"problems": […]}`."""
    try:
        result = tailored(_catalogue, read_request(_load_json(request_json), _catalogue))
    except ChecklistError as error:
        return json.dumps({"problems": error.problems})
    return json.dumps({"result": result})


def tailored(catalogue: Catalogue, request: Request) -> dict[str, Any]:
    """Describe the list that fits a plan.

    `groups`: `{horizon, items: [{id, reason, read_first?}]}` in order, `left_out`: `[{id, reason}]`,
    `summary`: one sentence, `progress`: `{done, total, sentence}`, `next`: `{id, sentence}` or None,
    `changes`: `{added, removed, sentence}`, `gaps`: `[{id, part, sentence}]`, `suggestions`:
    `[{id, reason}]`, `new`: `{ids, sentence}`, `review`: a sentence or None.
    """
    ranked = choose(
        catalogue.items.values(),
        request.answers,
        dangers=[fact.id for fact in catalogue.facts.values() if fact.is_danger],
        topics=topics_that_matter(catalogue.questions, request.choices),
        marks=request.marks,
    )
    shown = [step for step in ranked if step.fit is not Fit.LEFT_OUT]

    def entries(some: list[RankedItem]) -> list[dict[str, Any]]:
        return [_entry(step, reason(step, catalogue.facts, request.answers)) for step in some]

    return {
        "groups": [
            {"horizon": horizon, "items": entries([c for c in shown if c.horizon == horizon])}
            for horizon in HORIZONS
        ],
        "left_out": entries([step for step in ranked if step.fit is Fit.LEFT_OUT]),
        "summary": summary(ranked, request),
        "progress": progress(shown, request),
        "next": next_step(shown, request),
        "changes": changes_of(catalogue, request),
        "gaps": gaps_of(catalogue, request),
        "suggestions": suggestions_of(catalogue, request),
        "new": new_since(shown, request),
        "review": review_sentence(request),
    }


def suggestions_of(catalogue: Catalogue, request: Request) -> list[dict[str, str]]:
    """Name the "if this happens" steps that fit, what the reader spoke of first."""
    offered = [
        (*fit_of(suggestion.when, request.answers), suggestion.id)
        for section in catalogue.sections.values()
        if section.id not in request.skipped
        for suggestion in section.suggestions
    ]
    return [
        {"id": id, "reason": reason_of(fit, facts, catalogue.facts, request.answers)}
        for fit, facts, id in sorted(offered, key=lambda offer: offer[0])
        if fit is not Fit.LEFT_OUT
    ]


def summary(ranked: list[RankedItem], request: Request) -> str:
    """Say how far the answers changed the list."""
    left_out = sum(step.fit is Fit.LEFT_OUT for step in ranked)
    fitting = len(ranked) - left_out
    if not request.answers and not left_out:
        return ngettext(
            "{count} step is here. Answer a question to fit the list to you.",
            "All {count} steps are here. Answer a question to fit the list to you.",
            fitting,
        )
    if not request.answers:
        return ngettext(
            "{count} step is here. Answer a question to fit the list to you.",
            "{count} steps are here. Answer a question to fit the list to you.",
            fitting,
        )
    if not left_out:
        return ngettext(
            "{count} step may fit what you said.", "All {count} steps may fit what you said.", fitting
        )
    return ngettext(
        "{count} step may fit what you said, and {left_out}.",
        "{count} steps may fit what you said, and {left_out}.",
        fitting,
        left_out=ngettext("{count} is left out below", "{count} are left out below", left_out),
    )


def progress(shown: list[RankedItem], request: Request) -> dict[str, Any]:
    """Count the steps done among those that are shown and not marked "not for me"."""
    marks = [request.marks.get(step.item.id) for step in shown]
    done, total = marks.count(DONE), len(marks) - marks.count(NOT_FOR_ME)
    sentence = _("{done} of {total} steps done. There is no need to do them all.", done=done, total=total)
    return {"done": done, "total": total, "sentence": sentence}


def next_step(shown: list[RankedItem], request: Request) -> dict[str, str] | None:
    """Name the first step that is shown and not marked."""
    for step in shown:
        if step.item.id not in request.marks:
            sentence = _("Next, you can look at: {action}.", action=step.item.action)
            return {"id": step.item.id, "sentence": sentence}
    return None


def _entry(step: RankedItem, why: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": step.item.id, "reason": why}
    if step.item.may_bring_a_reaction:
        entry["read_first"] = True
    return entry


def _load_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise ChecklistError(["plan: not readable; possible: JSON"]) from None
