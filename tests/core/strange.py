"""Requests that no page writes: good ones, changed in what they mean."""

from __future__ import annotations

import random
from typing import Any

STRANGE: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        1e308,
        10**30,
        -(10**30),
        "",
        "x",
        "ünï",
        "日本語",
        "🙂",
        "\u202e",
        "a" * 500,
    ),
    *([], {}, [[]], {"": 1}, [1, "a", None], {"a": {"b": [1, 2, {"c": None}]}}),
    *("2026-02-30", "2026-13-01", "<b>", "__proto__", "\u0000"),
]
NAMES = ("x", "", "é", "日", "__class__", "extra", "🙂", "kind")


def changed(draw: random.Random, value: Any) -> Any:
    """Return the value with some of it in another form, or something else."""
    if draw.random() < 0.05:
        return draw.choice(STRANGE)
    if isinstance(value, dict):
        made = {name(draw, key): changed_sometimes(draw, inner) for key, inner in value.items()}
        return made | ({draw.choice(NAMES): draw.choice(STRANGE)} if draw.random() < 0.1 else {})
    if isinstance(value, list):
        found = [changed_sometimes(draw, inner) for inner in value]
        return found + ([draw.choice([*found, *STRANGE])] if draw.random() < 0.1 else [])
    return draw.choice(STRANGE)


def changed_sometimes(draw: random.Random, value: Any) -> Any:
    return changed(draw, value) if draw.random() < 0.2 else value


def name(draw: random.Random, key: str) -> str:
    return key if draw.random() > 0.04 else draw.choice(NAMES)
