"""Check what was measured of the traces that the guide leaves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hooks.content.ids import problems_of_repeated
from hooks.content.records import Trace

TRACES = "content/traces.yml"


def problems_of_traces(traces: list[Trace]) -> Iterator[str]:
    """Yield what is wrong with the list as a whole."""
    yield from problems_of_repeated(TRACES, (trace.id for trace in traces))
    for trace in traces:
        if trace.id != (name := f"{trace.journey}-{trace.browser}"):
            yield f"{TRACES}: {trace.id}: id: it is named after its journey and its browser; write {name}"
    for before, after in pairwise(traces):
        if before.id > after.id:
            yield f"{TRACES}: {after.id}: order: it stands behind {before.id}; sort the list by id"
