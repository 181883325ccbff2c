"""Scripts may not use what leaves a trace or sends something. Files of Pyodide are as they were published."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.site_check.scripts import IN_WORKER, USES, problems_of_scripts
from hooks.site_check.site import read_site
from hooks.site_check.words import BUILD_AGAIN


@pytest.fixture
def says(tmp_path: Path):
    def says(name: str, text: str) -> list[str]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return [": ".join(problem) for problem in problems_of_scripts(read_site(tmp_path))]

    return says


@pytest.mark.parametrize("used", USES)
def test_each_use_is_named_with_its_reason(says, used):
    named = used.strip(".(")
    assert says("assets/a.js", f"x;{used}") == [
        f"assets/a.js: script: it uses {named}: {USES[used]}; {BUILD_AGAIN}"
    ]


@pytest.mark.parametrize("used", IN_WORKER)
def test_the_worker_may_do_less_than_a_page(says, used):
    assert says("assets/a.js", f"x{used}") == []
    assert len(says("worker.js", f"x{used}")) == 1


def test_files_of_pyodide_are_left_as_they_are(says):
    assert says("assets/python/pyodide.asm.0123456789abcdef.js", "XMLHttpRequest") == []
    assert len(says("assets/python/worker.js", "XMLHttpRequest")) == 1
