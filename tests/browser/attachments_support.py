"""What tests of the vault's attachments share."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from playwright.sync_api import Page

from tests.browser.lines_support import OPEN

MAKE = """const make = (length, seed) => {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i++) bytes[i] = (i * 31 + seed) ^ (i >> 8)
    return new File([bytes], 'name of a file.jpg')
  }"""
ADD_FILE = f"""([length, seed]) => {{
  {MAKE}
  return outcome(vault.attachments.add(make(length, seed)))
}}"""
"""What an adding came to: its result, or the kind of its problem."""
READ_FILE = """(id) => outcome((async () => {
  const { bytes, stream } = await vault.attachments.read(id)
  const pieces = []
  const reader = stream.getReader()
  for (let next; !(next = await reader.read()).done; ) pieces.push(next.value)
  const found = await new Blob(pieces).arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', found))
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id, bytes, sha256, length: found.byteLength }
})())"""
VALUES = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const store = database.transaction('files').objectStore('files')
  const [keys, values] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())])
  database.close()
  const asText = (value) =>
    new Promise((resolve) => {{
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result.split(',')[1])
      reader.readAsDataURL(new Blob([value]))
    }})
  return Promise.all(keys.map(async ([id, number], index) => [id, number, await asText(values[index])]))
}}"""
KEYS_OF_FILES = f"""async () => {{
  {OPEN}
  const database = await ended(indexedDB.open(name))
  const has = database.objectStoreNames.contains('files')
  const store = has && database.transaction('files').objectStore('files')
  const keys = has ? await ended(store.getAllKeys()) : []
  const shown = []
  for (const key of keys) {{
    const value = await ended(database.transaction('files').objectStore('files').get(key))
    shown.push([...key, value.constructor.name, value.byteLength])
  }}
  database.close()
  return shown
}}"""


def content(length: int, seed: int) -> bytes:
    """Return the bytes that a page makes, too."""
    return bytes(((i * 31 + seed) ^ (i >> 8)) & 0xFF for i in range(length))


def hash_of(length: int, seed: int) -> str:
    return hashlib.sha256(content(length, seed)).hexdigest()


def add_file(page: Page, length: int, seed: int = 0) -> dict[str, Any]:
    """Add a file and return `id`, `bytes` and `sha256`; a problem fails the test."""
    came = page.evaluate(ADD_FILE, [length, seed])
    assert "result" in came, came
    added: dict[str, Any] = came["result"]
    return added


def expect_whole(page: Page, added: dict[str, Any]) -> None:
    """It comes back as the very bytes whose hash was told."""
    assert page.evaluate(READ_FILE, added["id"]) == {"result": {**added, "length": added["bytes"]}}


def stored_files(page: Page) -> list[tuple[str, int, str, int]]:
    """Return id, number, type and length of each value of an attachment that is in storage."""
    return [tuple(row) for row in page.evaluate(KEYS_OF_FILES)]


def values_of_files(page: Page) -> dict[tuple[str, int], bytes]:
    """Return each value of an attachment that is in storage, by id and number."""
    return {(id_, number): base64.b64decode(text) for id_, number, text in page.evaluate(VALUES)}
