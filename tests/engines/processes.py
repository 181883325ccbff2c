"""Processes that end with the test, whatever happens to it."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import weakref
from collections.abc import Sequence

GRACE = 8  # seconds that a browser may take to close its profile

_running: weakref.WeakSet[subprocess.Popen[bytes]] = weakref.WeakSet()


def start(command: Sequence[str], environment: dict[str, str], **options: object) -> subprocess.Popen[bytes]:
    """Start a program, silent, as the head of its own group."""
    process: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
        list(command),
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )
    _running.add(process)
    return process


def end(process: subprocess.Popen[bytes], grace: float = GRACE) -> None:
    """Ask a program to end, then end it and all of its group."""
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(grace)
    kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a program and all of its group as a crash would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@atexit.register
def end_all() -> None:
    for process in list(_running):
        end(process, 0.2)
