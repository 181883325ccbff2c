"""Build an organisation's copy: the site, what its host needs, and the guide in one file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiet_guide.places import UsersError
from quiet_guide.progress import follow_build, say

SITE, HOSTING, DIST = "site", "site-hosting", "dist"
BUILT = "files.json"
"""Every built site has it, so a folder without it is somebody's own."""


def build_site(guide: Path, out: Path) -> None:
    """Write the site to `out`, and beside it what its host needs; a failed build leaves the last good ones.

    Raises UsersError, and what MkDocs raises.
    """
    refuse_place(guide, out)
    hosting = out.with_name(f"{out.name}-hosting")
    refuse_others_folder(out, BUILT)
    refuse_others_folder(hosting, "_headers")
    with new_folder(out) as scratch:
        new, new_hosting = scratch / SITE, scratch / HOSTING
        languages = start_languages(guide, scratch)
        try:
            run_mkdocs(guide, new)
        finally:
            told = {code: process.communicate()[0] for code, process in languages.items()}
        if failed := [told[code] for code, process in languages.items() if process.returncode]:
            raise UsersError("\n".join(failed))
        for code in languages:
            (scratch / code).rename(new / code)
        say("Compressing files for the host …")
        finish_for_hosts(new, new_hosting)
        put_in_place(new, out)
        put_in_place(new_hosting, hosting)
    say(f"The site is in {out}, and what a host needs for it in {hosting}.")


def start_languages(guide: Path, scratch: Path) -> dict[str, subprocess.Popen[str]]:
    """Begin to build each other language of the copy into a folder of `scratch`, while English is built."""
    from hooks.languages.folders import VARIABLE, offered

    started = {}
    for code in offered(guide):
        say(f"Building the guide in {code}, too …")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", str(guide / "mkdocs.yml"), "--site-dir", str(scratch / code)]
        environment = os.environ | {VARIABLE: code, "PYTHONPATH": str(guide)}
        started[code] = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    return started


def run_mkdocs(guide: Path, out: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    progress = follow_build()
    config = load_config(str(guide / "mkdocs.yml"), site_dir=str(out), strict=False)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    if progress.warnings:
        raise UsersError("\n".join(["The build has warnings. Nothing was built.", *progress.warnings]))


def finish_for_hosts(site: Path, hosting: Path) -> None:
    from hooks.hosting.__main__ import finish_for_hosts

    finish_for_hosts(site, hosting)


def make_dist(guide: Path, site: Path, out: Path) -> None:
    """Write the guide in one file and the site's archive. Raises UsersError."""
    from mkdocs.config import load_config

    from hooks.content.load import content_of
    from hooks.single_file.__main__ import make_dist as make

    refuse_place(guide, out)
    refuse_others_folder(out, "SHA256SUMS")
    config = load_config(str(guide / "mkdocs.yml"), hooks=[])
    content_of(config)
    say("Making the guide in one file …")
    with new_folder(out) as scratch:
        make(site, scratch / DIST, guide, config.extra["single_file_name"])
        put_in_place(scratch / DIST, out)
    say(f"What can be carried is in {out}.")


def refuse_place(guide: Path, out: Path) -> None:
    """Refuse a folder that holds what a build is made of, or that the next one reads. Raises UsersError."""
    from hooks.layers.folders import own_folder, parts_of

    own = own_folder(guide)
    for source in (guide, own) if own else (guide,):
        if source.is_relative_to(out):
            raise UsersError(f"--out: {out} holds {source}, of which a build is made; possible: a new folder")
    for part in (*parts_of(own), *((own / ".was", own / ".cache") if own else ())):
        if out.is_relative_to(part):
            raise UsersError(f"--out: {out} is in {part}, which a build reads; possible: a new folder")


def refuse_others_folder(out: Path, sign: str) -> None:
    """Refuse to replace a folder that no build has written. Raises UsersError."""
    if out.is_file():
        raise UsersError(f"--out: {out} is a file; possible: the name of a folder")
    if out.is_dir() and any(out.iterdir()) and not (out / sign).is_file():
        raise UsersError(f"--out: {out} holds files that no build has written; possible: another folder")
    if (out / ".git").exists():
        raise UsersError(f"--out: {out} is a repository of git; possible: another folder, to be copied there")


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give a folder beside `out`, so that what is made in it can be moved there at once."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".quiet-guide-") as scratch:
        yield Path(scratch)


def put_in_place(new: Path, out: Path) -> None:
    """Move a folder to its place at once; the one that was there goes beside it, to be deleted."""
    if out.exists():
        out.rename(new.with_name(f"{new.name}-before"))
    new.rename(out)
