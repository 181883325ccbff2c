"""Files out of the vault and into it: the stock programs' own, and those that are no good."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest
from playwright.sync_api import Page

from tests.browser.vault_support import (
    DATA,
    PASSPHRASE,
    QUICK,
    WRONG,
    expect_no_workers,
    export,
    heard,
    outcome,
    records,
    result,
    run_age,
    state,
    update,
)
from tests.patient_pyrage import decrypt


def import_file(page: Page, file: bytes, passphrase: str) -> Any:
    """Give a file to the vault; return its result or its kind."""
    return page.evaluate(
        "([bytes, passphrase]) => outcome(vault.importFile(new Uint8Array(bytes), passphrase))",
        [list(file), passphrase],
    )


def test_an_export_opens_with_the_stock_program(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "notes.age"
    file.write_bytes(export(page, PASSPHRASE, DATA))
    run_age(["-d", "-o", str(tmp_path / "opened"), str(file)], PASSPHRASE)
    opened = (tmp_path / "opened").read_bytes()
    assert json.loads(opened) == DATA
    assert len(opened) == 4096
    assert state(page) == "off"
    expect_no_workers(page)


def test_an_export_opens_with_pyrage(page: Page) -> None:
    assert json.loads(decrypt(export(page, PASSPHRASE, DATA), PASSPHRASE)) == DATA


def test_a_file_of_the_stock_program_is_imported(page: Page, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(json.dumps(DATA, indent=2), encoding="utf-8")
    for options in (["-p"], ["-p", "-a"]):
        made = tmp_path / f"made{len(options)}"
        run_age([*options, "-o", str(made), str(tmp_path / "plain")], PASSPHRASE)
        assert import_file(page, made.read_bytes(), PASSPHRASE) == {"result": DATA}


def test_a_file_of_pyrage_is_imported(page: Page) -> None:
    """On a quick machine it asks for more memory than a small one has."""
    made = pyrage.passphrase.encrypt(json.dumps(DATA).encode(), PASSPHRASE)
    factor = int(made.split(b"\n")[1].rpartition(b" ")[2])
    can_open = factor <= (20 if page.evaluate("navigator.deviceMemory") >= 8 else 18)
    assert import_file(page, made, PASSPHRASE) == ({"result": DATA} if can_open else {"kind": "too-large"})


def test_the_store_opens_with_the_stock_program(kept: Page, tmp_path: Path) -> None:
    for key, record in records(kept).items():
        (tmp_path / key).write_bytes(record)
    run_age(
        ["-d", "-i", str(tmp_path / "1"), "-o", str(tmp_path / "opened"), str(tmp_path / "2")], PASSPHRASE
    )
    assert json.loads((tmp_path / "opened").read_bytes()) == DATA
    with pytest.raises(subprocess.CalledProcessError):
        run_age(["-d", "-i", str(tmp_path / "1"), "-o", str(tmp_path / "no"), str(tmp_path / "2")], WRONG)


def test_files_that_cannot_be_imported_change_nothing(kept: Page, tmp_path: Path) -> None:
    before = records(kept)
    file = export(kept, PASSPHRASE, DATA)
    assert import_file(kept, b"", PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, bytes(range(256)) * 20, PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, json.dumps(DATA).encode(), PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, file[:4096], PASSPHRASE) == {"kind": "damaged"}
    assert import_file(kept, file[:-1] + bytes([file[-1] ^ 1]), PASSPHRASE) == {"kind": "damaged"}
    assert import_file(kept, file.replace(b" %d\n" % QUICK, b" 21\n", 1), PASSPHRASE) == {
        "kind": "work-too-high"
    }
    assert import_file(kept, file.replace(b"/v1\n", b"/v2\n", 1), PASSPHRASE) == {"kind": "newer-version"}
    (tmp_path / "plain").write_text("hello")
    run_age(["-p", "-o", str(tmp_path / "not-json"), str(tmp_path / "plain")], PASSPHRASE)
    assert import_file(kept, (tmp_path / "not-json").read_bytes(), PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, file, WRONG) == {"kind": "wrong-passphrase"}
    huge = "outcome(vault.importFile(new Blob([new ArrayBuffer(2 ** 24), 'x']), 'x'))"
    assert kept.evaluate(huge) == {"kind": "too-large"}
    assert records(kept) == before
    assert state(kept) == "unlocked"
    assert heard(kept, "state") == [["off", None], ["unlocked", None]]


def test_more_than_it_can_hold_is_refused_and_what_is_stored_stays(kept: Page) -> None:
    before = records(kept)
    update(kept, "(data) => ({ ...data, long: 'x'.repeat(9000000) })")
    assert outcome(kept, "flush()") == {"kind": "too-large"}
    assert records(kept) == before
    update(kept, "({ long, ...data }) => data")
    result(kept, "flush()")
