"""Every value that the vault stores opens with the stock `age` program, and says which lines it holds."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.lines_support import add_lines, line, stored
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    age_program,
    records,
    result,
    run_age,
    wait_for,
)

COUNT = 75


def opened_with_age(folder: Path, value: bytes, identity: Path) -> str:
    (folder / "value").write_bytes(value)
    command = [age_program(), "-d", "-i", str(identity), str(folder / "value")]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def test_every_value_opens_with_the_stock_program_and_the_lines_prove_the_head(
    kept: Page, tmp_path: Path
) -> None:
    add_lines(kept, [f"word {number}" for number in range(1, COUNT - 3)], at_once=24)
    add_lines(kept, [f"word {number}" for number in range(COUNT - 3, COUNT + 1)])
    expected = result(kept, "lines.check()")
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    wait_for(kept, lambda: "3" not in records(kept))
    key, identity = tmp_path / "1", tmp_path / "identity"
    key.write_bytes(records(kept)["1"])
    run_age(["-d", "-o", str(identity), str(key)], NEXT)
    found: dict[int, str] = {}
    heads: dict[int, str] = {}
    for file in stored(kept):
        if file.place == "records" and file.key == "1":
            continue
        text = opened_with_age(tmp_path, file.value, identity)
        if file.place == "records":
            assert json.loads(text) == DATA
            continue
        *lines, end = text.rstrip(" ").splitlines()
        told = json.loads(end)
        assert file.key == (told["from"] if file.place == "tail" else (told["from"], told["to"]))
        assert len(text.encode()) % (1024 if file.place == "tail" else 4096) == 0
        assert told["start"] == expected["start"]
        found |= dict(enumerate(lines, told["from"]))
        heads[told["to"]] = told["head"]
    assert [found[number] for number in sorted(found)] == [
        line(number, f"word {number}") for number in range(1, COUNT + 1)
    ]
    head = hashlib.sha256(b"log-start-1\n" + bytes.fromhex(expected["start"])).digest()
    for number in sorted(found):
        leaf = hashlib.sha256(b"log-leaf-1\n" + found[number].encode()).digest()
        head = hashlib.sha256(b"log-head-1\n" + head + leaf).digest()
        assert heads.get(number, head.hex()) == head.hex()
    assert head.hex() == expected["head"]


def test_an_interrupted_change_leaves_a_file_with_the_older_keys(kept: Page, tmp_path: Path) -> None:
    """Record 3 opens with the new key, and what it holds opens what is still sealed for an older one."""
    add_lines(kept, ["word 1"])
    before = stored(kept)
    kept.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put
          IDBObjectStore.prototype.put = function (...given) {
            if (this.name !== 'records') throw new DOMException('', 'UnknownError')
            return put.apply(this, given)
          }
        }"""
    )
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    found = records(kept)
    key, identity, older = tmp_path / "1", tmp_path / "identity", tmp_path / "older"
    key.write_bytes(found["1"])
    run_age(["-d", "-o", str(identity), str(key)], NEXT)
    older.write_text(opened_with_age(tmp_path, found["3"], identity), encoding="utf-8")
    (tail,) = (file.value for file in before if file.place == "tail")
    assert opened_with_age(tmp_path, tail, older).splitlines()[0] == line(1, "word 1")
