"""Write the list of standard library files that the bundle holds.

`python -m tests.pyodide.trace_stdlib` after a change of the checklist's imports or of Pyodide.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hooks.python_bundle import core_folder, run_in_pyodide
from tests.cases.files import case_files, read_case

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "hooks" / "in_pyodide" / "stdlib.txt"

SAFETY = {
    "_strptime.py",  # what `datetime.strptime` loads when it is first called
    "calendar.py",
    "locale.py",
    "encodings/ascii.py",  # what `bytes.decode` and `str.encode` load
    "encodings/latin_1.py",
}
"""Files that no case happens to load, for code that loads them on its way to telling an error."""


def answer_cases(stdlib: Path) -> dict[str, Any]:
    """Run `answer_cases.py` in a Pyodide with this standard library, and return what it tells."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({path.stem: read_case(path) for path in case_files()}, file)
        file.flush()
        script = Path(__file__).with_name("answer_cases.py")
        told: dict[str, Any] = json.loads(
            run_in_pyodide(core_folder(ROOT), stdlib, script, [ROOT, Path(file.name)])
        )
    return told


def traced_files() -> set[str]:
    """List the files of the published standard library that answering every case loads."""
    return set(answer_cases(core_folder(ROOT) / "python_stdlib.zip")["stdlib"])


if __name__ == "__main__":
    LIST.write_text("\n".join(sorted(traced_files() | SAFETY)) + "\n", encoding="utf-8")
