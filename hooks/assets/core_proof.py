"""Prove that a cut module is the published one, but for what `core/cut.mjs` may change (decision 34).

It reads both files by itself, in another way than the scripts that cut. Each body is the published one,
instruction by instruction, with addresses that are known when the site is built as constants; or it is a
trap and nothing else. The data is the published one but for what is dropped: no body that is left has an
address of that, and each pointer to it leads to where no memory is, so that a read through it traps.
Frozen modules are the shorter ones that were made of the published ones.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MODULE, SCRIPT = "pyodide.asm.wasm", "pyodide.asm.js"
RELOCATE = b"__wasm_apply_data_relocs"
TRAP = bytes([0, 0, 11])
"""A whole body: no variables, `unreachable`, `end`."""
SAME = {
    0: "notes",
    1: "types",
    2: "imports",
    3: "functions",
    4: "tables",
    5: "memory",
    6: "globals",
    13: "tags",
}
"""Sections that are not to be changed at all, by their numbers."""
EXPORTS, START, ELEMENTS, CODE, DATA = 7, 8, 9, 10, 11
END, I32_CONST, GLOBAL_GET, GLOBAL_SET = 11, 65, 35, 36
I32_ADD, I32_SUB, I32_MUL, I32_STORE = 106, 107, 108, 54
WITH_OFFSET = range(40, 63)
"""Loads and stores, which add a number to their address."""
GROW = 64
AWAY = 0xC0000000
"""What is added to a pointer at dropped data. The script lets the memory grow to 0x80000000 bytes."""
BASES = ("__memory_base", "__table_base")
MEMORY_BASE = b"__memory_base"
CONSTANT = 'new WebAssembly.Global({value:"i32",mutable:false}'


class ProofError(Exception):
    """A file is not as it has to be."""


@dataclass(frozen=True)
class Dropped:
    """The addresses of data that is left out, and numbers of the code that look like them and are none."""

    ranges: tuple[range, ...] = ()
    numbers: frozenset[int] = frozenset()

    @cached_property
    def marks(self) -> bytes:
        marks = bytearray(max((one.stop for one in self.ranges), default=0))
        for one in self.ranges:
            marks[one.start : one.stop] = b"\1" * len(one)
        return bytes(marks)

    def __contains__(self, address: int) -> bool:
        return 0 <= address < len(self.marks) and self.marks[address] == 1


def dropped_by(lists: Path) -> Dropped:
    """Read `dropped.json` and `texts.json` in a folder."""
    listed = json.loads((lists / "dropped.json").read_text("utf-8"))
    ranges = [range(one["from"], one["to"]) for one in listed["ranges"]]
    texts: str = json.loads((lists / "texts.json").read_text("utf-8"))[MODULE]["texts"]
    ranges += [range(*map(int, one.split("-"))) for one in texts.split()]
    return Dropped(tuple(ranges), frozenset(listed["numbers"]))


@dataclass(frozen=True)
class Shorter:
    """Code that takes the place of a frozen module's, and the size and the hash of that."""

    size: int
    sha256: str
    code: bytes


def shorter_by(path: Path) -> list[Shorter]:
    """Read what `in_pyodide/shorten_frozen.py` wrote."""
    listed = json.loads(path.read_text("utf-8")).values()
    return [Shorter(one["size"], one["sha256"], base64.b64decode(one["code"])) for one in listed]


def problems_of_core(
    published: Path, cut: Path, dropped: Dropped, shorter: Iterable[Shorter] = ()
) -> list[str]:
    """Return what is wrong with a module that was cut from the one in the folder `published`."""
    script = (published / SCRIPT).read_text("utf-8")
    before, after = (published / MODULE).read_bytes(), cut.read_bytes()
    try:
        return list(differences(before, after, bases_in(script), dropped, shorter))
    except (ProofError, IndexError) as problem:
        return [str(problem) or "it cannot be read"]


def bases_in(script: str) -> dict[bytes, int]:
    """Return the addresses that the script gives the module, by their names."""
    found = {name.encode(): re.findall(rf"_{name}={re.escape(CONSTANT)},(\d+)\)", script) for name in BASES}
    if any(len(values) != 1 for values in found.values()):
        raise ProofError(f"{SCRIPT}: its addresses were not found")
    return {name: int(value) for name, (value,) in found.items()}


