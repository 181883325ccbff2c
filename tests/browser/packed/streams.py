"""zlib, gzip and brotli, as hosts send them and browsers keep them: streams anywhere in a file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import brotli

BEGIN = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|\x78[\x01\x5e\x9c\xda]")
"""How gzip begins, and zlib with a window of the common size."""
GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
FIRST = 4096  # bytes: what only looks like a stream is refused within them
PIECE = 1024  # bytes
MOST = 64 * 1024 * 1024  # bytes of one stream


def find_streams(data: bytes) -> Iterator[bytes]:
    """Unpack each stream of zlib or gzip, as far as it goes."""
    end = 0
    for mark in BEGIN.finditer(data):
        if mark.start() < end:
            continue
        unpacked, end = inflate(data, mark.start())
        if unpacked:
            yield unpacked


def inflate(data: bytes, start: int) -> tuple[bytes, int]:
    """Return what was packed from here on, and where that ends, which is here when nothing was."""
    unpack = zlib.decompressobj(GZIP_OR_ZLIB)
    out = bytearray()
    view = memoryview(data)
    at, size = start, FIRST
    try:
        while at < len(data) and not unpack.eof and len(out) < MOST:
            out += unpack.decompress(view[at : at + size])
            at += size
            size *= 2
    except zlib.error:
        return bytes(out), start
    return bytes(out), min(at, len(data)) - len(unpack.unused_data)


def unpack_brotli(data: bytes) -> bytes:
    """Unpack as far as it goes: what follows the stream, or is none, ends it.

    The library refuses a piece in which the stream ends, so that one is given to it again, byte by byte.
    """
    unpack, out = brotli.Decompressor(), bytearray()
    at, size = 0, PIECE
    while at < len(data) and not unpack.is_finished():
        try:
            out += unpack.process(data[at : at + size])
            at += size
        except brotli.error:
            if size == 1:
                break
            unpack, size = brotli.Decompressor(), 1
            unpack.process(data[:at])
    return bytes(out)
