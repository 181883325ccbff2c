"""What browser tests share: a host for the built site, and a record of what its pages do."""

from __future__ import annotations

import os
import subprocess
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Page, Route, expect

from hooks.content.load import load_guide
from hooks.content.records import Place
from hooks.content.territories import names_of_territories
from hooks.languages.folders import ENGLISH, language_of_build
from hooks.site.pages import language_folders
from hooks.site.templates import by_country
from tests.languages.phrases import settings_in_language

ROOT = Path(__file__).resolve().parents[2]
BELOW = "" if language_of_build() == ENGLISH else f"{language_of_build()}/"
"""The path of the guide in the language that is tested, from where the English one lies."""
FROM_THE_RIGHT = BELOW == "qps-Hebr/"
MADE_UP = BELOW.startswith("qps")
"""Whether nobody speaks the language: its texts are a third longer than the English ones."""
SEARCHED = "fotos rastreador" if BELOW == "es/" else "photograph tracker"
"""Words of which the first result is a step on the page `devices`; the second stands in its name."""
SITE = Path(os.environ.get("SITE", ROOT / "site" / BELOW)).resolve()
EXTRA = settings_in_language(ROOT)["extra"]
EXIT_URL = EXTRA["exit_url"]
SECOND_URL = EXTRA["second_exit_url"]
EXIT_PAGE = "<!doctype html><title>Weather today</title><h1>Weather today</h1>"
FLAGS = (  # quiet: no traffic of the browser itself
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUICK_PYTHON = "--js-flags=--liftoff-only"
"""Compiles WebAssembly once, not twice: Python starts with two thirds of the work, for the same answers."""
HELD = "held"
"""An address of the served site that does not answer for a long time."""
PATIENT = """() => {
  const wait = setTimeout
  window.setTimeout = (work, time, ...given) => wait(work, time === 5000 ? 60000 : time, ...given)
}"""
"""Lets a page wait longer for its host: where what a host does is looked at, and not how soon it does it."""
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


class Handler(SimpleHTTPRequestHandler):
    """Serve a folder as a careful host: nothing is kept, and a missing address gets the guide's own page."""

    cache_control = "no-store"

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".wasm": "application/wasm",
        ".mjs": "text/javascript",
    }

    def parse_request(self) -> bool:
        """Name what lies in the guide by its path there, in whatever language that is."""
        is_one = super().parse_request()
        if is_one:
            self.path = self.path.replace(f"/{BELOW}", "/", 1)
        return is_one

    def translate_path(self, path: str) -> str:
        """Find what languages share beside the guide itself."""
        found = super().translate_path(path)
        return found if not BELOW or Path(found).exists() else str(Path(self.directory).parent / path[1:])

    def do_GET(self) -> None:
        if self.path == f"/{HELD}":
            time.sleep(20)  # as on a slow line; the browser gives up when the test ends
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.cache_control)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def is_from_here(handler: Handler) -> bool:
    """Return whether a page of this origin asks: only then may a host clear what a browser stores for it."""
    return handler.headers.get("Sec-Fetch-Site") == "same-origin"


class CarelessHandler(Handler):
    """Serve a folder as most hosts do: a browser may keep the pages."""

    cache_control = "max-age=600"


