"""What can be wrong with the data that people give to the checklist."""

from __future__ import annotations

from collections.abc import Iterable


class ChecklistError(ValueError):
    """Carry every problem found, each as `field: what is wrong; what is possible`."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))
