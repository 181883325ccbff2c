"""Unpack what Firefox packs: a mark, the length, and one block of LZ4."""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.packed.copies import copy_back

MARK = b"mozLz40\0"
START = len(MARK) + 4  # bytes: behind the mark stands the length of what was packed
MORE = 15
"""A length of four bits that goes on in the next bytes."""
SHORTEST_COPY = 4


def unpack_mozlz4(data: bytes) -> bytes:
    """Return what was packed; raises ValueError when it is something else, or only a part."""
    if not data.startswith(MARK):
        raise ValueError("this was not packed by Firefox")
    unpacked = unpack_lz4(data[START:])
    if len(unpacked) != int.from_bytes(data[len(MARK) : START], "little"):
        raise ValueError("a part is missing")
    return unpacked


def find_mozlz4(data: bytes) -> Iterator[bytes]:
    """Unpack a whole file as far as it goes: a browser that is killed may leave a part."""
    if data.startswith(MARK):
        yield unpack_lz4(data[START:])


def unpack_lz4(block: bytes) -> bytes:
    """Unpack a block: plain bytes, then a copy of bytes that came before, and so on; the last has no copy."""
    out = bytearray()
    at = 0
    try:
        while at < len(block):
            token = block[at]
            plain, at = read_length(token >> 4, block, at + 1)
            out += block[at : at + plain]
            at += plain
            distance = block[at] | block[at + 1] << 8
            copied, at = read_length(token & MORE, block, at + 2)
            copy_back(out, distance, copied + SHORTEST_COPY)
    except (IndexError, ValueError):  # it ends here
        pass
    return bytes(out)


def read_length(length: int, block: bytes, at: int) -> tuple[int, int]:
    """Return a length, and where it ends."""
    if length < MORE:
        return length, at
    while True:
        length += block[at]
        at += 1
        if block[at - 1] < 255:
            return length, at