def differences(
    published: bytes, cut: bytes, bases: dict[bytes, int], dropped: Dropped, shorter: Iterable[Shorter]
) -> Iterator[str]:
    """Yield every difference that is not one of those that are allowed."""
    before, after = sections_of(published), sections_of(cut)
    for number, name in SAME.items():
        if before.get(number) != after.get(number):
            yield f"its {name} are not the published ones"
    if unknown := after.keys() - SAME.keys() - {EXPORTS, ELEMENTS, CODE, DATA}:
        yield f"sections that nobody expects: {sorted(unknown)}"
    exports, made = exports_of(before[EXPORTS]), exports_of(after[EXPORTS])
    if not made.items() <= exports.items():
        yield "it exports what is not published under that name"
    globals_, functions = imports_of(before[2])
    known = {number: bases[name] for number, name in enumerate(globals_) if name in bases}
    bodies, others = bodies_of(before[CODE]), bodies_of(after[CODE])
    start = Reader(before[START]).unsigned() - functions
    known |= set_at_start(bodies[start], known)
    relocate = exports[RELOCATE][1] - functions
    if len(bodies) != len(others):
        yield f"{len(others)} functions, not {len(bodies)}"
        return
    for number, (body, other) in enumerate(zip(bodies, others, strict=True)):
        if number == start and other != bytes([0, END]):
            yield "its start does something"
        elif number not in (start, relocate) and other != TRAP and not is_same(body, other, known):
            yield f"function {number}: neither the published one nor a trap"
        elif number not in (start, relocate) and other != TRAP:
            yield from (
                f"function {number}: {problem}"
                for problem in ways_to(dropped, body, known, bases[MEMORY_BASE])
            )
    relocations = relocations_of(bodies[relocate], known), relocations_of(others[relocate], {})
    yield from differences_of_data(before, after, relocations, known, dropped, shorter)


def is_same(body: bytes, other: bytes, known: dict[int, int]) -> bool:
    """Return whether two bodies do the same, where known globals are constants in the other one."""
    one, two = Reader(body), Reader(other)
    if one.locals() != two.locals():
        return False
    while not one.at_end:
        opcode, value, text = one.instruction()
        if two.at_end:
            return False
        opcode2, value2, text2 = two.instruction()
        if opcode == GLOBAL_SET and value in known:
            return False
        if opcode == GLOBAL_GET and value in known:
            if opcode2 != I32_CONST or value2 != known[value]:
                return False
        elif text != text2:
            return False
    return two.at_end


def ways_to(dropped: Dropped, body: bytes, known: dict[int, int], base: int) -> Iterator[str]:
    """Yield each way in which a published body could come to dropped data, or to where its pointers lead.

    An address is the sum of the base of all data and a number, or is in a global that is known.
    """
    before = last = number = None
    for opcode, value in instructions_of(body):
        if number in dropped.numbers and opcode == I32_ADD and before != I32_MUL:
            yield f"{number} is added to something, and may be an address of dropped data"
        number = value if opcode == I32_CONST and value + base in dropped else None
        if number is not None and number not in dropped.numbers:
            yield f"{number} may be an address of dropped data"
        if opcode in WITH_OFFSET and value + base in dropped:
            yield f"it reads from {value} on, in dropped data"
        if opcode == GLOBAL_GET and known.get(value, 0) in dropped:
            yield f"it has {known[value]}, an address of dropped data"
        if opcode == GROW:
            yield "it lets the memory grow"
        before, last = last, opcode


