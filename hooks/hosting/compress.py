"""Write a `.gz` and a `.br` beside each file that they make smaller: a server sends them as they lie.

Made at every request instead, they held a server of two processors at 285 answers a second.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from hooks.cache import remove_old, write_whole

KINDS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm", ".bin"})
SUFFIXES = (".gz", ".br")
CACHE = "compressed"

SMALL = 2 * 1024 * 1024  # bytes
BEST, QUICK = 11, 9
"""Qualities of Brotli. For the larger part of Python the best takes 47 s, and the quick one 4, for an
eighth more bytes. All that a first visit loads is small."""


def compress_files(site: Path, cache: Path) -> None:
    """Write what is missing, from the cache where nothing changed."""
    same: dict[bytes, list[Path]] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in KINDS):
        same.setdefault(path.read_bytes(), []).append(path)
    # The largest first, so that no processor waits for its end. Both libraries let others work meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(
            pool.map(lambda data: compress_file(data, same[data], cache), sorted(same, key=len, reverse=True))
        )
    remove_old(cache)


def compress_file(data: bytes, paths: list[Path], cache: Path) -> None:
    """Write both forms beside each of the paths, whose files all hold these bytes."""
    name = hashlib.sha256(data).hexdigest()
    for suffix in SUFFIXES:
        cached = cache / f"{name}{suffix}"
        if cached.is_file():
            os.utime(cached)
        else:
            write_whole(cached, compressed(data, suffix))
        packed = cached.read_bytes()
        for path in paths:
            beside = path.with_name(path.name + suffix)
            if len(packed) < len(data):
                beside.write_bytes(packed)
            else:
                beside.unlink(missing_ok=True)


def compressed(data: bytes, suffix: str) -> bytes:
    """Return the same bytes at every build: no name and no time is written."""
    if suffix == ".gz":
        return gzip.compress(data, 9, mtime=0)
    return bytes(brotli.compress(data, quality=BEST if len(data) <= SMALL else QUICK))
