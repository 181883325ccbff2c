#!/usr/bin/env python3
"""Check a copy of a log that was made with the Quiet Guide: is it whole, and as it was when it was made?

    python3 check_log.py FILE-OR-FOLDER [--code "412, 25 Oct 2026, K7QM-..."] [--older FILE-OR-FOLDER]

FILE is log.jsonl or the ZIP file of an export, FOLDER the same unpacked. It needs Python 3.8, writes nothing
and sends nothing. It ends with 0: whole, 1: changed, 2: not understood. A line of the log has a leaf,
SHA-256("log-leaf-1\\n" + line). The log has a head, which begins as "start"; each line makes it
SHA-256("log-head-1\\n" + head + leaf). A code is the first 130 bits of a head, and two letters to check it.
"""

import argparse, hashlib, json, mmap, pathlib, re, sys, unicodedata, zipfile  # noqa: E401, I001

H = "([0-9a-f]{64})"
FIRST = rf'(?s)(\{{"log":([0-9]+)(?:,"start":"{H}","count":([0-9]{{1,9}}),"head":"{H}")?.*),"sum":"{H}"\}}'
LINE = rf'(?s)\{{"seq":([1-9][0-9]{{0,8}}),(?:"line":(".*")|"left_out":1,"leaf":"{H}"),"head":"{H}"\}}'
LISTED = re.compile(f"^{H}  ([a-z0-9][a-z0-9._/-]*)$", re.M)
JUNK = re.compile(r"(?s)(?!data/)(__MACOSX/.*|(.*/)?([.]DS_Store|Thumbs[.]db|desktop[.]ini|[.]_[^/]*))|.*/")
LOG, INFO, LIST, TAG_LIST = "data/log.jsonl", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
TAGS = ("bagit.txt", INFO, LIST)
ZIP_END, LETTERS = b"SHA-256 of all before its 64 digits: ", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANGED, SHORTER, ENDS, UNKNOWN, UNCLEAR, OLDER, WHOLE = range(7)  # the worst that is found counts
VERDICTS = """Changed.\nShorter than the code or the first line says.\nLine ends were changed.
I do not know this version.\nI do not understand this.\nAn older part of the other.\nWhole and unchanged."""
ZIP_CHANGED = "The ZIP file is not as it was made: it was changed, or a part of it is missing."
MAIL = "Some mail programs change the ends of lines. With the old ones put back, nothing else differs."
NO_LOG = "This is no log of the Quiet Guide, or it is still locked."
NOT_PROVED = """This cannot show whether things happened as the log tells them, or when.
It also cannot show whether the log was written anew before its code was first given to somebody else."""
found = []  # how bad it is, the line of the log or 0, and a sentence


def say(kind, what, at=0):
    found.append((kind, at, re.sub("[^ -~]", "?", what)))


def sha(data):
    return hashlib.sha256(data).hexdigest()


