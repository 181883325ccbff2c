"""The proof finds whatever a cut core has that is neither the published code nor a trap."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from hooks.assets import core_proof
from hooks.assets.core_proof import (
    AWAY,
    CODE,
    DATA,
    TRAP,
    Dropped,
    Shorter,
    dropped_by,
    is_same,
    problems_of_core,
    shorter_by,
    ways_to,
)
from hooks.assets.python_bundle import core_folder
from hooks.assets.python_core import CUT_MODULE, CUT_SCRIPT, FROZEN, LIST, SCRIPTS, write_frozen

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = core_folder(ROOT)
GET_5, CONST_9, CONST_8, SET_5 = b"\x23\x05", b"\x41\x09", b"\x41\x08", b"\x24\x05"
ADD, MULTIPLY, GROW = b"\x6a", b"\x6c", b"\x40\x00"
CONST_1000, CONST_1100, CONST_500, READ_1000 = (
    b"\x41\xe8\x07",
    b"\x41\xcc\x08",
    b"\x41\xf4\x03",
    b"\x28\x02\xe8\x07",
)
BASE = 1024
DROPPED = Dropped((range(2000, 3000),), frozenset({1100}))
READS = """
import { readFileSync } from "node:fs"
const { readsIn } = await import(process.argv[1])
console.log(JSON.stringify(readsIn(readFileSync(process.argv[2], "utf8"))))
"""
NO_LOCALS, ONE_LOCAL, DROP, END = b"\x00", b"\x01\x01\x7f", b"\x1a", b"\x0b"


@pytest.fixture(scope="module")
def cut_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cut")
    scripts = ROOT / SCRIPTS
    frozen = write_frozen(ROOT, PUBLISHED, out)
    subprocess.run(["node", *map(str, (scripts / "cut.mjs", PUBLISHED, scripts, frozen, out))], check=True)
    return out


@pytest.fixture(scope="module")
def cut(cut_folder: Path) -> bytes:
    return (cut_folder / CUT_MODULE).read_bytes()


@pytest.fixture
def problems(cut_folder: Path, tmp_path: Path) -> Callable[..., list[str]]:
    def find(
        module: bytes, dropped: Dropped | None = None, shorter: Iterable[Shorter] | None = None
    ) -> list[str]:
        path = tmp_path / CUT_MODULE
        path.write_bytes(module)
        listed = shorter_by(cut_folder / FROZEN) if shorter is None else shorter
        return problems_of_core(PUBLISHED, path, dropped or dropped_by(ROOT / SCRIPTS), listed)

    return find


@pytest.fixture
def only_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the code as proved, which takes seconds."""
    monkeypatch.setattr(core_proof, "is_same", lambda *_: True)
    monkeypatch.setattr(core_proof, "ways_to", lambda *_: ())


def place_of_section(module: bytes, wanted: int) -> int:
    """Return where the content of a section begins."""
    at = 8
    while True:
        number, size, shift = module[at], 0, 0
        at += 1
        while True:
            byte = module[at]
            at += 1
            size |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        if number == wanted:
            return at
        at += size


def changed(module: bytes, at: int) -> bytes:
    return module[:at] + bytes([module[at] ^ 1]) + module[at + 1 :]


@pytest.mark.parametrize(
    ("body", "other", "same"),
    [
        (NO_LOCALS + GET_5 + DROP + END, NO_LOCALS + CONST_9 + DROP + END, True),
        (NO_LOCALS + GET_5 + DROP + END, NO_LOCALS + CONST_8 + DROP + END, False),
        (NO_LOCALS + GET_5 + DROP + END, NO_LOCALS + GET_5 + DROP + END, False),
        (NO_LOCALS + GET_5 + DROP + END, ONE_LOCAL + CONST_9 + DROP + END, False),
        (NO_LOCALS + GET_5 + DROP + END, NO_LOCALS + CONST_9 + DROP + CONST_9 + DROP + END, False),
        (NO_LOCALS + GET_5 + DROP + END, NO_LOCALS + CONST_9 + DROP, False),
        (NO_LOCALS + CONST_9 + DROP + END, NO_LOCALS + CONST_8 + DROP + END, False),
        # The bytes of an address, within the number of another instruction.
        (NO_LOCALS + b"\x41\xa3\x05" + DROP + END, NO_LOCALS + b"\x41\xc1\x09" + DROP + END, False),
        (NO_LOCALS + CONST_9 + SET_5 + END, NO_LOCALS + CONST_9 + SET_5 + END, False),
    ],
)
def test_two_bodies_are_the_same_but_for_known_addresses(body, other, same):
    assert is_same(body, other, {5: 9}) is same


