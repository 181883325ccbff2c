"""What tests of the kept guide share: a host that can fail in many ways, and what a reader does."""

from __future__ import annotations

import atexit
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from hooks.content.records import Withdrawn
from hooks.content.views import read_views
from hooks.site.offline import LANGUAGES, MANIFEST, SOURCE, write_offline
from hooks.site.pages import language_folders
from tests.browser.support import ROOT, SITE, Handler, Server, is_from_here, until
from tests.browser.vault_support import VAULT_SCRIPT, quick_to_seal

LONG = 60_000  # milliseconds on a busy machine
PORTAL = b"<!doctype html><title>Sign in</title><h1>Welcome to our wireless network</h1>"
LOOKING = re.compile("One moment…|Un momento…")
SMALL = re.compile(
    r".*\.(pdf|gz|br)|assets/strength\.js|assets/python/(pyodide.*|python\..*\.bin)"
    r"|sheets/(?!incident-log).*"
)
"""What a copy of the site can do without in tests of trouble: the larger files, and all sheets but one.

`test_offline_restart.py` keeps every file.
"""
KEPT = """async () => {
  const names = await caches.keys()
  const list = async (name) => (await (await caches.open(name)).keys())
    .map(({ url }) => new URL(url).pathname.slice(1)).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await list(name)])))
}"""
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"

WHOLE_ONLY = {f"{id}.html" for id, view in read_views(ROOT)[0].items() if view.in_offline_copy == "whole"}
"""Pages that only a copy of the whole guide holds: those that are named as their view."""

FIRST = 101
"""The order of a host's first publication."""

Answer = Callable[[str, bytes], bytes | None]
"""What a host sends for a path and the file that it should send; None hangs up in the middle of it."""


@cache
def published(*, small: bool) -> Path:
    """Copy the site with all files listed, once for all hosts; what a passphrase costs is not the matter."""
    made = TemporaryDirectory()
    atexit.register(made.cleanup)
    folder = Path(made.name) / "site"
    left_out = [path for path in SITE.rglob("*") if SMALL.fullmatch(path.relative_to(SITE).as_posix())]
    names = {path.name for path in left_out} if small else set()
    shutil.copytree(SITE, folder, ignore=lambda _, found: names & {*found})
    vault = folder / VAULT_SCRIPT
    vault.write_text(quick_to_seal(vault.read_text("utf-8")), "utf-8")
    list_files(folder, [], FIRST)
    return folder


def list_files(folder: Path, withdrawn: list[Withdrawn], order: int) -> None:
    """List all files again, of each language by itself, and write the workers."""
    worker, languages = (ROOT / SOURCE).read_text("utf-8"), language_folders(folder)
    codes = json.dumps([language.name for language in languages])
    texts = {folder: worker.replace(LANGUAGES, f"const languages = {codes};")}
    for one in (folder, *languages):
        shared = {} if one == folder else python_of_all(folder)
        text = texts.get(one, worker)
        write_offline(one, text, withdrawn, larger=WHOLE_ONLY, order=order, shared=shared)


def python_of_all(folder: Path) -> dict[str, bytes]:
    """Return what each language takes from the folder of English, by its path from its own."""
    python = folder / "assets/python"
    names = (path.name for path in python.iterdir() if re.fullmatch(r"py.+\.[0-9a-f]{16}\.\w+", path.name))
    return {f"../assets/python/{name}": (python / name).read_bytes() for name in sorted(names)}


