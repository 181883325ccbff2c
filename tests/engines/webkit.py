"""WebKitGTK, driven over WebKitWebDriver on a screen of its own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.engines import processes
from tests.engines.engine import PATIENCE, WINDOW, EngineError
from tests.engines.webdriver import WebDriverEngine

BROWSER = Path(__file__).with_name("webkit_window.py")
SHOWN = "shown"
"""Where the window notes the page that loaded last: how many loaded before it, and its address."""
COMMANDS = {
    "Navigate To": ("POST", "/url"),
    "Execute Script": ("POST", "/execute/sync"),
    "Execute Async Script": ("POST", "/execute/async"),
    "Element Click": ("POST", "/element/{id}/click"),
    "Element Send Keys": ("POST", "/element/{id}/value"),
    "Perform Actions": ("POST", "/actions"),
    "Set Window Rect": ("POST", "/window/rect"),
    "New Window": ("POST", "/window/new"),
    "Get Window Handle": ("GET", "/window"),
    "Switch To Window": ("POST", "/window"),
    "Switch To Frame": ("POST", "/frame"),
    "Close Window": ("DELETE", "/window"),
    "New Session": ("POST", ""),
}


class WebKit(WebDriverEngine):
    name = "webkit"

    def start(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []
        try:
            self._start_driver()
            self._start_session()
        except BaseException:
            self.close()
            raise

    def _start_screen(self) -> str:
        reading, writing = os.pipe()
        size = f"{WINDOW[0]}x{WINDOW[1] + 100}x24"
        command = [_program("Xvfb"), "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self._running.append(processes.start(command, {}, pass_fds=[writing]))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise EngineError("Xvfb did not start")
        return f":{number}"

    def _start_driver(self) -> None:
        home = str(self.profile)
        own = {
            "DISPLAY": self._start_screen(),
            "HOME": home,
            "XDG_CACHE_HOME": f"{home}/cache",
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_DATA_HOME": f"{home}/data",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            # Without a graphics card both cost half of the processor's time, and no page can notice.
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
            "JSC_useOMGJIT": "0",
            # Its sandbox needs rights that root in a container has not.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        port = _free_port()
        self._running.append(processes.start([_program("WebKitWebDriver"), f"--port={port}"], own))
        self._sessions = f"http://127.0.0.1:{port}/session"
        self.wait_for(lambda: _answers(port))

    def _start_session(self) -> None:
        self._session = ""
        arguments = [str(BROWSER), str(self.profile), self.outside.address, self._own_settings()]
        wanted = {
            "webkitgtk:browserOptions": {"binary": sys.executable, "args": arguments},
            "timeouts": {"pageLoad": PATIENCE * 1000, "script": PATIENCE * 1000},
        }
        session = self.command("New Session", capabilities={"alwaysMatch": wanted})
        self.version = session["capabilities"]["browserVersion"]
        self._session = f"/{session['sessionId']}"
        self.wait_for(self._size_window)

    def _size_window(self) -> bool:
        """Ask for a size until the window has it: a window that is not on the screen yet ignores it."""
        self.command("Set Window Rect", width=WINDOW[0], height=WINDOW[1])
        return bool(self.script("innerWidth > 1000 && innerHeight > 500"))

    def _own_settings(self) -> str:
        room = self.settings.room
        share = None if room is None else room / shutil.disk_usage(self.profile).total
        return json.dumps({"scripts": self.settings.scripts, "share": share})

    def close(self) -> None:
        if getattr(self, "_session", ""):
            with contextlib.suppress(EngineError):  # a broken one is ended below
                self._ask("DELETE", self._session, None)
            self._session = ""
        while self._running:
            processes.end(self._running.pop())

    def end(self) -> None:
        self._session = ""
        while self._running:
            processes.kill(self._running.pop())

    def shown(self) -> tuple[str, str]:
        """Ask the window, whatever its tab: a script that is sent while a page goes is never answered."""
        load, address = (self.profile / SHOWN).read_text(encoding="utf-8").split(maxsplit=1)
        return load, address

    def command(self, name: str, **parameters: Any) -> Any:
        method, path = COMMANDS[name]
        if "{id}" in path:
            path = path.format(id=parameters.pop("id"))
        body = json.dumps(parameters).encode() if method == "POST" else None
        return self._ask(method, self._session + path, body)

    def _ask(self, method: str, path: str, body: bytes | None) -> Any:
        request = urllib.request.Request(self._sessions + path, body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE * 3) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            error = json.load(problem)["value"]
            raise EngineError(f"{error['error']}: {error['message']}") from problem
        except OSError as problem:
            raise EngineError(f"webkit is gone: {problem}") from problem


def _program(name: str) -> str:
    path = shutil.which(name)
    if not path:
        raise EngineError(f"no {name} was found; tools/install-browser says what to type")
    return path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
