"""Make what can be carried of a built site: `python -m hooks.single_file SITE DIST`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from string import Template

from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from hooks.content.load import content_of
from hooks.content.views import read_views
from hooks.languages.folders import ENGLISH, FOLDER, VARIABLE, language_of_build
from hooks.layers.settle import settled
from hooks.single_file.archive import read_folder, write_sums, write_zip
from hooks.single_file.document import make_document
from hooks.single_file.editions import EDITIONS, editions_of
from hooks.single_file.embed import embed
from hooks.single_file.own_numbers import as_text, own_numbers
from hooks.site.pages import INDEX, OutputError, Pages, language_folders, read_pages

ROOT = Path(__file__).resolve().parents[2]
READ_ME = "read-me.txt"
SOURCES = "theme/components/single-file"
OTHER = "  {:<18} The same in another language.\n"
ARCHIVE = "site.zip"


def make_dist(site: Path, dist: Path, root: Path, name: str) -> None:
    """Write both editions of each language, the site's archive, how to check and open them, and their hashes.

    `name` is what the files are called; those of a language are in a folder of its name. Raises OutputError.
    """
    codes = [folder.name for folder in language_folders(site)]
    running = [start_language(site / code, dist / code, root) for code in codes]
    try:
        pages = make_editions(site, dist, root, name)
    finally:
        told = [process.communicate()[0].strip() for process in running]
    if problems := [text for text, process in zip(told, running, strict=True) if process.returncode]:
        raise OutputError(problems)
    read_mes = read_mes_of(root, codes, name, as_text(own_numbers(pages[INDEX])))
    for file, text in read_mes.items():
        (dist / file).write_bytes(text)
    write_zip(dist / ARCHIVE, name, {**read_folder(site), **read_mes})
    files = [f"{name}{edition.suffix}.html" for edition in EDITIONS]
    made = [*files, *(f"{code}/{file}" for code in codes for file in files), ARCHIVE, *read_mes]
    write_sums(dist, made)


def start_language(site: Path, dist: Path, root: Path) -> subprocess.Popen[str]:
    """Begin to write both editions of the language in whose folder the site is: a build says one language."""
    environment = os.environ | {VARIABLE: site.name, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "hooks.single_file", str(site.resolve()), str(dist.resolve())]
    return subprocess.Popen(
        command, env=environment, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def make_editions(site: Path, dist: Path, root: Path, name: str) -> Pages:
    """Write both editions of a site in one language, and return its pages. Raises OutputError."""
    views, problems = read_views(root)
    if problems:
        raise OutputError(problems)
    dist.mkdir(parents=True, exist_ok=True)
    pages = read_pages(site)
    for edition in editions_of(views):
        text = embed(make_document(pages, site, root, edition), site, root, edition)
        path = dist / f"{name}{edition.suffix}.html"
        path.write_text(text, encoding="utf-8")
        if (size := path.stat().st_size) > edition.limit:
            raise OutputError([f"{path.name}: {size} bytes; possible: at most {edition.limit}"])
    return pages


def read_mes_of(root: Path, codes: Iterable[str], name: str, numbers: str) -> dict[str, bytes]:
    """Return how to check and open the files, by its path: in English, and in each language that says it.

    English is plain ASCII. Others begin with a mark by which old programs know UTF-8.
    """
    english = Template((root / SOURCES / READ_ME).read_text(encoding="utf-8"))
    others = "".join(OTHER.format(f"{code}/") for code in codes)
    made = {READ_ME: (english.substitute(name=name, languages=others) + numbers).encode()}
    for code in codes:
        path = root / FOLDER / code / SOURCES / READ_ME
        if path.is_file():
            text = Template(path.read_text(encoding="utf-8")).substitute(name=name)
            made[f"{code}/{READ_ME}"] = text.encode("utf-8-sig")
    return made


def main(site: Path, dist: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    if language_of_build() == ENGLISH:
        make_dist(site, dist, ROOT, settled(config).extra["single_file_name"])
    else:
        content_of(config)  # which says all sentences in the language
        make_editions(site, dist, ROOT, config.extra["single_file_name"])


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except (OutputError, Abort) as error:
        sys.exit(f"The files to carry could not be made.\n{error}")
