"""Split a text into paragraphs, and pair those of an earlier state with those of a later one.

A paragraph is what blank lines surround, a heading, or one point of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

POINT = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
"""How a point of a list begins."""
LEAST_ALIKE = 0.4
"""Two paragraphs that share a smaller part of their words are not one that changed."""


@dataclass(frozen=True)
class Paragraph:
    """Its words. Two are the same if only their white space differs."""

    words: tuple[str, ...]
    text: str = field(compare=False)
    gap: str = field(compare=False)
    """The line breaks before it."""


@dataclass(frozen=True)
class Hunk:
    """Paragraphs `start` to `end` of one state became `low` to `high` of the other; ends excluded."""

    start: int
    end: int
    low: int
    high: int


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text, in order."""
    found: list[list[str]] = []
    gap, gaps = "", []
    for line in text.strip().splitlines():
        if not line.strip():
            gap = "\n\n"
            continue
        begins = POINT.match(line) or is_heading(line)
        if not found or gap == "\n\n" or begins or is_heading(found[-1][-1]):
            found.append([])
            gaps.append(gap)
        found[-1].append(line)
        gap = "\n"
    return [
        Paragraph(tuple(" ".join(lines).split()), "\n".join(lines), gap)
        for lines, gap in zip(found, gaps, strict=True)
    ]


def join_paragraphs(parts: Sequence[Paragraph]) -> str:
    """Return the text of these paragraphs, without a line break at its end."""
    first = "".join(part.text for part in parts[:1])
    return first + "".join(_gap(before, part) + part.text for before, part in pairwise(parts))


def hunks(was: Sequence[Paragraph], now: Sequence[Paragraph]) -> Iterator[Hunk]:
    """Yield what differs, in order: one paragraph that changed, or some that came, went or were replaced."""
    for tag, start, end, low, high in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = _alike(was[start:end], now[low:high])
        changed = [Hunk(start + a, start + a + 1, low + b, low + b + 1) for a, b in pairs]
        for hunk in [*changed, Hunk(end, end, high, high)]:
            if start < hunk.start or low < hunk.low:
                yield Hunk(start, hunk.start, low, hunk.low)
            if hunk.start < hunk.end:
                yield hunk
            start, low = hunk.end, hunk.high


def is_heading(line: str) -> bool:
    return line.startswith("#")


def likeness(was: tuple[str, ...], now: tuple[str, ...]) -> float:
    """Return which part of their words two paragraphs share, from 0 to 1."""
    return SequenceMatcher(None, was, now, autojunk=False).ratio()


def _alike(was: Sequence[Paragraph], now: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Pair, in order, the paragraphs that are most alike: the longest common subsequence, by likeness."""
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(now) + 1)]
    for a, one in enumerate(was):
        row: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for b, other in enumerate(now):
            options = [best[a][b + 1], row[b]]
            if (shared := likeness(one.words, other.words)) >= LEAST_ALIKE:
                options.append((best[a][b][0] + shared, [*best[a][b][1], (a, b)]))
            row.append(max(options, key=lambda option: option[0]))
        best.append(row)
    return best[-1][-1][1]


def _gap(before: Paragraph, part: Paragraph) -> str:
    """Points of one list stay together; where two sides meet, a blank line keeps their paragraphs apart."""
    if POINT.match(before.text) and POINT.match(part.text):
        return "\n"
    may_touch = POINT.match(part.text) or is_heading(part.text) or is_heading(before.text)
    return part.gap if may_touch and part.gap else "\n\n"
