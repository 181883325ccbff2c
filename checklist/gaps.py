"""List what a plan may still lack: a plain list, never a count or a score."""

from __future__ import annotations

from collections.abc import Iterator

from .catalogue import Catalogue
from .request import Request
from .rules import Fit, fit_of
from .sections import Gap, Section


def gaps_of(catalogue: Catalogue, request: Request) -> list[dict[str, str]]:
    """Return `{id, part, sentence}` in the order of the plan, without the sections that were skipped."""
    if request.filled is None:
        return []
    return [
        {"id": gap.id, "part": section.id, "sentence": gap.sentence}
        for section in catalogue.sections.values()
        if section.id not in request.skipped
        for gap in _open(section, request)
    ]


def _open(section: Section, request: Request) -> Iterator[Gap]:
    for gap in section.gaps:
        count = request.count(f"{section.id}.{gap.field}")
        wanted = request.count(f"{section.id}.{gap.fewer_than}") if gap.fewer_than else 1
        if count < wanted and fit_of(gap.when, request.answers)[0] in (Fit.SAID, Fit.GENERAL):
            yield gap
