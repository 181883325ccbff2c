"""Answer the page: plain data in, plain data out. The page builds what readers see."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .advice import HORIZONS
from .catalogue import Catalogue
from .changes import changes_of, new_since, review_sentence
from .errors import ChecklistError
from .facts import YES
from .gaps import gaps_of
from .log import counted
from .next_questions import questions_to_ask
from .order import choose, order_of
from .request import AT_A_TIME, Request, read_request
from .rules import HELPING, Fit, RankedItem, fit_of, reason, reason_of
from .translation import _, ngettext, use_words
from .validation import DONE, NOT_FOR_ME

_catalogue = Catalogue({}, {})


def load(catalogue_json: str) -> None:
    """Load the catalogue of this build of the guide."""
    global _catalogue
    _catalogue = Catalogue.from_json(catalogue_json)
    use_words(_catalogue.words, _catalogue.kinds)


def answer(request_json: str) -> str:
    """Answer one request: `{"result": …}` as `tailored` describes it, or `{"problems": […]}`."""
    return _answered(request_json, tailored)


def next_questions(request_json: str) -> str:
    """Answer the same request with `{"result": {"questions": [{id, reason}]}}`, or `{"problems": […]}`."""
    return _answered(
        request_json, lambda catalogue, request: {"questions": questions_to_ask(catalogue, request)}
    )


def log_counts(request_json: str) -> str:
    """Answer what is asked about a log: `{"result": …}` as `counted` describes it, or `{"problems": […]}`."""
    return _result_of(lambda: counted(_load_json(request_json, "log")))


def _answered(request_json: str, work: Callable[[Catalogue, Request], dict[str, Any]]) -> str:
    return _result_of(lambda: work(_catalogue, read_request(_load_json(request_json, "plan"), _catalogue)))


def _result_of(work: Callable[[], dict[str, Any]]) -> str:
    try:
        result = work()
    except ChecklistError as error:
        return json.dumps({"problems": error.problems})
    return json.dumps({"result": result})


def tailored(catalogue: Catalogue, request: Request) -> dict[str, Any]:
    """Describe the list that fits a plan.

    `first`: the ids of all steps that may fit, in order, `groups`: the same steps as
    `{horizon, items: [{id, reason, read_first?}]}`, `left_out`: `[{id, reason}]`, `summary`: one
    sentence, `progress`: `{done, total, sentence}`, `next`: `{id, sentence}` or None, `changes`:
    `{added, removed, sentence}`, `gaps`: `[{id, part, sentence}]`, `suggestions`: `[{id, reason}]`,
    `new`: `{ids, sentence}`, `review`: a sentence or None.
    """
    ranked = choose(catalogue.items.values(), request.answers, order_of(catalogue, request))
    shown = [step for step in ranked if step.fit is not Fit.LEFT_OUT]

    def entries(some: list[RankedItem]) -> list[dict[str, Any]]:
        return [_entry(step, reason(step, catalogue.facts, request.answers)) for step in some]

    return {
        "first": [step.item.id for step in shown],
        "groups": [
            {"horizon": horizon, "items": entries([c for c in shown if c.horizon == horizon])}
            for horizon in HORIZONS
        ],
        "left_out": entries([step for step in ranked if step.fit is Fit.LEFT_OUT]),
        "summary": summary(len(shown), request),
        "progress": progress(request),
        "next": next_step(shown, request),
        "changes": changes_of(catalogue, request, ranked),
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


def summary(fitting: int, request: Request) -> str:
    """Say how many steps may fit, and where to begin."""
    if not request.answers:
        return ngettext(
            "{count} step may fit. Answer a question, and what is about you comes first.",
            "{count} steps may fit. Answer a question, and what is about you comes first.",
            fitting,
        )
    helping = request.answers.get(HELPING) == YES
    sentences = [
        ngettext(
            "{count} step may fit the person you help.", "{count} steps may fit the person you help.", fitting
        )
        if helping
        else ngettext("{count} step may fit.", "{count} steps may fit.", fitting),
        _("What begins with “Help someone” is for you.") if helping else "",
        _("Start with the first five; nobody does them all.") if fitting > AT_A_TIME else "",
    ]
    return " ".join(filter(None, sentences))


def progress(request: Request) -> dict[str, Any]:
    """Count the steps done among those that the reader chose, and say nothing while there are none."""
    marks = [request.marks.get(id) for id in request.mine]
    done, total = marks.count(DONE), len(marks) - marks.count(NOT_FOR_ME)
    return {"done": done, "total": total, "sentence": _progress_sentence(done, total) if total else ""}


def _progress_sentence(done: int, total: int) -> str:
    if not done:
        return ngettext("You have chosen {count} step.", "You have chosen {count} steps.", total)
    if done == total:
        return ngettext("The step in your plan is done.", "All {count} steps in your plan are done.", total)
    return ngettext(
        "{count} of the {total} steps in your plan is done.",
        "{count} of the {total} steps in your plan are done.",
        done,
        total=total,
    )


def next_step(shown: list[RankedItem], request: Request) -> dict[str, str] | None:
    """Name the first chosen step that is not marked, or else the first step that is neither."""
    waiting = [step.item for step in shown if step.item.id not in request.marks]
    for item in waiting:
        if item.id in request.mine:
            return {"id": item.id, "sentence": _("Next in your plan: {action}.", action=item.action)}
    for item in waiting[:1]:
        return {"id": item.id, "sentence": _("Next, you can look at: {action}.", action=item.action)}
    return None


def _entry(step: RankedItem, why: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": step.item.id, "reason": why}
    if step.item.may_bring_a_reaction:
        entry["read_first"] = True
    return entry


def _load_json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise ChecklistError([f"{name}: not readable; possible: JSON"]) from None
