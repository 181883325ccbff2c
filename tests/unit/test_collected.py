"""Every file that holds tests is collected: a test that never runs proves nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.lanes import COLLECTED


def test_pytest_collects_every_file_of_tests(request: pytest.FixtureRequest) -> None:
    on_disk = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert collected(request) == on_disk


def test_every_test_for_node_is_run_by_a_test_for_pytest() -> None:
    runner = "tests/vault/test_vault_modules.py"
    for_node = {path.parent for path in (ROOT / "tests").rglob("*.test.js")}
    assert for_node == {(ROOT / runner).parent}, f"only {runner} runs tests for Node"


def test_what_only_the_long_lane_proves_again_is_proved_on_every_change(
    request: pytest.FixtureRequest,
) -> None:
    collected = request.config.stash[COLLECTED]
    is_long = {function_of(item): True for item in collected}
    is_long |= {function_of(item): False for item in collected if not item.get_closest_marker("long")}
    assert [name for name, is_long in is_long.items() if is_long] == []


def test_what_a_twin_proves_in_chromium_is_proved_on_every_change(request: pytest.FixtureRequest) -> None:
    marks = [mark for item in request.config.stash[COLLECTED] for mark in item.iter_markers("twin")]
    twins = {name for mark in marks for name in mark.args}
    assert all(mark.args for mark in marks)
    assert twins - (on_every_change(request) if twins else set()) == set()


def on_every_change(request: pytest.FixtureRequest) -> set[str]:
    """List the tests of which no case is `long`."""
    if is_whole(request.config):
        items = request.config.stash[COLLECTED]
        is_long = {function_of(item) for item in items if item.get_closest_marker("long")}
        return {function_of(item) for item in items} - is_long
    long, short = (
        {line.partition("[")[0] for line in list_tests("-m", lane)} for lane in ("long", "not long")
    )
    return short - long


def function_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def collected(request: pytest.FixtureRequest) -> set[str]:
    """List the files that a plain `pytest` takes tests from: this run knows, unless it is a run of a part."""
    if is_whole(request.config):
        return {item.path.relative_to(ROOT).as_posix() for item in request.config.stash[COLLECTED]}
    return {line.partition("::")[0] for line in list_tests()}


def is_whole(config: pytest.Config) -> bool:
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.lf


def list_tests(*options: str) -> list[str]:
    """Ask another pytest which tests there are."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if "::" in line]
