"""Make the wheel of `quiet-guide`: `python -m hooks.release.wheel SITE DIST`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from hooks.release.guide import write_guide

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "quiet_guide"
ABOUT = ("pyproject.toml", "README.md", "LICENSE", "hooks/version.py")
"""What says what the wheel is."""


def make_wheel(root: Path, site: Path, out: Path) -> Path:
    """Write the wheel of the project in `root`, of which `site` was built. The same source gives the same.

    Raises OutputError where `site` was built of something else.
    """
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch)  # outside of the checkout, whose .gitignore would leave out what was made
        for name in ABOUT:
            (project / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(root / name, project / name)
        (project / PACKAGE).mkdir()
        for path in (root / PACKAGE).glob("*.py"):
            shutil.copyfile(path, project / PACKAGE / path.name)
        write_guide(root, site, project / PACKAGE / "guide")
        out.mkdir(parents=True, exist_ok=True)
        return Path(next(WheelBuilder(str(project)).build(directory=str(out), versions=["standard"])))


if __name__ == "__main__":
    print(f"The wheel is {make_wheel(ROOT, Path(sys.argv[1]), Path(sys.argv[2]))}")
