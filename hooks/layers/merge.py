"""Merge two changes of one text by paragraph: the guide's and the organisation's own.

Where only one side changed a paragraph, its words are taken; where both did, nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hooks.layers.paragraphs import Paragraph, hunks, join_paragraphs, split_paragraphs


@dataclass(frozen=True)
class Both:
    """A place that both changed: what it was, what the organisation made of it, and the guide."""

    was: str
    own: str
    guide: str


@dataclass(frozen=True)
class Change:
    """Paragraphs `start` to `end`, its end excluded, are replaced by others. An insertion replaces none."""

    start: int
    end: int
    others: tuple[Paragraph, ...]
    is_own: bool


def merge(was: str, own: str, guide: str) -> str | list[Both]:
    """Return the merged text, or each place that both changed, in order."""
    parts = list(_merged(*(split_paragraphs(text) for text in (was, own, guide))))
    both = [part for part in parts if isinstance(part, Both)]
    return both or join_paragraphs([part for part in parts if isinstance(part, Paragraph)])


def _merged(was: list[Paragraph], own: list[Paragraph], guide: list[Paragraph]) -> Iterator[Paragraph | Both]:
    at = 0
    for group in _overlapping([*_changes(was, own, True), *_changes(was, guide, False)]):
        start, end = group[0].start, max(change.end for change in group)
        yield from was[at:start]
        at = end
        before = was[start:end]
        by_own = _applied(was, start, end, [change for change in group if change.is_own])
        by_guide = _applied(was, start, end, [change for change in group if not change.is_own])
        if by_guide in (by_own, before):
            yield from by_own
        elif by_own == before:
            yield from by_guide
        else:
            yield Both(*(join_paragraphs(parts) for parts in (before, by_own, by_guide)))
    yield from was[at:]


def _changes(was: list[Paragraph], other: list[Paragraph], is_own: bool) -> Iterator[Change]:
    for hunk in hunks(was, other):
        yield Change(hunk.start, hunk.end, tuple(other[hunk.low : hunk.high]), is_own)


def _overlapping(changes: list[Change]) -> list[list[Change]]:
    """Group the changes that concern the same paragraphs, or insert at the same place."""
    groups: list[list[Change]] = []
    end = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        insert_together = bool(groups) and change.end == end == groups[-1][0].start
        if groups and (change.start < end or insert_together):
            groups[-1].append(change)
        else:
            groups.append([change])
        end = max(end, change.end)
    return groups


def _applied(was: list[Paragraph], start: int, end: int, changes: list[Change]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for change in changes:
        found += [*was[start : change.start], *change.others]
        start = change.end
    return [*found, *was[start:end]]
