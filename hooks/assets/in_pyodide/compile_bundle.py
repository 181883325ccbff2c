"""Byte-compile the standard library's listed files, the stubs and the checklist into one gzipped zip.

Runs inside Pyodide, because byte code fits only the Python that made it. Arguments: the folder
with pyodide-build's wheels, the published `pyodide-lock.json`, the published standard library,
the list of its files to keep, the folder of files that take the place of published ones, the
checklist's wheel, and the folder to write to. The Python that runs it must have been started with
`PYTHONOPTIMIZE=2`, which `py-compile` passes on.

pyodide-build compiles both; pyodide-lock writes the lock entry. What neither offers is done here:
leaving line tables out, which nobody sees, patterns that are compiled already, and one archive that
is the same bytes each time.
"""

from __future__ import annotations

import gzip
import importlib
import io
import json
import marshal
import re
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any

HEADER = 16  # bytes before the code in a .pyc: magic number, flags, hash of the source
PATTERNS = "re/_known.py"
BUNDLE = "python.bin"  # not .gz, which some hosts announce as an encoding and browsers then undo


def main(wheels: Path, lock: Path, stdlib: Path, keep: Path, stubs: Path, wheel: Path, out: Path) -> None:
    sys.path[:0] = [str(path) for path in sorted(wheels.glob("*.whl"))]
    work = Path(tempfile.mkdtemp())
    write_base_lock(lock, work / "pyodide-lock.json")
    sources = kept_files(stdlib, keep.read_text("utf-8").split()) | files_below(stubs)
    sources[PATTERNS] = f"KNOWN = {known_patterns(wheel)!r}\n".encode()
    (work / "stdlib.zip").write_bytes(zip_of(sources))
    shutil.copy(wheel, work)
    compile_with_pyodide_build(work, wheel.name)

    (compiled,) = work.glob("*.whl")
    checklist = {name: data for name, data in read_zip(compiled).items() if name.endswith(".pyc")}
    code = {
        name: without_line_tables(data) for name, data in (read_zip(work / "stdlib.zip") | checklist).items()
    }
    # Hosts do not compress zip files. One gzip stream is smaller than a compressed zip, and browsers inflate
    # it faster than Python would, file by file.
    (out / BUNDLE).write_bytes(gzip.compress(zip_of(code), compresslevel=9, mtime=0))
    write_lock(work / "pyodide-lock.json", out / BUNDLE, out / "pyodide-lock.json")


def write_base_lock(published: Path, target: Path) -> None:
    """Keep what the published lock says about the runtime, and none of its packages."""
    info = json.loads(published.read_text("utf-8"))["info"]
    target.write_text(json.dumps({"info": info, "packages": {}}), "utf-8")


def kept_files(stdlib: Path, keep: list[str]) -> dict[str, bytes]:
    files = read_zip(stdlib)
    if missing := sorted(set(keep) - set(files)):
        raise SystemExit(f"stdlib.txt: not in the published standard library: {', '.join(missing)}")
    return {name: files[name] for name in keep}


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.py")}


def known_patterns(wheel: Path) -> dict[tuple[str | bytes, int], tuple[object, ...]]:
    """Compile each pattern that the checklist and `json` compile while they are imported.

    By its text and flags: what `_sre.compile` takes after the text, with the code as a tuple.
    """
    found = patterns_at_import(wheel)
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    own, compiler._sre = compiler._sre, SimpleNamespace(**vars(compiler._sre) | {"compile": as_arguments})
    known = {key: compiler.compile(*key) for key in sorted(found, key=repr)}
    compiler._sre = own
    return known


def as_arguments(_: object, flags: int, code: list[int], *groups: object) -> tuple[object, ...]:
    return (int(flags), tuple(map(int, code)), *groups)


def patterns_at_import(wheel: Path) -> set[tuple[str | bytes, int]]:
    found = set()
    own = re.compile

    def note(pattern: str | bytes, flags: int = 0) -> object:
        found.add((pattern, int(flags)))
        return own(pattern, flags)

    re.compile = note  # type: ignore[assignment]
    for name in [*sys.modules]:
        if name.partition(".")[0] == "json":
            del sys.modules[name]
    sys.path.insert(0, str(wheel))
    for name in read_zip(wheel):
        if name.startswith("checklist/"):
            importlib.import_module(name.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    re.compile = own
    return found


def compile_with_pyodide_build(work: Path, wheel: str) -> None:
    """Add the wheel to the lock, then compile every archive of the folder and update the lock."""
    from pyodide_build.cli.py_compile import main as py_compile
    from pyodide_lock.cli import add_wheels

    lock = str(work / "pyodide-lock.json")
    add_wheels.main([str(work / wheel), "--input", lock, "--output", lock], standalone_mode=False)
    py_compile.main([str(work), "--silent", "--compression-level", "0"], standalone_mode=False)


def write_lock(compiled: Path, bundle: Path, target: Path) -> None:
    """Point the checklist's lock entry at the bundle that carries it."""
    from pyodide_lock import PyodideLockSpec
    from pyodide_lock.utils import update_package_sha256

    spec = PyodideLockSpec.from_json(compiled)
    (package,) = spec.packages.values()
    package.file_name = bundle.name
    update_package_sha256(package, bundle)
    spec.to_json(target, indent=1)


def without_line_tables(data: bytes) -> bytes:
    def strip(code: CodeType) -> CodeType:
        constants = tuple(strip(c) if isinstance(c, CodeType) else c for c in code.co_consts)
        return code.replace(co_linetable=b"", co_consts=constants)

    return data[:HEADER] + marshal.dumps(strip(marshal.loads(data[HEADER:])))


def read_zip(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_of(files: dict[str, bytes]) -> bytes:
    """Pack the files without compression, in the order of their names, all of one date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])
    return buffer.getvalue()


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
