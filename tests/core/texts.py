"""Find the texts that the small core leaves out: what Python's own functions say of themselves.

Such a text (`PyMethodDef.ml_doc`) is read where somebody asks a function for its `__doc__`. It is left out
where only such fields point at it, and no kept function has its address.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hooks.assets.core_proof import (
    CODE,
    DATA,
    EXPORTS,
    I32_CONST,
    RELOCATE,
    START,
    Reader,
    bases_in,
    bodies_of,
    exports_of,
    imports_of,
    instructions_of,
    memory_of,
    relocations_of,
    sections_of,
    set_at_start,
)

MODULE, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.js"
WORD = 4
NAME, FUNCTION, FLAGS = 3 * WORD, 2 * WORD, WORD
"""How far before the text the other fields of a `PyMethodDef` stand."""
MOST_FLAGS = 0x1000
SHORTEST = 9  # bytes


@dataclass(frozen=True)
class Core:
    """What the published module has in its memory once its pointers are in their place."""

    first: int
    memory: bytes
    pointers: dict[int, int]
    """Where each pointer leads, by its own address."""
    functions: int
    """Entries of the table, to which a pointer at a function leads."""
    in_code: frozenset[int]
    """What could be addresses in the functions that are kept."""

    def text(self, at: int) -> bytes:
        start = at - self.first
        return self.memory[start : self.memory.index(0, start)]

    def number(self, at: int) -> int:
        return int.from_bytes(self.memory[at - self.first : at - self.first + WORD], "little")

    def holds(self, at: int) -> bool:
        return self.first <= at < self.first + len(self.memory)


def read_core(published: Path, kept: Iterable[int]) -> Core:
    sections = sections_of((published / MODULE).read_bytes())
    bases = bases_in((published / SCRIPT).read_text("utf-8"))
    globals_, imported = imports_of(sections[2])
    known = {number: bases[name] for number, name in enumerate(globals_) if name in bases}
    bodies = bodies_of(sections[CODE])
    start = Reader(sections[START]).unsigned() - imported
    known |= set_at_start(bodies[start], known)
    relocate = exports_of(sections[EXPORTS])[RELOCATE][1] - imported
    first, memory = memory_of(sections[DATA], known)
    written = relocations_of(bodies[relocate], known)
    in_code = (
        value + first
        for number in kept
        if number not in (start, relocate)
        for opcode, value in instructions_of(bodies[number])
        if opcode == I32_CONST
    )
    return Core(
        first,
        memory,
        {place: one.number for place, one in written.items() if not one.globals_},
        len(bodies) + imported,
        frozenset(in_code) | set(known.values()),
    )


def texts_of(core: Core) -> Iterator[range]:
    """Yield where each text stands that nothing else leads to, in order."""
    fields = {place: at for place, at in core.pointers.items() if is_text_of_method(core, place)}
    led_to = {at for place, at in core.pointers.items() if place not in fields} | core.in_code
    last = 0
    for at in sorted(set(fields.values())):
        text = range(at, at + len(core.text(at)))
        if at >= last and len(text) >= SHORTEST and led_to.isdisjoint(range(at, text.stop + 1)):
            last = text.stop
            yield text


def is_text_of_method(core: Core, place: int) -> bool:
    """Return whether a pointer is the last field of a `PyMethodDef`: name, function, flags, text."""
    name, function = core.pointers.get(place - NAME, 0), core.pointers.get(place - FUNCTION, 0)
    return (
        core.holds(name)
        and core.holds(core.pointers[place])
        and core.text(name).decode("latin-1").isidentifier()
        and 0 < function <= core.functions
        and place - FLAGS not in core.pointers
        and core.number(place - FLAGS) < MOST_FLAGS
    )


def joined(core: Core, texts: Iterable[range]) -> Iterator[range]:
    """Join texts between which only zeros stand."""
    last = None
    for text in texts:
        if last and not any(core.memory[last.stop - core.first : text.start - core.first]):
            last = range(last.start, text.stop)
            continue
        if last:
            yield last
        last = text
    if last:
        yield last


def write_texts(path: Path, published: Path, kept: Iterable[int]) -> int:
    """Write the list; return how many bytes it has."""
    core = read_core(published, kept)
    found = list(joined(core, texts_of(core)))
    digest = hashlib.sha256((published / MODULE).read_bytes()).hexdigest()
    listed = {"sha256": digest, "texts": " ".join(f"{one.start}-{one.stop}" for one in found)}
    path.write_text(json.dumps({MODULE: listed}, indent=1) + "\n", encoding="utf-8")
    return sum(map(len, found))
