"""Bundle our scripts and styles, and add Material's style sheet."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from hooks.assets.licence_texts import PATH as LICENCES
from hooks.assets.licence_texts import licences_text, material_folder, packages_in
from hooks.assets.ready import is_ready, packages_folder, ready_bundle
from hooks.cache import key_of, made_once, put_in_place, remove_old, state_of
from hooks.content.views import KEEPING, View, asset_address, bundles_of
from hooks.languages.folders import SETTINGS, language_folder
from hooks.languages.language import read_language
from hooks.languages.sources import write_sources
from hooks.languages.words import FILE as WORDS
from hooks.languages.words import read_words
from hooks.layers.folders import cache_folder

# Firefox and Chrome of 2022, Safari 15.4: what Pyodide needs, and no more.
TARGET = "chrome100,firefox100,safari15.4"
OLDER = ("theme/first.js", "theme/page.js", "theme/first-again.js")
"""What leaves, and opens a link inside the page: it also runs where nothing else of the guide does."""
BUNDLES = {
    "assets/first.js": "theme/first.js",
    "assets/page.js": "theme/page.js",
    "assets/first-again.js": "theme/first-again.js",
    "assets/language.js": "theme/components/languages/language.js",
    "assets/python/worker.js": "theme/components/python/python.worker.js",
    "assets/attachments.js": "theme/components/vault/attachments/attachments.page.js",
    "assets/own/guide.css": "theme/guide.css",
    asset_address(KEEPING): f"theme/{KEEPING}",
}
"""The bundles that pages share, with their sources. `theme/views.yml` names the rest.

`hooks/assets/styles.py` joins our styles with Material's.
"""

VAULT = "theme/components/vault"
WORKERS = {
    "assets/vault.js": f"{VAULT}/vault.worker.js",
    "assets/vault-files.js": f"{VAULT}/attachments/attachments.worker.js",
    "assets/words.js": f"{VAULT}/passphrase/words.worker.js",
    "assets/strength.js": f"{VAULT}/passphrase/strength.worker.js",
    "assets/log-reading.js": "theme/components/log/import/imports.worker.js",
}
"""Workers that also start from a folder on a stick, where a worker can import nothing."""

UNUSED = {
    "@noble/post-quantum/hybrid.js": "./theme/components/vault/unused-key-types.js",
    "@noble/curves/nist.js": "./theme/components/vault/unused-key-types.js",
}
"""Modules that our code never reaches, half of the vault's bytes, and what is bundled in their place."""

CARRIED = ("tools/check_log.py", "contributing/log-export.schema.json")
"""What bundles carry that lies outside of `theme/`."""

WRITING = ("hooks/languages/sources.py", "hooks/languages/folder_of_language.py")
"""What writes the scripts of a language."""


def bundled_files(
    views: Collection[View], python: Mapping[str, list[str]], config: MkDocsConfig
) -> Iterator[File]:
    """Yield each bundle, Material's style sheet, and `licences.txt`, which says whose work is in them.

    `hooks/assets/styles.py` joins the styles. `python` says where each of Python's files is published.
    """
    root = Path(config.config_file_path).parent
    sources = sources_of(views)
    state = state_of_sources(root)
    sources_folder(root, state)  # before several threads ask for it
    with ThreadPoolExecutor() as threads:  # each waits for a process of its own
        bundles = threads.map(lambda source: bundle_once(root, source, state), sources.values())
        made = dict(zip(sources, bundles, strict=True))
    if not is_ready(root):
        remove_old(cache_folder(root) / "bundles")
    for uri, bundled in made.items():
        content = wrap_for_worker(bundled.text) if uri in WORKERS else bundled.text
        yield File.generated(config, uri, content=content)
    style_sheet = vendored_style_sheet(root)
    yield File.generated(config, f"assets/stylesheets/{style_sheet.name}", abs_src_path=str(style_sheet))
    text = licences_text(root, {uri: bundled.packages for uri, bundled in made.items()}, python)
    yield File.generated(config, LICENCES, content=text.encode("utf-8-sig"))


def sources_of(views: Collection[View]) -> dict[str, str]:
    """List all that is bundled by its address, each with its source."""
    return {**BUNDLES, **bundles_of(views), **WORKERS}


def vendored_style_sheet(root: Path) -> Path:
    """Return Material's style sheet, as it is kept in `theme/vendor/`."""
    (style_sheet,) = material_folder(root).glob("main.*.css")
    return style_sheet


