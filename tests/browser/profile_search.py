"""Search all files of a browser's profile for words, also where a browser packed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.browser.packed import cached, leveldb, mozlz4, snappy, sqlite, streams

CODES = ("utf-8", "utf-16-le", "latin-1")
DEEPEST = 3
"""How often one thing is packed in another: a body that a host packed, in a value of a packed block."""


def search_profile(profile: Path, words: Sequence[str]) -> dict[str, set[str]]:
    """Return the files that hold each word that was found, in any of `CODES`, packed or not, or as a name."""
    coded = [(word, needle) for word in words for needle in in_each_code(word)]
    found: dict[str, set[str]] = {}
    for path in sorted(path for path in profile.rglob("*") if path.is_file()):
        name = path.relative_to(profile).as_posix()
        for form in [name.encode(), *unpacked(path)]:
            for word, needle in coded:
                if needle in form:
                    found.setdefault(word, set()).add(name)
    return found


def in_each_code(word: str) -> set[bytes]:
    return {word.encode(code, "ignore") for code in CODES} - {b""}


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield a file as it is, and all that can be unpacked from it."""
    data = path.read_bytes()
    forms = [data]
    for depth in range(DEEPEST):
        yield from forms
        forms = [part for form in forms for part in parts_of(form, path, whole=depth == 0) if part]
    yield from forms


def parts_of(data: bytes, path: Path, *, whole: bool) -> Iterator[bytes]:
    """Yield what is packed in these bytes; they may be the whole file, or what was unpacked from it."""
    if whole:
        yield from leveldb.table_blocks(data)
        if path.suffix == ".log":
            yield leveldb.log_records(data)
        yield from sqlite.find_values(path, data)
        yield from cached.find_bodies(data, path.as_posix())
    yield from mozlz4.find_mozlz4(data)
    yield from snappy.find_values(data)
    yield from snappy.find_streams(data)
    yield from streams.find_streams(data)
