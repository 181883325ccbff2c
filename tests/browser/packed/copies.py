"""What LZ4 and Snappy share: to repeat bytes that came before."""

from __future__ import annotations


def copy_back(out: bytearray, distance: int, size: int) -> None:
    """Append so many bytes that stand at this distance from the end; raises ValueError where none stand.

    A copy may be longer than its distance: then it repeats what it wrote.
    """
    if not 0 < distance <= len(out):
        raise ValueError("a copy of what is not there")
    start = len(out) - distance
    if size <= distance:
        out += out[start : start + size]
    else:
        repeated = bytes(out[start:])
        out += (repeated * (size // distance + 1))[:size]
