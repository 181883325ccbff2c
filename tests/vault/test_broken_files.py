"""Read 10,000 broken files of messages; in each run, `log-imports-fuzz.test.js` reads the first 2,000."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

FUZZ = Path(__file__).parent / "log-imports-fuzz.test.js"


@pytest.mark.parametrize("count", [100, pytest.param(10_000, marks=pytest.mark.long)])
def test_nothing_but_rows_and_refusals_comes_of_broken_files(count: int) -> None:
    env = {**os.environ, "IMPORT_FUZZ": str(count)}
    done = subprocess.run(["node", "--test", FUZZ], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
