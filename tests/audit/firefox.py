"""Firefox as a person starts it, with a debugging port to look through.

The port is WebDriver BiDi, and only its way to evaluate an expression is used. Firefox itself changes
a hundred settings where a port is open, of its session and its network among them: it is told not to.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

from tests.audit.display import SIZE
from tests.audit.web_socket import WebSocket
from tests.audit.window import AuditError, Row, Window
from tests.engines.firefox import find_program
from tests.engines.firefox_prefs import PREFS

CHANGES_WHAT_STAYS = re.compile(
    r"browser\.(download|sessionstore|newtabpage)\.|dom\.user_activation\.|marionette\."
    r"|network\.(proxy|prefetch-next|dns|http)"
)
"""Settings of other tests about what a browser keeps, asks for or shows: here a reader's."""
OWN: dict[str, bool | int | str] = {
    "remote.prefs.recommended": False,
    "browser.warnOnQuitShortcut": False,  # its question would only be one more key
    "browser.newtabpage.enabled": False,  # its own forms would be taken for the guide's
}
RESTORES = 3
"""`browser.startup.page`: show the windows and tabs of last time."""
PORT = "WebDriverBiDiServer.json"
LOOKS_ONLY = {"alwaysMatch": {"unhandledPromptBehavior": {"default": "ignore"}}}
"""A question that a page asks the reader is left to the reader."""
VISITS = """
  SELECT title, url, hidden FROM moz_places
  WHERE id IN (SELECT place_id FROM moz_historyvisits) ORDER BY id
"""


class Firefox(Window):
    browser: ClassVar[str] = "firefox"
    saved_forms: ClassVar[tuple[str, ...]] = ('"formdata":',)
    restores_at_start: ClassVar[bool] = True
    _socket: WebSocket | None = None
    _asked = 0

    @classmethod
    def version(cls) -> str:
        said = subprocess.run([find_program(), "--version"], capture_output=True, text=True, check=True)
        return said.stdout.split()[-1]

    def prepare(self) -> None:
        quiet = {name: value for name, value in PREFS.items() if not CHANGES_WHAT_STAYS.match(name)}
        settings = quiet | OWN | {"javascript.enabled": self.choice.scripts}
        if self.choice.restores:
            settings["browser.startup.page"] = RESTORES
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        (self.profile / "user.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self.profile / PORT).unlink(missing_ok=True)
        self._socket = None

    def command(self) -> list[str]:
        return [
            find_program(),
            "--no-remote",
            *("--profile", str(self.profile)),
            "--remote-debugging-port=0",
            *("--width", str(SIZE[0]), "--height", str(SIZE[1])),
            *(["--private-window"] if self.choice.private else []),
        ]

    def environment(self) -> dict[str, str]:
        return super().environment() | {"MOZ_CRASHREPORTER_DISABLE": "1", "MOZ_ENABLE_WAYLAND": "0"}

    def look(self, expression: str) -> Any:
        for tab in self._tabs_in_sight():
            return self._evaluate(tab, expression)
        raise AuditError("no tab is in sight")

    def look_all(self, expression: str) -> list[Any]:
        return [self._evaluate(tab, expression) for tab in self._tabs_in_sight()]

    def corner(self) -> tuple[int, int]:
        left, top = self.look("[mozInnerScreenX, mozInnerScreenY]")
        return round(left), round(top)

    def _tabs_in_sight(self) -> Iterator[str]:
        for tab in self._ask("browsingContext.getTree", maxDepth=0)["contexts"]:
            if self._evaluate(tab["context"], "document.visibilityState") == "visible":
                yield tab["context"]

    def _evaluate(self, tab: str, expression: str) -> Any:
        """Return the value of an expression, which travels as text."""
        answer = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": tab},
            awaitPromise=True,
        )
        if answer["type"] != "success":
            raise AuditError(f"the page could not be looked at: {answer['exceptionDetails']['text']}")
        return json.loads(answer["result"]["value"])

    def _ask(self, method: str, **given: Any) -> Any:
        try:
            if self._socket is None:
                port = json.loads((self.profile / PORT).read_text(encoding="utf-8"))["ws_port"]
                self._socket = WebSocket(f"ws://127.0.0.1:{port}/session")
                self._ask("session.new", capabilities=LOOKS_ONLY)
            self._asked += 1
            self._socket.send(json.dumps({"id": self._asked, "method": method, "params": given}))
            while (answer := json.loads(self._socket.receive())).get("id") != self._asked:
                pass
        except (OSError, ValueError) as error:
            self._socket = None
            raise AuditError("the browser cannot be looked at") from error
        if answer["type"] == "error":
            raise AuditError(f"the page could not be looked at: {answer['message']}")
        return answer["result"]

    @classmethod
    def rows(cls, profile: Path, host: str) -> list[Row]:
        return [Row(title or "", address) for title, address, _ in visits(profile) if host in address]

    def listed(self, host: str) -> bool:
        return any(host in address and not hidden for _, address, hidden in visits(self.profile))


def visits(profile: Path) -> list[tuple[str | None, str, int]]:
    """Read from a copy of the database what was visited: title, address, and whether lists leave it out."""
    with tempfile.TemporaryDirectory() as folder:
        for path in profile.glob("places.sqlite*"):
            shutil.copy(path, folder)
        database = Path(folder, "places.sqlite")
        if not database.exists():
            return []
        with closing(sqlite3.connect(database)) as opened:
            found: list[tuple[str | None, str, int]] = opened.execute(VISITS).fetchall()
            return found
