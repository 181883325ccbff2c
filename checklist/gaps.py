"""List what a plan may still lack: a plain list, never a count or a score."""

from __future__ import annotations

from collections.abc import Iterator

from .catalogue import Catalogue
from .parts import Gap, Part
from .request import Request
from .rules import Fit, fit_of


def gaps_of(catalogue: Catalogue, request: Request) -> list[dict[str, str]]:
    """Return `{id, part, sentence}` in the order of the plan, without the parts that were skipped."""
    if request.filled is None:
        return []
    return [
        {"id": gap.id, "part": part.id, "sentence": gap.sentence}
        for part in catalogue.parts.values()
        if part.id not in request.skipped
        for gap in _open(part, request)
    ]


def _open(part: Part, request: Request) -> Iterator[Gap]:
    for gap in part.gaps:
        count = request.count(f"{part.id}.{gap.field}")
        wanted = request.count(f"{part.id}.{gap.fewer_than}") if gap.fewer_than else 1
        if count < wanted and fit_of(gap.when, request.answers)[0] in (Fit.SAID, Fit.GENERAL):
            yield gap
