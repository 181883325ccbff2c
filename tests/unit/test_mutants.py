"""The list of faults that tests must notice does not rot: `tools/mutants` could put in each of them."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = tomllib.loads((ROOT / "contributing/mutants.toml").read_text("utf-8"))["mutant"]


@pytest.mark.parametrize(
    "mutant", MUTANTS, ids=lambda mutant: f"{mutant['file']}: {mutant['before'].strip()}"
)
def test_a_fault_stands_exactly_once_in_its_file_and_names_tests_that_are_there(mutant):
    assert (ROOT / mutant["file"]).read_text("utf-8").count(mutant["before"]) == 1
    assert mutant["before"] != mutant["after"]
    assert mutant["tests"]
    for test in mutant["tests"]:
        path, *names = test.split("::")
        assert (ROOT / path).exists()
        assert all(name.partition("[")[0] in (ROOT / path).read_text("utf-8") for name in names)


def test_rules_build_and_scripts_have_their_share():
    counts = dict.fromkeys(("checklist", "hooks", "theme"), 0)
    for mutant in MUTANTS:
        counts[mutant["file"].partition("/")[0]] += 1

    assert all(count >= least for count, least in zip(counts.values(), (20, 15, 25), strict=True))
