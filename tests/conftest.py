"""Let every test find the tools that were installed into the environment, and one Playwright."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.cheap_looks import look_cheaply
from tests.lanes import is_short
from tests.languages.literals import read_tests_in_the_language

read_tests_in_the_language()
pytest_plugins = ("tests.lanes", "tests.languages.english_only", "tests.spare")

os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("busy", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("busy")
LONGEST = 30_000  # milliseconds: a busy machine starts Python slowly
expect.set_options(timeout=LONGEST)
look_cheaply(LONGEST)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The whole browser, for what windows and profiles on the disk have to do with."""
    return find_browser()


@pytest.fixture(scope="session")
def headless_path() -> str:
    """The same engine without windows, where it is installed: it opens a page in half the time."""
    return find_browser("--headless")


@pytest.fixture(scope="session")
def profile_path(request: pytest.FixtureRequest) -> str:
    """The browser for what both do alike with a profile: the whole one starts at three times the cost.

    `make test-all` runs these tests in the whole one.
    """
    path: str = request.getfixturevalue("headless_path" if is_short(request.config) else "chromium_path")
    return path


def find_browser(*options: str) -> str:
    command: list[str | Path] = [ROOT / "tools/find-browser", *options]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail("no Chromium was found; tools/install-browser says what to type", pytrace=False)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright
