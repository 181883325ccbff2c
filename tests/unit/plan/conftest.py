"""Ask the plan's own scripts under Node, with a small shape in place of a page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ANSWER = Path(__file__).with_name("answer.mjs")
TICKS = {"happening": "knows what is happening", "where-i-go": "knows where I am going"}
SHAPE: dict[str, Any] = {
    "facts": {"threats": "Has the person made threats?", "works": "Do you work?"},
    "choices": {
        "country": {
            "label": "Which country are you in?",
            "many": False,
            "options": {"": "–", "uk": "United Kingdom"},
        },
        "matters": {
            "label": "What matters most?",
            "many": True,
            "options": {"home": "My home", "children": "Children"},
        },
    },
    "items": {"tell-someone": "Tell someone", "change-the-lock": "Change the lock"},
    "parts": {
        "signal": {
            "title": "Signals",
            "many": True,
            "entry": "Signal",
            "fields": {
                "word": {"label": "Word", "kind": "line", "most": 80, "share": True, "options": {}},
                "do": {
                    "label": "What to do then",
                    "kind": "text",
                    "most": 1000,
                    "share": True,
                    "options": {},
                },
            },
        },
        "people": {
            "title": "People I trust",
            "many": True,
            "entry": "Person",
            "fields": {
                "name": {"label": "Name", "kind": "line", "most": 80, "share": False, "options": {}},
                "do": {
                    "label": "What they can do",
                    "kind": "text",
                    "most": 1000,
                    "share": True,
                    "options": {},
                },
                "not": {
                    "label": "What they should not do",
                    "kind": "text",
                    "most": 1000,
                    "share": True,
                    "options": {},
                },
                "knows": {
                    "label": "This person …",
                    "kind": "ticks",
                    "most": 0,
                    "share": False,
                    "options": TICKS,
                },
            },
        },
        "to-take": {
            "title": "What to take",
            "many": False,
            "entry": "",
            "fields": {
                "ticks": {
                    "label": "To take",
                    "kind": "ticks",
                    "most": 0,
                    "share": False,
                    "options": {"papers": "Papers"},
                },
                "other": {
                    "label": "Other things",
                    "kind": "text",
                    "most": 1000,
                    "share": False,
                    "options": {},
                },
            },
        },
    },
}

Ask = Callable[..., Any]


def ask_all(*questions: tuple[Any, ...]) -> list[Any]:
    """Answer each `(action, …arguments)`, in one run of Node."""
    done = subprocess.run(
        ["node", ANSWER],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Return a function that answers one question about plans."""
    return lambda *question: ask_all(question)[0]


@pytest.fixture
def shape() -> dict[str, Any]:
    return SHAPE