def remove_sources(files: Files, docs: str, icon: str) -> None:
    """Take out all that the theme's folders hold but the icon: no other file there is published unchanged."""
    for file in list(files):
        if file.src_dir not in (None, docs) and file.src_uri != icon:
            files.remove(file)


@dataclass(frozen=True)
class Bundle:
    """What esbuild made of one entry point, and the npm packages of which it holds a part."""

    text: str
    packages: frozenset[str]


def state_of_sources(root: Path) -> str:
    """Name all that decides what is in a bundle: the theme, `CARRIED`, what npm installed, and this file."""
    if is_ready(root):
        return ""
    installed = root / "node_modules/.package-lock.json"
    if not installed.is_file():
        raise PluginError("esbuild is not installed; possible: npm ci --ignore-scripts")
    sources = [*(root / "theme").rglob("*"), *(root / name for name in CARRIED), *language_sources(root)]
    files = (path for path in sources if path.is_file())
    return f"{state_of([*files, installed], root)}\n{Path(__file__).read_text(encoding='utf-8')}"


def bundle_once(root: Path, source: str, state: str) -> Bundle:
    """Return a bundle; build it again only when something that it depends on has changed."""
    if is_ready(root):
        return make_bundle(root, source)

    def make() -> str:
        made = make_bundle(root, source, sources_folder(root, state))
        return json.dumps({"text": made.text, "packages": sorted(made.packages)})

    cached = json.loads(made_once(cache_folder(root) / "bundles", [source, state], make))
    return Bundle(cached["text"], frozenset(cached["packages"]))


def bundle(root: Path, source: str) -> str:
    """Bundle one entry point, and return its text."""
    return make_bundle(root, source).text


def make_bundle(root: Path, source: str, base: Path | None = None) -> Bundle:
    """Bundle one entry point with esbuild into a classic script or a style sheet, or take the ready one.

    `base`: where the sources are, if they are in another language than the project's own.
    """
    if ready := ready_bundle(root, source):
        return Bundle(ready["text"], frozenset(ready["packages"]))
    command = [str(packages_folder(root) / ".bin/esbuild"), source, "--bundle", "--minify", "--format=iife"]
    target = f"es2020,{TARGET}" if source in OLDER else TARGET
    command += [f"--target={target}", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]
    command += ["--loader:.py=text"]
    command += [f"--alias:{name}={instead}" for name, instead in UNUSED.items()]
    with tempfile.TemporaryDirectory() as scratch:
        made, told = Path(scratch) / "made", Path(scratch) / "told.json"
        try:
            done = subprocess.run(
                [*command, f"--outfile={made}", f"--metafile={told}"],
                cwd=base or root,
                capture_output=True,
                text=True,
                check=False,
            )
        except FileNotFoundError as error:
            missing = "esbuild is not installed; possible: npm ci --ignore-scripts"
            raise PluginError(f"{source}: {missing}") from error
        if done.returncode:
            raise PluginError(f"{source}: esbuild could not bundle it:\n{done.stderr}")
        packages = packages_in(told.read_text(encoding="utf-8"))
        return Bundle(made.read_text(encoding="utf-8"), frozenset(packages))


def language_sources(root: Path) -> list[Path]:
    """List the files of this build's language that decide what is in a bundle; none for English."""
    folder = language_folder(root)
    if folder is None:
        return []
    files = [folder / SETTINGS, folder / WORDS, *(root / name for name in WRITING)]
    return [path for path in files if path.is_file()] + sorted(folder.rglob("*.js"))


def sources_folder(root: Path, state: str) -> Path:
    """Return where the scripts are in this build's language: in `root` itself, or in a copy with its words.

    `state` is that of all sources (`state_of_sources`), by which a copy is found again.
    """
    folder = language_folder(root)
    if folder is None or is_ready(root):
        return root
    copy = cache_folder(root) / "sources" / f"{folder.name}-{key_of([state])}"
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=copy.parent) as scratch:
            new = Path(scratch) / "new"
            write_sources(root, folder, new, read_language(folder)[0], read_words(folder)[0], CARRIED)
            (new / "node_modules").symlink_to(packages_folder(root))
            put_in_place(new, copy)
    return copy


def bundle_for_worker(root: Path, source: str) -> str:
    return wrap_for_worker(bundle(root, source))


def wrap_for_worker(text: str) -> str:
    """Wrap a bundle so that a page can load it without running it (theme/components/worker/README.md)."""
    wrapped = f"(()=>{{const work=()=>{{{text}}};"
    return wrapped + "document.currentScript.workerSource=`(${work})()`})()\n"
