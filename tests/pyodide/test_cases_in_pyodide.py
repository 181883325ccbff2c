"""Every case of `tests/cases/`, answered by the bundle that readers get, inside Pyodide under Node."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hooks.assets.python_bundle import BUNDLE, bundle_files
from tests.cases.files import case_files
from tests.pyodide.trace_stdlib import (
    LIST,
    PUBLISHED,
    ROOT,
    SAFETY,
    answer_cases,
    checklist_imports,
    stubs,
    traced_files,
)

NAMES = [path.stem for path in case_files()]
WRITE_ANEW = "run: python -m tests.pyodide.trace_stdlib"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `answer_cases.py` tells when the bundle is all the Python there is."""
    bundle = next(path for path in bundle_files(ROOT) if path.name == BUNDLE)
    stdlib = tmp_path_factory.mktemp("bundle") / "python.zip"
    stdlib.write_bytes(gzip.decompress(bundle.read_bytes()))
    return answer_cases(stdlib)


@pytest.fixture(scope="module")
def listed() -> set[str]:
    return set(Path(LIST).read_text("utf-8").split())


@pytest.fixture(scope="module")
def needed() -> set[str]:
    return traced_files() | SAFETY


def test_each_case_has_a_name_of_its_own():
    assert NAMES
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_the_same_answer_in_pyodide(name, told):
    assert told["differences"][name] == []


def test_the_checklist_comes_from_the_bundle(told):
    assert told["checklist"].endswith(".zip/checklist/__init__.pyc")


def test_whatever_the_checklist_may_import_is_in_the_bundle(told):
    assert told["not_found"] == []


def test_the_list_holds_all_that_answering_the_cases_loads(listed, needed):
    assert needed - listed == set(), WRITE_ANEW


def test_the_list_holds_nothing_that_nobody_loads(listed, needed):
    assert listed - needed == set(), WRITE_ANEW


def test_each_stub_has_the_path_of_a_published_file():
    with zipfile.ZipFile(PUBLISHED) as published:
        assert stubs() - set(published.namelist()) == set()


def test_of_the_stubs_the_checklist_uses_those_that_are_held_to_the_published_ones():
    """`tests/unit/hooks/test_stubs.py` compares them."""
    modules = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in stubs()}

    assert checklist_imports() & modules == {"dataclasses", "enum", "re", "typing"}
