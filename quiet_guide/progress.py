"""Say what long work is doing: one line for each stage, which reads well on a screen and in a log."""

from __future__ import annotations

import logging
from time import monotonic

TOLD = "mkdocs.hooks"
"""The loggers of our own stages; MkDocs' own lines name things that an organisation does not have."""


class Progress(logging.Handler):
    """Print the stages that the build logs, and each warning; keep the warnings for the end."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.warnings: list[str] = []
        self.start = monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        if record.levelno >= logging.ERROR:
            return  # it is said once, by what stopped
        if record.levelno >= logging.WARNING:
            self.warnings.append(words)
            say(f"warning: {words}")
        elif record.name.startswith(TOLD):
            say(words)


def say(words: str) -> None:
    print(words, flush=True)


def follow_build() -> Progress:
    """Listen to what MkDocs and the stages of the build log."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.propagate = False
    progress = Progress()
    log.handlers = [handler for handler in log.handlers if not isinstance(handler, Progress)]
    log.addHandler(progress)
    return progress
