"""Measure a build beside stock Material with the same text, in turn, and a rebuild after one changed item.

`python -m tests.bench.bench_build [ROUNDS]`, after a build: PDFs, Python and bundles are cached then.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.host import free_port
from tests.bench.stock import build, build_stock

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench"
ITEM = "content/advice/phone/change-your-screen-lock.md"
LINKED = (".cache", "node_modules")
LEFT_OUT = (*LINKED, ".*", "site", "dist", "previews", "tests")
BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")


def run(rounds: int = 7) -> dict[str, Any]:
    """Return processor seconds of a build, ours and stock's, their ratio, and seconds of a rebuild."""
    stock = CACHE / "stock"
    build_stock(ROOT, stock)
    ours = lay_out(CACHE / "ours")
    times = [
        (processor_seconds(lambda: build(stock)), processor_seconds(lambda: build(ours, "--strict")))
        for _ in range(rounds)
    ]
    return {
        "stock_s": round(statistics.median(theirs for theirs, _ in times), 2),
        "ours_s": round(statistics.median(our for _, our in times), 2),
        "ratio": round(statistics.median(our / theirs for theirs, our in times), 2),
        "rebuild_s": round(statistics.median(rebuilds(ours, rounds)), 2),
    }


def lay_out(folder: Path) -> Path:
    """Copy the project, so that an item of it can be changed, with the caches and tools of the real one."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    return folder


def processor_seconds(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rebuilds(project: Path, rounds: int) -> list[float]:
    """Change one item while `mkdocs serve` runs; return how many seconds each rebuild says it took."""
    item = project / ITEM
    text = item.read_text(encoding="utf-8")
    with serving(project) as lines:
        next(line for line in lines if "Serving on" in line)  # changes are seen from here on
        times = []
        for number in range(rounds):
            item.write_text(f"{text}\nThis is change {number + 1}.\n", encoding="utf-8")
            times.append(next_build(lines))
    item.write_text(text, encoding="utf-8")
    return times


def next_build(lines: Iterator[str]) -> float:
    return next(float(match[1]) for line in lines if (match := BUILT.search(line)))


@contextmanager
def serving(project: Path) -> Iterator[Iterator[str]]:
    """Run `mkdocs serve`; pass on its lines."""
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--strict", "-a", f"127.0.0.1:{free_port()}"]
    process = subprocess.Popen(
        command,
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    try:
        yield process.stdout
    finally:
        process.terminate()
        process.wait()


def table(results: dict[str, Any]) -> str:
    return "\n".join(
        [
            "| | stock | ours | ratio |",
            "|---|--:|--:|--:|",
            "| a build, processor seconds | {stock_s} | {ours_s} | {ratio} |".format_map(results),
            "",
            f"While `make serve` runs, a rebuild after one changed item takes {results['rebuild_s']} s.",
            "",
        ]
    )


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 7)))
