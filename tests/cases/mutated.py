"""Files to offer: those of the cases, and good ones that are changed in their bytes, or in what they mean."""

from __future__ import annotations

import json
import random
from typing import Any


def mutated(draw: random.Random, good: bytes) -> bytes:
    """Change a good file somewhere: in its bytes, or in what it means."""
    way = draw.randrange(6)
    if way == 0:
        at = draw.randrange(len(good))
        return good[:at] + bytes([good[at] ^ (1 << draw.randrange(8))]) + good[at + 1 :]
    if way == 1:
        return good[: draw.randrange(len(good))]
    if way == 2:
        return draw.randbytes(draw.randrange(1, 5000))
    if way == 3:
        at, to = sorted(draw.sample(range(len(good)), 2))
        return good[:at] + good[to:] + good[at:to]
    plan = json.loads(good)
    strange: list[Any] = [
        None,
        -1,
        2**63,
        1e308,
        [],
        {},
        [[]],
        "",
        "\u0000",
        "\ud800",
        "<script>alert(1)</script>",
        "x" * 12000,
        True,
    ]
    for _ in range(draw.randrange(1, 4)):
        place = plan
        name = draw.choice(list(plan))
        while isinstance(place[name], (dict, list)) and place[name] and draw.random() < 0.7:
            place = place[name]
            name = draw.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if way == 4:
            place[name] = draw.choice(strange)
        elif isinstance(place, dict):
            place[draw.choice(["__proto__", "toString", "new", "<b>", "a-b"])] = place.pop(name)
        if not plan:
            break
    return json.dumps(plan).encode()


def content_of(file: dict[str, Any]) -> bytes:
    """Make the file of a case: from bytes, text or JSON; `repeat` says what a letter in it stands for."""
    if "hex" in file:
        return bytes.fromhex(file["hex"])
    text: str = file["text"] if "text" in file else json.dumps(file["json"], ensure_ascii=False)
    for letter, times in file.get("repeat", {}).items():
        count, other = times if isinstance(times, list) else (times, "x")
        text = text.replace(letter, other * count)
    return text.encode()
