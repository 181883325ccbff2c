"""A word is found in each file that a browser packs.

Real profiles, in test_vault_traces.py and test_session_of_firefox.py, show that browsers write such files.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import struct
import zlib
from pathlib import Path

import brotli
import pytest

from tests.browser.packed import cached, leveldb, mozlz4, snappy, sqlite
from tests.browser.profile_search import search_profile

WORD = "Kranichsteg"
TEXT = f"The Kranich. {'One line and more. ' * 40}The {WORD}."
"""Its last word is there once, and a part of it before: so no packing leaves it readable by chance."""


def put(profile: Path, name: str, data: bytes) -> str:
    path = profile / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return name


def files_with(profile: Path, word: str = WORD) -> set[str]:
    return search_profile(profile, [word, "Siebenbirken"]).get(word, set())


def pack_block(text: str) -> bytes:
    """Pack as Snappy does: plain bytes, then a copy in place of the word's first letters."""
    data, half = text.encode(), "Kranich"
    end = text.rindex(half)
    plain, distance = data[:end], end - text.index(half)
    rest = data[end + len(half) :]
    return b"".join(
        [
            varint(len(data)),
            bytes([61 << 2]) + struct.pack("<H", len(plain) - 1) + plain,
            bytes([len(half) - 1 << 2 | 2]) + struct.pack("<H", distance),
            bytes([len(rest) - 1 << 2]) + rest,
        ]
    )


def varint(value: int) -> bytes:
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def frame(kind: int, body: bytes) -> bytes:
    body = bytes(snappy.CHECKSUM) + body
    return bytes([kind]) + len(body).to_bytes(3, "little") + body


def leveldb_block(entries: list[tuple[bytes, bytes]]) -> bytes:
    """Write a block whose keys tell only what differs from the key before."""
    out, last = b"", b""
    for key, value in entries:
        same = next((i for i, (a, b) in enumerate(zip(last, key, strict=False)) if a != b), 0)
        out += varint(same) + varint(len(key) - same) + varint(len(value)) + key[same:] + value
        last = key
    return out + struct.pack("<II", 0, 1)


def leveldb_table(block: bytes, length: int) -> bytes:
    """Write a table of one packed block of data, and the block that names its place."""
    index = leveldb_block([(b"z", varint(0) + varint(length))])
    start = length + 5  # a byte that says whether it is packed, and a checksum
    handle = varint(0) * 2 + varint(start) + varint(len(index))
    end = handle.ljust(leveldb.TABLE_END - 8, b"\0") + struct.pack("<Q", leveldb.TABLE_MAGIC)
    return block + b"\1" + bytes(4) + index + b"\0" + bytes(4) + end


def chromium_entry(body: bytes, encoding: str) -> bytes:
    address = b"1/0/https://notes.test/"
    head = cached.ENTRY_BEGIN + struct.pack("<IIII", 5, len(address), 0, 0)
    end = cached.ENTRY_END + bytes(16)
    return head + address + body + end + f"HTTP/1.1 200\0content-encoding:{encoding}\0".encode() + end


def firefox_entry(body: bytes, encoding: str) -> bytes:
    head = f"response-head\0HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\n\0".encode()
    return body + bytes(6) + head + struct.pack(">I", len(body))


def lz4(text: str) -> bytes:
    """Pack as LZ4 does: plain bytes and a copy, then the rest."""
    data, half = text.encode(), "Kranich"
    end = text.rindex(half)
    plain, rest = data[:end], data[end + len(half) :]
    more, left = divmod(len(plain) - 15, 255)
    copied = len(half) - mozlz4.SHORTEST_COPY
    first = bytes([0xF0 | copied]) + b"\xff" * more + bytes([left]) + plain
    return first + struct.pack("<H", end - text.index(half)) + bytes([len(rest) << 4]) + rest


def mozlz4_file(text: str) -> bytes:
    return mozlz4.MARK + struct.pack("<I", len(text)) + lz4(text)


