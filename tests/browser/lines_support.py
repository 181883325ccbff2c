"""What tests of the vault's lines share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

CASES = Path(__file__).parents[1] / "cases" / "vault" / "version-1"
"""What the vault kept before there were lines, and the test page with its scripts of that day."""
CASES_WITH_LINES = CASES.with_name("version-2")
"""The same before there were attachments, with 35 lines."""

ADD = """async ([words, atOnce]) => {
  const rows = []
  for (let i = 0; i < words.length; i += atOnce) {
    const makes = words.slice(i, i + atOnce).map((word) => ({ seq }) => JSON.stringify({ v: 1, seq, word }))
    rows.push(...(await vault.lines.add(makes)))
  }
  return rows
}"""
READ = """async (how) => {
  const slices = []
  const take = (rows) => slices.push(rows.map(({ seq, line }) => [seq, line]))
  return { ...(await vault.lines.read(take, how)), slices }
}"""


def add_lines(page: Page, words: list[str], at_once: int = 1) -> list[dict[str, Any]]:
    """Add a line for each word, some at once in one transaction; return what the vault says of each."""
    rows: list[dict[str, Any]] = page.evaluate(ADD, [words, at_once])
    return rows


def read_lines(page: Page, how: dict[str, int] | None = None) -> Any:
    """Return `count`, `problems` and the `slices` as pairs of number and line."""
    return page.evaluate(READ, how or {})


def flat(found: Any) -> list[list[Any]]:
    """All pairs, the oldest first."""
    return [row for rows in found["slices"] for row in rows][::-1]


def line(seq: int, word: str) -> str:
    return f'{{"v":1,"seq":{seq},"word":"{word}"}}'


OPEN = """
  const ended = (request) => new Promise((resolve, reject) => {
    request.onsuccess = request.oncomplete = () => resolve(request.result)
    request.onerror = request.onabort = () => reject(request.error)
  })
  const name = 'notes:' + location.pathname.replace(/[^/]*$/, '')
"""
STORED = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const found = []
  for (const place of database.objectStoreNames) {{
    const store = database.transaction(place).objectStore(place)
    for (const key of await ended(store.getAllKeys())) {{
      const value = await ended(store.get(key))
      found.push([place, key, [...value]])
    }}
  }}
  database.close()
  return found
}}"""
FINGERPRINT = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const parts = []
  for (const place of database.objectStoreNames) {{
    const store = database.transaction(place).objectStore(place)
    parts.push(place, JSON.stringify(await ended(store.getAllKeys())), ...(await ended(store.getAll())))
  }}
  database.close()
  const hash = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer())
  return [...new Uint8Array(hash)]
}}"""
CHANGE = f"""async ([place, key, value]) => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const transaction = database.transaction(place, 'readwrite')
  if (value) transaction.objectStore(place).put(new Uint8Array(value), key)
  else transaction.objectStore(place).delete(key)
  await ended(transaction)
  database.close()
}}"""
WRITE_VERSION_1 = f"""async (files) => {{
  {OPEN}
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('records')
  const database = await ended(opening)
  const transaction = database.transaction('records', 'readwrite')
  for (const [key, file] of Object.entries(files))
    transaction.objectStore('records').put(new Uint8Array(file), key)
  await ended(transaction)
  database.close()
}}"""
WRITE_VERSION_2 = f"""async (files) => {{
  {OPEN}
  const opening = indexedDB.open(name, 2)
  opening.onupgradeneeded = () => {{
    for (const place of ['records', 'tail', 'parts']) opening.result.createObjectStore(place)
  }}
  const database = await ended(opening)
  const transaction = database.transaction(['records', 'tail', 'parts'], 'readwrite')
  for (const [place, key, file] of files) transaction.objectStore(place).put(new Uint8Array(file), key)
  await ended(transaction)
  database.close()
}}"""
VERSION = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const shown = [database.version, [...database.objectStoreNames]]
  database.close()
  return shown
}}"""


@dataclass(frozen=True)
class StoredFile:
    """One value in IndexedDB. The key of a part is its first and its last number."""

    place: str
    key: str | int | tuple[int, int]
    value: bytes


def stored(page: Page) -> list[StoredFile]:
    """Read all that is in storage, without the vault."""
    found = page.evaluate(STORED)
    return [
        StoredFile(place, tuple(key) if isinstance(key, list) else key, bytes(value))
        for place, key, value in found
    ]


def fingerprint(page: Page) -> bytes:
    """Return a hash of all that is in storage."""
    return bytes(page.evaluate(FINGERPRINT))


def keys_of(page: Page, place: str) -> list[Any]:
    return [file.key for file in stored(page) if file.place == place]


def change_stored(page: Page, place: str, key: Any, value: bytes | None) -> None:
    """Write or delete a value past the vault, as a fault of a disk would."""
    page.evaluate(CHANGE, [place, key, None if value is None else [*value]])


def write_version_1(page: Page) -> None:
    """Store what a vault of version 1 had kept."""
    page.evaluate(WRITE_VERSION_1, {key: [*(CASES / f"{key}.age").read_bytes()] for key in ("1", "2")})


def write_version_2(page: Page) -> None:
    """Store what a vault of version 2 had kept."""
    keys: dict[str, tuple[str, Any]] = {
        "1": ("records", "1"),
        "2": ("records", "2"),
        "parts-1-33": ("parts", [1, 33]),
        "tail-34": ("tail", 34),
        "tail-35": ("tail", 35),
    }
    files = [[*place, [*(CASES_WITH_LINES / f"{name}.age").read_bytes()]] for name, place in keys.items()]
    page.evaluate(WRITE_VERSION_2, files)
