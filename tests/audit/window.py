"""A browser's window, used as a person uses it: by keys, by clicks, and by closing it.

A subclass for each browser says how it is started, and how to look at what it shows. Looking never acts: all
that matters to a journey, from typing to closing, is done by the keys and the mouse of the display.
"""

from __future__ import annotations

import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from tests.audit.display import Display
from tests.engines import processes

PATIENCE = 40  # seconds for a browser to do what it was told
ATTEMPTS = 3
LOOK_AGAIN = 0.1  # seconds
DIALOG_READY = 1  # seconds: a window of the browser cannot be looked at

PLACE = """(() => {
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility === "visible"
  }
  const element = [...document.querySelectorAll(%s)].filter(shown)
    .filter(({ textContent }) => textContent.includes(%s))[%d]
  if (!element) return null
  const seen = () => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [left + Math.min(width / 2, 60), top + height / 2]
  }
  const [, y] = seen()
  if (y < 130 || y > innerHeight - 130) element.scrollIntoView({ block: "center", behavior: "instant" })
  return seen()
})()"""
"""Where an element is, brought into sight first. Long links and labels are pressed near their beginning."""
CAME = """document.readyState === "complete" || document.documentURI.startsWith("about:neterror")"""
"""Firefox's own page about a host that does not answer is never complete."""
VALUES = """[...document.querySelectorAll("input, textarea, select")]
  .filter((field) => field.type !== "file")
  .map((field) => (/radio|checkbox/.test(field.type) ? (field.checked ? "ticked" : "") : field.value))
  .filter(Boolean)"""


class AuditError(Exception):
    """A journey could not be done: its result would prove nothing."""


@dataclass(frozen=True)
class Choice:
    """How a browser is started."""

    private: bool = False
    scripts: bool = True
    restores: bool = False
    """Whether it shows the tabs of last time, as a reader may have chosen, or after a crash."""


@dataclass(frozen=True)
class Row:
    """One address of the guide in the browser's own database of visits."""

    title: str
    address: str


