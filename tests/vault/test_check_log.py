"""tools/check_log.py, which anyone can run, and the guide's own check say the same of a copy of a log.

`make-log-cases.mjs` writes the copies, and what the guide says of each.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import subprocess
import sys
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hooks.assets.bundles import bundle

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TOOL = ROOT / "tools/check_log.py"
BY_BOTH = 300  # random changes of each form that the guide's check looks at, too


def load_tool() -> ModuleType:
    spec = spec_from_file_location("check_log", TOOL)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()
NAMES = ("changed", "shorter", "line-ends", "unknown-version", "not-understood", "older", "whole")
CHANGED_THERE = "Line 3 of the log is not as it was, or does not go on from the one before."
LEFT_OUT = "Lines that are left out of this copy: 2 of 9. What they say cannot be checked."
NOT_PROVED = tool.NOT_PROVED.split("\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("logs")
    command = ["node", HERE / "make-log-cases.mjs", folder, str(BY_BOTH)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def told(made: Path) -> Any:
    return json.loads((made / "cases.json").read_text(encoding="utf-8"))


def judged(path: Path, code: str | None = None, older: Path | None = None) -> dict[str, Any]:
    kind, at, sentences = tool.judge(path, code, older)
    return {"verdict": NAMES[kind], "at": at, "sentences": sentences}


def test_both_say_the_same_of_every_copy(made, told):
    assert len(told["cases"]) > 80
    for case in told["cases"]:
        older = made / case["older"] if case.get("older") else None
        said = judged(made / case["path"], case.get("code"), older)
        expected = {name: case[name] for name in said}
        assert said == expected, case["title"]
        assert said["sentences"][-3:] == NOT_PROVED


def test_a_zip_file_with_other_ends_is_changed_unless_another_program_packed_it(told):
    said = {case["path"]: case["verdict"] for case in told["cases"]}
    cut = [f"cut-{count}.zip" for count in (1, 64, 65, 80, 100, 101, 102, 123)]
    fronts = ("front.zip", "front-anew.zip", "front-placed.zip")
    for path in (*cut, *fronts, "longer-400.zip", "comment-more.zip", "comment-less.zip"):
        assert said[path] == "changed", path
    assert said["anew.zip"] == "whole"


def test_what_lies_beside_a_bag_is_told_and_of_two_bags_none_is_checked(told):
    said = {case["path"]: case for case in told["cases"]}
    verdicts = {name: said[f"{name}.zip"]["verdict"] for name in ("beside", "junk", "junk-in-data", "two")}
    assert [*verdicts.values()] == ["changed", "whole", "changed", "not-understood"]
    assert said["beside.zip"]["sentences"][1:3] == [
        *("data/log.jsonl is in no list of this export.", "note.txt is in no list of this export.")
    ]
    assert said["two.zip"]["sentences"][1] == "There are 2 copies in it. Check one at a time."
    assert said["no-bag-info.zip"]["verdict"] == "changed"


def test_the_code_in_the_tags_of_a_bag_is_the_one_of_its_log(told):
    said = {case["path"]: (case["verdict"], case["sentences"][1]) for case in told["cases"]}
    other = ("changed", "data/log.jsonl and bag-info.txt do not agree on Log-Code.")
    for path in ("code.zip", "code-number.zip", "code-typo.zip", "no-code.zip"):
        assert said[path] == other, path
    assert said["code-alone.zip"][0] == "whole"


def test_files_that_lines_name_and_that_are_not_there_are_counted(told):
    said = {case["path"]: (case["verdict"], *case["sentences"][1:-3]) for case in told["cases"]}
    gone = "Files that lines of this copy name, and that are not in it: {}."
    assert said["files-all.zip"] == ("whole",)
    assert said["files-two.zip"] == ("whole", gone.format(1))
    assert said["files-none.zip"] == ("whole", gone.format(3))


def changes(size: int, count: int, seed: int) -> list[tuple[int, int]]:
    """Return places, and what is added to the byte there."""
    dice = random.Random(seed)
    return [(dice.randrange(size), dice.randrange(1, 256)) for _ in range(count)]


def changed(data: bytes, place: int, more: int) -> bytes:
    return data[:place] + bytes([(data[place] + more) % 256]) + data[place + 1 :]


def test_what_is_left_out_a_code_and_an_older_copy_are_told_in_words(told):
    said = {case["title"]: (case["verdict"], *case["sentences"][1:-3]) for case in told["cases"]}
    assert said["more lines left out, and lists made anew"] == ("whole", LEFT_OUT.replace("2 of", "3 of"))
    info = "data/log.jsonl and bag-info.txt do not agree on Log-Left-Out. data/log.jsonl says 2."
    assert said["another count of what is left out"] == ("changed", info)
    fits = "The code fits: up to line 9, nothing was changed since it was made."
    for title in ("as on the report", "with a word", "without a day", "with a point", "with the month first"):
        assert said[f"a code {title}"][:2] == ("whole", fits), title
    other = "The code fits line {}, not line {}. Look at the number on the paper."
    assert said["a code with another number"][:2] == ("whole", other.format(3, 4))
    assert said["a code of the end with another number"][:2] == ("whole", other.format(9, 12))
    later = "The code was made at line {}. This copy ends at line 9."
    assert said["a later code"] == ("shorter", later.format(12), LEFT_OUT)
    assert said["a code with a large number"] == ("shorter", later.format(1234), LEFT_OUT)
    older = ("The older copy is changed. This one is whole.", f"The older copy: {CHANGED_THERE}")
    assert said["a changed older copy"] == ("whole", *older, LEFT_OUT)
    assert said["a broken older copy"][0] == "whole"
    ends = [said[title][0] for title in ("a mark in front", "returns alone", "one return alone")]
    assert ends == ["line-ends", "line-ends", "changed"]
    assert said["a number of 5,000 digits"] == ("changed", CHANGED_THERE)


def test_a_changed_byte_is_found_by_both_where_it_is(made, told):
    assert len(told["random"]) == 2 * BY_BOTH
    for one in told["random"]:
        data = (made / one["path"]).read_bytes()
        path = made / f"random-{one['path']}"
        path.write_bytes(data[: one["place"]] + bytes([one["byte"]]) + data[one["place"] + 1 :])
        said = judged(path)
        assert said["verdict"] == one["verdict"] == "changed", one
        assert said["at"] == one["at"], one
        assert len(said["sentences"]) > 4, one


def test_10_000_of_10_000_changed_bytes_of_an_export_are_found_and_named(made):
    """B7.54: in its ZIP file, in its files, in the log alone."""
    whole, log = ((made / name).read_bytes() for name in ("whole.zip", "whole.jsonl"))
    path = made / "one-byte.zip"
    for place, more in changes(len(whole), 2000, 1):
        path.write_bytes(changed(whole, place, more))
        assert judged(path)["verdict"] == "changed", place
    with zipfile.ZipFile(made / "whole.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    places = [(name, at) for name, data in files.items() for at in range(len(data))]
    for which, more in changes(len(places), 4000, 2):
        name, place = places[which]
        now = {**files, name: changed(files[name], place, more)}
        tool.found.clear()
        tool.check_bag([*now], lambda inner, now=now: io.BytesIO(now[inner]))
        assert any(kind == tool.CHANGED for kind, *_ in tool.found), (name, place)
        named = "log" if name == "data/log.jsonl" else name
        assert named in " ".join(what for *_, what in tool.found) or name == tool.TAG_LIST, (name, place)
    for place, more in changes(len(log), 4000, 3):
        tool.found.clear()
        tool.check_lines(changed(log, place, more))
        assert tool.found[0][0] == tool.CHANGED, place
        line = log[:place].count(b"\n")
        assert tool.found[0][1] in (line, line + 1), place


def test_the_program_reads_a_folder_and_says_how_it_ended(made):
    def ended(*arguments: str) -> tuple[int, list[str]]:
        done = subprocess.run(
            [sys.executable, TOOL, *arguments], cwd=made, capture_output=True, text=True, check=False
        )
        assert done.stderr == ""
        return done.returncode, done.stdout.splitlines()

    assert ended("bag") == (0, ["Whole and unchanged.", LEFT_OUT, *NOT_PROVED])
    (made / "empty").mkdir()
    code, said = ended("line.jsonl")
    assert (code, said[:2]) == (1, ["Changed at entry 3.", CHANGED_THERE])
    assert ended("cut.jsonl")[0] == ended("mail.jsonl")[0] == 1
    assert ended("later.jsonl")[0] == ended("other.txt")[0] == ended("nowhere")[0] == ended("empty")[0] == 2
    assert ended("nowhere")[1][1] == "There is no such file."
    assert ended("older.jsonl", "--older", "whole.zip")[0] == 0
    assert ended("whole.zip", "--code", "4, 30 Nov 2026, 0000-0000-0000-0000-0000-0000-0000")[0] == 1


def test_every_change_of_a_folder_is_named(made, tmp_path):
    with zipfile.ZipFile(made / "whole.zip") as archive:
        archive.extractall(tmp_path)
    (tmp_path / ".DS_Store").write_bytes(b"x")
    assert judged(tmp_path)["verdict"] == "whole"
    (tmp_path / "data/new.txt").write_bytes(b"x")
    (tmp_path / "data/report.html").unlink()
    said = judged(tmp_path)
    assert said["sentences"][:3] == [
        *("Changed.", "data/report.html is missing.", "data/new.txt is in no list of this export.")
    ]


def test_it_is_short_and_needs_nothing(made):
    lines = TOOL.read_text(encoding="ascii").splitlines()
    assert len(lines) <= 200
    imported = {word for line in lines if line.startswith(("import ", "from ")) for word in line.split()}
    assert {word.strip(",") for word in imported} & set(sys.stdlib_module_names) == {
        *("argparse", "hashlib", "json", "mmap", "re", "sys", "unicodedata", "zipfile", "pathlib")
    }


def test_an_export_carries_the_program_and_the_schema_byte_for_byte(tmp_path):
    entry = ROOT / "theme/components/log/exports/carried.js"
    source = f"import * as carried from {json.dumps(str(entry))};\nconsole.log(JSON.stringify(carried));"
    (tmp_path / "entry.js").write_text(source)
    script = bundle(ROOT, str(tmp_path / "entry.js"))
    told = subprocess.run(["node", "-"], input=script, capture_output=True, text=True, check=True).stdout
    schema = ROOT / "contributing/log-export.schema.json"
    assert {name: text.encode() for name, text in json.loads(told).items()} == {
        "CHECKER": TOOL.read_bytes(),
        "SCHEMA": schema.read_bytes(),
    }


def test_other_programs_read_an_export(made, tmp_path):
    """B6.48, B6.49: names, times and sums as `zipfile`, `unzip` and `sha256sum` see them."""
    with zipfile.ZipFile(made / "whole.zip") as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 30, 10, 0, 6)}
        assert all(info.filename.isascii() and info.flag_bits == 0 for info in archive.infolist())
        archive.extractall(tmp_path)
    listed = (tmp_path / "manifest-sha256.txt").read_text(encoding="ascii")
    for digest, name in (row.split("  ") for row in listed.splitlines()):
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    for command in (
        ["sha256sum", "--strict", "-c", "manifest-sha256.txt"],
        ["unzip", "-tq", made / "whole.zip"],
    ):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
