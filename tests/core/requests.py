"""What to ask Python: every case, and generated requests, each time the same, with CPython's answers."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from checklist import view
from checklist.facts import ANSWERS
from checklist.log_rows import WAYS
from tests.cases.files import case_files, read_case
from tests.cases.runner import catalogue_of, log_request, request_of
from tests.core.strange import changed

ALL = 10_000
SEED = 19
KINDS = [
    *("call", "message", "online", "seen", "others", "parcel", "damage", "incident", "tracker"),
    *("told", "order", "order_broken", "police"),
]
SIGNS = ["threat", "hurt", "weapon", "child", "broken"]
HAS = ["where", "what", "witnesses"]
FUNCTIONS: dict[str, Callable[[str], str]] = {
    "answer": view.answer,
    "next_questions": view.next_questions,
    "log_counts": view.log_counts,
}


@dataclass(frozen=True)
class Asked:
    """A request of the page, and the whole answer of CPython."""

    function: str
    request: str
    catalogue: str
    answer: str


def case_requests() -> Iterator[Asked]:
    """Yield every case, as a plan is asked about in both ways."""
    for case in map(read_case, case_files()):
        if "log" in case:
            yield asked("log_counts", log_request(case["log"]), json.dumps(catalogue_of({})))
            continue
        catalogue = json.dumps(catalogue_of(case))
        for function in ("answer", "next_questions"):
            yield asked(function, request_of(case), catalogue)


def generated_requests(catalogues: list[str], count: int, seed: int = SEED) -> Iterator[Asked]:
    """Yield so many requests about these catalogues; what comes first does not depend on `count`."""
    draw = random.Random(seed)
    made = 0
    while made < count:
        catalogue = draw.choice(catalogues)
        function = draw.choice(["answer", "answer", "answer", "next_questions", "log_counts"])
        request = log_of(draw) if function == "log_counts" else plan_of(draw, json.loads(catalogue))
        if draw.random() < 0.35:
            request = changed(draw, request)
        yield asked(function, json.dumps(request, ensure_ascii=draw.random() < 0.5), catalogue)
        made += 1


def asked(function: str, request: str, catalogue: str) -> Asked:
    view.load(catalogue)
    return Asked(function, request, catalogue, FUNCTIONS[function](request))


def plan_of(draw: random.Random, catalogue: dict[str, Any]) -> dict[str, Any]:
    """Fill some of a plan at random."""
    facts = [fact["id"] for fact in catalogue["facts"]]
    items = [item["id"] for item in catalogue["items"]]
    parts = [part for part in catalogue["parts"] if part["id"] != "review"]
    share = draw.choice([0, 0.1, 0.5, 1])

    def some(names: list[str]) -> list[str]:
        return [name for name in names if draw.random() < share]

    fields = [f"{part['id']}.{field['id']}" for part in parts for field in part["fields"]]
    whole = {
        "answers": {name: draw.choice(list(ANSWERS)) for name in some(facts)},
        "marks": {name: draw.choice(["done", "not-for-me"]) for name in some(items)},
        "mine": some(items),
        "choices": {one["id"]: chosen(draw, one) for one in catalogue["questions"]},
        "filled": {name: draw.choice([0, 1, 2, 50]) for name in some(fields)},
        "skipped": some([part["id"] for part in parts]),
        "review": {"last": day(draw), "next": day(draw)},
        "today": day(draw),
        "before": {name: draw.choice(list(ANSWERS)) for name in some(facts)},
    }
    always = ("answers", "marks")
    return {name: value for name, value in whole.items() if name in always or draw.random() < 0.6}


def chosen(draw: random.Random, question: dict[str, Any]) -> str | list[str]:
    ids = [option["id"] for option in question["options"]]
    return [id for id in ids if draw.random() < 0.3] if question["many"] == "yes" else draw.choice(ids)


def log_of(draw: random.Random) -> dict[str, Any]:
    """Write a log of some weeks, or of some years."""
    start = date(draw.choice([2020, 2025, 2026]), draw.randrange(1, 13), draw.randrange(1, 29))
    length = draw.choice([1, 10, 45, 200, 2000])

    def within() -> str:
        return (start + timedelta(draw.randrange(length))).isoformat()

    def hour() -> int | None:
        return draw.choice([None, draw.randrange(24)])

    rows = [
        {
            "number": number,
            "kind": draw.choice(KINDS),
            "day": within(),
            "hour": hour(),
            "written_day": within(),
            "written_hour": draw.randrange(24),
            "times": draw.choice([1, 1, 1, 2, 40]),
            "points": [{"day": within(), "hour": hour()} for _ in range(draw.choice([0, 0, 0, 3]))],
            "signs": [sign for sign in SIGNS if draw.random() < 0.1],
            "has": [name for name in HAS if draw.random() < 0.3],
        }
        for number in range(1, draw.choice([0, 1, 5, 30]) + 1)
    ]
    return {"rows": rows, "by": draw.choice(WAYS), "today": within()}


def day(draw: random.Random) -> str:
    return f"20{draw.randrange(100):02d}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
