#!/usr/bin/env python3
"""Check a copy of a log that was made with the Quiet Guide: is it whole, and as it was when it was made?
    python3 check_log.py FILE-OR-FOLDER [--code "412, 25 Oct 2026, K7QM-..."] [--older FILE-OR-FOLDER]
FILE is log.jsonl or the ZIP file of an export, FOLDER the same unpacked. It needs Python 3.8, writes nothing
and sends nothing. It ends with 0: whole, 1: changed, 2: not understood. A line of the log has a leaf,
SHA-256("log-leaf-1\\n" + line). The log has a head, which begins as "start"; each line makes it
SHA-256("log-head-1\\n" + head + leaf). A code is the first 130 bits of a head, and two check letters."""
import argparse, hashlib, json, mmap, pathlib, re, sys, unicodedata, zipfile

H, found = "([0-9a-f]{64})", []  # found: how bad it is, the line of the log or 0, and a sentence
FIRST = rf'(?s)(\{{"log":([0-9]+)(?:,"start":"{H}","count":([0-9]{{1,9}}),"head":"{H}")?.*),"sum":"{H}"\}}'
LINE = rf'(?s)\{{"seq":([1-9][0-9]{{0,8}}),(?:"line":(".*")|"left_out":1,"leaf":"{H}"),"head":"{H}"\}}'
LISTED = re.compile(f"^{H}  ([a-z0-9][a-z0-9._/-]*)$", re.M)
JUNK = re.compile(r"(?s)(?!data/)(__MACOSX/.*|(.*/)?([.]DS_Store|Thumbs[.]db|desktop[.]ini|[.]_[^/]*))|.*/")
LOG, INFO, LIST, TAG_LIST = "data/log.jsonl", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
NUMBER = re.compile("(?<![0-9A-Z])([0-9]{1,3}([., ][0-9]{3})+|[0-9]{1,7})(?![0-9A-Z])")
ZIP_END, LETTERS = b"SHA-256 of all before its 64 digits: ", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANGED, SHORTER, ENDS, UNKNOWN, UNCLEAR, OLDER, WHOLE = range(7)  # the worst that is found counts
STOPS = {CHANGED, UNKNOWN, UNCLEAR}  # with these, there is nothing to compare
VERDICTS = """Changed.\nShorter than the code or the first line says.\nLine ends were changed.
I do not know this version.\nI do not understand this.\nAn older part of the other.\nWhole and unchanged."""
ZIP_CHANGED = "The ZIP file is not as it was made: it was changed, or a part of it is missing."
MAIL = "Some mail programs change the ends of lines. With the old ones put back, nothing else differs."
OTHER_CODE = "The code does not fit. A line before it was changed, or the code belongs to another log."
NO_LOG = "This is not a log from the Quiet Guide, or it is still locked."
NOT_PROVED = """This cannot show whether things happened as the log tells them, or when.
It also cannot show whether the log was written anew before its code was first given to somebody else.
A code speaks for the lines in log.jsonl alone. It does not show that the report and tables say the same."""

def say(kind, what, at=0):
    found.append((kind, at, re.sub("[^ -~]", "?", what)))

def sha(data): return hashlib.sha256(data).hexdigest()

def check_lines(data):
    """Check log.jsonl. Return the leaves of its lines, and the heads that the log had after each."""
    log = {"data": data, "leaves": [], "heads": [], "Left-Out": data.count(b',"left_out":1,')}
    *lines, rest = re.sub(b"^\xef\xbb\xbf|\r(?=\n)", b"", data).split(b"\n" if b"\n" in data else b"\r")
    lines += [rest] if rest else []  # a last line without an end: it was lost, or the file was cut
    if not any(line.startswith((b'{"log":', b'{"seq":')) for line in lines[:2]):
        is_zip = data[30:39] == b"bagit.txt" or ZIP_END in data[-300:]
        is_zip |= b"PK\5\6" in data[-300:] and INFO.encode() in data[-(1 << 20) :]
        return say(*(CHANGED, ZIP_CHANGED) if is_zip else (UNCLEAR, NO_LOG)) or log
    first = re.fullmatch(FIRST.encode(), lines[0])
    if not first or sha(b"log-export-1\n" + first[1]) != first[6].decode():
        return say(CHANGED, "The first line of log.jsonl was changed.") or log
    if first[2] != b"1" or not first[3]:
        return say(UNKNOWN, "Use the program that came with it, or a newer Quiet Guide.") or log
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
        what = f"The log ends at line {there}. Its first line says that it goes up to line {count}."
        say(SHORTER, what, there + 1)
    elif there > count:
        what = f"Line {count + 1} was added. The first line says that the log ends at line {count}."
        say(CHANGED, what, count + 1)
    elif rest or data[:1] != b"{" or b"\r" in data: say(ENDS, MAIL)
    return log

