#!/usr/bin/env python3
"""Check a copy of a log that was made with the Quiet Guide: is it whole, and as it was when it was made?

    python3 check_log.py FILE-OR-FOLDER [--code "412, 25 Oct 2026, K7QM-..."] [--older FILE-OR-FOLDER]

FILE is log.jsonl, or the ZIP file of an export; FOLDER is that ZIP file, unpacked. It needs Python 3.8 and nothing else,
writes nothing and sends nothing. It ends with 0 for whole, 1 for changed, 2 for not understood.

What it does, so that you can do it in another way: a line has a leaf, SHA-256("log-leaf-1\\n" + line). The log has a head,
which begins as "start", and after each line is SHA-256("log-head-1\\n" + head before + leaf), both as 32 bytes. A line that
was left out has its leaf alone. A code is the first 130 bits of a head, in 26 letters of 5 bits, and two letters to check.
"""
import argparse, datetime, hashlib, json, os, re, struct, sys, zipfile, zlib  # noqa: E401

FIRST = re.compile(rb'(\{"log":([0-9]+).*),"sum":"([0-9a-f]{64})"\}', re.S)
LINE = re.compile(r'\{"seq":([1-9][0-9]*),(?:"line":(".*")|"left_out":1),"leaf":"([0-9a-f]{64})"\}', re.S)
LISTED = re.compile(r"([0-9a-f]{64})  ([a-z0-9][a-z0-9._/-]*)")
JUNK = re.compile(r"(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)|__MACOSX/.*|.*/")  # that systems leave in folders
TAGS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
LIST, TAG_LIST, LOG = TAGS[2], "tagmanifest-sha256.txt", "data/log.jsonl"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANGED, SHORTER, ENDS, UNKNOWN, UNCLEAR, OLDER, NOTE = (  # from the worst on
    "changed", "shorter", "line-ends", "unknown-version", "not-understood", "older", "whole")  # fmt: skip
VERDICTS = {
    CHANGED: "Changed.", SHORTER: "Shorter than it should be.", ENDS: "Line ends were changed.",
    UNKNOWN: "I do not know this version.", UNCLEAR: "I do not understand this.",
    OLDER: "An older part of the other copy.", NOTE: "Whole and unchanged.",
}  # fmt: skip
NOT_PROVED = [
    "This does not show that what the log tells has happened, or when it happened.",
    "It also does not show that the log was not written anew before somebody else was given its code for the first time.",
]


def sha(*parts):
    return hashlib.sha256(b"".join(parts))


