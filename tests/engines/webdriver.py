"""The part of WebDriver that two engines share: Firefox receives it over a socket, WebKitGTK over HTTP."""

from __future__ import annotations

import contextlib
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.engines.engine import Engine, EngineError

KEYS = {"Shift": "\ue008", "Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c"}
ASYNC = "const done = arguments[arguments.length - 1]; (%s)(arguments[0]).then(done)"
FIRST_SHOWN = """return [...document.querySelectorAll(arguments[0])].find((element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible")"""

LISTEN = """(css) => {
  window.heard = "";
  const hear = ({ target }) => { window.heard = target.closest(css) ? "there" : "elsewhere"; };
  addEventListener("click", hear, { capture: true, once: true });
}"""
LONGEST_WAY = 60  # looks until a click counts as lost: one that arrives later would be made twice
HEARD = "document.body.childElementCount ? window.heard ?? 'on another page' : 'left'"
"""The way out keeps its click to itself, and empties the page."""
STANDS_STILL = """async (css) => {
  const place = () => JSON.stringify(document.querySelector(css)?.getBoundingClientRect());
  const before = place();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return before === place();
}"""


@contextlib.contextmanager
def errors_shown() -> Iterator[None]:
    """Let pass that an address could not be reached: the browser shows its own page about it."""
    try:
        yield
    except EngineError as error:
        if not str(error).startswith("unknown error"):
            raise


class WebDriverEngine(Engine):
    @abstractmethod
    def command(self, name: str, **parameters: Any) -> Any:
        """Send a command by its name in the specification; return its value, or raise EngineError."""

    def open(self, address: str) -> None:
        with errors_shown():
            self.command("Navigate To", url=address)

    def call(self, function: str, given: list[Any]) -> str:
        if not self.settings.scripts:
            called = f"return ({function})(arguments[0])"
            return str(self.command("Execute Script", script=called, args=[given]))
        answer = self.command("Execute Async Script", script=ASYNC % function, args=[given])
        if not isinstance(answer, str):  # Firefox answers this when a page is replaced in the meantime
            raise EngineError("the page went away before it answered")
        return answer

    def click_now(self, css: str) -> None:
        """Click, or raise when the element did not receive the event.

        One in ten never reaches a page that was just opened, or misses an element that moves a moment later.
        """
        if self.settings.scripts:
            if not self.script(STANDS_STILL, css):
                raise EngineError(f"{css} is moving")
            self.script(LISTEN, css)
        element = self._find(css)
        with errors_shown():
            self.command("Element Click", id=element)
        if self.settings.scripts and not self._heard():
            raise EngineError(f"the click on {css} did not come")

    def _heard(self) -> bool:
        for _ in range(LONGEST_WAY):
            try:
                if heard := self.script(HEARD):
                    return bool(heard != "elsewhere")
            except EngineError:  # it led to another page
                return True
            self.pause()
        return False

    def type(self, css: str, text: str) -> None:
        self.command("Element Send Keys", id=self._find(css), text=text)

    def choose_file(self, css: str, path: Path) -> None:
        self.type(css, str(path))

    def press(self, key: str) -> None:
        steps = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self.command("Perform Actions", actions=[{"type": "key", "id": "keyboard", "actions": steps}])

    def open_tab(self) -> str:
        tab = str(self.command("New Window", type="tab")["handle"])
        self.turn_to(tab)
        return tab

    def tab(self) -> str:
        return str(self.command("Get Window Handle"))

    def turn_to(self, tab: str) -> None:
        self.command("Switch To Window", handle=tab)

    def close_tab(self) -> None:
        self.command("Close Window")

    @contextlib.contextmanager
    def in_frame(self, css: str) -> Iterator[None]:
        self.command("Switch To Frame", id=self._found(css))
        yield
        self.command("Switch To Frame", id=None)

    def _find(self, css: str) -> str:
        return str(next(iter(self._found(css).values())))

    def _found(self, css: str) -> dict[str, str]:
        """Return the first shown match in the form that WebDriver gives to elements."""
        found: dict[str, str] = self.command("Execute Script", script=FIRST_SHOWN, args=[css])
        if not found:
            raise EngineError(f"nothing shown fits {css}")
        return found
