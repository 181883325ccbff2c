"""Make what can be carried of a built site: `python -m hooks.single_file SITE DIST`."""

from __future__ import annotations

import sys
from pathlib import Path
from string import Template

from mkdocs.config import load_config

from hooks.content.views import read_views
from hooks.layers.settle import settled
from hooks.single_file.archive import read_folder, write_sums, write_zip
from hooks.single_file.document import make_document
from hooks.single_file.editions import EDITIONS, editions_of
from hooks.single_file.embed import embed
from hooks.single_file.own_numbers import as_text, own_numbers
from hooks.site.pages import INDEX, OutputError, read_pages

ROOT = Path(__file__).resolve().parents[2]
READ_ME = "read-me.txt"
ARCHIVE = "site.zip"


def make_dist(site: Path, dist: Path, root: Path, name: str) -> None:
    """Write both editions in one file, the site's archive, how to check and open them, and their hashes.

    `name` is what the files are called. Raises OutputError.
    """
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
    words = Template((root / "theme/components/single-file" / READ_ME).read_text(encoding="utf-8"))
    own = own_numbers(pages[INDEX])
    read_me = (words.substitute(name=name) + as_text(own)).encode()
    (dist / READ_ME).write_bytes(read_me)
    write_zip(dist / ARCHIVE, name, {**read_folder(site), READ_ME: read_me})
    made = [*(f"{name}{edition.suffix}.html" for edition in EDITIONS), ARCHIVE, READ_ME]
    write_sums(dist, made)


if __name__ == "__main__":
    settings = settled(load_config(str(ROOT / "mkdocs.yml"), hooks=[])).extra
    try:
        make_dist(Path(sys.argv[1]), Path(sys.argv[2]), ROOT, settings["single_file_name"])
    except OutputError as error:
        sys.exit(f"The files to carry could not be made.\n{error}")
