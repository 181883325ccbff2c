"""Chromium as a person starts it, with a debugging port to look through."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from urllib.request import urlopen

from tests.audit.display import SIZE
from tests.audit.web_socket import WebSocket
from tests.audit.window import AuditError, Row, Window
from tests.browser.support import ROOT

QUIET = ("--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update")
"""A machine of tests has no sandbox, and nothing here is about what the browser asks its maker."""
LINKS = """(() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])])
  const items = all(document).filter(({ localName }) => localName === "history-item")
  const links = items.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll("a")])
  return items.length ? links.map(({ href }) => href) : null
})()"""
"""Where the lines of chrome://history lead; null before there is any."""


class Chromium(Window):
    browser: ClassVar[str] = "chromium"
    saved_forms: ClassVar[tuple[str, ...]] = ("Blink serialized form state",)
    takes_file: ClassVar[str] = "alt+o"  # Return closes the window, and takes no file

    @classmethod
    def version(cls) -> str:
        said = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True)
        return next(word for word in said.stdout.split() if word[0].isdigit())

    def prepare(self) -> None:
        settings: dict[str, Any] = {}
        if not self.choice.scripts:
            settings["profile"] = {"default_content_setting_values": {"javascript": 2}}
        if self.choice.restores:
            settings["session"] = {"restore_on_startup": 1}
        path = self.profile / "Default/Preferences"
        if settings and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(settings))
        (self.profile / "DevToolsActivePort").unlink(missing_ok=True)

    def command(self) -> list[str]:
        return [
            program(),
            *QUIET,
            f"--user-data-dir={self.profile}",
            "--remote-debugging-port=0",
            "--window-position=0,0",
            f"--window-size={SIZE[0]},{SIZE[1]}",
            *(["--incognito"] if self.choice.private else []),
        ]

    def look(self, expression: str) -> Any:
        seen = self.look_all(expression)
        if not seen:
            raise AuditError("no tab is in sight")
        return seen[0]

    def look_all(self, expression: str) -> list[Any]:
        in_sight = [tab for tab in self._tabs() if ask(tab, "document.visibilityState") == "visible"]
        return [ask(tab, expression) for tab in in_sight]

    def corner(self) -> tuple[int, int]:
        left, top = self.look(
            "[(outerWidth - innerWidth) / 2 + screenX, outerHeight - innerHeight + screenY]"
        )
        return round(left), round(top)

    def _tabs(self) -> list[str]:
        try:
            port = (self.profile / "DevToolsActivePort").read_text().split()[0]
            with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
                tabs = json.load(answer)
        except (OSError, IndexError, ValueError) as error:
            raise AuditError("the browser cannot be looked at") from error
        return [tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"]

    @classmethod
    def rows(cls, profile: Path, host: str) -> list[Row]:
        with tempfile.TemporaryDirectory() as folder:
            for path in (profile / "Default").glob("History*"):
                shutil.copy(path, folder)
            if not (Path(folder) / "History").exists():
                return []
            with sqlite3.connect(Path(folder) / "History") as database:
                found = database.execute("SELECT title, url FROM urls ORDER BY id").fetchall()
            database.close()
        return [Row(title, address) for title, address in found if host in address]

    def listed(self, host: str) -> bool:
        self.press("ctrl+h")
        self.wait(lambda: self.look("location.href").startswith("chrome://history"), "no list of the history")
        links: Any = None
        end = time.monotonic() + 6
        while links is None and time.monotonic() < end:
            links = self.look(LINKS)
            time.sleep(0.3)
        return any(host in link for link in links or [])


def ask(tab: str, expression: str) -> Any:
    """Evaluate in a tab, and let go of it at once."""
    try:
        socket = WebSocket(tab)
        try:
            asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
            socket.send(json.dumps({"id": 1, "method": "Runtime.evaluate", "params": asked}))
            while (answer := json.loads(socket.receive())).get("id") != 1:
                pass
        finally:
            socket.close()
    except OSError as error:
        raise AuditError("the tab went away") from error
    result = answer.get("result", {})
    if "exceptionDetails" in result or "error" in answer:
        raise AuditError(f"the page could not be looked at: {answer}")
    return result["result"].get("value")


@cache
def program() -> str:
    found = subprocess.run([ROOT / "tools/find-browser"], capture_output=True, text=True, check=True)
    return found.stdout.strip()
