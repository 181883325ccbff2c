"""Leave out of the fonts in a PDF what only other uses of a font read, so that it stays small."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

TABLES_OF_LETTERS = {"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
"""All that a PDF needs of a TrueType font: it names letters by their number."""

LETTERS = re.compile(rb"(?:\d+ beginbfchar\n(?:<[0-9a-f]+> <[0-9a-f]+>\n)+endbfchar\n)+")
LETTER = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
MOST_IN_A_BLOCK = 100


def letters_alone(font: bytes) -> bytes:
    """Take out a font's names, its own table of characters, and what draws no letter."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    smaller = TTFont(io.BytesIO(font), recalcBBoxes=False, recalcTimestamp=False, lazy=True)
    for name in {*smaller.reader.keys()} - TABLES_OF_LETTERS:
        del smaller[name]
    file = io.BytesIO()
    smaller.save(file, reorderTables=False)
    return file.getvalue()


def in_ranges(characters: bytes) -> bytes:
    """Write which character each letter stands for in ranges, in the order of letters."""
    return LETTERS.sub(lambda found: b"".join(blocks_of(sorted(LETTER.findall(found[0])))), characters)


def blocks_of(letters: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    ranges = [b"<%b> <%b> <%b>\n" % (run[0][0], run[-1][0], run[0][1]) for run in runs_of(letters)]
    for start in range(0, len(ranges), MOST_IN_A_BLOCK):
        block = ranges[start : start + MOST_IN_A_BLOCK]
        yield b"%d beginbfrange\n%bendbfrange\n" % (len(block), b"".join(block))


def runs_of(letters: list[tuple[bytes, bytes]]) -> list[list[tuple[bytes, bytes]]]:
    """Join letters that follow one another, as their characters do; only their last byte may change."""
    runs: list[list[tuple[bytes, bytes]]] = []
    for letter in letters:
        if runs and all(is_next(before, now) for before, now in zip(runs[-1][-1], letter, strict=True)):
            runs[-1].append(letter)
        else:
            runs.append([letter])
    return runs


def is_next(before: bytes, now: bytes) -> bool:
    return before[:-2] == now[:-2] and int(before, 16) + 1 == int(now, 16)
