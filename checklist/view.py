"""Answer the page: plain data in, plain data out. The page builds what is seen."""

from __future__ import annotations

import json
from typing import Any

from .advice import HORIZONS
from .catalogue import Catalogue
from .errors import ChecklistError
from .plan import DONE, NOT_FOR_ME, Plan, read_plan
from .rules import Choice, Fit, choose, reason

_catalogue = Catalogue({}, {})


def load(catalogue_json: str) -> None:
    """Take the catalogue that this build of the guide came with."""
    global _catalogue
    _catalogue = Catalogue.from_json(catalogue_json)


def answer(request_json: str) -> str:
    """Answer one request: `{"result": …}`, or `{"problems": […]}` and nothing changed."""
    try:
        plan = read_plan(_load_json(request_json), _catalogue)
    except ChecklistError as error:
        return json.dumps({"problems": error.problems})
    return json.dumps({"result": tailored(_catalogue, plan)}, ensure_ascii=False)


def tailored(catalogue: Catalogue, plan: Plan) -> dict[str, Any]:
    """Describe the list that fits a plan.

    `groups`: `{horizon, items: [{id, reason}]}` in order, `left_out`: `[{id, reason}]`,
    `summary`: one sentence, `progress`: `{done, total, sentence}`, `next`: `{id, sentence}` or None.
    """
    choices = choose(catalogue.items.values(), plan.answers)
    shown = [choice for choice in choices if choice.fit is not Fit.LEFT_OUT]

    def entries(some: list[Choice]) -> list[dict[str, str]]:
        return [{"id": c.item.id, "reason": reason(c, catalogue.facts, plan.answers)} for c in some]

    return {
        "groups": [
            {"horizon": horizon, "items": entries([c for c in shown if c.item.horizon == horizon])}
            for horizon in HORIZONS
        ],
        "left_out": entries([choice for choice in choices if choice.fit is Fit.LEFT_OUT]),
        "summary": summary(choices, plan),
        "progress": progress(shown, plan),
        "next": next_step(shown, plan),
    }


def summary(choices: list[Choice], plan: Plan) -> str:
    """Say how far the answers changed the list."""
    left_out = sum(choice.fit is Fit.LEFT_OUT for choice in choices)
    if not plan.answers:
        return f"All {len(choices)} steps are here. Answer a question to fit the list to you."
    if not left_out:
        return f"All {len(choices)} steps may fit what you said."
    return f"{len(choices) - left_out} steps may fit what you said, and {left_out} are left out below."


def progress(shown: list[Choice], plan: Plan) -> dict[str, Any]:
    """Count the steps done among those that are shown and not marked "not for me"."""
    marks = [plan.marks.get(choice.item.id) for choice in shown]
    done, total = marks.count(DONE), len(marks) - marks.count(NOT_FOR_ME)
    return {"done": done, "total": total, "sentence": f"{done} of {total} steps done. There is no need to do them all."}


def next_step(shown: list[Choice], plan: Plan) -> dict[str, str] | None:
    """Name the first step that is shown and not marked."""
    for choice in shown:
        if choice.item.id not in plan.marks:
            return {"id": choice.item.id, "sentence": f"Next, you can look at: {choice.item.action}."}
    return None


def _load_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ChecklistError(["plan: not readable; possible: JSON"]) from None
