"""Let `expect` wait for an element as cheaply as a locator does.

Whenever `expect` looks and does not find the element, or finds it hidden, Playwright describes the whole
document for the message that it may have to write. On the plan each look takes 0.3 s of processor time, and
it looks again and again until the element appears.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

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


def look_cheaply(longest: float) -> None:
    """Change these assertions for all tests. They wait `longest` milliseconds where a test does not say."""
    for name, state in WAITS.items():
        setattr(LocatorAssertions, name, _after_waiting(getattr(LocatorAssertions, name), state, longest))


def _after_waiting(look: Callable[..., None], state: str, longest: float) -> Callable[..., None]:
    @wraps(look)
    def wait_and_look(self: Any, *given: Any, **named: Any) -> None:
        # A list of texts may be that of no element at all.
        if "visible" not in named and not any(isinstance(value, list) for value in given):
            locator = self._impl_obj._actual_locator  # nothing public gives it
            try:
                self._sync(locator.first.wait_for(state=state, timeout=named.get("timeout") or longest))
            except TimeoutError:
                named["timeout"] = 1  # the assertion itself says what is wrong
        look(self, *given, **named)

    return wait_and_look
