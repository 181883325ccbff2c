"""Let readers keep the guide: list all files with their hashes, and write the worker that answers with it.

It runs last, over the finished folder. `theme/components/offline/README.md` says how both are used.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hooks.assets.python_bundle import FOLDER as PYTHON
from hooks.assets.python_bundle import MANIFEST as PYTHON_MANIFEST
from hooks.assets.python_bundle import only_slim
from hooks.cache import write_whole
from hooks.content.model import Content
from hooks.content.records import Withdrawn
from hooks.languages.folders import ENGLISH, language_of_build, offered
from hooks.layers.folders import cache_folder
from hooks.site.pages import LISTED, OutputError, file_names
from hooks.site.publication import publication_time
from hooks.version import VERSION

SOURCE = "theme/service-worker.js"
DEVELOPER_SOURCE = "theme/no-service-worker.js"
WORKER = "worker.js"
NAMES = 'const names = ["notes"];'
LANGUAGES = "const languages = [];"
MANIFEST = LISTED
FORMAT = 1
GROUPS = ("guide", "more", "online")
"""The smaller choice, what the larger one adds, and what no copy holds: a second, smaller core of Python."""

NOT_KEPT = re.compile(
    r"(worker\.js|files\.json|bom\.cdx\.json|sitemap\.xml|robots\.txt|\.nojekyll|CNAME|_headers|.*\.(gz|br))"
)
MORE = re.compile(
    r"(\.\./)?assets/python/.*|assets/(strength|log-check|log-pictures|log-imports|log-reading|log-items|sight-choice)\.js"
    r"|assets/(attachments|vault-files)\.js|licences\.txt|.*\.pdf"
)
"""What only the larger choice keeps: large, or of use with Python. All else of the guide works without.

Pages of which `theme/views.yml` says so are kept with it.
"""

ABOVE = "../"
"""How the names of files begin that a language takes from the folder above its own."""
NOT_A_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\\?#%:]")
LONGEST_NAME = 300
LARGEST_FILE = 64 * 1024 * 1024  # bytes

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def list_files(
    folder: Path,
    root: Path,
    content: Content,
    names: Sequence[str],
    page_names: Mapping[str, str],
    shared: Mapping[str, bytes],
) -> None:
    """Write `files.json` and `worker.js` of the project in `root`, which stores under the first of `names`.

    `page_names` has the neutral names of pages, where they have them, and `shared` what a language takes from
    the folder above, by its path from here. Raises OutputError.
    """
    worker = with_languages(with_names(root, SOURCE, names), root)
    larger = pages_of_whole(content, page_names)
    language = language_of_build()
    name = f"{language}-wire-sizes" if language != ENGLISH else "wire-sizes"
    cached = cache_folder(root) / f"{name}-{zlib.ZLIB_RUNTIME_VERSION}.json"
    sizes = json.loads(cached.read_text("utf-8")) if cached.is_file() else {}
    write_offline(
        folder,
        worker,
        content.withdrawn,
        larger=larger,
        order=publication_time(root),
        sizes=sizes,
        shared=shared,
    )
    write_whole(cached, json.dumps(sizes).encode())


def refuse_copies(folder: Path, root: Path, names: Sequence[str]) -> None:
    """Write a worker that removes itself: a copy kept while developing would hide every change."""
    (folder / WORKER).write_text(with_names(root, DEVELOPER_SOURCE, names), "utf-8")


def with_names(root: Path, source: str, names: Sequence[str]) -> str:
    """Read a worker, and write into it under which names this guide's copies are and were stored."""
    text = (root / source).read_text("utf-8")
    if NAMES not in text:
        raise OutputError([f"{source}: names: nowhere to write them; possible: {NAMES}"])
    return text.replace(NAMES, f"const names = {json.dumps(names)};")


def with_languages(worker: str, root: Path) -> str:
    """Let the worker of English leave other languages alone: each has a worker in a folder of its own."""
    if LANGUAGES not in worker:
        raise OutputError([f"{SOURCE}: languages: nowhere to write them; possible: {LANGUAGES}"])
    others = offered(root) if language_of_build() == ENGLISH else []
    return worker.replace(LANGUAGES, f"const languages = {json.dumps(others)};")


