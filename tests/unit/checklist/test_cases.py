"""Every case in CPython. `tests/pyodide/` runs the same ones in Pyodide."""

import pytest

from tests.cases.files import case_files, read_case
from tests.cases.runner import run_case


@pytest.mark.parametrize("path", case_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path):
    case = read_case(path)

    assert case["why"].endswith(".")
    assert run_case(case) == []
