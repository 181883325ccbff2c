"""Search all files of a browser's profile for words, also where LevelDB, Snappy or Firefox packed them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.browser.mozlz4 import MARK, unpack_mozlz4

TABLE_END = 48  # bytes
TABLE_MAGIC = 0xDB4775248B80FB57
LOG_BLOCK = 32 * 1024
LOG_HEADER = 7
SNAPPY = 1
PACKED_VALUE = re.compile(rb"\xff[\x10-\x1f]\x02")
"""How Chromium marks a value that it packs before it gives it to LevelDB."""


def search_profile(profile: Path, words: Sequence[str]) -> dict[str, set[str]]:
    """Return the files that hold each word that was found, as UTF-8 or UTF-16, packed or not."""
    found: dict[str, set[str]] = {}
    for path in sorted(path for path in profile.rglob("*") if path.is_file()):
        forms = list(unpacked(path))
        for word in words:
            if any(word.encode(code) in form for code in ("utf-8", "utf-16-le") for form in forms):
                found.setdefault(word, set()).add(path.relative_to(profile).as_posix())
    return found


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield a file as it is, and all that can be unpacked from it."""
    data = path.read_bytes()
    forms = [data]
    if path.suffix == ".ldb":
        forms += table_blocks(data)
    elif path.suffix == ".log":
        forms.append(log_records(data))
    elif data.startswith(MARK):
        forms.append(unpack_mozlz4(data))
    yield from forms
    for form in forms:
        for mark in PACKED_VALUE.finditer(form):
            yield unpack_snappy(form[mark.end() :])


def table_blocks(data: bytes) -> list[bytes]:
    """Return the blocks of a LevelDB table, unpacked."""
    end = data[-TABLE_END:]
    if len(end) < TABLE_END or struct.unpack("<Q", end[-8:])[0] != TABLE_MAGIC:
        return []
    _, _, at = read_handle(end, 0)
    offset, size, _ = read_handle(end, at)
    blocks = []
    for value in block_values(read_block(data, offset, size)):
        offset, size, _ = read_handle(value, 0)
        blocks.append(read_block(data, offset, size))
    return blocks


def read_block(data: bytes, offset: int, size: int) -> bytes:
    block = data[offset : offset + size]
    return unpack_snappy(block) if data[offset + size] == SNAPPY else block


def block_values(block: bytes) -> Iterator[bytes]:
    """Yield the values of a block: entries come before the list of restart points."""
    (restarts,) = struct.unpack("<I", block[-4:])
    at, end = 0, len(block) - 4 * (restarts + 1)
    while at < end:
        _, at = read_varint(block, at)
        own_key, at = read_varint(block, at)
        length, at = read_varint(block, at)
        yield block[at + own_key : at + own_key + length]
        at += own_key + length


def log_records(data: bytes) -> bytes:
    """Return the contents of a LevelDB log without the headers that cut them."""
    contents = []
    for start in range(0, len(data), LOG_BLOCK):
        block = data[start : start + LOG_BLOCK]
        at = 0
        while at + LOG_HEADER <= len(block):
            (length,) = struct.unpack("<H", block[at + 4 : at + 6])
            contents.append(block[at + LOG_HEADER : at + LOG_HEADER + length])
            at += LOG_HEADER + length
    return b"".join(contents)


def read_handle(data: bytes, at: int) -> tuple[int, int, int]:
    offset, at = read_varint(data, at)
    size, at = read_varint(data, at)
    return offset, size, at


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def unpack_snappy(data: bytes) -> bytes:
    """Unpack as far as it goes: what only looks packed ends early."""
    out = bytearray()
    try:
        length, at = read_varint(data, 0)
        while len(out) < length:
            tag = data[at]
            at += 1
            kind = tag & 3
            if kind == 0:
                size = (tag >> 2) + 1
                if size > 60:
                    extra = size - 60
                    size = int.from_bytes(data[at : at + extra], "little") + 1
                    at += extra
                out += data[at : at + size]
                at += size
                if at > len(data):
                    break
                continue
            if kind == 1:
                size, distance = ((tag >> 2) & 7) + 4, (tag >> 5) << 8 | data[at]
                at += 1
            else:
                width = 2 if kind == 2 else 4
                size, distance = (tag >> 2) + 1, int.from_bytes(data[at : at + width], "little")
                at += width
            if not 0 < distance <= len(out):
                break
            for _ in range(size):
                out.append(out[-distance])
    except IndexError:
        pass
    return bytes(out)