@dataclass
class Reader:
    """Reads numbers and instructions from a part of a module, as its standard has them."""

    data: bytes
    at: int = 0

    @property
    def at_end(self) -> bool:
        return self.at >= len(self.data)

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def take(self, count: int) -> bytes:
        self.at += count
        if self.at > len(self.data):
            raise ProofError("it breaks off")
        return self.data[self.at - count : self.at]

    def unsigned(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed(self) -> int:
        start = self.at
        value = self.unsigned()
        bits = 7 * (self.at - start)
        return value - (1 << bits) if value >> (bits - 1) else value

    def locals(self) -> list[tuple[int, int]]:
        return [(self.unsigned(), self.byte()) for _ in range(self.unsigned())]

    def instruction(self) -> tuple[int, int, bytes]:
        """Return the opcode, its first number, and all its bytes."""
        start = self.at
        opcode = self.byte()
        value = self._rest_of(opcode)
        return opcode, value, self.data[start : self.at]

    def _rest_of(self, opcode: int) -> int:
        kind = KINDS.get(opcode)
        if kind is None:
            raise ProofError(f"an instruction that nobody expects: {opcode}")
        if kind == "c":
            return self.signed()
        value = 0
        for letter in kind:
            if letter == "n":
                value = self.unsigned()
            elif letter == "t":
                self.take(self.unsigned())
            elif letter == "l":
                for _ in range(self.unsigned()):
                    self.unsigned()
            elif letter == "b":
                self.signed()
            elif letter == "x":
                self._rest_of_extended()
            else:
                self.at += int(letter)
        return value

    def _rest_of_extended(self) -> None:
        numbers = EXTENDED.get(self.unsigned())
        if numbers is None:
            raise ProofError("an instruction that nobody expects, behind 252")
        for _ in range(numbers):
            self.unsigned()


KINDS: dict[int, str] = (
    dict.fromkeys([0, 1, 5, 11, 15, 25, 26, 27, 209, *range(69, 197)], "")
    | dict.fromkeys([2, 3, 4, 6, 66, 208], "b")
    | dict.fromkeys([7, 8, 9, 12, 13, 16, 18, 24, *range(32, 39), 63, 64, 210], "n")
    | dict.fromkeys([17, 19, *range(40, 63)], "nn")
    | {14: "ln", 28: "t", 65: "c", 67: "4", 68: "8", 252: "x"}
)
"""What follows each instruction: `n` a number, `c` a signed one that is wanted, `b` a signed one or a type of
block, `l` a list of numbers, `t` a list of types, `x` more instructions; a digit is a number of bytes."""
EXTENDED = (
    dict.fromkeys(range(8), 0) | dict.fromkeys([11, 13, 15, 16, 17], 1) | dict.fromkeys([10, 12, 14], 2)
)
"""How many numbers follow each instruction behind 252."""


def sections_of(module: bytes) -> dict[int, bytes]:
    """Return what each section of a module holds, by its number."""
    if module[:8] != b"\0asm\1\0\0\0":
        raise ProofError("it is not WebAssembly")
    reader = Reader(module, 8)
    sections: dict[int, bytes] = {}
    while not reader.at_end:
        number = reader.byte()
        content = reader.take(reader.unsigned())
        if number in sections:
            raise ProofError(f"section {number}: it is there twice")
        sections[number] = content
    return sections


def exports_of(section: bytes) -> dict[bytes, tuple[int, int]]:
    """Return kind and number of each export by its name."""
    reader = Reader(section)
    found = [
        (reader.take(reader.unsigned()), (reader.byte(), reader.unsigned())) for _ in range(reader.unsigned())
    ]
    return dict(found)


def imports_of(section: bytes) -> tuple[list[bytes], int]:
    """Return the names of the imported globals, and how many functions are imported."""
    reader = Reader(section)
    globals_: list[bytes] = []
    functions = 0
    for _ in range(reader.unsigned()):
        reader.take(reader.unsigned())
        name, kind = reader.take(reader.unsigned()), reader.byte()
        if kind == 3:
            globals_.append(name)
        functions += kind == 0
        if kind == 1:
            reader.byte()
        if kind in (1, 2):
            for _ in range(reader.unsigned() + 1):
                reader.unsigned()
        elif kind == 0:
            reader.unsigned()
        else:
            reader.byte()
            reader.unsigned()
    return globals_, functions


def bodies_of(section: bytes) -> list[bytes]:
    reader = Reader(section)
    return [reader.take(reader.unsigned()) for _ in range(reader.unsigned())]


def set_at_start(body: bytes, known: dict[int, int]) -> dict[int, int]:
    """Return what the start sets globals to: sums of addresses and numbers."""
    found: dict[int, int] = {}
    stack: list[Sum] = []
    for opcode, value in instructions_of(body):
        if opcode == GLOBAL_SET:
            found[value] = stack.pop().number
        else:
            calculate(opcode, value, stack, known)
    return found


@dataclass(frozen=True)
class Sum:
    """A number, and the globals that are added to it."""

    number: int
    globals_: tuple[int, ...] = ()


def calculate(opcode: int, value: int, stack: list[Sum], known: dict[int, int]) -> None:
    """Do what an instruction does; of those that calculate nothing, do nothing."""
    if opcode == I32_CONST:
        stack.append(Sum(value))
    elif opcode == GLOBAL_GET:
        stack.append(Sum(known[value]) if value in known else Sum(0, (value,)))
    elif opcode in (I32_ADD, I32_SUB):
        right, left = stack.pop(), stack.pop()
        if opcode == I32_SUB and right.globals_:
            raise ProofError("an address is taken from another")
        number = left.number + (right.number if opcode == I32_ADD else -right.number)
        stack.append(Sum(number, (*left.globals_, *right.globals_)))


def instructions_of(body: bytes) -> Iterator[tuple[int, int]]:
    reader = Reader(body)
    reader.locals()
    while not reader.at_end:
        opcode, value, _ = reader.instruction()
        yield opcode, value


def relocations_of(body: bytes, known: dict[int, int]) -> dict[int, Sum]:
    """Return what is written to which address."""
    found: dict[int, Sum] = {}
    stack: list[Sum] = []
    for opcode, value in instructions_of(body):
        if opcode == I32_STORE:
            written, place = stack.pop(), stack.pop()
            if place.globals_:
                raise ProofError("a relocation at an unknown address")
            found[place.number + value] = written
        elif opcode in (I32_CONST, GLOBAL_GET, I32_ADD, I32_SUB):
            calculate(opcode, value, stack, known)
        elif opcode != END:
            raise ProofError("the relocations do something else")
    return found


def segments_of(section: bytes, known: dict[int, int]) -> Iterator[tuple[int, Reader]]:
    """Yield the address of each active segment, with a reader at its content, which has to be read."""
    reader = Reader(section)
    for _ in range(reader.unsigned()):
        if reader.byte():
            raise ProofError("a segment of another kind")
        opcode, value, _ = reader.instruction()
        if reader.byte() != END or opcode not in (I32_CONST, GLOBAL_GET):
            raise ProofError("a segment of another kind")
        yield known[value] if opcode == GLOBAL_GET else value, reader


def memory_of(section: bytes, known: dict[int, int]) -> tuple[int, bytes]:
    """Return the first address of the data, and what stands in the memory from there on."""
    found = [(at, reader.take(reader.unsigned())) for at, reader in segments_of(section, known)]
    first = min(at for at, _ in found)
    memory = bytearray(max(at + len(content) for at, content in found) - first)
    for at, content in found:
        memory[at - first : at - first + len(content)] = content
    return first, bytes(memory)


def table_of(section: bytes, known: dict[int, int]) -> list[tuple[int, list[int]]]:
    return [
        (at, [reader.unsigned() for _ in range(reader.unsigned())])
        for at, reader in segments_of(section, known)
    ]


def differences_of_data(
    before: dict[int, bytes],
    after: dict[int, bytes],
    relocations: tuple[dict[int, Sum], dict[int, Sum]],
    known: dict[int, int],
    dropped: Dropped,
    shorter: Iterable[Shorter],
) -> Iterator[str]:
    """Yield what is wrong with the data, the table and the relocations that are left."""
    if table_of(before[ELEMENTS], known) != table_of(after[ELEMENTS], {}):
        yield "its table is not the published one"
    written, late = relocations
    pointers = {place: one.number for place, one in written.items() if not one.globals_}
    first, content = memory_of(before[DATA], known)
    memory = bytearray(content)
    for one in shorter:
        at = [
            value - first
            for value in pointers_at(pointers, one.size, memory, first)
            if hashlib.sha256(memory[value - first : value - first + one.size]).hexdigest() == one.sha256
        ]
        if not at or len(one.code) > one.size:
            yield "a frozen module that is not published, or not made shorter"
        else:
            memory[at[0] : at[0] + one.size] = one.code.ljust(one.size, b"\0")
    for place, value in pointers.items():
        moved = value + AWAY * (value in dropped)
        memory[place - first : place - first + 4] = (moved & 0xFFFFFFFF).to_bytes(4, "little")
    for stretch in dropped.ranges:
        memory[stretch.start - first : stretch.stop - first] = bytes(len(stretch))
    start, made = memory_of(after[DATA], {})
    if bytes(start - first) + made != bytes(memory).rstrip(b"\0"):
        yield "its data is not the published one"
    if {place: one for place, one in written.items() if one.globals_} != late:
        yield "its late relocations are not the published ones"


def pointers_at(pointers: dict[int, int], size: int, memory: bytearray, first: int) -> set[int]:
    """Return where those pointers lead behind which this size stands."""
    wanted = size.to_bytes(4, "little")
    return {
        value for place, value in pointers.items() if memory[place + 4 - first : place + 8 - first] == wanted
    }
