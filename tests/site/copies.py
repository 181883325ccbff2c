"""Copies of the built site in which one thing is changed: all else is a link to the same file."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from hooks.hosting.compress import SUFFIXES
from hooks.site.offline import GROUPS, MANIFEST, NOT_KEPT, POLICY, WORKER, integrity_of, version_of
from hooks.site.pages import language_folders


def copy_of(site: Path, folder: Path) -> Path:
    """Copy a site; change its files with `write` alone, since each is still the site's own."""
    shutil.copytree(site, folder, copy_function=link_or_copy)
    return folder


def link_or_copy(path: str, new: str) -> None:
    try:
        os.link(path, new)
    except OSError:  # on another disk
        shutil.copyfile(path, new)


def write(path: Path, text: str | bytes) -> None:
    """Write a file of a copy anew. What was packed of it goes, as it would be another file."""
    for old in (path, *(path.with_name(path.name + suffix) for suffix in SUFFIXES)):
        old.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text, f"{path.name}: {before}"
    write(path, text.replace(before, after))


def list_again(folder: Path) -> None:
    """Write the list of files and the worker as a build does, so that only the change itself is wrong."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    worker = (folder / WORKER).read_text("utf-8")
    old_policy = worker.partition("const policy = ")[2].partition(";\n")[0].partition("; // ")[0]
    found = POLICY.search((folder / "index.html").read_text("utf-8"))
    policy = found[1] if found else json.loads(old_policy)
    source = worker.replace(json.dumps(manifest["version"]), '"VERSION"').replace(old_policy, '"POLICY"')
    listed = {name for group in GROUPS for name, _, _ in manifest[group]["files"]}
    others = language_folders(folder)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        is_other = any(other in path.parents for other in others)
        if name not in listed and not is_other and not NOT_KEPT.fullmatch(name):
            manifest["guide"]["files"].append([name, 0, ""])
    for group in GROUPS:
        names = sorted(name for name, _, _ in manifest[group]["files"] if (folder / name).is_file())
        manifest[group]["files"] = [entry(folder, name) for name in names]
    manifest["version"] = version_of([manifest[group]["files"] for group in GROUPS], source, policy)
    write(folder / MANIFEST, json.dumps(manifest))
    write(
        folder / WORKER,
        source.replace('"VERSION"', json.dumps(manifest["version"])).replace('"POLICY"', json.dumps(policy)),
    )


def entry(folder: Path, name: str) -> list[object]:
    data = (folder / name).read_bytes()
    return [name, len(data), integrity_of(data)]