def check_lines(data):
    """Check log.jsonl. Return what was found, and the leaves and heads of its lines as far as they are right."""
    log = {"found": [], "leaves": [], "heads": [], "left_out": 0, "count": None, "made": None}
    fail = lambda kind, sentence, at=None: log["found"].append((kind, sentence, at))
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    is_open = lines[-1] != b""  # the last line has no end: it lost it, or the file was cut
    if not is_open:
        lines.pop()
    if not lines or not (lines[0].startswith(b'{"log":') or lines[1:] and lines[1].startswith(b'{"seq":')):
        return fail(UNCLEAR, "This is no log of the Quiet Guide.") or log
    first, version = FIRST.fullmatch(lines[0]), re.match(rb'\{"log":([0-9]+),', lines[0])
    is_right = first and sha(b"log-export-1\n", first[1]).hexdigest() == first[3].decode()
    if version and version[1] != b"1" and (is_right or not first):
        return fail(UNKNOWN, "A newer version of the Quiet Guide made it. Use the program that came with it.") or log
    if not is_right:
        return fail(CHANGED, "The first line of log.jsonl was changed.") or log
    about = json.loads(first[1] + b"}")
    log.update(count=about["count"], made=about["made"], heads=[bytes.fromhex(about["start"])])
    for at, raw in enumerate(lines[1:], 1):
        try:
            number, line, leaf = LINE.fullmatch(raw.decode()).groups()
            text = json.loads(line) if line else ""
            is_right = line is None or json.dumps(text, ensure_ascii=False) == line
            own = sha(b"log-leaf-1\n", text.encode()).hexdigest() if line else leaf
        except (ValueError, AttributeError):  # not text, not of this form, or no JSON
            if is_open and at == len(lines) - 1 and at <= log["count"]:
                break  # the file was cut inside of this line
            return fail(CHANGED, f"Line {at} of the log is not as it was written.", at) or log
        if int(number) != at:
            wrong = "is missing, or stands elsewhere" if int(number) > at else "is not there: an earlier one stands in its place"
            return fail(CHANGED, f"Line {at} of the log {wrong}.", at) or log
        if own != leaf or not is_right:
            return fail(CHANGED, f"Line {at} of the log is not as it was written.", at) or log
        log["leaves"].append(leaf)
        log["left_out"] += line is None
        log["heads"].append(sha(b"log-head-1\n", log["heads"][-1], bytes.fromhex(leaf)).digest())
    count = len(log["leaves"])
    if count < log["count"]:
        fail(SHORTER, f"It ends after line {count}. Its first line says that there are {log['count']}.", count + 1)
    elif count > log["count"]:
        fail(CHANGED, f"Line {log['count'] + 1} was added. The first line says that there are {log['count']}.", log["count"] + 1)
    elif log["heads"][-1].hex() != about["head"]:
        fail(CHANGED, "The lines do not lead to the head that the first line names. Which line was changed cannot be seen.")
    elif is_open or b"\r\n" in data:
        fail(ENDS, "Mail programs do that. With the line ends put back, nothing else is different.")
    return log


def check_bag(names, opened):
    """Check the files of an export by its lists. `opened` opens a file by its name."""
    found, digests, sums, is_changed = [], {}, {}, {}
    names = [name for name in names if not JUNK.fullmatch(name)]

    def read(name):
        with opened(name) as file:
            return file.read()

    def look(name):
        size, crc, digest = 0, 0, hashlib.sha256()
        try:
            with opened(name) as file:
                for part in iter(lambda: file.read(1 << 20), b""):
                    size, crc = size + len(part), zlib.crc32(part, crc)
                    digest.update(part)
            digests[name], sums[name] = digest.hexdigest(), (size, crc)
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            digests[name] = ""

    def listed(name):
        if name not in names or digests[name] == "":
            return {}
        plain = read(name).decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        matches = [LISTED.fullmatch(line) for line in plain[:-1]]
        is_changed[name] = plain[-1] != "" or None in matches
        return {match[2]: match[1] for match in matches if match}

    for name in names:
        look(name)
    tags, files = listed(TAG_LIST), listed(LIST)
    if TAG_LIST not in names:
        found.append((CHANGED, f"{TAG_LIST} is missing.", None))
    elif is_changed.get(TAG_LIST, True) or sorted(tags) != sorted(TAGS):
        found.append((CHANGED, f"{TAG_LIST} was changed.", None))
    log = check_lines(read(LOG)) if digests.get(LOG) else check_lines(b"")
    is_changed[LIST] = tags.get(LIST) != digests.get(LIST)
    for name in [*TAGS, *files]:
        expected = tags.get(name) if name in TAGS else files[name]
        if name not in names:
            found.append((CHANGED, f"{name} is missing.", None))
        elif digests[name] == expected or name == LOG and any(kind != ENDS for kind, *_ in log["found"]):
            continue
        elif expected in ends_put_back(name, read) if digests[name] else False:
            found.append((ENDS, "Mail programs do that. With the line ends put back, nothing else is different.", None))
        elif name in TAGS:
            found.append((CHANGED, f"{name} and {TAG_LIST} do not agree: one of them was changed.", None))
        else:
            wrong = f"does not agree with {LIST}, which was changed" if is_changed[LIST] else "was changed"
            found.append((CHANGED, f"{name} {wrong}.", None))
    for name in sorted({*names} - {*tags, *files, *TAGS, TAG_LIST}):
        found.append((CHANGED, f"{name} is in the export, and in no list of it.", None))
    return found, log, sums
