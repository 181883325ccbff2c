"""Run one parsed case against the checklist. Standard library only: it runs in CPython and in Pyodide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from checklist import view

ITEM = {"topic": "topic", "action": "Act", "horizon": "today", "reviewed": "2026-01-01"}
FACT = {"question": "Is it so?", "about": "this", "said_yes": "it is so"}
ROW: dict[str, Any] = {
    "kind": "call",
    "hour": None,
    "written_day": "2026-12-31",
    "written_hour": 12,
    "times": 1,
    "points": [],
}
ASKED = ("answers", "choices", "marks", "mine", "filled", "skipped", "review", "today", "before")


def run_case(case: dict[str, Any]) -> list[str]:
    """Answer the case's request; return what differs from what the case expects."""
    if "log" in case:
        return differences(case, log_summary(json.loads(view.log_counts(log_request(case["log"])))))
    view.load(json.dumps(catalogue_of(case)))
    request = request_of(case)
    actual = summary(json.loads(view.answer(request)))
    if "questions" in case["expected"]:
        actual |= json.loads(view.next_questions(request))["result"]
    return differences(case, actual)


def differences(case: dict[str, Any], actual: dict[str, Any]) -> list[str]:
    return [
        f"{key}: expected {expected!r}, got {actual.get(key)!r}"
        for key, expected in case["expected"].items()
        if key not in actual or actual[key] != expected
    ]


def request_of(case: dict[str, Any]) -> str:
    return case["raw"] if "raw" in case else json.dumps({k: case[k] for k in ASKED if k in case})


def log_request(log: Any) -> str:
    """Write what is asked about a log; what a row does not say takes a plain default."""
    if isinstance(log, str):
        return log
    rows = [
        {"number": number, **ROW, "signs": [], "has": [], **row} for number, row in enumerate(log["rows"], 1)
    ]
    return json.dumps({"by": "happened", "today": "2026-12-31", **log, "rows": rows})


def catalogue_of(case: dict[str, Any]) -> dict[str, Any]:
    """Make a catalogue of a case's content; what a case does not say takes a plain default."""
    items = [{**ITEM, **item} for item in case.get("items", [])]
    parts, questions = case.get("parts", []), case.get("questions", [])
    given = {fact["id"]: fact for fact in case.get("facts", [])}
    ids = dict.fromkeys(conditions_in([*items, *parts]))
    facts = [{**FACT, "id": id, **given.get(id, {})} for id in {**ids, **given}]
    return {"facts": facts, "items": items, "parts": parts, "questions": questions}


def conditions_in(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Name the facts that items, suggestions and gaps depend on."""
    for entry in entries:
        for facts in entry.get("when", {}).values():
            yield from facts
        yield from conditions_in([*entry.get("suggestions", []), *entry.get("gaps", [])])


def log_summary(answer: dict[str, Any]) -> dict[str, Any]:
    """Flatten what is told about a log: counts as `[times, entries]`, by what they count."""
    if "problems" in answer:
        return answer
    result = answer["result"]
    return {
        **result,
        "weeks": [[week["start"], week["weeks"], *both(week)] for week in result["weeks"]],
        "days": [[day["times"] for day in week["days"]] for week in result["weeks"]],
        "hours": [[cell["weekday"], cell["hour"], *both(cell)] for cell in result["hours"]["cells"]],
        "unknown": both(result["hours"]["unknown"]),
        "step": result["timeline"]["step"],
        "starts": result["timeline"]["starts"],
        "lanes": {
            lane["kind"]: [[cell["at"], *both(cell)] for cell in lane["cells"]]
            for lane in result["timeline"]["lanes"]
        },
        "marks": [
            [mark["mark"], mark["day"], mark["at"], mark["entries"]] for mark in result["timeline"]["marks"]
        ],
        "followed": result["followed"]["marks"],
        "left_out": result["followed"]["left_out"],
        "facts": {fact["id"]: fact["sentence"] for fact in result["facts"]},
        "fact_entries": {fact["id"]: fact["entries"] for fact in result["facts"]},
    }


def both(count: dict[str, Any]) -> list[Any]:
    return [count["times"], count["entries"]]


def summary(answer: dict[str, Any]) -> dict[str, Any]:
    """Flatten an answer to what cases speak of."""
    if "problems" in answer:
        return answer
    result = answer["result"]
    shown = [entry for group in result["groups"] for entry in group["items"]]
    both = [*shown, *result["left_out"]]
    return {
        **result,
        "shown": [entry["id"] for entry in shown],
        "left_out": [entry["id"] for entry in result["left_out"]],
        "reasons": {entry["id"]: entry["reason"] for entry in both},
        "read_first": [entry["id"] for entry in both if entry.get("read_first")],
        "horizons": {
            group["horizon"]: [entry["id"] for entry in group["items"]]
            for group in result["groups"]
            if group["items"]
        },
        "gap_ids": [gap["id"] for gap in result["gaps"]],
        "suggestion_ids": [suggestion["id"] for suggestion in result["suggestions"]],
    }
