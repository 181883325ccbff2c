"""Check the list of files that a kept copy is made of, the worker that answers with it, and packed files."""

from __future__ import annotations

import gzip
import hashlib
import json
import posixpath
import zlib
from collections.abc import Iterator
from typing import Any

import brotli

from hooks.hosting.compress import SUFFIXES
from hooks.layers.public_files import FOLDERS
from hooks.site.offline import FORMAT, GROUPS, MANIFEST, NOT_KEPT, WORKER, integrity_of, version_of
from hooks.site.pages import INDEX
from hooks.site_check.policy import policy_in
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

PYTHON = "assets/python/manifest.json"


def problems_of_files(site: Site) -> Iterator[Problem]:
    yield from problems_of_list(site)
    yield from problems_of_python(site)
    yield from problems_of_packed(site)


def problems_of_list(site: Site) -> Iterator[Problem]:
    if MANIFEST not in site.files:
        yield Problem(MANIFEST, f"list: it is missing, so nobody can keep the guide; {BUILD_AGAIN}")
        return
    try:
        manifest = json.loads(site.text(MANIFEST))
        files = {
            name: (size, integrity) for group in GROUPS for name, size, integrity in manifest[group]["files"]
        }
        is_known = manifest["format"] == FORMAT
    except (ValueError, KeyError, TypeError):
        is_known = False
    if not is_known:
        yield Problem(MANIFEST, f"list: it cannot be read, so nobody can keep the guide; {BUILD_AGAIN}")
        return
    for name in sorted(files.keys() - site.files - site.shared):
        yield Problem(MANIFEST, f"list: it names {name}, which is not in the folder; {BUILD_AGAIN}")
    for name in sorted(site.files - files.keys()):
        if is_of_guide(name, site) and not NOT_KEPT.fullmatch(name):
            yield Problem(name, f"list: {MANIFEST} does not name it, so no kept copy holds it; {BUILD_AGAIN}")
    for name in sorted(files.keys() & (site.files | site.shared)):
        data = (site.folder / name).read_bytes()
        if files[name] != (len(data), integrity_of(data)):
            yield Problem(
                name,
                f"list: it was changed after the build, so nobody can keep the guide; {BUILD_AGAIN}",
            )
    yield from problems_of_worker(site, manifest)


def is_of_guide(name: str, site: Site) -> bool:
    """Return whether a file is the guide's own; an organisation may publish others beside it."""
    return name.startswith(tuple(f"{folder}/" for folder in FOLDERS)) or name in site.pages


def problems_of_worker(site: Site, manifest: dict[str, Any]) -> Iterator[Problem]:
    if WORKER not in site.files:
        yield Problem(WORKER, f"worker: it is missing, so nobody can keep the guide; {BUILD_AGAIN}")
        return
    worker = site.text(WORKER)
    policy = policy_in(site.pages[INDEX]) if INDEX in site.pages else None
    version = str(manifest.get("version"))
    is_current = f"const version = {json.dumps(version)};" in worker
    if not is_current:
        yield Problem(WORKER, f"worker: it is of another version than {MANIFEST}; {BUILD_AGAIN}")
    if policy is None:
        return  # the check of policies names it
    if f"const policy = {json.dumps(policy)};" not in worker:
        yield Problem(WORKER, f"worker: it sends another policy than the pages have; {BUILD_AGAIN}")
    elif is_current and version != version_in(worker, version, policy, manifest):
        yield Problem(
            MANIFEST,
            f"list: the version is not that of these files, so kept copies would stay old; {BUILD_AGAIN}",
        )


def version_in(worker: str, version: str, policy: str, manifest: dict[str, Any]) -> str:
    """Return the version that a list of files has with this worker, as `hooks/site/offline.py` writes it."""
    source = worker.replace(json.dumps(version), '"VERSION"').replace(json.dumps(policy), '"POLICY"')
    return version_of([manifest[group]["files"] for group in GROUPS], source, policy)


def problems_of_python(site: Site) -> Iterator[Problem]:
    if PYTHON not in site.files:
        return
    try:
        manifest = json.loads(site.text(PYTHON))
        files = [
            (posixpath.normpath(f"assets/python/{file['name']}"), file["sha256"])
            for file in (*manifest["files"].values(), *manifest.get("slim", {}).values())
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        yield Problem(PYTHON, f"list: it cannot be read, so the plan suggests nothing; {BUILD_AGAIN}")
        return
    for name, sha256 in files:
        if name not in site.files | site.shared:
            yield Problem(PYTHON, f"list: it names {name}, which is not in the folder; {BUILD_AGAIN}")
        elif hashlib.sha256((site.folder / name).read_bytes()).hexdigest() != sha256:
            yield Problem(name, f"list: its bytes are not those that {PYTHON} names; {BUILD_AGAIN}")


def problems_of_packed(site: Site) -> Iterator[Problem]:
    """Yield compressed files that are another one when they are unpacked: a host sends them in its place."""
    for name in site.names(*SUFFIXES):
        plain = name.rpartition(".")[0]
        if plain not in site.files:
            continue
        data = (site.folder / name).read_bytes()
        try:
            unpacked = gzip.decompress(data) if name.endswith(".gz") else brotli.decompress(data)
        except (OSError, EOFError, zlib.error, brotli.error):
            unpacked = None
        if unpacked != (site.folder / plain).read_bytes():
            yield Problem(
                name, f"packed: unpacked, it is not {plain}, so readers get another file; {BUILD_AGAIN}"
            )
