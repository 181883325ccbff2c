"""Run the tests of the vault's modules in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.test.js"))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_the_modules_of_the_vault(file: Path) -> None:
    # Not by `node --test`, which starts one more Node to run the file.
    done = subprocess.run(["node", file], cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
