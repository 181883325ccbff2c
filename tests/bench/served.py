"""A folder in a browser, from a web host of its own: what benchmarks of the vault and the log begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.bench_pages import find_browser
from tests.browser.support import FLAGS, serve

served = contextmanager(serve)


@contextmanager
def opened(site: Path) -> Iterator[tuple[Browser, str]]:
    """Yield a browser, and the address of the folder."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield browser, address
        browser.close()


def table_by_size(
    head: str, rows: Mapping[str, str], results: Mapping[str, Any], sizes: tuple[int, ...]
) -> str:
    """Return figures for each size as Markdown; `rows` are titles, and the names of figures."""
    lines = [f"| {head} | {' | '.join(f'{size:,}' for size in sizes)} |", f"| --- |{' --: |' * len(sizes)}"]
    for title, name in rows.items():
        lines.append(f"| {title} | {' | '.join(f'{results[str(size)][name]:.1f}' for size in sizes)} |")
    return "\n".join(lines)
