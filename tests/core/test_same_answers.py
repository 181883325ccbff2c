"""The small core, in the product's own worker: it answers what CPython answers, or it stops for good."""

from __future__ import annotations

import pytest

from hooks.assets.python_bundle import CORE_FILES, core_folder, slim_files
from tests.core.__main__ import ROOT, all_requests
from tests.core.ask import ask_all, open_core
from tests.core.requests import ALL
from tests.engines.engine import Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"
SOME = 300
CORES = ["slim", pytest.param("published", marks=pytest.mark.long)]
COUNTS = [SOME, pytest.param(ALL, marks=pytest.mark.long)]


def files_of(core: str) -> dict[str, bytes]:
    paths = slim_files(ROOT) if core == "slim" else [core_folder(ROOT) / name for name in CORE_FILES]
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.one_engine("chromium")
@pytest.mark.parametrize("core", CORES)
@pytest.mark.parametrize("count", COUNTS)
def test_every_case_and_each_generated_request_has_the_whole_answer_of_cpython(
    engine: Engine, host: Host, core: str, count: int
) -> None:
    """A function that is not kept is a failure here; `make coverage` writes the list anew."""
    requests = all_requests(count)

    assert open_core(engine, host, files_of(core), requests) == ""
    assert ask_all(engine) == {"done": len(requests), "failed": "", "differences": []}
