"""What the wheel asks for, what a container installs, and what a release must say of itself."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from hooks.release.guide import carried_files, write_time
from hooks.release.notes import notes_of
from hooks.release.version import problems_of_changelog
from hooks.site.publication import SOURCE, read_publication, time_of_commit
from hooks.version import VERSION
from quiet_guide.hosts import PANGO

ROOT = Path(__file__).resolve().parents[3]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) ", re.MULTILINE)
IMPORTS = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
PACKAGES = {"yaml": "pyyaml", "fontTools": "fonttools"}
"""What packages are called where it is not as they are imported."""
ELSEWHERE = {"checklist", "hatchling", "hooks", "pyodide_build", "pyodide_lock", "quiet_guide"}
"""Our own packages, and what runs in a checkout or inside Pyodide alone."""


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_wheel_asks_for_the_versions_that_are_locked(project):
    locked = dict(PIN.findall((ROOT / "requirements.txt").read_text("utf-8")))
    asked = dict(dependency.split("==") for dependency in project["dependencies"])

    assert asked == {name: locked[name] for name in asked}


def test_the_wheel_asks_for_all_that_a_build_imports(project):
    carried = [name for name in carried_files(ROOT) if name.endswith(".py")]
    texts = [(ROOT / name).read_text("utf-8") for name in carried]
    texts = [re.sub(r'""".*?"""', "", text, flags=re.DOTALL) for text in texts]
    imported = {name for text in texts for name in IMPORTS.findall(text)} - set(sys.stdlib_module_names)
    asked = {dependency.split("==")[0] for dependency in project["dependencies"]}

    assert {PACKAGES.get(name, name) for name in imported} - ELSEWHERE <= asked


def test_the_wheel_needs_no_compiler_and_no_newer_python_than_the_checkout(project):
    assert project["scripts"] == {"quiet-guide": "quiet_guide.command:main"}
    assert project["requires-python"] == ">=3.11"


def test_the_time_of_the_newest_commit_is_written_where_an_archive_would(tmp_path):
    path = tmp_path / "publication.yml"
    path.write_text((ROOT / SOURCE).read_text("utf-8"), "utf-8")

    write_time(ROOT, path)

    assert read_publication(path.read_text("utf-8"))[1] == time_of_commit(ROOT)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-12-01\n- One.\n", []),
        ("## 0.2.0 - 2026-12-01\n- One.\n\n## 0.1.0 - 2026-11-01\n", []),
        (
            "## Unreleased\n### Advice\n- One.\n\n## 0.2.0 - 2026-12-01\n",
            ["CHANGELOG.md: Unreleased: it has entries; move them below ## 0.2.0 - 2026-12-01"],
        ),
        (
            "## 0.1.0 - 2026-12-01\n",
            ["CHANGELOG.md: the newest release: got 0.1.0; hooks/version.py says 0.2.0"],
        ),
        ("## Unreleased\n", ["CHANGELOG.md: the newest release: got none; hooks/version.py says 0.2.0"]),
        (
            "## 0.2.0 - 2026-11-30\n",
            ["CHANGELOG.md: 0.2.0: got the day 2026-11-30; content/publication.yml says 2026-12-01"],
        ),
    ],
)
def test_a_release_is_named_in_the_changelog_with_its_day(text, problems):
    assert list(problems_of_changelog(text, "0.2.0", "2026-12-01")) == problems


def test_a_version_has_three_numbers():
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)


def test_the_container_has_the_wheel_and_what_its_pdfs_need_and_runs_without_rights():
    text = (ROOT / "Dockerfile").read_text("utf-8")
    joined = re.sub(r" *\\\n *", " ", text)
    steps = [line.split(" ", 1) for line in joined.splitlines() if line and not line.startswith("#")]
    names = [name for name, _ in steps]

    assert names == ["FROM", "RUN", "COPY", "RUN", "RUN", "ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"]
    assert {*PANGO.split(), "python3-venv", "git"} <= {*steps[1][1].split()}
    assert steps[2][1] == "dist/quiet_guide-*.whl /wheel/"
    assert dict(steps)["USER"] == "nobody"
    assert dict(steps)["ENTRYPOINT"] == '["quiet-guide"]'
    assert (ROOT / ".dockerignore").read_text("utf-8").split() == ["*", "!dist/quiet_guide-*.whl"]


def test_the_notes_of_a_release_are_its_part_of_the_changelog():
    changelog = (
        "## Unreleased\n\n## 0.2.0 - 2026-12-01\n\n### Advice\n- New.\n\n## 0.1.0 - 2026-11-28\n- Old.\n"
    )

    assert notes_of(changelog, "0.2.0") == "### Advice\n- New.\n"
    assert notes_of(changelog, "0.1.0") == "- Old.\n"
    assert notes_of(changelog, "0.3.0") == ""