def check_lines(data):
    """Check log.jsonl. Return the leaves of its lines, and the heads that the log had after each."""
    log = {"data": data, "leaves": [], "heads": []}
    *lines, rest = data.replace(b"\r\n", b"\n").split(b"\n")
    lines += [rest] if rest else []  # a last line without an end: it was lost, or the file was cut
    if not any(line.startswith((b'{"log":', b'{"seq":')) for line in lines[:2]):
        is_zip = data[30:39] == b"bagit.txt" or ZIP_END in data[-300:]
        return say(*(CHANGED, ZIP_CHANGED) if is_zip else (UNCLEAR, NO_LOG)) or log
    first = re.fullmatch(FIRST.encode(), lines[0])
    if not first or sha(b"log-export-1\n" + first[1]) != first[6].decode():
        return say(CHANGED, "The first line of log.jsonl was changed.") or log
    if first[2] != b"1" or not first[3]:
        return say(UNKNOWN, "Check it with the program in it, or with a newer Quiet Guide.") or log
    log["Start"], count, log["Head"] = first[3].decode(), int(first[4]), first[5].decode()
    log["Count"], log["heads"] = count, [log["Start"]]
    for at, raw in enumerate(lines[1:], 1):
        try:
            number, line, leaf, head = re.fullmatch(LINE, raw.decode()).groups()
            text = json.loads(line or '""')
            leaf = leaf or sha(b"log-leaf-1\n" + text.encode())
            is_right = sha(b"log-head-1\n" + bytes.fromhex(log["heads"][-1] + leaf)) == head
            is_right &= not line or json.dumps(text, ensure_ascii=False) == line
            is_right &= at != count or head == log["Head"]
        except (ValueError, AttributeError):  # it is no text, or not of this form
            if rest and at == len(lines) - 1 <= count and not re.fullmatch(LINE, raw[:-1].decode("latin-1")):
                break  # the file was cut inside this line
            number, is_right = at, False
        if int(number) != at or not is_right:
            what = "not as it was, or does not go on from the one before"
            what = what if int(number) == at else f"not here: line {number} is in its place"
            return say(CHANGED, f"Line {at} of the log is {what}.", at) or log
        log["leaves"].append(leaf)
        log["heads"].append(head)
    if (there := len(log["leaves"])) < count:
        say(SHORTER, f"There are {there} lines of the log. The first line speaks of {count}.", there + 1)
    elif there > count:
        say(CHANGED, f"Line {count + 1} was added. The first line speaks of {count}.", count + 1)
    elif rest or b"\r\n" in data:
        say(ENDS, MAIL)
    return log


def check_bag(names, opened):
    """Check the files of an export by its lists, and its log. `opened` opens a file by its name."""
    top, *more = [name[: -len(INFO)] for name in names if f"/{name}".endswith(f"/{INFO}")] or [""]
    if more:
        return say(UNCLEAR, f"There are {len(more) + 1} copies in it. Check one at a time.") or {}
    beside = {name for name in names if not name.startswith(top) and not JUNK.fullmatch(name)}
    names = [name[len(top) :] for name in names if name.startswith(top)]
    names = [name for name in names if not JUNK.fullmatch(name)]
    digests, texts, before = {}, {LOG: b"", INFO: b"", LIST: b"", TAG_LIST: b""}, len(found)
    if not {*texts} & {*names}:
        return say(UNCLEAR, "This is no export of the Quiet Guide.") or {}
    for name in names:
        digest, parts = hashlib.sha256(), []
        try:
            with opened(top + name) as file:
                while part := file.read(1 << 20):
                    digest.update(part)
                    parts += [] if name.startswith("data/files/") else [part]
            digests[name], texts[name] = digest.hexdigest(), b"".join(parts)
        except Exception:  # a damaged ZIP file fails in many ways
            say(CHANGED, f"{name} cannot be read: it was changed, or what the ZIP file says of it.")
    plain = {name: text.replace(b"\r\n", b"\n") for name, text in texts.items()}
    lists = [LISTED.findall(plain[name].decode("latin-1")) for name in (LIST, TAG_LIST)]
    files, tags = ({name: digest for digest, name in listed} for listed in lists)
    right = "".join(f"{digest}  {name}\n" for name, digest in tags.items())
    expected = {LOG: "", **files, **dict.fromkeys(TAGS, ""), **tags, TAG_LIST: sha(right.encode())}
    so_far, log = len(found), check_lines(texts[LOG]) if texts[LOG] else {}
    for name, digest in expected.items():
        if name not in names:
            say(CHANGED, f"{name} is missing.")
        elif digests.get(name, digest) != digest and (name != LOG or len(found) == so_far):
            is_same = digest in (sha(plain[name]), sha(plain[name].replace(b"\n", b"\r\n")))
            what = MAIL if is_same else f"{name} or its hash in the list was changed: they do not agree."
            say(ENDS if is_same else CHANGED, what)
    for name in sorted({*names} - {*expected}) + sorted(beside):
        say(CHANGED, f"{name} is in no list of this export.")
    for name in ("Count", "Start", "Head") if len(found) == before else ():
        if f"\nLog-{name}: {log[name]}\n".encode() not in texts[INFO]:
            say(CHANGED, f"Log-{name} is {log[name]} by {LOG}, and not by {INFO}.")
    for name in sorted(digests) if len(found) == before else ():
        if name.startswith("data/files/") and digests[name].encode() not in log["data"]:
            say(WHOLE if b',"left_out":1,' in log["data"] else CHANGED, f"No line of this copy names {name}.")
    return log


