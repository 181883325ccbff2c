"""What a test asks of a browser engine, in the same words for each of them."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from tests.engines.host import Outside

WINDOW = (1280, 800)
PAPER = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}  # centimetres
PATIENCE = 30  # seconds that a driver waits for one page or one answer
LONG_PATIENCE = 90  # seconds: on a busy machine Python, or a passphrase at its real cost, takes its time
PAUSE = 0.05  # seconds between two looks at first; what takes longer is looked at less often
LONGEST_PAUSE = 0.25

# A promise is awaited, and an error reported as text: the drivers differ in how they return both.
# Where pages may run no scripts, a driver still may, but no promise ever settles.
CALL = """{asynchronous} (given) => {{
  try {{
    const asked = ({script});
    const value = typeof asked === "function" ? asked(...given) : asked;
    return JSON.stringify({{ value: {awaited} value }});
  }} catch (error) {{
    return JSON.stringify({{ error: String(error) }});
  }}
}}"""
IS_SHOWN = """(css) => [...document.querySelectorAll(css)].some((element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible")"""
TEXT = """(css) => {
  const element = document.querySelector(css);
  if (!element) throw new Error(`there is no ${css}`);
  return element.innerText;
}"""
STANDS = """() => ({
  page: { ...document.documentElement.dataset },
  said: [...document.querySelectorAll("[role=status], .said")].map((one) => one.innerText).filter(Boolean),
})"""
"""What a page says of itself, for the error of a wait that was in vain."""
CENTRE = """(css) => [...document.querySelectorAll(css)].find((element) => element.getClientRects().length)
  ?.scrollIntoView({ block: "center", behavior: "instant" })"""


class EngineError(Exception):
    """The engine, or the page in it, did not do what was asked."""


@dataclass(frozen=True)
class Settings:
    """What a person, or a device, lets a browser do."""

    scripts: bool = True
    room: int | None = None
    """How many bytes a site may keep; None is as many as usual."""


class Engine(ABC):
    """One browser with one profile and one window; what it asks for beyond the loopback goes to `outside`."""

    name: ClassVar[str]

    def __init__(self, profile: Path, settings: Settings = Settings()) -> None:
        self.profile = profile
        self.settings = settings
        self.outside = Outside()
        self.downloads = profile / "saved"
        self.version = ""
        self.downloads.mkdir(parents=True, exist_ok=True)
        self.start()

    @abstractmethod
    def start(self) -> None:
        """Start the browser on its profile."""

    @abstractmethod
    def close(self) -> None:
        """End the browser with every process it started; twice is no error."""

    def end(self) -> None:
        """End it where nobody starts it again on its profile, nor reads what it wrote; twice is no error."""
        self.close()

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded, or until the browser shows an error page."""

    @abstractmethod
    def call(self, function: str, given: list[Any]) -> str:
        """Call a function of one list in the page and return its text; it is async if scripts may run."""

    @abstractmethod
    def click_now(self, css: str) -> None:
        """Click as a reader does, or raise."""

    @abstractmethod
    def type(self, css: str, text: str) -> None:
        """Press keys in the field that `css` finds first."""

    @abstractmethod
    def choose_file(self, css: str, path: Path) -> None:
        """Choose a file in the field for files that `css` finds first."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press and release a key by its name: Shift, Enter, Tab, Escape."""

    @abstractmethod
    def open_tab(self) -> str:
        """Open another empty tab, switch to it, and return its name."""

    @abstractmethod
    def tab(self) -> str:
        """Return what the tab that is spoken to is called."""

    @abstractmethod
    def turn_to(self, tab: str) -> None:
        """Speak to another tab from now on."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab that is spoken to; turn to another one then."""

    @abstractmethod
    def in_frame(self, css: str) -> AbstractContextManager[None]:
        """Speak to the page in the frame that `css` finds first. Keys go where the focus is."""

    def renew_tab(self) -> None:
        """Close the only tab for an empty new one, and with it all that a browser keeps for going back."""
        old = self.tab()
        new = self.open_tab()
        self.turn_to(old)
        self.close_tab()
        self.turn_to(new)

    @contextmanager
    def second_tab(self) -> Iterator[tuple[str, str]]:
        """Open a second tab; give the names of the first and of the second, which is spoken to."""
        first = self.tab()
        second = self.open_tab()
        yield first, second
        self.turn_to(second)
        self.close_tab()
        self.turn_to(first)

    def pause(self, seconds: float = PAUSE) -> None:
        time.sleep(seconds)

    def restart(self) -> None:
        """Stop the browser and start it again on the same profile."""
        self.close()
        self.start()

    def print_pdf(self, paper: str = "a4") -> bytes:
        """Print as a reader does who changes nothing but the paper: with the browser's own lines on top."""
        raise NotImplementedError(f"{self.name} has no way to print by a driver")

    def script(self, script: str, *given: Any) -> Any:
        """Return the value of an expression, or of a function called with `given`; a promise is awaited."""
        words = ("async", "await") if self.settings.scripts else ("", "")
        function = CALL.format(script=script, asynchronous=words[0], awaited=words[1])
        answer = json.loads(self.call(function, list(given)))
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer.get("value")

    def shown(self) -> tuple[str, str]:
        """Return a mark that only this load of a page has, and its address; raise between two pages."""
        load, address = self.script("[performance.timeOrigin, location.href]")
        return str(load), str(address)

    def text(self, css: str) -> str:
        """Return the text that the first match shows."""
        return str(self.script(TEXT, css)).strip()

    def shows(self, css: str) -> bool:
        return bool(self.script(IS_SHOWN, css))

    def wait_for(self, what: str | Callable[[], Any], timeout: float = LONG_PATIENCE) -> Any:
        """Wait until an element is shown, or until a function answers truly; return the answer."""
        look = (lambda: self.shows(what)) if isinstance(what, str) else what
        end = time.monotonic() + timeout
        problem: object = "it never came true"
        pause = PAUSE
        while time.monotonic() < end:
            try:
                if answer := look():
                    return answer
            except EngineError as error:  # between two pages there is none to ask
                problem = error
            self.pause(pause)
            pause = min(pause * 1.25, LONGEST_PAUSE)
        raise EngineError(f"{self.name}: waited {timeout} s for {what}: {problem}; {self._stands()}")

    def _stands(self) -> Any:
        try:
            return self.script(STANDS)
        except (EngineError, OSError) as error:
            return error

    def saved(self, name: str) -> bytes:
        """Wait for a file that the page gave to the reader, and return what it holds; it is deleted.

        A file that is still loading is called `*.part`; Firefox also makes an empty one with its final name.
        """
        path = self.downloads / name
        self.wait_for(lambda: path.is_file() and path.stat().st_size and not [*self.downloads.glob("*.part")])
        content = path.read_bytes()
        path.unlink()
        return content

    def click(self, css: str, timeout: float = LONG_PATIENCE) -> None:
        """Click the first shown match as soon as it can be clicked."""
        self.wait_for(css, timeout)

        def done() -> bool:
            self.script(CENTRE, css)
            self.click_now(css)
            return True

        self.wait_for(done, timeout)
