"""The project as it is on another machine: in another folder, time zone and language, with other rights."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",  # where it is tomorrow already
    "LC_ALL": "C",
    "LANGUAGE": "tr",
    "PYTHONUTF8": "0",  # or Python reads every file as UTF-8 in this language
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "7",
    "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "315532800",  # as the Makefile sets it
}
UMASK = 0o077


def copy_project(to: Path, *, shared: tuple[str, ...]) -> Path:
    """Copy what belongs to the project; of what was installed and cached, link the `shared` paths."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    # In another order than the file system of this folder has them.
    for name in sorted(filter(None, listed.split("\0")), reverse=True):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
            shutil.copymode(ROOT / name, to / name)
    (to / ".git").write_text(f"gitdir: {git_folder()}\n", "utf-8")
    for name in shared:
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).symlink_to(ROOT / name)
    return to


def git_folder() -> str:
    command = ["git", "rev-parse", "--absolute-git-dir"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def run_elsewhere(command: list[str], folder: Path) -> None:
    """Run a command of the project in a copy of it, whose own modules come first."""
    path = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **ELSEWHERE, "PATH": path, "PYTHONPATH": str(folder)},
        umask=UMASK,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
