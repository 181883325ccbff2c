"""What no copy of the guide leaves out, and why."""

from __future__ import annotations

from hooks.content.model import IN_DANGER

DANGER = "it says what to do in danger"
EXIT = "readers leave this guide by it, from every page"
CAUTION = "it says what may go wrong. Leave out the step that it belongs to"
TRACES = "it says what this guide leaves on a device, and how to remove it"
NUMBERS = "readers find there whom to call, in danger and besides"
LED_TO = "other parts of this guide lead to it, and do not work without it"
KEPT = {
    IN_DANGER: DANGER,
    "exit": EXIT,
    "leave-now": EXIT,
    "quick-exit": EXIT,
    "caution": CAUTION,
    "cautions": CAUTION,
    "reading": TRACES,
    "private-reading": TRACES,
    "numbers": NUMBERS,
    **dict.fromkeys(("index", "begin", "plan", "log", "sheets", "offline", "method", "about"), LED_TO),
}


def why_kept(name: str, topic: str = "") -> str:
    """Return why nothing called `name` can be left out, or nothing. `topic`: that of the step called so."""
    if topic == IN_DANGER:
        return DANGER
    return KEPT.get("-".join(name.lower().split()), "")
