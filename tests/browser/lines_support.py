"""What tests of the vault's lines share."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

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
