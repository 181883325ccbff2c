"""Pack the site for a shared drive or an intranet, and list what was made with its hashes."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from hooks.hosting.compress import SUFFIXES

SUMS = "SHA256SUMS"
DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can hold: the same bytes at every build
MODE = 0o100644  # a file that all may read
UNIX = 3


def write_zip(path: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Write files below `folder` and a list of their hashes; the bytes depend on names and contents alone."""
    files = {**files, SUMS: sums_of(files).encode()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", DATE)
            entry.create_system, entry.external_attr = UNIX, MODE << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read all but what only a host sends: the same files again, compressed."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in SUFFIXES)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write_sums(folder: Path, names: Iterable[str]) -> None:
    """Write `SHA256SUMS` as `sha256sum --check` reads it."""
    files = {name: (folder / name).read_bytes() for name in names}
    (folder / SUMS).write_text(sums_of(files), encoding="utf-8")


def sums_of(files: Mapping[str, bytes]) -> str:
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())
    )
