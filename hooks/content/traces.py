"""Check what was measured of the traces that the guide leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hooks.content.ids import problems_of_repeated
from hooks.content.records import Source, Trace
from hooks.content.traces_told import untold, versions_of

TRACES = "content/traces.yml"
MEASURED = "own-measurements"
"""What `content/sources.yml` calls it."""


def as_measured(sources: list[Source], traces: list[Trace]) -> list[Source]:
    """Return the sources, with the versions and the day that were measured in the title and day of ours."""
    if not traces:
        return sources
    title, day = ", ".join(versions_of(traces)), max(trace.day for trace in traces)
    return [
        replace(source, title=f"{source.title}: {title}", read=day) if source.id == MEASURED else source
        for source in sources
    ]


def problems_of_traces(traces: list[Trace]) -> Iterator[str]:
    """Yield what is wrong with the list as a whole."""
    yield from problems_of_repeated(TRACES, (trace.id for trace in traces))
    for trace in traces:
        if trace.id != (name := f"{trace.journey}-{trace.browser}"):
            yield f"{TRACES}: {trace.id}: id: it is named after its journey and its browser; write {name}"
    for before, after in pairwise(traces):
        if before.id > after.id:
            yield f"{TRACES}: {after.id}: order: it stands behind {before.id}; sort the list by id"
    for journey in untold(traces):
        possible = "name it in `groups` of hooks/content/traces_told.py"
        yield f"{TRACES}: {journey}: journey: no row of the readers' table shows it; {possible}"
