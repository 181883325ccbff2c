"""The wheel, made once of `site/`, and environments that it is installed into."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

from hooks.release.wheel import make_wheel

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("git", "sh")
"""All that an organisation's machine has besides Python."""
FORBIDDEN = ("node", "npm", "npx", "make", "esbuild", "gcc", "cc")
EPOCH = "315532800"  # as the Makefile sets it


@dataclass(frozen=True)
class Installed:
    """The command, as it was installed into an environment of its own."""

    environment: Path
    tools: Path

    @property
    def guide(self) -> Path:
        (guide,) = self.environment.glob("lib/python*/site-packages/quiet_guide/guide")
        return guide

    def run(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run `quiet-guide` where there is nothing else."""
        path = f"{self.environment / 'bin'}{os.pathsep}{self.tools}"
        assert [name for name in FORBIDDEN if shutil.which(name, path=path)] == []
        return subprocess.run(
            [self.environment / "bin/quiet-guide", *arguments],
            cwd=cwd,
            env={"PATH": path, "HOME": str(cwd), "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="session")
def site() -> Path:
    folder = Path(os.environ.get("SITE", ROOT / "site")).resolve()
    if not (folder / "files.json").is_file():
        pytest.fail(f"{folder} holds no site; make build first", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def wheel(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return make_wheel(ROOT, site, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tools")
    for name in NEEDED:
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


@pytest.fixture(scope="session")
def installed(wheel: Path, tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment that finds the Python packages of this one, and nothing of this folder."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", environment])
    install(environment, "--no-deps", wheel)
    (packages,) = environment.glob("lib/python*/site-packages")
    # Another .pth file in a folder that this one names is not read, such as that of this checkout.
    (packages / "shared.pth").write_text(sysconfig.get_path("platlib") + "\n", encoding="utf-8")
    return Installed(environment, tools)


@pytest.fixture(scope="session")
def installed_whole(wheel: Path, tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an empty environment, with all that it depends on."""
    environment = tmp_path_factory.mktemp("whole")
    run([sys.executable, "-m", "venv", "--without-pip", environment])
    install(environment, wheel)
    return Installed(environment, tools)


def install(environment: Path, *arguments: str | Path) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--only-binary", ":all:")
    run(
        [sys.executable, "-m", "pip", "--python", environment / "bin/python", "install", *options, *arguments]
    )


def run(command: list[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
