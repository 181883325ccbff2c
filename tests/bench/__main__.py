"""Run every benchmark; print the tables, and write them to RESULTS.md and results.json."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.bench import (
    bench_attachments,
    bench_build,
    bench_import,
    bench_imports,
    bench_kept,
    bench_leaving,
    bench_log,
    bench_log_page,
    bench_pages,
    bench_python,
    bench_vault,
)

HERE = Path(__file__).parent
INTRODUCTION = """\
# Measured

Written by `make bench`; how to read it stands in [README.md](README.md).
Compare only within one table: both sides were measured in turn in one run on one machine.
"""


def main() -> None:
    rounds = int(os.environ.get("ROUNDS", "7"))
    # First paints differ most from visit to visit, and are the quickest to take.
    page_rounds = 2 * rounds + 1
    pages, python = bench_pages.run(page_rounds), bench_python.run(rounds)
    kept, vault = bench_kept.run(rounds), bench_vault.run(rounds)
    log, log_page = bench_log.run(rounds), bench_log_page.run(rounds)
    imported = bench_import.run()
    imports = bench_imports.run(rounds)
    attachments = bench_attachments.run()
    leaving, build = bench_leaving.run(page_rounds), bench_build.run(rounds)
    text = "\n".join(
        [
            INTRODUCTION,
            f"## A page, {page_rounds} rounds\n",
            bench_pages.table(pages),
            f"## Python's first answer, {rounds} rounds\n",
            f"```\n{bench_python.table(python)}\n```",
            f"## Python from the kept copy, {rounds} rounds (2 over the slow line)\n",
            bench_kept.table(kept) + "\n",
            f"## The vault, {rounds} rounds\n",
            bench_vault.table(vault),
            f"## Lines of a log, {rounds} rounds\n",
            bench_log.table(log),
            f"## The page of a log, {rounds} rounds\n",
            bench_log_page.table(log_page),
            f"## Bringing in a file, {imported['rounds']} rounds\n",
            bench_import.table(imported),
            f"## Files that a log takes in, {rounds} rounds\n",
            bench_imports.table(imports),
            "## An attachment, once\n",
            bench_attachments.table(attachments),
            f"## Leaving, processor four times slower, {page_rounds} rounds\n",
            bench_leaving.table(leaving),
            f"## A build with PDFs, Python and bundles in their caches, {rounds} rounds\n",
            bench_build.table(build),
        ]
    )
    (HERE / "RESULTS.md").write_text(text + "\n", encoding="utf-8")
    counts = {"rounds": rounds, "page_rounds": page_rounds}
    results = {
        **counts,
        "pages": pages,
        "python": python,
        "kept": kept,
        "vault": vault,
        "log": log,
        "log_page": log_page,
        "imported": imported,
        "imports": imports,
        "attachments": attachments,
        "leaving": leaving,
        "build": build,
    }
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
