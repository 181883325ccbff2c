"""What the page believes of the list of files that a network sends: all of its form, or nothing of it."""

from __future__ import annotations

import json
import random
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

HASH = "sha256-" + "A" * 43 + "="
LIST: dict[str, Any] = {
    "format": 1,
    "version": "0123456789abcdef",
    "order": 1_790_000_000,
    "guide": {"wire": 10, "files": [["index.html", 5, HASH], ["sheets/a b é.html", 0, HASH]]},
    "more": {"wire": 1, "files": [["assets/python/x.json", 7, HASH]]},
    "online": {"wire": 2, "files": [["assets/python/slim.wasm", 8, HASH]]},
    "withdrawn": [{"version": "f" * 16, "why": "A number was wrong."}],
}
KNOWN = {key: value for key, value in LIST.items() if key != "format"}
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 2**60, "", "x", "__proto__", "constructor", [], {}, [[]], [None],
    {"length": 3}, {"files": 1}, ["a", 1, HASH], "index.html", {"0": "a"}, "\ud800", "../up",
    "0123456789abcdef",
)  # fmt: skip
BAD_PATHS = (
    "", "/", "/index.html", "a//b", "a/", "./a", "../a", "a/../b", "a/..", "..", "a\\b", "a?b", "a#b",
    "a%2e", "a%",
    "https:x", "https://x/y", "//x/y", "C:a", "a\nb", "a\x00", " ", "a/ /b", "kept", "wipe", "worker.js",
    "files.json", "x" * 301, 7, None, ["a"], {"toString": "a"},
)  # fmt: skip
BAD_SIZES = (-1, 1.5, "5", None, True, 2**26 + 1, 2**60, [5], {})
BAD_HASHES = ("", "sha256-", "sha1-" + "A" * 43 + "=", HASH + " sha256-x", HASH[:-1], 7, None, [HASH])


def run(lists: list[Any], pairs: tuple[Any, ...] = ()) -> dict[str, Any]:
    done = subprocess.run(
        ["node", Path(__file__).with_name("read-lists.mjs")],
        input=json.dumps({"lists": lists, "pairs": pairs}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def with_file(file: Any) -> dict[str, Any]:
    changed = deepcopy(LIST)
    changed["more"]["files"].append(file)
    return changed


def test_a_list_as_the_build_writes_it_is_read_whole() -> None:
    assert run([LIST, {**LIST, "unknown": 1}])["lists"] == [KNOWN, KNOWN]


def test_a_list_of_before_there_was_an_order_is_read() -> None:
    old = {key: value for key, value in LIST.items() if key != "order"}
    assert run([old])["lists"] == [{**KNOWN, "order": None}]


def test_a_list_of_before_there_were_files_that_no_copy_holds_is_read() -> None:
    old = {key: value for key, value in LIST.items() if key != "online"}
    assert run([old])["lists"] == [{**KNOWN, "online": {"wire": 0, "files": []}}]


def test_a_file_of_any_wrong_form_fails_the_list() -> None:
    files = [[path, 5, HASH] for path in BAD_PATHS]
    files += [["a.html", size, HASH] for size in BAD_SIZES]
    files += [["a.html", 5, hash] for hash in BAD_HASHES]
    files += [["index.html", 5, HASH], ["a.html", 5], ["a.html", 5, HASH, 1], None, "abc", {}, 7]
    answers = run([with_file(file) for file in files])["lists"]
    assert [file for file, answer in zip(files, answers, strict=True) if answer is not None] == []


def test_names_that_every_object_has_are_files_like_others() -> None:
    (answer,) = run([with_file(["__proto__", 1, HASH])])["lists"]
    assert ["__proto__", 1, HASH] in answer["more"]["files"]


def test_sums_are_bounded() -> None:
    many = deepcopy(LIST)
    many["more"]["files"] = [[f"{n}.pdf", 1, HASH] for n in range(10_001)]
    large = deepcopy(LIST)
    large["more"]["files"] = [[f"{n}.pdf", 2**26, HASH] for n in range(5)]
    assert run([many, large])["lists"] == [None, None]


def test_a_withdrawn_version_is_told_whatever_is_wrong_with_its_reason() -> None:
    version = "f" * 16
    reasons = (*ODD, "y" * 5000)
    told = run([{**LIST, "withdrawn": [{"version": version, "why": why}]} for why in reasons])["lists"]
    for answer in told:
        assert [entry["version"] for entry in answer["withdrawn"]] == [version]
        assert type(answer["withdrawn"][0]["why"]) is str
        assert len(answer["withdrawn"][0]["why"]) <= 1000
    assert run([{**LIST, "withdrawn": list(ODD)}])["lists"][0]["withdrawn"] == []


def test_thousands_of_broken_lists_are_read_in_the_right_form_or_not_at_all() -> None:
    chance = random.Random(9)
    lists = [broken(chance) for _ in range(4000)] + list(ODD)
    answers = [answer for answer in run(lists)["lists"] if answer is not None]
    assert 0 < len(answers) < len(lists) / 2
    for answer in answers:
        assert answer.keys() == KNOWN.keys()
        assert answer["order"] is None or type(answer["order"]) is int
        files = [file for group in ("guide", "more", "online") for file in answer[group]["files"]]
        assert all(type(path) is str and type(size) is int and hash == HASH for path, size, hash in files)
        assert all(type(entry["why"]) is str for entry in answer["withdrawn"])


def broken(chance: random.Random) -> Any:
    """Put something odd into one to three places of the list, or take a place away."""
    changed = deepcopy(LIST)
    for _ in range(chance.randint(1, 3)):
        place: Any = changed
        key = chance.choice(list(place))
        while isinstance(place[key], dict | list) and place[key] and chance.random() < 0.8:
            place = place[key]
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if chance.random() < 0.1:
            del place[key]
        else:
            place[key] = deepcopy(chance.choice(ODD))
        if not changed:
            break
    return changed


@pytest.mark.parametrize(
    ("published", "kept", "is_older"),
    [
        (5, 6, True),
        (6, 5, False),
        (5, 5, False),  # two publications of one moment: the one that is published now counts
        (None, 5, True),  # what was published before there was an order
        (5, None, False),  # a mark of before there was an order
        (None, None, False),
    ],
)
def test_which_of_two_publications_is_the_older(published: Any, kept: Any, is_older: bool) -> None:
    pairs = (
        ({"version": "a", "order": published}, {"version": "b", "order": kept}),
        ({"version": "a", "order": published}, {"version": "a", "order": kept}),
    )
    assert run([], pairs)["older"] == [is_older, False]