PACKED = {
    "Sessions/Session_1": TEXT.encode("utf-16-le"),
    "gzip sent, in Cache_Data/a_0": chromium_entry(gzip.compress(TEXT.encode()), "gzip"),
    "brotli sent, in Cache_Data/b_0": chromium_entry(brotli.compress(TEXT.encode()), "br"),
    "zlib sent, in Cache_Data/c_0": chromium_entry(zlib.compress(TEXT.encode()), "deflate"),
    "cache2/entries/gzip": firefox_entry(gzip.compress(TEXT.encode()), "gzip"),
    "cache2/entries/brotli": firefox_entry(brotli.compress(TEXT.encode()), "br"),
    "cache2/entries/brotli without its headers": brotli.compress(TEXT.encode()) + bytes([0xFF] * 4),
    "Cache/data_3": (cached.BLOCK_FILE_MARK + bytes(9000)).ljust(12288, b"\0")
    + brotli.compress(TEXT.encode()),
    "Cache/f_00000a": brotli.compress(TEXT.encode()),
    "any file with a stream in it": b"before" * 900 + zlib.compress(TEXT.encode(), 9) + b"after" * 900,
    "a stream that is cut": gzip.compress((TEXT + "".join(map(str, range(900)))).encode())[:-900],
    "a stream in a stream": gzip.compress(zlib.compress(TEXT.encode())),
    "morgue/1/{1}.final": snappy.STREAM + frame(1, b"before") + frame(0, pack_block(TEXT)),
    "IndexedDB/a.blob/1/00/2": b"\xff\x11\x02" + pack_block(TEXT),
    "IndexedDB/a.leveldb/1.ldb": leveldb_table(pack_block(TEXT), len(pack_block(TEXT))),
    "sessionstore.jsonlz4": mozlz4_file(json.dumps({"windows": [TEXT]})),
    "recovery.jsonlz4 that is cut": mozlz4_file(TEXT + "0" * 6)[:-4],
}


@pytest.mark.parametrize("name", PACKED)
def test_a_word_is_found_in(name: str, tmp_path: Path) -> None:
    plain = name.startswith("Sessions")
    assert plain or WORD.encode() not in PACKED[name]
    put(tmp_path, name, PACKED[name])
    assert files_with(tmp_path) == {name}


def test_a_word_is_found_in_each_code(tmp_path: Path) -> None:
    names = {
        code: put(tmp_path, code, "Bärenstraße".encode(code)) for code in ("utf-8", "utf-16-le", "latin-1")
    }
    assert files_with(tmp_path, "Bärenstraße") == set(names.values())


def test_a_word_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    name = put(tmp_path, f"storage/default/https+++{WORD}/.metadata-v2", b"")
    assert files_with(tmp_path) == {name}


def test_a_word_is_found_in_a_log_that_cuts_it(tmp_path: Path) -> None:
    parts = [TEXT[:-8].encode(), TEXT[-8:].encode()]
    cut = b"".join(bytes(4) + struct.pack("<HB", len(part), 2) + part for part in parts)
    name = put(tmp_path, "a.leveldb/3.log", cut)
    assert files_with(tmp_path) == {name}


def test_a_word_is_found_in_a_key_of_a_table(tmp_path: Path) -> None:
    keys = leveldb_block([(b"Kranich", b"1"), (WORD.encode(), b"2")])
    packed = varint(len(keys)) + bytes([61 << 2]) + struct.pack("<H", len(keys) - 1) + keys
    name = put(tmp_path, "a.leveldb/1.ldb", leveldb_table(packed, len(packed)))
    assert files_with(tmp_path) == {name}


@pytest.mark.parametrize(
    "value", [TEXT * 20, pack_block(TEXT), gzip.compress(TEXT.encode())], ids=["long", "snappy", "gzip"]
)
@pytest.mark.parametrize("waiting", [False, True])
def test_a_word_is_found_in_a_database(value: str | bytes, waiting: bool, tmp_path: Path) -> None:
    """Also where the change still waits in the log beside it, as after a kill."""
    database = sqlite3.connect(tmp_path / "own.sqlite")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute('CREATE TABLE "a ""table""" (name TEXT, data BLOB)')
    database.execute('INSERT INTO "a ""table""" VALUES (?, ?)', ["one", value])
    database.commit()
    if not waiting:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".sqlite-shm"}
    assert ("own.sqlite-wal" in before and before["own.sqlite-wal"] != b"") == waiting
    assert "own.sqlite" in files_with(tmp_path)
    assert all((tmp_path / name).read_bytes() == data for name, data in before.items())
    database.close()


@pytest.mark.parametrize(
    "data",
    [
        sqlite.MARK + b"damaged" * 900,
        mozlz4.MARK + bytes(3),
        cached.ENTRY_BEGIN + b"content-encoding:br",
        snappy.STREAM + b"\0\xff",
        b"\x1f\x8b\x08\0damaged\x78\x9cdamaged\xff\x11\x02",
        struct.pack("<Q", leveldb.TABLE_MAGIC).rjust(leveldb.TABLE_END, b"\0"),
        b"",
    ],
)
def test_a_damaged_file_hides_no_other(data: bytes, tmp_path: Path) -> None:
    for name in ("cache2/a", "b.log", "c.ldb", "Cache/f_000001"):
        put(tmp_path, name, data)
    put(tmp_path, "z", TEXT.encode())
    assert files_with(tmp_path) == {"z"}
