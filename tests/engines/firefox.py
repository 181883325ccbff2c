"""Firefox, driven over its own Marionette protocol, with no other program in between."""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import socket
from typing import Any, ClassVar

from tests.engines import processes
from tests.engines.engine import PAPER, PATIENCE, WINDOW, EngineError
from tests.engines.firefox_prefs import PREFS
from tests.engines.webdriver import WebDriverEngine

PROGRAMS = ("firefox-esr", "firefox")
COMMANDS = {
    "Navigate To": "WebDriver:Navigate",
    "Execute Script": "WebDriver:ExecuteScript",
    "Execute Async Script": "WebDriver:ExecuteAsyncScript",
    "Element Click": "WebDriver:ElementClick",
    "Element Send Keys": "WebDriver:ElementSendKeys",
    "Perform Actions": "WebDriver:PerformActions",
    "Set Context": "Marionette:SetContext",
    "Set Window Rect": "WebDriver:SetWindowRect",
    "New Window": "WebDriver:NewWindow",
    "Get Window Handle": "WebDriver:GetWindowHandle",
    "Get Window Handles": "WebDriver:GetWindowHandles",
    "Switch To Window": "WebDriver:SwitchToWindow",
    "Switch To Frame": "WebDriver:SwitchToFrame",
    "Close Window": "WebDriver:CloseWindow",
    "New Session": "WebDriver:NewSession",
    "Quit": "Marionette:Quit",
}

# WebDriver's own way to print leaves out the lines with title, address and date.
PRINT = """
const { print } = ChromeUtils.importESModule("chrome://remote/content/shared/PDF.sys.mjs");
const [width, height] = arguments;
const settings = print.getPrintSettings(print.addDefaultSettings({ page: { width, height } }));
const margin = 0.5; // inches
Object.assign(settings, {
  headerStrLeft: "&T", headerStrRight: "&U", footerStrLeft: "&PT", footerStrRight: "&D",
  marginTop: margin, marginRight: margin, marginBottom: margin, marginLeft: margin,
});
return print.printToBinaryString(gBrowser.selectedBrowser.browsingContext, settings).then(btoa);
"""


class Firefox(WebDriverEngine):
    name = "firefox"
    prefs: ClassVar = PREFS

    def start(self) -> None:
        self._write_prefs()
        port = self.profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        own = {
            "HOME": str(self.profile),
            "XDG_CACHE_HOME": str(self.profile),
            "MOZ_CRASHREPORTER_DISABLE": "1",
        }
        command = [
            find_program(),
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
        ]
        self._process = processes.start([*command, "--profile", str(self.profile)], own)
        try:
            self.wait_for(lambda: port.is_file() and port.read_text())
            self._connect(int(port.read_text()))
        except BaseException:
            self.close()
            raise

    def _write_prefs(self) -> None:
        host, port = self.outside.address.split(":")
        prefs: dict[str, Any] = self.prefs | {"browser.download.dir": str(self.downloads)}
        for kind in ("http", "ssl"):
            prefs |= {f"network.proxy.{kind}": host, f"network.proxy.{kind}_port": int(port)}
        prefs["javascript.enabled"] = self.settings.scripts
        if self.settings.room is not None:
            prefs["dom.quotaManager.temporaryStorage.fixedLimit"] = self.settings.room // 1024
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()]
        (self.profile / "user.js").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _connect(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE * 3)
        self._answers = self._socket.makefile("rb")
        self._receive()  # it says which protocol it speaks
        timeouts = {"pageLoad": PATIENCE * 1000, "script": PATIENCE * 1000}
        session = self.command("New Session", timeouts=timeouts)
        self.version = session["capabilities"]["browserVersion"]
        self.command("Set Window Rect", width=WINDOW[0], height=WINDOW[1])

    def close(self) -> None:
        if self._process.poll() is None:
            with contextlib.suppress(Exception):  # a broken one is ended below
                self.command("Quit", flags=["eAttemptQuit"])
                self._process.wait(processes.GRACE)
        processes.end(self._process)
        self._hang_up()

    def kill(self) -> None:
        """End it as a crash would."""
        processes.kill(self._process)
        self._hang_up()

    end = kill

    def _hang_up(self) -> None:
        if hasattr(self, "_socket"):
            self._answers.close()
            self._socket.close()

    def command(self, name: str, **parameters: Any) -> Any:
        if name.startswith("Execute"):
            parameters["sandbox"] = None  # with the page's own objects
        message = json.dumps([0, 1, COMMANDS[name], parameters]).encode()
        try:
            self._socket.sendall(b"%d:%s" % (len(message), message))
            _, _, error, result = self._receive()
        except (OSError, ValueError) as problem:
            raise EngineError(f"firefox is gone: {problem}") from problem
        if error:
            raise EngineError(f"{error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _receive(self) -> Any:
        length = b""
        while (character := self._answers.read(1)) != b":":
            if not character:
                raise OSError("the connection ended")
            length += character
        return json.loads(self._answers.read(int(length)))

    def print_pdf(self, paper: str = "a4") -> bytes:
        return base64.b64decode(self.ask_browser(PRINT, *PAPER[paper]))

    def ask_browser(self, script: str, *given: Any) -> Any:
        """Run a script in the browser's own window rather than in a page; return what it returns."""
        self.command("Set Context", value="chrome")
        try:
            return self.command("Execute Script", script=script, args=list(given))
        finally:
            self.command("Set Context", value="content")


def find_program() -> str:
    for name in PROGRAMS:
        if path := shutil.which(name):
            return path
    raise EngineError("no Firefox was found; tools/install-browser says what to type")