class HoldingHandler(Handler):
    """Serve a folder over a connection that stalls: of a file named in `held` only so many bytes arrive."""

    held: ClassVar[dict[str, int]] = {}
    _end: ClassVar[threading.Event] = threading.Event()

    @classmethod
    def let_go(cls) -> None:
        """Hold nothing any more; what was held breaks off."""
        cls.held.clear()
        cls._end.set()
        cls._end = threading.Event()

    def do_GET(self) -> None:
        size = self.held.get(self.path.lstrip("/"))
        if size is None:
            return super().do_GET()
        end = self._end
        path = Path(self.translate_path(self.path))
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:size])
        self.wfile.flush()
        end.wait(60)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that leaves hangs up in the middle of an answer."""


def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder on a loopback address; yield the address, with a slash at its end."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Seen:
    """What the pages of one test asked for, and what went wrong on them."""

    home: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """Console errors: violations of the policy among them."""

    @property
    def foreign(self) -> list[str]:
        """Requests to another origin, but for the page that readers leave to."""
        near = (self.home.removesuffix(BELOW), EXIT_URL, SECOND_URL, "data:", "blob:")
        return [url for url in self.requests if not url.startswith(near)]

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)


OpenPage = Callable[..., Page]


def has_left(page: Page) -> None:
    expect(page).to_have_title("Weather today")
    expect(page).to_have_url(EXIT_URL)


SHOW_WHOLE = """() => {
  document.querySelector("[data-view-id=plan] [data-to-screen=whole]").click()
  document.activeElement.blur()
  scrollTo(0, 0)
}"""


def page_names(folder: Path, *, languages: bool = False) -> list[str]:
    """List every page of a built guide, from its start; with those in other languages, where it is asked."""
    other = language_folders(folder)
    pages = (path for path in folder.rglob("*.html") if languages or not set(path.parents) & set(other))
    return sorted(path.relative_to(folder).as_posix() for path in pages)


@cache
def places() -> list[Place]:
    """List the countries of the guide, in its language, as a reader looks for them."""
    content, _ = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    return [place for _, place in by_country(content.places)]


def country_called(code: str) -> str:
    """Return the name of a country in the language of the guide, by its code."""
    places()  # which loads the language
    return names_of_territories()[code]


def show_whole(page: Page) -> None:
    """Show the plan whole, on one page, for a test that is about its parts and not about the way to them."""
    page.locator("[data-view-id=plan][data-screen]").wait_for(state="attached")
    page.locator("[data-view-id=plan] [data-mark=mine]").first.wait_for(
        state="attached"
    )  # the last task of its script
    page.evaluate(SHOW_WHOLE)


def be_whole(page: Page) -> None:
    """Show the plan whole, unless it is: it begins with the hub each time that its script starts."""
    view = page.locator("[data-view-id=plan][data-screen]")
    view.wait_for(state="attached")
    if view.get_attribute("data-screen") != "whole":
        show_whole(page)


def hold_back(page: Page, pattern: str) -> list[Route]:
    """Hold requests back; each is released by hand."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))
    return held


def until_held(page: Page, held: list[Route]) -> Route:
    """Wait until the page has asked for what is held back."""
    for _ in range(1000):
        if held:
            return held[0]
        page.wait_for_timeout(20)
    raise AssertionError("nothing was asked for")


def told_when_leaving(page: Page, look: str) -> Any:
    """Leave while the everyday page does not come; return what `look` gives when all else has been dropped.

    The page tells it by itself: nobody can ask a page that may be on its way to the second everyday page.
    """
    told: list[Any] = []
    page.expose_function("tellTest", lambda what: told.append(what))
    held = hold_back(page, EXIT_URL)
    page.evaluate(
        f"""() => {{
          const look = {look}
          document.addEventListener("guide:leave", () => void window.tellTest(look()))
          document.querySelector(".exit").click()
        }}"""
    )
    until_held(page, held)
    for _ in range(1000):
        if told:
            return told[0]
        page.wait_for_timeout(20)
    raise AssertionError("nothing was told")


def open_with_stopped_clock(page: Page, address: str) -> None:
    """Open a page whose clock stops until `page.clock` is moved."""
    page.clock.install(time=datetime(2026, 11, 22))
    page.goto(address)
    page.clock.pause_at(datetime(2026, 11, 23))


def text_of_pdf(pdf: bytes) -> str:
    """Return the words of a print as they are read, in any script, with one space between them."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    shown = "".join(letter for letter in done.stdout.decode() if unicodedata.category(letter) != "Cf")
    return " ".join(shown.split())


def drawn_text(pdf: bytes) -> str:
    """Return the words of a print in the order in which they are drawn, with one space between them."""
    return " ".join(drawn_pages(pdf))


def drawn_pages(pdf: bytes) -> list[str]:
    """Return the words of each page of a print, as `drawn_text` does."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().removesuffix("\f").split("\f")]


def until(page: Page, name: str, wanted: str, timeout: float | None = None) -> None:
    """Wait until `<html data-name>` has the expected value.

    In place of `expect`, which describes the whole document whenever it looks and is not yet content: on the
    plan, that takes a third of a second of processor time.
    """
    page.wait_for_selector(f"html[data-{name}='{wanted}']", state="attached", timeout=timeout)


def databases(page: Page) -> list[str]:
    """List databases by name. Chromium loses the question while its host clears, and answers the next one."""
    names: list[str] = page.evaluate(
        """async () => {
          const list = () => indexedDB.databases()
          const later = (time) => new Promise((resolve) => setTimeout(() => resolve(list()), time))
          return (await Promise.race([list(), later(1000), later(5000)])).map(({ name }) => name)
        }"""
    )
    return names


def stored(page: Page) -> dict[str, list[str]]:
    """List all that the page's origin keeps in the browser."""
    kept: dict[str, list[str]] = page.evaluate(
        """async () => ({
          local: Object.keys(localStorage),
          session: Object.keys(sessionStorage),
          caches: await caches.keys(),
          workers: (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
        })"""
    )
    return kept | {
        "databases": databases(page),
        "cookies": [cookie["name"] for cookie in page.context.cookies()],
    }
