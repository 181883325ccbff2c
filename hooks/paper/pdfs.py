"""Put ready PDFs of all sheets into the site, each for A4 and for US Letter, made from the sheet's own page.

Sheets that `content/sheets.yml` names for it have two more, in large print.

`python -m hooks.paper.pdfs NAME… --out FOLDER` makes some of them, or all, without the site.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import io
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from hooks.assets.ready import is_ready
from hooks.cache import made_once, remove_old, write_whole
from hooks.content.load import for_templates, load_guide
from hooks.content.records import Sheet
from hooks.languages.language import Language
from hooks.languages.styles import styles_on_paper, turned
from hooks.layers.folders import cache_folder
from hooks.layers.paper_line import foot_styles, write_foot
from hooks.paper import libraries
from hooks.paper.pdf import LARGE, PAPERS, Job, Made, document_of, font_files, make_pdf
from hooks.paper.sheets import page_address, paper_of_sheet, prepare, sides_on, sizes_in, styles_of_sheets
from hooks.paper.two_languages import styles_of_both
from hooks.site.pages import Pages
from hooks.site.templates import make_ready

log = logging.getLogger("mkdocs.hooks.paper.pdfs")

MISSING = "Sheets get no ready PDFs: WeasyPrint lacks system libraries; possible: {}"
INSTALL, PACKAGES = "tools/install-pdf", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 of Debian"
"""What helps in a checkout, and where an installed guide is built."""
PICTURED = "a4"
MANY = 8
"""PDFs that are worth the second that another process takes to start."""


@dataclass(frozen=True)
class Print:
    """One of the PDFs of a sheet."""

    sheet: Sheet
    paper: str
    is_large: bool = False

    @property
    def size(self) -> str:
        return f"large-{self.paper}" if self.is_large else self.paper

    @property
    def name(self) -> str:
        return f"{self.sheet.id}-{self.size}"


def prints_of(sheet: Sheet) -> list[Print]:
    sizes = (False, True) if sheet.has_large_print else (False,)
    return [Print(sheet, paper, is_large) for is_large in sizes for paper in PAPERS]


def will_make_pdfs(root: Path) -> bool:
    """Return whether this build makes PDFs, and log it if not. Raises Abort in a checkout under CI."""
    if can_make_pdfs(root):
        return True
    missing = MISSING.format(PACKAGES if is_ready(root) else INSTALL)
    if os.environ.get("CI") and not is_ready(root):
        raise Abort(missing)
    log.info(missing)
    return False


def can_make_pdfs(root: Path) -> bool:
    """Return whether WeasyPrint starts. After one success with these libraries, it is not loaded again."""
    if not libraries.are_there():
        return False
    place = find_spec("weasyprint")
    decides = (str(place and place.origin), version("weasyprint"), *libraries.versions())
    try:
        made_once(cache_folder(root) / "weasyprint", decides, start_weasyprint)
    except OSError:
        return False
    return True


def start_weasyprint() -> str:
    """Raises OSError where it finds no system libraries."""
    with contextlib.redirect_stdout(io.StringIO()):  # it prints a page of advice
        importlib.import_module("weasyprint")
    return "It starts.\n"


def write_pdfs(folder: Path, root: Path, pages: Pages, sheets: Iterable[Sheet], config: MkDocsConfig) -> None:
    """Write the PDFs of each sheet next to its page; warn if the number of pages is not as designed."""
    jobs = {}
    for sheet in sheets:
        jobs.update(jobs_of(sheet, sides_on(pages[page_address(sheet)]), root, config))
    for printed, made in zip(jobs, make_pdfs(list(jobs.values()), root), strict=True):
        (folder / f"sheets/{printed.name}.pdf").write_bytes(made.pdf)
        if printed.paper == PICTURED and not printed.is_large:
            (folder / f"sheets/{printed.sheet.id}.svg").write_text(made.picture, encoding="utf-8")
        for problem in problems_of_count(printed, made.pages):
            log.warning(problem)


def jobs_of(sheet: Sheet, sides: HtmlElement, root: Path, config: MkDocsConfig) -> dict[Print, Job]:
    """Say what each PDF of a sheet is made from."""
    language: Language = config.extra["language"]
    css = styles_of_sheets(root) + styles_on_paper(root, language)
    large = turned((root / LARGE).read_text(encoding="utf-8"), language)
    jobs = {}
    for printed in prints_of(sheet):
        paper = printed.paper
        document = document_of(sides, paper, config.extra["neutral_title"], language)
        own = sizes_in(document) + foot_styles(root, document) + styles_of_both(root, document)
        jobs[printed] = Job(document, css + own + large * printed.is_large, paper)
    return jobs


def problems_of_count(printed: Print, pages: int) -> Iterator[str]:
    """Find too many pages or too few; large print fills as many as it needs."""
    designed = printed.sheet.pages[printed.paper]
    if pages != designed and not printed.is_large:
        yield (
            f"content/sheets.yml: {printed.sheet.id}: pages: it fills {pages} of {PAPERS[printed.paper]}, "
            f"and says {designed}; write what is meant, or shorten it"
        )


def make_pdfs(jobs: list[Job], root: Path) -> list[Made]:
    """Make the requested PDFs; reuse those whose inputs have not changed."""
    folder = cache_folder(root) / "sheet-pdfs"
    folder.mkdir(parents=True, exist_ok=True)
    basis = basis_of(root)
    keys = [hashlib.sha256(f"{basis}{job}".encode()).hexdigest()[:32] for job in jobs]
    made = {key: found for key in keys if (found := read_cached(folder / key))}
    missing = {key: job for key, job in zip(keys, jobs, strict=True) if key not in made}
    if missing:
        log.info(f"Making {len(missing)} PDFs of sheets …")
    for key, one in zip(missing, each_made([*missing.values()], root), strict=True):
        made[key] = one
        write_cached(folder / key, one)
    remove_old(folder)
    return [made[key] for key in keys]


def each_made(jobs: list[Job], root: Path) -> Iterator[Made]:
    """Make PDFs, and yield them in order; many of them in a process for each processor."""
    if len(jobs) < MANY or (os.cpu_count() or 1) < 2:
        yield from (make_pdf(job, root) for job in jobs)
        return
    # Not a copy of this process: a thread of it that holds a lock would hold it there for ever.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        yield from processes.map(make_pdf, jobs, repeat(root))


def basis_of(root: Path) -> str:
    """Name what every PDF depends on: code, fonts, WeasyPrint and the system's libraries behind it."""
    code = [
        Path(__file__).with_name(name)
        for name in ("pdf.py", "part_languages.py", "postprocess.py", "embedded_fonts.py", "thumbnail.py")
    ]
    files = [*code, *font_files(root).values()]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return " ".join([version("weasyprint"), *libraries.versions(), *hashes])


