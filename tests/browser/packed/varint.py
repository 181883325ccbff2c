"""Numbers of seven bits a byte, as LevelDB and Snappy write them."""

from __future__ import annotations


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number, and where it ends; raises IndexError where it is cut."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
