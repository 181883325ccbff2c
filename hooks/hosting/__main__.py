"""Finish a built folder for hosts: `python -m hooks.hosting SITE HOSTING`."""

from __future__ import annotations

import sys
from pathlib import Path

from hooks.hosting.bom import write_bom
from hooks.hosting.compress import CACHE, compress_files
from hooks.hosting.headers import headers_for
from hooks.hosting.servers import caddyfile, headers_file, nginx_conf
from hooks.layers.folders import cache_folder
from hooks.site.offline import policy_of
from hooks.site.pages import language_folders

ROOT = Path(__file__).resolve().parents[2]
READ_ME = Path(__file__).with_name("read-me.md")


def write_hosting(site: Path, folder: Path) -> None:
    """Write the server files to a folder of their own: a published site says nothing of its server."""
    headers = headers_for(policy_of(site))
    languages = [language.name for language in language_folders(site)]
    folder.mkdir(parents=True)
    for name, text in {
        "nginx.conf": nginx_conf(headers, languages),
        "Caddyfile": caddyfile(headers, languages),
        "_headers": headers_file(headers),
        ".nojekyll": "",
        "README.md": READ_ME.read_text("utf-8"),
    }.items():
        (folder / name).write_text(text, "utf-8")


def finish_for_hosts(site: Path, folder: Path) -> None:
    """Add the bill and compressed files to a finished site, and write the server files to `folder`."""
    write_bom(site, ROOT)
    compress_files(site, cache_folder(ROOT) / CACHE)
    write_hosting(site, folder)


if __name__ == "__main__":
    finish_for_hosts(Path(sys.argv[1]), Path(sys.argv[2]))
