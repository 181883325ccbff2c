"""Build a made-up organisation's copy: `python -m tests.organisations.build_copy NAME OUT [--quick]`.

`--quick` leaves out the PDFs, and what a host needs beside the site.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hooks.paper import libraries
from quiet_guide.build import build_site, run_mkdocs
from quiet_guide.places import use_folder, use_guide

CASES = Path(__file__).resolve().parents[1] / "cases/organisations"


def main(name: str, out: Path, *, is_quick: bool) -> None:
    guide = use_guide()
    use_folder(CASES / name)
    if is_quick:
        os.environ.pop("CI", None)  # where a build without PDFs is a fault
        libraries.are_there = lambda: False
        run_mkdocs(guide, out)
    else:
        build_site(guide, out)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), is_quick="--quick" in sys.argv)
