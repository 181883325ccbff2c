"""Finish a built folder for hosts: `python -m hooks.hosting SITE HOSTING`."""

from __future__ import annotations

import sys
from pathlib import Path

from hooks.hosting.bom import write_bom
from hooks.hosting.compress import CACHE, compress_files
from hooks.hosting.headers import headers_for
from hooks.hosting.servers import caddyfile, headers_file, nginx_conf
from hooks.site.offline import policy_of

ROOT = Path(__file__).resolve().parents[2]
READ_ME = Path(__file__).with_name("read-me.md")


def write_hosting(site: Path, folder: Path) -> None:
    """Write the server files to a folder of their own: a published site says nothing of its server."""
    headers = headers_for(policy_of(site))
    folder.mkdir(parents=True)
    for name, text in {
        "nginx.conf": nginx_conf(headers),
        "Caddyfile": caddyfile(headers),
        "_headers": headers_file(headers),
        ".nojekyll": "",
        "README.md": READ_ME.read_text("utf-8"),
    }.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write_bom(Path(sys.argv[1]), ROOT)
    compress_files(Path(sys.argv[1]), ROOT / CACHE)
    write_hosting(Path(sys.argv[1]), Path(sys.argv[2]))