class Host:
    """A host of a folder of its own, on one port, that can stop, start again, and send something else."""

    def __init__(self, folder: Path, *, small: bool = True) -> None:
        self.folder = folder
        shutil.copytree(published(small=small), folder)
        self.asked: list[str] = []
        self.answer: Answer | None = None
        self.wipe_headers: dict[str, str] | None = None
        self.order = FIRST
        self.sends_on: str | None = None
        """Where this host sends on to from `x.html`, with `x` in it; it answers that with the page."""
        self._server: Server | None = None
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def publish(
        self, withdrawn: list[Withdrawn] | None = None, *, order: int | None = None, **texts: str
    ) -> str:
        """Add a text to files (`phone_html="…"`), list all files again, and return the version.

        Each publication is newer than the one before, unless its `order` says something else.
        """
        self.order = self.order + 1 if order is None else order
        for name, text in texts.items():
            path = self.folder / name.replace("_", ".")
            path.write_text(path.read_text("utf-8").replace("</main>", f"{text}</main>"), "utf-8")
        list_files(self.folder, withdrawn or [], self.order)
        return str(self.manifest()["version"])

    def manifest(self) -> dict[str, Any]:
        manifest: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text("utf-8"))
        return manifest

    def files(self, *groups: str) -> list[str]:
        return [name for group in groups for name, _, _ in self.manifest()[group]["files"]]

    def start(self) -> None:
        host = self

        class HostHandler(Handler):
            def do_GET(self) -> None:  # noqa: N802 - what http.server calls
                host._send(self)

            do_POST = do_GET  # noqa: N815

        self._server = Server(("127.0.0.1", self._port), partial(HostHandler, directory=str(self.folder)))
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def _send(self, handler: Handler) -> None:
        path = urlsplit(handler.path).path.lstrip("/") or "index.html"
        self.asked.append(path)
        file = self.folder / path
        if self.sends_on and file.suffix == ".html" and file.is_file():
            handler.send_response(308)
            handler.send_header("Location", self.sends_on.format(path.removesuffix(".html")))
            handler.send_header("Content-Length", "0")
            return handler.end_headers()
        if self.sends_on and not file.suffix:
            handler.path = f"/{path.removeprefix('elsewhere/')}.html"
        if path == "wipe" and self.wipe_headers is not None:
            return send(handler, b"", self.wipe_headers if is_from_here(handler) else {})
        if self.answer is None or not file.is_file():
            return super(type(handler), handler).do_GET()
        body = file.read_bytes()
        changed = self.answer(path, body)
        if changed is not None:
            return send(handler, changed, {"Content-Type": handler.guess_type(str(file))})
        send(handler, body, {"Content-Type": handler.guess_type(str(file))}, upto=len(body) // 2)
        handler.close_connection = True
        return None


def send(handler: Handler, body: bytes, headers: dict[str, str], upto: int | None = None) -> None:
    handler.send_response(200)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[:upto])


@contextmanager
def hosted(folder: Path, *, small: bool = True) -> Iterator[Host]:
    host = Host(folder, small=small)
    yield host
    host.stop()


def portal(*_: object) -> bytes:
    """Answer as a network that wants people to sign in: 200, with a page of its own."""
    return PORTAL


def cut_after(part: float, host: Host, *groups: str) -> Answer:
    """Hang up once this part of all bytes was sent, in the middle of a file, and ever after."""
    left = part * sum(size for group in groups for _, size, _ in host.manifest()[group]["files"])

    def answer(path: str, body: bytes) -> bytes | None:
        nonlocal left
        if path in (MANIFEST, "worker.js"):
            return body
        left -= len(body)
        return body if left > 0 else None

    return answer


def flip(name: str) -> Answer:
    """Change one bit in the middle of one file."""

    def answer(path: str, body: bytes) -> bytes:
        if path != name:
            return body
        middle = len(body) // 2
        return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]

    return answer


def hold(name: str, come: threading.Event) -> Answer:
    """Wait with one file for an event, or as long as a test takes."""

    def answer(path: str, body: bytes) -> bytes:
        if path == name:
            come.wait(20)
        return body

    return answer


def open_view(page: Page, home: str) -> None:
    """Open the view by the menu, as in the reader."""
    page.goto(f"{home}index.html")
    page.locator("#menu a[data-open=offline]").evaluate("link => link.click()")
    expect(page.locator(".offline-is")).to_be_visible(timeout=LONG)
    rest(page)


def rest(page: Page) -> None:
    """Wait until the panel has looked: then the button is enabled, or hidden, or cannot be."""
    expect(page.locator(".offline-said")).not_to_have_text(LOOKING, timeout=LONG)


def press(page: Page, name: str) -> None:
    page.locator(f"[data-offline={name}]").click()


def state(page: Page, wanted: str) -> None:
    until(page, "offline-state", wanted, timeout=LONG)


def said(page: Page, sentence: str | re.Pattern[str]) -> None:
    expect(page.locator(".offline-said")).to_have_text(sentence, timeout=LONG)


def keep(page: Page, home: str, choice: str = "guide") -> None:
    open_view(page, home)
    press(page, choice)
    state(page, "kept")
    said(page, "Done. The guide is now kept in this browser.")


def keep_language(page: Page, home: str, choice: str = "guide") -> None:
    """Keep the guide in another language, of which `home` is the folder, whatever it says."""
    open_view(page, home)
    press(page, choice)
    state(page, "kept")
    expect(page.locator(".offline-going")).to_be_hidden(timeout=LONG)


def kept_files(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


def registrations(page: Page) -> int:
    count: int = page.evaluate(REGISTRATIONS)
    return count
