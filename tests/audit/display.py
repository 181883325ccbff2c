"""A screen of its own for one journey, with the keys and the mouse of a person: Xvfb and xdotool."""

from __future__ import annotations

import os
import subprocess
import time
from itertools import count
from pathlib import Path

from tests.engines import processes

SIZE = (1280, 1000)
SOCKETS = Path("/tmp/.X11-unix")
NUMBERS = count(100 + os.getpid() % 30_000 * 4)
"""Numbers that no other process chooses: `-displayfd` takes one that another just took, at times."""
ATTEMPTS = 4
PATIENCE = 20  # seconds
PAUSE = 0.12  # seconds between two acts: nobody is faster, and a browser needs a moment to take each
KEY_DELAY = 12  # milliseconds between two letters


class Display:
    def __init__(self) -> None:
        for _ in range(ATTEMPTS):
            number = next(NUMBERS)
            self.name = f":{number}"
            size = f"{SIZE[0]}x{SIZE[1]}x24"
            self._server = processes.start(["Xvfb", self.name, "-screen", "0", size, "-nolisten", "tcp"], {})
            if self._is_there(SOCKETS / f"X{number}"):
                return
        raise OSError("Xvfb did not start")

    def _is_there(self, socket: Path) -> bool:
        end = time.monotonic() + PATIENCE
        while self._server.poll() is None and time.monotonic() < end:
            if socket.exists():
                return True
            time.sleep(0.05)
        processes.kill(self._server)
        return False

    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.name, "WAYLAND_DISPLAY": "", "XDG_SESSION_TYPE": "x11"}

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its name for X: `Shift_L`, `ctrl+w`, `alt+Left`."""
        for key in keys:
            self._do("key", key)
            time.sleep(PAUSE)

    def type(self, text: str) -> None:
        self._do("type", "--delay", str(KEY_DELAY), text)
        time.sleep(PAUSE)

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y))
        time.sleep(PAUSE)
        self._do("click", "1")
        time.sleep(PAUSE)

    def windows(self) -> list[str]:
        """Name the windows in sight, the newest last. Each has a number only."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "."],
            env=os.environ | self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def give_keys_to(self, window: str) -> None:
        """Do what a window manager does for a new window: without one, no window gets the keys."""
        self._do("windowfocus", window)
        time.sleep(PAUSE)

    def close(self) -> None:
        processes.end(self._server)

    def _do(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words], env=os.environ | self.environment(), check=True, capture_output=True
        )
