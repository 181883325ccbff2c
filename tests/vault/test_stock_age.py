"""Files of the released vault open with the stock `age` program and with `pyrage`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.vault_support import run_age
from tests.patient_pyrage import decrypt

CASES = Path(__file__).parents[1] / "cases" / "vault"
NAMES = sorted(path.stem for path in CASES.glob("*.age"))


def passphrase_of(name: str) -> str:
    return (CASES / f"{name}.passphrase").read_text(encoding="utf-8").rstrip("\n")


def data_of(name: str) -> object:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_released_file_opens_with_the_stock_program(name: str, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    run_age(["-d", "-o", str(opened), str(CASES / f"{name}.age")], passphrase_of(name))
    assert opened.stat().st_size % 4096 == 0
    assert json.loads(opened.read_bytes()) == data_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_released_file_opens_with_pyrage(name: str) -> None:
    opened = decrypt((CASES / f"{name}.age").read_bytes(), passphrase_of(name))
    assert json.loads(opened) == data_of(name)
