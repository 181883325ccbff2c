"""Run the tests of the engines and write what they found: `python -m tests.engines.compatibility`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.browser.support import ROOT
from tests.engines.fixtures import NAMES

TABLE = ROOT / "contributing/compatibility.md"
TITLES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKitGTK"}
PARTS = {
    "tests/engines/test_engines.py": "On a site",
    "tests/engines/test_lines_engines.py": "Lines of a log, in the vault alone",
    "tests/engines/test_offline_engines.py": "Kept on the device, with the network gone",
    "tests/engines/test_offline_trouble_engines.py": "Keeping it, when something goes wrong",
    "tests/engines/test_update_engines.py": "Kept, and a newer version",
    "tests/engines/test_one_file_engines.py": "In one file, opened from a folder",
    "tests/engines/test_one_file_trouble_engines.py": "In one file, when something is missing or wrong",
    "tests/paper/test_sheets_on_paper.py": "On paper, every sheet in A4 and in Letter",
    "tests/paper/test_plan_on_paper.py": "On paper, the plan",
}
YES, NO, NOT_RUN = "yes", "**no**", "not run"
INTRO = """# Engines: what was tested, and the results

Written by `python -m tests.engines.compatibility`; a test fails when it is out of date.
Each line is the claim of one test, checked on Debian Linux.
Versions: {versions}.

Not tested: Safari and iPhones, phones of any kind, Windows, macOS, older versions.
WebKitGTK has Safari's engine, but not its system or its storage rules, and its driver cannot print.
"""

Claim = tuple[str, str]
"""A test's file, from the top of the project, and its name."""
Results = dict[tuple[Claim, str], str]
"""The result of a claim in an engine."""


def read_claims() -> list[tuple[Claim, tuple[str, ...]]]:
    """List every claim about engines with the engines that it is tried in, in the order of the files."""
    return [(claim, engines) for path in PARTS for claim, engines in _claims_of(path)]


def _claims_of(path: str) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    for test in _tests_of(path):
        yield (path, test.name), NAMES if path.startswith("tests/engines") else NAMES[:2]


@cache
def _tests_of(path: str) -> tuple[ast.FunctionDef, ...]:
    body = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
    return tuple(node for node in body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def write_table(results: Results, versions: dict[str, str]) -> str:
    named = ", ".join(f"{TITLES[name]} {version}" for name, version in versions.items())
    lines = [INTRO.format(versions=named)]
    for path, title in PARTS.items():
        lines += [f"## {title}\n", f"| | {' | '.join(TITLES.values())} |", "| --- | --- | --- | --- |"]
        for claim, engines in _claims_of(path):
            found = [results.get((claim, name), NO) if name in engines else NOT_RUN for name in NAMES]
            lines.append(f"| {sentence(claim)} | {' | '.join(found)} |")
        lines.append("")
    return "\n".join(lines)


def sentence(claim: Claim) -> str:
    """Return a claim in words: the first line of its test's docstring, or the test's name."""
    path, name = claim
    (test,) = (node for node in _tests_of(path) if node.name == name)
    if text := ast.get_docstring(test):
        return text.split("\n", 1)[0].removesuffix(".")
    words = name.removeprefix("test_").replace("_", " ")
    return words[0].upper() + words[1:]


def read_versions(table: str) -> dict[str, str]:
    """Take the engines' versions out of a written table."""
    names = {title: name for name, title in TITLES.items()}
    return {
        names[title]: version for title, version in re.findall(r"(\w+) ([\d.]+\d)[,.]", table.split("##")[0])
    }


class Recorder:
    """A plugin that notes the result of each test in each engine, and the engines' versions."""

    def __init__(self) -> None:
        self.results: Results = {}
        self.versions: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        path, _, rest = report.nodeid.partition("::")
        name, _, parameters = rest.partition("[")
        for engine in NAMES:
            if engine in re.split(r"[^a-z]", parameters):
                key = (path, name), engine
                self.results[key] = YES if report.passed and self.results.get(key, YES) == YES else NO
        self.versions |= {key: str(value) for key, value in report.user_properties if key in NAMES}


def main() -> int:
    recorder = Recorder()
    status = pytest.main(["-q", "-n", "auto", "--dist", "loadfile", *PARTS], plugins=[recorder])
    versions = {name: recorder.versions[name] for name in NAMES}
    TABLE.write_text(write_table(recorder.results, versions), encoding="utf-8")
    print(f"{TABLE.relative_to(Path.cwd())} is written.")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
