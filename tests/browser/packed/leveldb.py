"""LevelDB, in which Chromium keeps databases of pages: tables of packed blocks, and logs."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator

from tests.browser.packed.snappy import unpack_block
from tests.browser.packed.varint import read_varint

TABLE_END = 48  # bytes
TABLE_MAGIC = 0xDB4775248B80FB57
LOG_BLOCK = 32 * 1024
LOG_HEADER = 7
SNAPPY = 1


def table_blocks(data: bytes) -> Iterator[bytes]:
    """Yield the blocks of a table, unpacked, and the keys of each, which a block tells by what differs.

    Of a damaged table, they are those before the damage.
    """
    with contextlib.suppress(IndexError, struct.error):
        yield from whole_table_blocks(data)


def whole_table_blocks(data: bytes) -> Iterator[bytes]:
    end = data[-TABLE_END:]
    if len(end) < TABLE_END or struct.unpack("<Q", end[-8:])[0] != TABLE_MAGIC:
        return
    _, _, at = read_handle(end, 0)
    offset, size, _ = read_handle(end, at)
    for _, value in block_entries(read_block(data, offset, size)):
        offset, size, _ = read_handle(value, 0)
        block = read_block(data, offset, size)
        yield block
        yield b"\0".join(key for key, _ in block_entries(block))


def read_block(data: bytes, offset: int, size: int) -> bytes:
    block = data[offset : offset + size]
    return unpack_block(block) if data[offset + size] == SNAPPY else block


def block_entries(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the keys and values of a block: they come before the list of restart points."""
    (restarts,) = struct.unpack("<I", block[-4:])
    at, end = 0, len(block) - 4 * (restarts + 1)
    key = b""
    while at < end:
        same, at = read_varint(block, at)
        own, at = read_varint(block, at)
        length, at = read_varint(block, at)
        key = key[:same] + block[at : at + own]
        at += own
        yield key, block[at : at + length]
        at += length


def log_records(data: bytes) -> bytes:
    """Return the contents of a log without the headers that cut them."""
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
