"""Snappy: blocks, which say only their length, and streams of framed blocks, which begin with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.browser.packed.copies import copy_back
from tests.browser.packed.varint import read_varint

PACKED_VALUE = re.compile(rb"\xff[\x10-\x1f]\x02")
"""How Chromium marks a value that it packs before it gives it to LevelDB."""
STREAM = b"\xff\x06\x00\x00sNaPpY"
"""How Firefox begins what pages put into caches, and large values of databases."""
PACKED, PLAIN = 0, 1  # kinds of frames
FRAME_HEADER = 4  # bytes: kind and length
CHECKSUM = 4  # bytes


def find_values(data: bytes) -> Iterator[bytes]:
    for mark in PACKED_VALUE.finditer(data):
        yield unpack_block(data[mark.end() :])


def find_streams(data: bytes) -> Iterator[bytes]:
    at = data.find(STREAM)
    while at >= 0:
        yield unpack_stream(data[at + len(STREAM) :])
        at = data.find(STREAM, at + 1)


def unpack_stream(data: bytes) -> bytes:
    out = bytearray()
    at = 0
    while at + FRAME_HEADER < len(data) and data[at] in (PACKED, PLAIN):
        kind, length = data[at], int.from_bytes(data[at + 1 : at + FRAME_HEADER], "little")
        at += FRAME_HEADER
        frame = data[at + CHECKSUM : at + length]
        out += unpack_block(frame) if kind == PACKED else frame
        at += length
    return bytes(out)


def unpack_block(data: bytes) -> bytes:
    """Unpack as far as it goes: what only looks packed ends early."""
    out = bytearray()
    try:
        length, at = read_varint(data, 0)
        while len(out) < length:
            tag = data[at]
            at += 1
            if tag & 3 == 0:
                size, at = read_plain_length(tag, data, at)
                out += data[at : at + size]
                at += size
                continue
            size, distance, at = read_copy(tag, data, at)
            copy_back(out, distance, size)
    except (IndexError, ValueError):  # it ends here
        pass
    return bytes(out)


def read_plain_length(tag: int, data: bytes, at: int) -> tuple[int, int]:
    size = (tag >> 2) + 1
    if size <= 60:
        return size, at
    width = size - 60
    return int.from_bytes(data[at : at + width], "little") + 1, at + width


def read_copy(tag: int, data: bytes, at: int) -> tuple[int, int, int]:
    """Return the size of a copy, its distance, and where it ends."""
    if tag & 3 == 1:
        return ((tag >> 2) & 7) + 4, (tag >> 5) << 8 | data[at], at + 1
    width = 2 if tag & 3 == 2 else 4
    return (tag >> 2) + 1, int.from_bytes(data[at : at + width], "little"), at + width
