"""Lines in three engines: added, folded, sealed anew for a new passphrase, and there after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.attachments_support import ADD_FILE, KEYS_OF_FILES, READ_FILE, hash_of
from tests.browser.lines_support import ADD, CASES, READ, VERSION, WRITE_VERSION_1, line
from tests.browser.vault_support import DATA, NEXT, PASSPHRASE, build_vault_site
from tests.engines.engine import Engine, Settings
from tests.engines.fixtures import StartEngine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"

COUNT = 70
ROOM = 600_000  # bytes
LARGE = 5_000_000  # bytes, five values of a file
LINES = "tests/browser/vault/test_vault_lines.py"
OPEN_DAMAGED = """async (passphrase, data) => {
  const file = new Uint8Array(await vault.exportFile(passphrase, data))
  file[file.length - 100] ^= 1
  return outcome(vault.importFile(file, passphrase))
}"""
"""Engines differ in what becomes of the error of a stream."""


@pytest.fixture(scope="module")
def vault_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True)


@pytest.fixture
def vault_host(vault_folder: Path) -> Iterator[Host]:
    host = Host(vault_folder)
    yield host
    host.stop()


def open_vault(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    engine.script("opened.then(() => null)")


def outcome(engine: Engine, call: str, *given: Any) -> Any:
    names = call.rstrip(")").split("(")[1]
    return engine.script(f"({names}) => outcome(Promise.resolve(vault.{call}))", *given)


def expected(count: int) -> list[list[Any]]:
    return [[number, line(number, f"word {number}")] for number in range(count, 0, -1)]


def expect_lines(engine: Engine, count: int) -> None:
    found = engine.script(READ, {})
    assert [row for rows in found["slices"] for row in rows] == expected(count)
    assert found["problems"] == []
    checked = outcome(engine, "lines.check()")["result"]
    assert (checked["count"], checked["problems"]) == (count, [])


@pytest.mark.twin(f"{LINES}::test_hundreds_of_lines_come_back_as_they_were_written")
def test_lines_outlast_folds_a_new_passphrase_and_a_restart(engine: Engine, vault_host: Host) -> None:
    """Lines outlast folds, a new passphrase and a restart."""
    open_vault(engine, vault_host)
    assert outcome(engine, "keep(passphrase, data)", PASSPHRASE, DATA) == {"result": None}
    engine.script(ADD, [[f"word {number}" for number in range(1, COUNT + 1)], 1])
    expect_lines(engine, COUNT)
    assert engine.script(OPEN_DAMAGED, PASSPHRASE, DATA) == {"kind": "damaged"}
    assert outcome(engine, "changePassphrase(current, next)", PASSPHRASE, NEXT) == {"result": None}
    engine.script(ADD, [[f"word {COUNT + 1}"], 1])
    engine.restart()
    open_vault(engine, vault_host)
    assert outcome(engine, "unlock(passphrase)", NEXT) == {"result": DATA}
    expect_lines(engine, COUNT + 1)


@pytest.mark.twin(
    "tests/browser/vault/test_vault_attachments.py"
    "::test_all_files_open_after_a_new_passphrase_and_with_the_stock_program"
)
def test_files_beside_the_lines_come_back_byte_for_byte(engine: Engine, vault_host: Host) -> None:
    """Files beside the lines come back byte for byte, also after a new passphrase."""
    open_vault(engine, vault_host)
    assert outcome(engine, "keep(passphrase, data)", PASSPHRASE, DATA) == {"result": None}
    added = {length: engine.script(ADD_FILE, [length, 1])["result"] for length in (70, LARGE)}
    assert {length: one["sha256"] for length, one in added.items()} == {
        length: hash_of(length, 1) for length in added
    }
    assert [kind for _, _, kind, _ in engine.script(KEYS_OF_FILES)] == ["Uint8Array"] * 8
    assert outcome(engine, "changePassphrase(current, next)", PASSPHRASE, NEXT) == {"result": None}
    assert outcome(engine, "lock()") == {"result": None}
    assert outcome(engine, "unlock(passphrase)", NEXT) == {"result": DATA}
    for length, one in added.items():
        assert engine.script(READ_FILE, one["id"]) == {"result": {**one, "length": length}}


@pytest.mark.twin(
    "tests/browser/vault/test_vault_upgrade.py"
    "::test_what_version_1_kept_opens_and_stays_as_it_is_until_the_first_line"
)
def test_what_version_1_kept_gets_room_for_lines(engine: Engine, vault_host: Host) -> None:
    open_vault(engine, vault_host)
    engine.script(WRITE_VERSION_1, {key: [*(CASES / f"{key}.age").read_bytes()] for key in ("1", "2")})
    open_vault(engine, vault_host)
    passphrase = (CASES / "passphrase").read_text(encoding="utf-8").strip()
    assert "result" in outcome(engine, "unlock(passphrase)", passphrase)
    engine.script(ADD, [["word 1", "word 2"], 1])
    assert engine.script(VERSION) == [2, ["parts", "records", "tail"]]
    expect_lines(engine, 2)


@pytest.mark.twin(f"{LINES}::test_two_tabs_add_300_lines_without_a_hole")
def test_two_tabs_add_lines_without_a_hole(engine: Engine, vault_host: Host) -> None:
    open_vault(engine, vault_host)
    outcome(engine, "keep(passphrase, data)", PASSPHRASE, DATA)
    write = """() => {
      const make = ({ seq }) => JSON.stringify({ v: 1, seq, word: `word ${seq}` })
      window.writing = (async () => { for (let i = 0; i < 40; i++) await vault.lines.add([make]) })()
      return null
    }"""
    with engine.second_tab() as (first, second):
        open_vault(engine, vault_host)
        assert outcome(engine, "unlock(passphrase)", PASSPHRASE) == {"result": DATA}
        engine.turn_to(first)
        engine.script(write)
        engine.turn_to(second)
        engine.script(write)
        engine.script("writing.then(() => null)")
        engine.turn_to(first)
        engine.script("writing.then(() => null)")
        expect_lines(engine, 80)


@pytest.mark.twin(f"{LINES}::test_a_full_disk_keeps_what_was_there_and_takes_the_line_later")
def test_a_full_disk_takes_no_line_that_was_there(
    engine: Engine, start_engine: StartEngine, vault_host: Host
) -> None:
    """B2.17: a full disk takes no line that was there, and after a restart it is tried again."""
    full = start_engine(engine.name, Settings(room=ROOM))
    try:
        open_vault(full, vault_host)
        assert outcome(full, "keep(passphrase, data)", PASSPHRASE, DATA) == {"result": None}
        fill = """async () => {
          let added = 0
          for (let tries = 0; tries < 100; tries++) {
            const make = ({ seq }) => JSON.stringify({ v: 1, seq, word: 'x'.repeat(30000) })
            const { kind } = await outcome(vault.lines.add([make]))
            if (kind) return [added, kind]
            added += 1
          }
          return [added, null]
        }"""
        added, kind = full.script(fill)
        assert kind == "storage-full"
        refused = full.script(ADD_FILE, [ROOM, 1])
        # WebKit does not say why, and opens nothing before all pages of the guide are closed.
        if full.name == "webkit":
            assert refused == {"kind": "storage-failed"}
            assert outcome(full, "lines.check()") == {"kind": "no-room-to-open"}
            open_vault(full, vault_host)
            assert full.script("document.documentElement.dataset.vault") == "locked"
            assert outcome(full, "unlock(passphrase)", PASSPHRASE) == {"kind": "no-room-to-open"}
        else:
            assert refused == {"kind": "storage-full"}
            found = full.script(READ, {})
            assert (found["count"], found["problems"]) == (added, [])
        full.restart()
        open_vault(full, vault_host)
        assert outcome(full, "unlock(passphrase)", PASSPHRASE) == {"result": DATA}
        found = full.script(READ, {})
        assert (found["count"], found["problems"]) == (added, [])
        again = full.script(
            """async () => {
              const make = ({ seq }) => JSON.stringify({ v: 1, seq, word: 'again' })
              return outcome(vault.lines.add([make]))
            }"""
        )
        assert again.get("kind") in (None, "storage-full")
        found = full.script(READ, {})
        assert (found["count"], found["problems"]) == (added + ("kind" not in again), [])
        assert outcome(full, "attachments.list()") == {"result": []}
        version, stores = full.script(VERSION)
        assert ("files" in stores) == (version == 3)  # WebKitGTK would make no store, and say that it had
    finally:
        full.end()
