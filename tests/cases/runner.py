"""Run one parsed case against the checklist package. Standard library only: it runs in CPython and in Pyodide."""

from __future__ import annotations

import json
from typing import Any

from checklist import view
from checklist.advice import AdviceItem, Condition
from checklist.catalogue import Catalogue
from checklist.facts import Fact

ITEM = {"topic": "topic", "action": "Act", "horizon": "today", "reviewed": "2026-01-01", "body": "Why.", "sources": ()}
FACT = {"part": "you", "question": "Is it so?", "why": "It matters.", "said_yes": "it is so", "said_no": "it is not so"}


def run_case(case: dict[str, Any]) -> list[str]:
    """Answer the case's request; return what differs from what the case expects."""
    view.load(catalogue_of(case).to_json())
    request = case["raw"] if "raw" in case else json.dumps({k: case[k] for k in ("answers", "marks") if k in case})
    actual = summary(json.loads(view.answer(request)))
    return [
        f"{key}: expected {expected!r}, got {actual.get(key)!r}"
        for key, expected in case["expected"].items()
        if actual.get(key) != expected
    ]


def catalogue_of(case: dict[str, Any]) -> Catalogue:
    """Build a catalogue from a case's items and facts; what a case does not say takes a plain default."""
    items = [
        AdviceItem(**{**ITEM, **item, "when": Condition(**{k: tuple(v) for k, v in item.get("when", {}).items()})})
        for item in case.get("items", [])
    ]
    ids = dict.fromkeys(fact for item in items for fact in item.when.facts)
    given = {fact["id"]: fact for fact in case.get("facts", [])}
    facts = [Fact(**{**FACT, "id": id, **given.get(id, {})}) for id in {**ids, **given}]
    return Catalogue({fact.id: fact for fact in facts}, {item.id: item for item in items})


def summary(answer: dict[str, Any]) -> dict[str, Any]:
    """Flatten an answer to what cases speak of."""
    if "problems" in answer:
        return answer
    result = answer["result"]
    shown = [entry for group in result["groups"] for entry in group["items"]]
    return {
        "shown": [entry["id"] for entry in shown],
        "left_out": [entry["id"] for entry in result["left_out"]],
        "reasons": {entry["id"]: entry["reason"] for entry in [*shown, *result["left_out"]]},
        "horizons": {group["horizon"]: [e["id"] for e in group["items"]] for group in result["groups"] if group["items"]},
        "summary": result["summary"],
        "progress": result["progress"],
        "next": result["next"],
    }
