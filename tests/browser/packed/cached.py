"""Answers of hosts in a browser's cache, which keeps them as they were sent: the bodies sent as brotli.

No brotli begins with a mark, so it is looked for where a body begins, and where a header says so.
What was sent as gzip has a mark, and is found without any of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.browser.packed.streams import unpack_brotli

SAYS_BROTLI = re.compile(rb"content-encoding:\s*br\b", re.IGNORECASE)
ENTRY_BEGIN = 0xFCFB6D1BA7725C30.to_bytes(8, "little")
ENTRY_END = 0xF4FA6F45970D41D8.to_bytes(8, "little")
ENTRY_HEADER = 24  # bytes, of which the third four say how long the address is that follows them
BLOCK_FILES = re.compile(r"(data_[1-9]|f_[0-9a-f]{6})$")
"""Where Chromium's other cache keeps bodies: in blocks of files, or in a file of their own."""
BLOCKS_BEGIN = 8192  # bytes
BLOCK = 256  # bytes, or a multiple of it
BLOCK_FILE_MARK = 0xC104CAC3.to_bytes(4, "little")


def find_bodies(data: bytes, name: str) -> Iterator[bytes]:
    """Yield the bodies sent as brotli that a file of this name holds."""
    if data.startswith(ENTRY_BEGIN):
        yield from chromium_body(data)
    elif "cache2/" in name:
        yield from firefox_body(data)
    elif BLOCK_FILES.search(name):
        yield from block_bodies(data)


def chromium_body(data: bytes) -> Iterator[bytes]:
    """Yield the body of Chromium's simple cache: it stands between the address and the headers."""
    if SAYS_BROTLI.search(data):
        start = ENTRY_HEADER + int.from_bytes(data[12:16], "little")
        end = data.find(ENTRY_END, start)
        yield unpack_brotli(data[start : end if end >= 0 else None])


def firefox_body(data: bytes) -> Iterator[bytes]:
    """Yield the body of an entry of Firefox: it comes first, and the last four bytes say how long it is.

    The headers follow it some seconds later. A file without any holds a body alone.
    """
    length = int.from_bytes(data[-4:], "big")
    if length >= len(data):
        yield unpack_brotli(data)
    elif SAYS_BROTLI.search(data, length):
        yield unpack_brotli(data[:length])


def block_bodies(data: bytes) -> Iterator[bytes]:
    """Yield what begins at a block of a file, or at the file, and was sent as brotli."""
    if not data.startswith(BLOCK_FILE_MARK):
        yield unpack_brotli(data)
        return
    for at in range(BLOCKS_BEGIN, len(data), BLOCK):
        block = data[at : at + 4 * 4096]
        if block[:8].strip(b"\0"):
            yield unpack_brotli(block)