def write_offline(
    folder: Path,
    worker: str,
    withdrawn: Iterable[Withdrawn] = (),
    *,
    larger: Collection[str] = (),
    order: int | None = None,
    sizes: dict[str, int] | None = None,
    shared: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Write `files.json` and `worker.js` for everything in the folder; this needs no generator.

    Both carry one version, which names all files and the worker's own text; the list also has the name
    of the release. `order` says which of two versions is the newer one, `larger` which pages the smaller
    choice leaves out, `sizes` the known sizes of files (`group_files`), `shared` those of other folders, by
    their path from this one. Raises OutputError.
    """
    groups = group_files(folder, larger, {} if sizes is None else sizes, shared)
    check_files(groups)
    policy = policy_of(folder)
    version = version_of([group["files"] for group in groups.values()], worker, policy)
    entries = [{"version": entry.version, "why": entry.why} for entry in withdrawn if entry.version]
    if version in {entry["version"] for entry in entries}:
        raise OutputError(
            [f"content/withdrawn.yml: {version}: this is the version that was built; mend it first"]
        )
    ordered = {} if order is None else {"order": order}
    manifest = {
        "format": FORMAT,
        "version": version,
        "release": VERSION,
        **ordered,
        **groups,
        "withdrawn": entries,
    }
    (folder / MANIFEST).write_text(write_json(manifest), "utf-8")
    (folder / WORKER).write_text(fill_in(worker, VERSION=version, POLICY=policy), "utf-8")


def version_of(files: list[list[Any]], worker: str, policy: str) -> str:
    """Name what is published: the files of each group as `files.json` lists them, and the worker's source."""
    return hashlib.sha256(json.dumps([files, worker, policy]).encode()).hexdigest()[:16]


def pages_of_whole(content: Content, page_names: Mapping[str, str]) -> set[str]:
    """List the pages that only a copy of the whole guide holds."""
    names = {
        name.removesuffix(".md")
        for name, page in content.pages.items()
        if content.views[page.view].in_offline_copy == "whole"
    }
    return {f"{page_names.get(name, name)}.html" for name in names}


def group_files(
    folder: Path,
    larger: Collection[str],
    sizes: dict[str, int],
    shared: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, dict[str, Any]]:
    """Sort the files, and those of `shared`, into `GROUPS`.

    `wire` is the size of each group in gzip. `sizes` are the known ones by the file's hash. It holds those of
    this folder afterwards, and no others.
    """
    known = dict(sizes)
    sizes.clear()
    groups: dict[str, dict[str, Any]] = {name: {"wire": 0, "files": []} for name in GROUPS}
    manifest = folder / PYTHON / PYTHON_MANIFEST
    online = only_slim(manifest.read_bytes()) if manifest.is_file() else set()
    for name in sorted({*file_names(folder), *shared}):
        if NOT_KEPT.fullmatch(name):
            continue
        data = shared[name] if name in shared else (folder / name).read_bytes()
        is_more = name in larger or MORE.fullmatch(name)
        group = groups["online" if name in online else "more" if is_more else "guide"]
        integrity = integrity_of(data)
        if integrity not in known:
            known[integrity] = min(len(data), len(gzip.compress(data, 9, mtime=0)))
        sizes[integrity] = known[integrity]
        group["wire"] += sizes[integrity]
        group["files"].append([name, len(data), integrity])
    for group in groups.values():
        group["files"].sort()
    return groups


def check_files(groups: dict[str, dict[str, Any]]) -> None:
    """Refuse what the page would refuse to keep (`theme/components/offline/list.js`). Raises OutputError."""
    problems = []
    for path, size, _ in (file for group in groups.values() for file in group["files"]):
        name = path.removeprefix(ABOVE)
        if (
            NOT_A_NAME.search(name)
            or len(name) > LONGEST_NAME
            or any(not part.strip() for part in name.split("/"))
        ):
            problems.append(
                f"{name}: it cannot be kept under this name; "
                f"possible: at most {LONGEST_NAME} letters, digits, spaces, hyphens and the like"
            )
        if size > LARGEST_FILE:
            problems.append(f"{name}: it has {size} bytes; possible: at most {LARGEST_FILE}")
    if problems:
        raise OutputError(problems)


def integrity_of(data: bytes) -> str:
    """Write a hash as browsers do in `integrity`."""
    return f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}"


def policy_of(folder: Path) -> str:
    """Read the policy that all pages carry: the worker sends the same as a header."""
    found = POLICY.search((folder / "index.html").read_text("utf-8"))
    if not found:
        raise OutputError(["index.html: policy: there is none; possible: the <meta> of theme/base.html"])
    return found[1]


def fill_in(text: str, **values: str) -> str:
    """Put values where the worker's source has their names as texts of their own."""
    for name, value in values.items():
        if f'"{name}"' not in text:
            raise OutputError([f'{SOURCE}: {name}: nowhere to write it; possible: const name = "{name}"'])
        text = text.replace(f'"{name}"', json.dumps(value))
    return text


def write_json(manifest: dict[str, Any]) -> str:
    """Write one file per line, so that a person can read it, and compare two of them."""
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    return re.sub(r'\[\s+("[^"]+"),\s+(\d+),\s+("[^"]+")\s+\]', r"[\1, \2, \3]", text) + "\n"
