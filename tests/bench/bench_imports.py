"""Measure how long 100,000 messages take to read, and the longest time without a pause, in Node.

`python -m tests.bench.bench_imports [ROUNDS]`
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).parent / "imports.mjs"


def run(rounds: int = 5) -> dict[str, dict[str, float]]:
    """Return megabytes, seconds (the median) and milliseconds (the worst) for each format."""
    taken: list[dict[str, Any]] = []
    for _ in range(rounds):
        done = subprocess.run(["node", SCRIPT], capture_output=True, text=True, check=True)
        taken.append(json.loads(done.stdout))
    return {
        name: {
            "megabytes": taken[0][name]["megabytes"],
            "seconds": statistics.median(one[name]["seconds"] for one in taken),
            "pause": max(one[name]["pause"] for one in taken),
        }
        for name in taken[0]
    }


def table(results: dict[str, dict[str, float]]) -> str:
    """Return the results as a Markdown table."""
    rows = [
        f"| {name} | {one['megabytes']:.0f} MB | {one['seconds']:.1f} s | {one['pause']:.0f} ms |"
        for name, one in results.items()
    ]
    head = ["| 100,000 messages | size | read | longest time without a pause |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


if __name__ == "__main__":
    print(table(run(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
