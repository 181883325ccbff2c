"""Every value that the vault stores opens with the stock `age` program, and says which lines it holds."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tarfile
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.attachments_support import add_file, content
from tests.browser.lines_support import OPEN, add_lines, line, stored
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    age_program,
    outcome,
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


AS_STORED = """async () => {
  const { file, lost } = await vault.asStored()
  const text = await new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.split(',')[1])
    reader.readAsDataURL(file)
  })
  return { text, lost, type: file.type }
}"""
DAMAGE = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const transaction = database.transaction(['records', 'tail'], 'readwrite')
  for (const [place, key] of [['records', '2'], ['tail', 2]]) {{
    const store = transaction.objectStore(place)
    const value = await ended(store.get(key))
    store.put(value.with(value.length - 1, value.at(-1) ^ 1), key)
  }}
  await ended(transaction)
  database.close()
}}"""


def test_what_is_left_is_saved_as_it_is_stored_without_a_passphrase(kept: Page, tmp_path: Path) -> None:
    """B2.21: what does not open is offered in the files that the stock program reads."""
    add_lines(kept, ["word 1", "word 2", "word 3"])
    length = 70_000
    added = add_file(kept, length)
    result(kept, "lock()")
    kept.evaluate(DAMAGE)
    kept.reload()
    kept.evaluate("opened")
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    came = kept.evaluate(AS_STORED)
    assert (came["lost"], came["type"]) == (0, "application/x-tar")
    saved = tmp_path / "notes.tar"
    saved.write_bytes(base64.b64decode(came["text"]))
    with tarfile.open(saved) as tar:
        assert {member.mtime for member in tar} == {0}
        tar.extractall(tmp_path, filter="data")
    names = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*/*") if path.is_file()}
    own = f"files/{added['id']}"
    assert names == {"records/1", "records/2", *(f"tail/{number}" for number in (1, 2, 3))} | {
        f"{own}/{number}" for number in ("0", "00001")
    }
    for file in stored(kept):
        if file.place != "files":
            assert (tmp_path / file.place / str(file.key)).read_bytes() == file.value
    assert "age -d -i records/1 records/2" in (tmp_path / "read-me.txt").read_text(encoding="utf-8")
    identity = tmp_path / "identity"
    run_age(["-d", "-o", str(identity), str(tmp_path / "records/1")], PASSPHRASE)
    for number in (1, 3):  # the others are damaged
        text = opened_with_age(tmp_path, (tmp_path / f"tail/{number}").read_bytes(), identity)
        assert text.splitlines()[0] == line(number, f"word {number}")
    folder = tmp_path / own
    key = tmp_path / "key"
    key.write_text(opened_with_age(tmp_path, (folder / "0").read_bytes(), identity), encoding="utf-8")
    command = [age_program(), "-d", "-i", str(key), str(folder / "00001")]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    assert found[:length] == content(length, 0)