def check_bag(names, opened):
    """Check the files of an export by its lists, and its log. `opened` opens a file by its name."""
    top, *more = [name[: -len(INFO)] for name in names if f"/{name}".endswith(f"/{INFO}")] or [""]
    if more: return say(UNCLEAR, f"There are {len(more) + 1} copies in it. Check one at a time.") or {}
    beside = {name for name in names if not name.startswith(top) and not JUNK.fullmatch(name)}
    names = [own for name in names if name.startswith(top) and not JUNK.fullmatch(own := name[len(top):])]
    digests, texts, before = {}, {LOG: b"", INFO: b"", LIST: b"", TAG_LIST: b""}, len(found)
    if not {*texts} & {*names}: return say(UNCLEAR, "This is not a copy made with the Quiet Guide.") or {}
    for name in names:
        digest, parts = hashlib.sha256(), []
        try:
            with opened(top + name) as file:
                while part := file.read(1 << 20):
                    digest.update(part)
                    parts += [] if name.startswith("data/files/") else [part]
            digests[name], texts[name] = digest.hexdigest(), b"".join(parts)
        except Exception:  # a damaged ZIP file fails in many ways
            say(CHANGED, f"{name} cannot be read. The file, or the ZIP around it, was changed.")
    plain = {name: text.replace(b"\r\n", b"\n") for name, text in texts.items()}
    lists = (LISTED.findall(plain[name].decode("latin-1")) for name in (LIST, TAG_LIST))
    files, tags = ({name: digest for digest, name in listed} for listed in lists)
    right = "".join(f"{digest}  {name}\n" for name, digest in tags.items()).encode()
    expected = {LOG: "", **files, "bagit.txt": "", INFO: "", LIST: "", **tags, TAG_LIST: sha(right)}
    so_far, log = len(found), check_lines(texts[LOG]) if texts[LOG] else {}
    for name, digest in expected.items():
        if name not in names: say(CHANGED, f"{name} is missing.")
        elif digests.get(name, digest) != digest and (name != LOG or len(found) == so_far):
            if digest in (sha(plain[name]), sha(plain[name].replace(b"\n", b"\r\n"))): say(ENDS, MAIL)
            else: say(CHANGED, f"{name} does not match the list. One of the two was changed.")
    for name in sorted({*names} - {*expected}) + sorted(beside):
        say(CHANGED, f"{name} is in no list of this export.")
    if len(found) > before: return log
    for name in ("Count", "Left-Out", "Start", "Head"):
        if f"\nLog-{name}: {log[name]}\n".encode() not in texts[INFO]:
            say(CHANGED, f"{LOG} and {INFO} do not agree on Log-{name}. {LOG} says {log[name]}.")
    check_code(log, texts[INFO].decode("latin-1").partition("\nLog-Code: ")[2].partition("\n")[0])
    if f" fits: up to line {log['Count']}," not in found.pop()[2]:
        say(CHANGED, f"{LOG} and {INFO} do not agree on Log-Code.")
    for name in sorted(digests):
        if name.startswith("data/files/") and digests[name].encode() not in log["data"]:
            say(WHOLE if log["Left-Out"] else CHANGED, f"No line of this copy names {name}.")
    named = re.findall(rb'\\"[0-9a-z-]+ [0-9]+ ([0-9a-f]{64}) (?:-|[0-9-]{10}) ', log["data"])
    if gone := len({*named} - {digest.encode() for digest in digests.values()}):
        say(WHOLE, f"Files that lines of this copy name, and that are not in it: {gone}.")
    return log

