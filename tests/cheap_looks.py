"""Let `expect` wait for an element as cheaply as a locator does.

Whenever `expect` looks and does not find the element, or finds it hidden, Playwright describes the whole
document for the message that it may have to write. On the plan each look takes 0.3 s of processor time, and
it looks again and again until the element appears.

And where a wait may take long, Playwright soon looks only twice a second: `in_pieces` it looks ten times.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from playwright.sync_api import LocatorAssertions, TimeoutError  # type: ignore[attr-defined] # it is there, and unnamed

WAITS = {
    "to_be_visible": "visible",
    "to_be_hidden": "hidden",
    "to_have_text": "attached",
    "to_contain_text": "attached",
    "to_have_attribute": "attached",
    "to_be_focused": "attached",
}
"""For what a locator can wait before each of these looks for the first time."""
PIECE = 2_000  # milliseconds: in a wait that may take no longer, Playwright looks ten times a second
Answer = TypeVar("Answer")


def look_cheaply(longest: float) -> None:
    """Change these assertions for all tests. They wait `longest` milliseconds where a test does not say."""
    for name, state in WAITS.items():
        setattr(LocatorAssertions, name, _after_waiting(getattr(LocatorAssertions, name), state, longest))


def in_pieces(wait: Callable[[float], Answer], longest: float) -> Answer:
    """Wait with a function that is told how long it may, piece by piece, `longest` milliseconds in all."""
    end = time.monotonic() + longest / 1000
    while (left := (end - time.monotonic()) * 1000) > PIECE:
        begun = time.monotonic()
        try:
            return wait(PIECE)
        except (AssertionError, TimeoutError):
            if time.monotonic() - begun < PIECE / 1000:  # it is no matter of time
                raise
    return wait(max(left, 1))


def _after_waiting(look: Callable[..., None], state: str, longest: float) -> Callable[..., None]:
    @wraps(look)
    def wait_and_look(self: Any, *given: Any, **named: Any) -> None:
        longest_here = named.pop("timeout", None) or longest

        def wait(piece: float) -> None:
            self._sync(locator.first.wait_for(state=state, timeout=piece))

        # A list of texts may be that of no element at all.
        if "visible" not in named and not any(isinstance(value, list) for value in given):
            locator = self._impl_obj._actual_locator  # nothing public gives it
            try:
                in_pieces(wait, longest_here)
            except TimeoutError:
                longest_here = 1  # the assertion itself says what is wrong
        in_pieces(lambda piece: look(self, *given, **named, timeout=piece), longest_here)

    return wait_and_look
