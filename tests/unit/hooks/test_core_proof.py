"""The proof finds whatever a cut core has that is neither the published code nor a trap."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from hooks.assets.core_proof import CODE, DATA, TRAP, is_same, problems_of_core
from hooks.assets.python_bundle import core_folder
from hooks.assets.python_core import CUT_MODULE, LIST, SCRIPTS

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = core_folder(ROOT)
GET_5, CONST_9, CONST_8, SET_5 = b"\x23\x05", b"\x41\x09", b"\x41\x08", b"\x24\x05"
NO_LOCALS, ONE_LOCAL, DROP, END = b"\x00", b"\x01\x01\x7f", b"\x1a", b"\x0b"


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("cut")
    command = ["node", str(ROOT / SCRIPTS / "cut.mjs"), str(PUBLISHED), str(ROOT / LIST), str(out)]
    subprocess.run(command, check=True)
    return (out / CUT_MODULE).read_bytes()


def problems(module: bytes, folder: Path) -> list[str]:
    path = folder / CUT_MODULE
    path.write_bytes(module)
    return problems_of_core(PUBLISHED, path)


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


def test_what_is_cut_is_the_published_module_or_a_trap(cut, tmp_path):
    assert problems(cut, tmp_path) == []


def test_a_changed_body_is_found(cut, tmp_path):
    first = place_of_section(cut, CODE)
    trap = cut.index(bytes([len(TRAP)]) + TRAP, first)

    (problem,) = problems(changed(cut, trap + 2), tmp_path)

    assert problem.endswith(": neither the published one nor a trap")


def test_changed_data_is_found(cut, tmp_path):
    found = problems(changed(cut, place_of_section(cut, DATA) + 5000), tmp_path)

    assert found == ["its data is not the published one"]


def test_a_module_that_breaks_off_is_no_module(cut, tmp_path):
    assert problems(cut[:-100], tmp_path) == ["it breaks off"]


def test_the_list_names_functions_of_both_files():
    listed = json.loads((ROOT / LIST).read_text("utf-8"))

    assert set(listed) == {"pyodide.asm.js", "pyodide.asm.wasm"}
