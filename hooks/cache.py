"""Cache what was made in a folder of `.cache/`, under the hash of all that decides it."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_UNUSED = 24 * 60 * 60  # seconds; another build may still use what this one does not


def made_once(folder: Path, inputs: Iterable[str], make: Callable[[], str]) -> str:
    """Return what `make` gives; it is not asked again while `inputs`, all that decides it, are the same."""
    path = folder / key_of(inputs)
    try:
        os.utime(path)
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        made = make()
        write_whole(path, made.encode())
        return made


def key_of(inputs: Iterable[str]) -> str:
    hashes = (hashlib.sha256(text.encode()).hexdigest() for text in inputs)
    return hashlib.sha256(" ".join(hashes).encode()).hexdigest()[:32]


def state_of(paths: Iterable[Path], root: Path) -> str:
    """Name a state of files by their contents and their paths from `root`."""
    hashes = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(paths)}
    names = {path: Path(os.path.relpath(path, root)).as_posix() for path in hashes}
    return "\n".join(f"{names[path]} {value}" for path, value in hashes.items())


def write_whole(path: Path, data: bytes) -> None:
    """Write it whole or not at all: another build may read there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(data)
    new.replace(path)


def put_in_place(new: Path, folder: Path) -> None:
    """Give a folder that was just made its name. What it holds is the same whoever made it."""
    try:
        new.rename(folder)
    except OSError:
        if not folder.exists():
            raise
        # Another build of the same inputs, such as `make serve` in a second terminal, was quicker.


def make_folder_once(folder: Path, write: Callable[[Path], None]) -> Path:
    """Return a folder; where it is missing, let `write` fill a new one, which then gets its name."""
    if folder.exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(folder.parent / "lock"):  # builds of several languages begin at once
        if not folder.exists():
            with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
                new = Path(scratch) / "new"
                new.mkdir()
                write(new)
                put_in_place(new, folder)
    return folder


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Let one build at a time do what follows. Where the system has no such locks, all do it."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        yield
        return
    with lock.open("w") as file:
        flock(file, LOCK_EX)
        yield


def remove_old(folder: Path) -> None:
    """Remove what was not used for long. Another build may add and rename files there at the same time."""
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - LONGEST_UNUSED:
                path.unlink()
