"""SQLite: what the tables hold, as a long value lies in pieces in the file; and values that Firefox packs."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.browser.packed.snappy import unpack_block

MARK = b"SQLite format 3\0"
LOG = "-wal"
"""The end of the name of the file in which the last changes wait."""


def find_values(path: Path, data: bytes) -> Iterator[bytes]:
    """Yield all values of each table, and each value of bytes unpacked. The file itself is not opened."""
    if not data.startswith(MARK):
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "database")
        copy.write_bytes(data)
        if (log := path.with_name(path.name + LOG)).is_file():
            shutil.copy(log, copy.with_name(copy.name + LOG))
        with contextlib.closing(sqlite3.connect(copy)) as database:
            database.text_factory = bytes
            for table in tables(database):
                yield from table_values(database, table)


def tables(database: sqlite3.Connection) -> list[str]:
    with contextlib.suppress(sqlite3.Error):  # damaged, as after a kill
        rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return [name.decode() for (name,) in rows]
    return []


def table_values(database: sqlite3.Connection, table: str) -> Iterator[bytes]:
    """Yield what can be read of a table: less of a damaged one, nothing where its module is missing."""
    values: list[bytes] = []
    with contextlib.suppress(sqlite3.Error):
        quoted = table.replace('"', '""')
        for row in database.execute(f'SELECT * FROM "{quoted}"'):
            values += [value for value in row if isinstance(value, bytes) and value]
    yield b"\0".join(values)
    yield b"\0".join(filter(None, map(unpack_block, values)))