def read_cached(path: Path) -> Made | None:
    """Read what an earlier build made, and mark it as used."""
    try:
        os.utime(path)
        pages, length, rest = path.read_bytes().split(b" ", 2)
    except FileNotFoundError:
        return None
    return Made(rest[: int(length)], int(pages), rest[int(length) :].decode())


def write_cached(path: Path, made: Made) -> None:
    write_whole(path, b"%d %d %b" % (made.pages, len(made.pdf), made.pdf + made.picture.encode()))


def preview(config: MkDocsConfig, names: list[str], out: Path) -> None:
    """Make PDFs of some sheets from their templates alone, and print each one's name, pages and bytes."""
    root = Path(config.config_file_path).parent
    content, problems = load_guide(config)
    config.extra.update(for_templates(content))
    env = make_ready(config.theme.get_env(), content.language.dir)
    prepare(env, content.sheets, config)
    out.mkdir(parents=True, exist_ok=True)
    for sheet in content.sheets:
        if names and sheet.id not in names:
            continue
        sides = html.fragment_fromstring(paper_of_sheet(env, sheet, config))
        write_foot(sides, sheet, content.organisation)
        for printed, job in jobs_of(sheet, sides, root, config).items():
            made = make_pdf(job, root)
            path = out / f"{printed.name}.pdf"
            path.write_bytes(made.pdf)
            print(path, f"{made.pages} pages", f"{len(made.pdf)} bytes")
            problems += problems_of_count(printed, made.pages)
    print(*(problem for problem in problems if "sheets" in problem), sep="\n", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m hooks.paper.pdfs")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--out", type=Path, default=Path("previews"))
    options = parser.parse_args()
    preview(load_config("mkdocs.yml", hooks=[]), options.names, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
