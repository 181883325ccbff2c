"""One worker more than there are processors, for what they leave over (`pytest --spare`).

A test that drives a browser waits a good part of its time, and two of them leave a fifth of two processors
idle. One more of the same would make a page wait for seconds at times, which its test then takes for a fault.
So the last worker gives way to all others, and takes tests alone that wait for nothing and nobody.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadfile import LoadFileScheduling
from xdist.workermanage import WorkerController

PATIENT = ("tests/languages/", "tests/vault/", "tests/pyodide/", "tests/site/", "tests/unit/", "tests/wheel/")
"""Folders whose tests start no browser: it matters to none of them how long it takes."""
GIVES_WAY = 10  # as `nice` counts


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--spare", action="store_true", help="let the last worker use idle time")


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", None)
    if config.option.spare and worker and is_last(worker["workerid"], worker["workercount"]):
        give_way()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling | None:
    return SpareScheduling(config, log) if config.option.spare else None


class SpareScheduling(LoadFileScheduling):  # type: ignore[misc]
    """By files, as `--dist loadfile`; the last worker gets files of `PATIENT` alone."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        if is_last(node.gateway.id, self.numnodes):
            file = next((file for file in self.workqueue if file.startswith(PATIENT)), None)
            if file is None:
                node.shutdown()
                return
            self.workqueue.move_to_end(file, last=False)
        super()._assign_work_unit(node)


def is_last(worker: str, count: int) -> bool:
    return count > 1 and worker == f"gw{count - 1}"


def give_way() -> None:
    """Let all others have the processors first.

    Linux shares them out among sessions before it looks at what is nice, and each browser is a session.
    """
    os.nice(GIVES_WAY)
    with contextlib.suppress(OSError):  # where it shares them out among processes alone
        os.setsid()
        Path("/proc/self/autogroup").write_text(str(GIVES_WAY))
