"""Whether a journey leaves more than it did: each field that may be compared has an order of harm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ORDERS = {
    "listed": ("no", "yes"),
    "back": ("none", "blank", "before", "guide", "guide-typed"),
    "reopened": ("none", "blank", "everyday", "guide", "guide-typed"),
}
"""From the least harm to the most. What was open before is on the history list anyway."""
COUNTED = ("content", "typed", "files")
"""What may differ by a file between two runs, but not between none and some: so a number is compared."""


def what_is_worse(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Say each field in which the new result is worse; `named` and `suggested` may not be compared."""
    problems = []
    for name, order in ORDERS.items():
        if name in before and name in now and order.index(now[name]) > order.index(before[name]):
            problems.append(f"{name}: {now[name]}; it was {before[name]}")
    for name in COUNTED:
        if name in before and name in now and int(now[name]) > int(before[name]):
            problems.append(f"{name}: {now[name]}; it was {before[name]}")
    if "rows" in now and len(now["rows"]) > len(before.get("rows", now["rows"])):
        problems.append(f"rows: {', '.join(now['rows'])}; it was {', '.join(before['rows']) or 'none'}")
    return problems