class Window(ABC):
    browser: ClassVar[str]
    """Its name in `content/traces.yml`."""
    saved_forms: ClassVar[tuple[str, ...]] = ()
    """With these words begins what it saves of the fields of a page."""
    restores_at_start: ClassVar[bool] = False
    """Whether the tabs of last time come back at its start alone, and not by a key later."""
    takes_file: ClassVar[str] = "Return"
    """The key that takes the file whose path was typed into its window for files."""

    def __init__(self, display: Display, profile: Path, choice: Choice | None = None) -> None:
        self.display, self.profile = display, profile
        self.choice = choice or Choice()
        self.home = profile.with_name(profile.name + "-home")
        """The person's own folder: its Downloads, and what a desktop notes about recent files."""

    # What each browser knows.

    @classmethod
    @abstractmethod
    def version(cls) -> str: ...

    @abstractmethod
    def prepare(self) -> None:
        """Write the settings of a new profile: only what a reader could have chosen."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command line, without an address; nothing in it may change what is kept."""

    @abstractmethod
    def look(self, expression: str) -> Any:
        """Evaluate an expression in the page of the tab in sight; raise AuditError where there is none."""

    def look_all(self, expression: str) -> list[Any]:
        """Evaluate it in each tab in sight: a window that is opened again stands beside the first."""
        return [self.look(expression)]

    @abstractmethod
    def corner(self) -> tuple[int, int]:
        """Return where on the screen the page's own area begins."""

    @classmethod
    @abstractmethod
    def rows(cls, profile: Path, host: str) -> list[Row]:
        """Read what the database of visits holds of a host, or of a file whose path has this in it."""

    @abstractmethod
    def listed(self, host: str) -> bool:
        """Return whether the browser's own list of the history, opened now, shows an address of this host."""

    # What a person does.

    def start(self, address: str = "") -> None:
        self.open_window(address)
        self.wait(lambda: self.look(CAME), "its first page did not come")
        self.take_keys()

    def open_window(self, address: str = "", without: str = "") -> None:
        """Start the browser, without one word of its command line if that is named."""
        self.profile.mkdir(parents=True, exist_ok=True)
        (self.home / "Downloads").mkdir(parents=True, exist_ok=True)
        self.prepare()
        command = [word for word in (*self.command(), address) if word and word != without]
        self.process = processes.start(command, self.environment())
        self.wait(lambda: self.display.windows() or self.process.poll() is not None, "it opened no window")
        if self.process.poll() is not None:
            raise AuditError(f"it ended with {self.process.returncode} before it opened a window")

    def environment(self) -> dict[str, str]:
        return self.display.environment() | {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "share"),
        }

    def take_keys(self) -> None:
        """Give the keys to the newest window: a dialog while there is one, else the browser's own."""
        self.display.give_keys_to(self.display.windows()[-1])

    def click(self, css: str, text: str = "", number: int = 0) -> None:
        """Click on an element in sight that stands still: of those with this text, the one at `number`."""
        self.display.click(*self.place(css, text, number))

    def place(self, css: str, text: str = "", number: int = 0) -> tuple[int, int]:
        seen: list[Any] = [None]

        def stands_still() -> bool:
            seen.append(self.look(PLACE % (as_text(css), as_text(text), number)))
            return seen[-1] is not None and seen[-1] == seen[-2]

        self.wait(stands_still, f"there is no {css} in sight")
        left, top = self.corner()
        return round(left + seen[-1][0]), round(top + seen[-1][1])

    def type(self, text: str) -> None:
        self.display.type(text)

    def press(self, *keys: str) -> None:
        self.display.press(*keys)

    def go_to(self, address: str) -> None:
        """Type an address into the address bar; once more where a busy machine lost a key."""
        for attempt in range(ATTEMPTS):
            self.press("ctrl+l")
            self.type(address)
            self.press("Return")
            try:
                self.wait(lambda: self.address() == address, f"{address} did not come", PATIENCE / ATTEMPTS)
                return
            except AuditError:
                if attempt == ATTEMPTS - 1:
                    raise

    def choose_file(self, css: str, path: Path) -> None:
        """Choose a file in the browser's own window, by its path."""
        before = len(self.display.windows())
        self.click(css)
        self.wait(lambda: len(self.display.windows()) > before, "no window for files came")
        self.take_keys()
        time.sleep(DIALOG_READY)
        self.press("ctrl+l")
        self.type(str(path))
        time.sleep(DIALOG_READY)
        self.press(self.takes_file)
        self.wait(lambda: len(self.display.windows()) == before, "the window for files stayed")
        self.take_keys()

    def values(self) -> list[str]:
        """Return what all fields of the page hold; of boxes, "ticked" for each that is."""
        values: list[str] = self.look(VALUES)
        return values

    def address(self) -> str:
        return str(self.look("location.href"))

    def wait(self, is_so: Callable[[], Any], problem: str, patience: float = PATIENCE) -> None:
        """Look again and again; a page that is on its way elsewhere cannot be looked at for a moment."""
        end = time.monotonic() + patience
        while True:
            try:
                if is_so():
                    return
            except AuditError:
                pass
            if time.monotonic() > end:
                raise AuditError(problem)
            time.sleep(LOOK_AGAIN)

    def wait_for(self, css: str, patience: float = PATIENCE) -> None:
        there = f"document.querySelector({as_text(css)}) !== null"
        self.wait(lambda: self.look(there), f"{css} did not come", patience)

    def close(self) -> None:
        """Close the window by its key, and let the browser write what it has to write."""
        self.press("ctrl+shift+w")
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AuditError("the window did not close") from None

    def kill(self) -> None:
        """End it as a crash, or a battery taken out, would."""
        processes.kill(self.process)


def as_text(value: str) -> str:
    """Return a string as JavaScript writes it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