def check(path):
    if not path.exists(): return say(UNCLEAR, "There is no such file.") or {}
    if path.is_dir():
        files = {file.relative_to(path).as_posix(): file for file in path.rglob("*") if file.is_file()}
        return check_bag([*files], lambda name: files[name].open("rb"))
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            names, infos = archive.namelist(), archive.infolist()
            is_tight = any(i.file_size > 200 * i.compress_size + 65536 for i in infos)
            if is_tight or len({*names}) < len(names) or min(i.header_offset for i in infos):
                raise zipfile.BadZipFile  # what stands in front of the first file is in no list
            log = check_bag(names, archive.open)
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            if whole[-22:-18] + whole[-2:] == b"PK\5\6\0\0":  # it ends with the end record, with no comment
                say(WHOLE, "Another program packed this ZIP file. The files in it were checked.")
            elif whole[-64:] != sha(memoryview(whole)[:-64]).encode(): say(CHANGED, ZIP_CHANGED)
            return log
    except Exception:
        return check_lines(path.read_bytes() if path.is_file() else b"")

def check_code(log, typed):
    """Compare a code that was written down at some time with the heads of the log."""
    text = unicodedata.normalize("NFKC", typed).upper()
    code, total, weighed = re.search("([0-9A-Z][^0-9A-Z]*){28}$", text), 0, 0
    letters = re.sub("[^0-9A-Z]", "", code[0] if code else "").translate(str.maketrans("OIL", "011"))
    for value in map(LETTERS.find, reversed(letters)):
        total, weighed = total ^ value, weighed << 1 ^ (37 if weighed & 16 else 0) ^ value
    if not code or {*letters} - {*LETTERS} or total or weighed:
        return say(UNCLEAR, "The code cannot be read. Compare it with the paper, letter by letter.")
    bits = int(letters[:26].translate(str.maketrans(LETTERS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")), 32)
    count = next((at for at, head in enumerate(log["heads"]) if int(head[:33], 16) >> 2 == bits), None)
    number = NUMBER.search(text[: code.start()])
    said, there = int(re.sub("[., ]", "", number[0])) if number else count or 0, len(log["leaves"])
    if count is None and said > there:
        say(SHORTER, f"The code was made at line {said}. This copy ends at line {there}.", there + 1)
    elif count is None: say(CHANGED, OTHER_CODE)
    elif said != count:
        say(WHOLE, f"The code fits line {count}, not line {said}. Look at the number on the paper.")
    else: say(WHOLE, f"The code fits: up to line {count}, nothing was changed since it was made.")

def compare(log, older):
    own, other = ((one["Start"], *one["leaves"]) for one in (log, older))
    part = next((at for at in range(min(len(own), len(other))) if own[at] != other[at]), None)
    if part == 0: say(CHANGED, "These are copies of two different logs.")
    elif part: say(CHANGED, f"The two copies differ from line {part} on.", part)
    elif len(other) > len(own):
        end = f"It ends at line {len(own) - 1}; the other goes on to line {len(other) - 1}."
        say(OLDER, f"All of it is in the other copy. {end}")
    else: say(WHOLE, f"All of the older copy is here, unchanged, up to line {len(other) - 1}.")

def judge(path, code=None, older=None):
    found.clear()
    log, own = check(path), [*found]
    before, theirs = older and check(older), found[len(own) :]
    found[:] = own
    is_read, is_older_read = (not {kind for kind, *_ in some} & STOPS for some in (own, theirs))
    _ = is_read and code and check_code(log, code)
    if CHANGED in [kind for kind, *_ in theirs] and {kind for kind, *_ in found} <= {WHOLE}:
        say(WHOLE, "The older copy is changed. This one is whole.")
    for kind, _, what in theirs:  # what is wrong of the other is not wrong of this one
        say(kind if kind in (UNKNOWN, UNCLEAR) else WHOLE, f"The older copy: {what}")
    _ = is_read and older and is_older_read and compare(log, before)
    if is_read and log["Left-Out"]:
        left = f"{log['Left-Out']} of {len(log['leaves'])}"
        say(WHOLE, f"Lines that are left out of this copy: {left}. What they say cannot be checked.")
    kind, at, _ = min([*found, (WHOLE, 0, "")], key=lambda one: one[0])
    verdict = f"Changed at entry {at}." if kind == CHANGED and at else VERDICTS.split("\n")[kind]
    return kind, at, [verdict, *dict.fromkeys(what for *_, what in found), *NOT_PROVED.split("\n")]

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Check a copy of a log of the Quiet Guide.")
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--code", help="a code of the log that somebody was given")
    parser.add_argument("--older", type=pathlib.Path, help="an older copy of the same log")
    kind, _, sentences = judge(**vars(parser.parse_args()))
    print(*sentences, sep="\n")
    sys.exit(0 if kind >= OLDER else 2 if kind >= UNKNOWN else 1)