def check(path):
    if path.is_dir():
        files = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
        return check_bag([*files], lambda name: files[name].open("rb"))
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            infos, names = archive.infolist(), archive.namelist()
            is_huge = any(info.file_size > 200 * info.compress_size + 65536 for info in infos)
            if is_huge or len({*names}) < len(names):
                raise zipfile.BadZipFile
            log = check_bag(names, archive.open)
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            if whole[-22:-18] + whole[-2:] == b"PK\5\6\0\0":  # it ends with the end record, with no comment
                say(WHOLE, "Another program packed this ZIP file. The files in it were checked.")
            elif whole[-64:] != sha(memoryview(whole)[:-64]).encode():
                say(CHANGED, ZIP_CHANGED)
            return log
    except Exception:
        return check_lines(path.read_bytes() if path.is_file() else b"")


def check_code(log, typed):
    """Compare a code that was written down at some time with the heads of the log."""
    plain = re.sub("[^0-9A-Z]", "", unicodedata.normalize("NFKC", typed).upper())
    letters, total, weighed = plain[-28:].translate(str.maketrans("OIL", "011")), 0, 0
    for value in map(LETTERS.find, reversed(letters)):
        total, weighed = total ^ value, weighed << 1 ^ (37 if weighed & 16 else 0) ^ value
    if len(letters) < 28 or {*letters} - {*LETTERS} or total or weighed:
        return say(UNCLEAR, "The code cannot be read. Compare it with the paper, letter by letter.")
    heads = [int(head[:33], 16) for head in log["heads"]]
    codes = ["".join(LETTERS[head >> at & 31] for at in range(127, 1, -5)) for head in heads]
    number = re.match(r"\s*([0-9]{1,7})\b", typed) if len(plain) > 28 else None
    count = int(number[1]) if number else [*codes, letters[:26]].index(letters[:26])
    if number and count >= len(codes):
        return say(SHORTER, f"The code is of {count} lines. There are {len(codes) - 1}.", len(codes))
    if count == len(codes) or codes[count] != letters[:26]:
        return say(CHANGED, "The code does not fit: a line before it was changed, or it is of another log.")
    return say(WHOLE, f"The code fits: the first {count} lines are as they were when it was made.")


def compare(log, older):
    own, other = ((one["Start"], *one["leaves"]) for one in (log, older))
    part = next((at for at in range(min(len(own), len(other))) if own[at] != other[at]), None)
    if part is not None:
        what = f"The two copies part at line {part}." if part else "These are copies of two different logs."
        say(CHANGED, what, part)
    elif len(other) > len(own):
        say(OLDER, f"Its {len(own) - 1} lines are the first of the {len(other) - 1} of the other copy.")
    else:
        say(WHOLE, f"The {len(other) - 1} lines of the older copy are all here, unchanged.")


def judge(path, code=None, older=None):
    found.clear()
    log, own = check(path), len(found)
    before = older and check(older)
    found[own:] = [(kind, 0, f"The older copy: {what}") for kind, _, what in found[own:]]
    if not any(kind in (CHANGED, UNKNOWN, UNCLEAR) for kind, *_ in found):
        _ = code and check_code(log, code), older and compare(log, before)
    kind, at, _ = min([*found, (WHOLE, 0, "")], key=lambda one: one[0])
    verdict = f"Changed at entry {at}." if kind == CHANGED and at else VERDICTS.split("\n")[kind]
    return kind, at, [verdict, *dict.fromkeys(what for *_, what in found), *NOT_PROVED.split("\n")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Check a copy of a log of the Quiet Guide.")
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--code", help="a code of the log that somebody was given")
    parser.add_argument("--older", type=pathlib.Path, help="an older copy of the same log")
    asked = parser.parse_args()
    kind, _, sentences = judge(asked.path, asked.code, asked.older)
    print(*sentences, sep="\n")
    sys.exit(0 if kind >= OLDER else 2 if kind >= UNKNOWN else 1)