def test_what_is_cut_is_the_published_module_or_a_trap(cut, problems):
    assert problems(cut) == []


def test_a_changed_body_is_found(cut, problems):
    first = place_of_section(cut, CODE)
    trap = cut.index(bytes([len(TRAP)]) + TRAP, first)

    (problem,) = problems(changed(cut, trap + 2))

    assert problem.endswith(": neither the published one nor a trap")


@pytest.mark.usefixtures("only_data")
def test_changed_data_is_found(cut, problems):
    found = problems(changed(cut, place_of_section(cut, DATA) + 5000))

    assert found == ["its data is not the published one"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (CONST_500 + DROP, []),
        (CONST_1000 + DROP, ["1000 may be an address of dropped data"]),
        (CONST_1100 + DROP, []),
        (
            GET_5 + CONST_1100 + ADD + DROP,
            ["1100 is added to something, and may be an address of dropped data"],
        ),
        (CONST_500 + CONST_500 + MULTIPLY + CONST_1100 + ADD + DROP, []),
        (CONST_500 + READ_1000 + DROP, ["it reads from 1000 on, in dropped data"]),
        (b"\x23\x06" + DROP, ["it has 2500, an address of dropped data"]),
        (CONST_500 + GROW + DROP, ["it lets the memory grow"]),
    ],
)
def test_what_could_lead_to_dropped_data_is_found(body, found):
    known = {5: BASE, 6: 2500}

    assert list(ways_to(DROPPED, NO_LOCALS + body + END, known, BASE)) == found


@pytest.mark.usefixtures("only_data")
def test_data_that_is_left_out_and_not_listed_is_found(cut, problems):
    assert problems(cut, Dropped()) == ["its data is not the published one"]


@pytest.mark.usefixtures("only_data")
def test_a_frozen_module_that_is_not_published_or_not_shorter_is_found(cut, problems):
    one = Shorter(46663, "0" * 64, b"code")
    told = "a frozen module that is not published, or not made shorter"

    assert told in problems(cut, shorter=[one])


@pytest.mark.usefixtures("only_data")
def test_frozen_modules_are_the_published_ones_but_for_the_listed_code(cut, problems):
    assert problems(cut, shorter=[]) == ["its data is not the published one"]


def test_data_that_kept_functions_use_cannot_be_dropped(cut, problems):
    dropped = dropped_by(ROOT / SCRIPTS)
    first = problems(cut, Dropped((*dropped.ranges, range(1024, 100_000)), dropped.numbers))[0]

    assert first.endswith(" may be an address of dropped data")


def test_its_script_reads_no_memory_but_through_a_look_and_lets_it_grow_to_less_than_pointers_lead_away(
    cut_folder,
):
    script = cut_folder / CUT_SCRIPT
    command = [
        "node",
        "--input-type=module",
        "--eval",
        READS,
        str(ROOT / SCRIPTS / "script.mjs"),
        str(script),
    ]
    text = script.read_text("utf-8")
    (most,) = re.findall(r"getHeapMax=\(\)=>(\d+)", text)

    assert json.loads(subprocess.run(command, capture_output=True, check=True).stdout) == []
    assert text.count("__read(") > 10
    assert int(most) <= AWAY


def test_a_module_that_breaks_off_is_no_module(cut, problems):
    assert problems(cut[:-100]) == ["it breaks off"]


def test_the_list_names_functions_of_both_files():
    listed = json.loads((ROOT / LIST).read_text("utf-8"))

    assert set(listed) == {"pyodide.asm.js", "pyodide.asm.wasm"}
