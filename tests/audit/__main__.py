"""Do the journeys, write what each left to `content/traces.yml`, and say where that got worse.

usage: python -m tests.audit [JOURNEY or JOURNEY-BROWSER ...]
Without names it does all of them. It ends with 1 where a result got worse or a journey could not be done.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.audit.journeys import CONTROL, JOURNEYS
from tests.audit.published import publish, publish_file
from tests.audit.windows import WINDOWS
from tests.audit.worse import what_is_worse
from tests.audit.write import read_traces, write_traces
from tests.browser.support import ROOT

TRACES = ROOT / "content/traces.yml"
LANES = 2
"""Journeys done at the same time, each on a display and with hosts of its own."""
ATTEMPTS = 2
"""A journey that could not be done has no result, and is done once more: a busy machine may lose a key."""
LONGEST = 480  # seconds for one journey, on a busy machine
NEEDED = ("Xvfb", "xdotool", "unshare", "ip")
WITHOUT_NETWORK = ("unshare", "--net", "--map-root-user", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
"""Runs a program where the machine has no network but itself, and browsers know it."""

Task = tuple[str, str]
"""A journey and a browser."""


def main(names: Sequence[str]) -> int:
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing:
        print(f"The audit needs {', '.join(missing)}; tools/install-audit says what to type.")
        return 1
    tasks = chosen(names)
    if not tasks:
        print(f"There is no journey {' '.join(names)}; possible: {', '.join(JOURNEYS)}")
        return 1
    audit = Audit(tasks)
    audit.run()
    done = len(tasks) - len(audit.failed)
    print(f"{done} of {len(tasks)} journeys done; {len(audit.worse)} left more than before")
    return 1 if audit.failed or audit.worse else 0


def chosen(names: Sequence[str]) -> list[Task]:
    every = [(name, browser) for name, journey in JOURNEYS.items() for browser in journey.browsers]
    wanted = [task for task in every if not names or task[0] in names or "-".join(task) in names]
    return [*((CONTROL, browser) for browser in WINDOWS if any(browser in task for task in wanted)), *wanted]


class Audit:
    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks: Queue[Task] = Queue()
        for task in tasks:
            self.tasks.put(task)
        self.traces = read_traces(TRACES)
        self.failed: list[Task] = []
        self.worse: list[Task] = []
        self._lock = threading.Lock()
        self._sizes: dict[str, int] = {}

    def run(self) -> None:
        lanes = [threading.Thread(target=self._work) for _ in range(LANES)]
        for lane in lanes:
            lane.start()
        for lane in lanes:
            lane.join()

    def _work(self) -> None:
        with tempfile.TemporaryDirectory(prefix="audit-") as name:
            folder, port, exit_port = Path(name), free_port(), free_port()
            with self._lock:
                publish(folder / "site", port, exit_port, self._sizes)
                publish_file(folder, port, exit_port)
            while True:
                try:
                    task = self.tasks.get_nowait()
                except Empty:
                    return
                start = time.monotonic()
                for _ in range(ATTEMPTS):
                    record, problem = do(task, folder, port, exit_port)
                    if record is not None:
                        break
                with self._lock:
                    self._take(task, record, problem, time.monotonic() - start)

    def _take(self, task: Task, record: dict[str, Any] | None, problem: str, seconds: float) -> None:
        """Print one line for a journey, and write its record at once: the next one may take long."""
        id = "-".join(task)
        if record is None:
            self.failed.append(task)
            print(f"{id}: {problem}", flush=True)
            return
        if task[0] == CONTROL:
            print(f"{id}: what a careless page leaves is found ({seconds:.0f} s)", flush=True)
            return
        worse = what_is_worse(self.traces.get(id, {}), record)
        if worse:
            self.worse.append(task)
        write_traces(TRACES, (read_traces(TRACES) | {id: record}).values())
        print(
            f"{id}: {'WORSE: ' + '; '.join(worse) if worse else in_words(record)} ({seconds:.0f} s)",
            flush=True,
        )


def do(task: Task, folder: Path, port: int, exit_port: int) -> tuple[dict[str, Any] | None, str]:
    """Do one journey in a process of its own; return its record, or why there is none."""
    command = [sys.executable, "-m", "tests.audit.measure", *task, str(folder), str(port), str(exit_port)]
    if task[0] != CONTROL and JOURNEYS[task[0]].offline:
        command = [*WITHOUT_NETWORK, *command]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return None, f"it took more than {LONGEST} seconds"
    said = (done.stdout if done.returncode == 0 else done.stderr).strip().splitlines()
    if done.returncode:
        return None, said[-1] if said else f"it ended with {done.returncode}"
    record: dict[str, Any] = json.loads(said[-1])
    return record, ""


def in_words(record: dict[str, Any]) -> str:
    """Say what was left, in one line."""
    shown = {
        name: record[name]
        for name in ("listed", "content", "typed", "files", "back", "reopened")
        if name in record
    }
    return ", ".join([f"rows {record['rows']}", *(f"{name} {value}" for name, value in shown.items())])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
