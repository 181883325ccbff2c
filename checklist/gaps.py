"""Offer what a reader could add to the plan: little at a time, never a count or a score."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .catalogue import Catalogue
from .request import Request
from .rules import Fit, fit_of
from .sections import Gap, Section

AT_A_TIME = 2
"""How many are offered at once: more would read as a list of failures."""


def gaps_of(catalogue: Catalogue, request: Request) -> list[dict[str, str]]:
    """Return the first `{id, part, sentence}` in the order of the plan, of sections that were not skipped."""
    if request.filled is None:
        return []
    offers = (
        {"id": gap.id, "part": section.id, "sentence": gap.sentence}
        for section in catalogue.sections.values()
        if section.id not in request.skipped
        for gap in _open(section, request)
    )
    return list(islice(offers, AT_A_TIME))


def _open(section: Section, request: Request) -> Iterator[Gap]:
    for gap in section.gaps:
        count = request.count(f"{section.id}.{gap.field}")
        wanted = request.count(f"{section.id}.{gap.fewer_than}") if gap.fewer_than else 1
        if count < wanted and fit_of(gap.when, request.answers)[0] in (Fit.SAID, Fit.GENERAL):
            yield gap
