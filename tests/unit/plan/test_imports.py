"""Plans offered for import: each bad one gets plain sentences, and nothing else."""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases.mutated import content_of, mutated
from tests.unit.plan.conftest import SHAPE, ask_all

CASES = sorted((Path(__file__).parents[2] / "cases/imports").glob("*.yml"))
FILES = sorted((Path(__file__).parents[2] / "cases/imports/files").glob("*.yml"))
NOT_A_PLAN = {"problems": ["This is not a plan from this guide."]}


def read(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def text_of(case: dict[str, Any]) -> str:
    return case["raw"] if "raw" in case else json.dumps(case["plan"])


@pytest.fixture(scope="module")
def answers() -> dict[Path, Any]:
    """What the page says to every case."""
    return dict(zip(CASES, ask_all(*(("open", text_of(read(path)), SHAPE) for path in CASES)), strict=True))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_import(path: Path, answers: dict[Path, Any]) -> None:
    case, answer = read(path), answers[path]

    assert case["why"].endswith(".")
    if "problems" in case:
        assert answer == {"problems": case["problems"]}
    else:
        assert answer == {"plan": case.get("becomes", json.loads(text_of(case)))}


def test_no_sentence_repeats_what_the_file_says() -> None:
    secret = "Blue-door"
    plans: list[Any] = [
        {secret: 1}, {"answers": {secret: secret}}, {"notes": {secret: secret}}, {"notes": {"x": [secret]}},
        {"mine": {secret: {}}}, {"mine": {"x": secret}}, {"mine": {"x": {secret: secret}}},
        {"mine": {"x": {"who": [secret]}}}, {"mine": {"x": {"when": f"{secret}\n"}}},
        {"parts": {secret: []}}, {"parts": {"people": [{secret: secret}]}},
        {"parts": {"people": [{"knows": [secret]}]}},
        {"skipped": [secret]}, {"review": {secret: secret, "next": secret}}, {"choices": {secret: secret}},
    ]  # fmt: skip
    answers = ask_all(
        *(("open", json.dumps({"kind": "plan", "version": 2, **plan}), SHAPE) for plan in plans)
    )

    for plan, answer in zip(plans, answers, strict=True):
        assert answer["problems"], plan
        assert secret not in json.dumps(answer)


def test_a_plan_cut_short_anywhere_is_refused() -> None:
    whole = json.dumps({"kind": "plan", "version": 2, "notes": {"tell-someone": "A note. " * 40}})
    cuts = range(0, len(whole), 7)

    assert ask_all(*(("open", whole[:cut], SHAPE) for cut in cuts)) == [NOT_A_PLAN] * len(cuts)


def test_a_note_of_ten_million_characters_is_refused_in_one_sentence() -> None:
    plan = {"kind": "plan", "version": 2, "notes": {"tell-someone": "a" * 10_000_000}}

    assert ask_all(("open", json.dumps(plan), SHAPE)) == [
        {"problems": ["One of your notes: this is longer than 10000 characters."]}
    ]


def test_fifty_entries_open() -> None:
    plan = {"kind": "plan", "version": 2, "parts": {"people": [{"name": "A"}] * 50}}

    assert ask_all(("open", json.dumps(plan), SHAPE)) == [{"plan": plan}]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_hands_on_its_plan_or_one_sentence(path: Path) -> None:
    """That the page shows the sentence is the claim of tests/browser/test_import.py."""
    case = read(path)
    name, content = case["file"].get("name", "notes.json"), content_of(case["file"])
    (answer,) = ask_all(("offer", base64.b64encode(content).decode(), name, SHAPE))

    if "says" not in case:
        assert answer == {"plan": case["file"]["json"]}
    elif "problem" in answer:
        assert answer == {"problem": case["says"]}
    else:
        assert answer.keys() == {"problems"}
        assert f"{' '.join(answer['problems'])} Nothing was changed." == case["says"]


def test_a_file_changed_anywhere_opens_or_is_refused_and_nothing_breaks() -> None:
    draw = random.Random(20261129)
    (path,) = (path for path in CASES if path.stem == "a-whole-plan-opens")
    whole = text_of(read(path)).encode()
    files = [
        (base64.b64encode(mutated(draw, whole)).decode(), draw.choice(["notes.json", "x.txt", "", "a" * 200]))
        for _ in range(5000)
    ]

    answers = ask_all(*(("offer", *file, SHAPE) for file in files))

    assert [
        file
        for file, answer in zip(files, answers, strict=True)
        if set(answer) not in ({"plan"}, {"problems"}, {"problem"}) or not all(answer.values())
    ] == []
    assert 100 < sum("plan" in answer for answer in answers) < 4900


def test_lists_inside_lists_without_end_are_refused() -> None:
    assert ask_all(("open", "[" * 100_000, SHAPE), ("open", '{"kind":' * 50_000, SHAPE)) == [NOT_A_PLAN] * 2
