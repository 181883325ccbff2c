"""Publish the licence of every part of other people's work that the guide ships, as `licences.txt`.

The bundler reports which packages are in a script, so none is guessed. `EVERYWHERE` and `WORDS_OF` list the
other parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

from hooks.assets.ready import packages_folder
from hooks.languages.folders import language_of_build

PATH = "licences.txt"
TEXTS = "hooks/assets/licences"
MATERIAL = "mkdocs-material-"
"""What its folder in `theme/vendor/` is called, before the version."""
LINE = "=" * 80
INTRODUCTION = """\
This guide holds work of others. Here is what each of them asks for when their work is handed on.
The guide's own text is under CC BY 4.0 and its own code under the MIT licence, as its page
"About and licences" says."""

LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third_party_licenses)(\.(md|txt))?", re.IGNORECASE)
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
CORE = "pyodide.asm.wasm"
FONTS = "@fontsource/atkinson-hyperlegible"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of others' work, as `licences.txt` names it."""

    name: str
    licence: str
    source: str
    """Where its source code can be had."""
    files: tuple[str, ...]
    """The published files that hold it."""
    text: str


OthersWork = tuple[str, str, str, tuple[str, ...]]
EVERYWHERE: tuple[OthersWork, ...] = (
    ("Pyodide", "MPL-2.0", "https://github.com/pyodide/pyodide",
     ("pyodide.js", "pyodide.asm.js", CORE, "python.bin")),
    ("error-stack-parser", "MIT", "https://github.com/stacktracejs/error-stack-parser",
     ("pyodide.js",)),
    ("Python", "PSF-2.0", "https://github.com/python/cpython", (CORE, "python.bin")),
    ("Parts of Python", "several", "https://github.com/python/cpython", (CORE,)),
    ("Emscripten", "MIT", "https://github.com/emscripten-core/emscripten",
     (CORE, "pyodide.asm.js")),
    ("CLDR", "Unicode-3.0", "https://github.com/unicode-org/cldr", ("numbers.html", "index.html")),
    ("libphonenumber", "Apache-2.0", "https://github.com/google/libphonenumber",
     ("now.html", "numbers.html", "index.html")),
)  # fmt: skip
"""Parts that no package manager knows, or whose packages carry no licence: name, licence, source, files.

Python's files are named without their hashes.
"""
EFF = "https://www.eff.org/dice"
ENGLISH_WORDS: tuple[OthersWork, ...] = (
    ("EFF long word list", "CC-BY-3.0-US", EFF, ("assets/words.js", "assets/strength.js")),
)
WORDS_OF: dict[str, tuple[OthersWork, ...]] = {
    "es": (
        ("EFF long word list", "CC-BY-3.0-US", EFF, ("assets/strength.js",)),
        ("BIP-39 Spanish word list", "MIT", "https://github.com/paulmillr/scure-bip39", ("assets/words.js",)),
        ("OpenSubtitles word list", "ODC-By-1.0", "https://opus.nlpl.eu/", ("assets/words.js",)),
    ),
}
"""The lists of words of a language that has lists of its own, in place of `ENGLISH_WORDS`, by its code."""


def licences_text(root: Path, packages: Mapping[str, Iterable[str]], python: Mapping[str, list[str]]) -> str:
    """Write `licences.txt`; `packages` are those in each bundle, by its address.

    `python` says where each of Python's files is published.
    """
    styles = [address.replace("/own/", "/") for address in packages if address.endswith(".css")]
    parts = [*parts_of_packages(root, packages), *other_parts(root, styles, python)]
    return write_parts(sorted(parts, key=lambda part: (part.name.lower(), part.name)))


def packages_in(metafile: str) -> set[str]:
    """Return the npm packages of which a bundle holds at least one byte, from esbuild's metafile."""
    outputs = json.loads(metafile)["outputs"].values()
    taken = (name for output in outputs for name, part in output["inputs"].items() if part["bytesInOutput"])
    return {match[1] for name in taken if (match := PACKAGE.search(name))}


def parts_of_packages(root: Path, packages: Mapping[str, Iterable[str]]) -> list[Part]:
    files: dict[str, list[str]] = {}
    for address, names in packages.items():
        for name in names:
            files.setdefault(name, []).append(address)
    fonts = {FONTS: ["sheets/*.pdf"]}
    return [npm_part(packages_folder(root) / name, name, held) for name, held in (files | fonts).items()]


def npm_part(folder: Path, name: str, files: Iterable[str]) -> Part:
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    repository = about.get("repository", "")
    source = repository.get("url", "") if isinstance(repository, dict) else repository
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if is_licence(path.name)]
    if not texts:
        raise PluginError(f"{name}: licence: its package has none; possible: a text in {TEXTS}")
    return Part(
        name=f"{name} {about['version']}",
        licence=about["license"],
        source=address_of(source) or f"https://www.npmjs.com/package/{name}",
        files=tuple(sorted(files)),
        text="\n\n".join(map(plain, texts)),
    )


def other_parts(root: Path, styles: Iterable[str], python: Mapping[str, list[str]]) -> list[Part]:
    material = material_folder(root)
    words = WORDS_OF.get(language_of_build(), ENGLISH_WORDS)
    return [
        Part(
            name=f"Material for MkDocs {material.name.removeprefix(MATERIAL)}",
            licence="MIT",
            source="https://github.com/squidfunk/mkdocs-material",
            files=tuple(styles),
            text=plain((material / "LICENSE").read_text(encoding="utf-8")),
        ),
        *(
            Part(
                name=name,
                licence=licence,
                source=source,
                files=tuple(place for file in files for place in python.get(file, [file])),
                text=plain(
                    (root / TEXTS / f"{name.lower().replace(' ', '-')}.txt").read_text(encoding="utf-8")
                ),
            )
            for name, licence, source, files in (*EVERYWHERE, *words)
        ),
    ]


def material_folder(root: Path) -> Path:
    (folder,) = (root / "theme/vendor").glob(f"{MATERIAL}*")
    return folder


def is_licence(name: str) -> bool:
    return LICENCE_FILE.fullmatch(name) is not None


def address_of(repository: str) -> str:
    """Return the https address of a repository, as `package.json` files write it in several ways."""
    address = re.sub(r"^(git\+)?(https|git|ssh)://(git@)?|^git@|^github:", "", repository)
    address = re.sub(r"\.git$", "", address.replace("github.com:", "github.com/"))
    if re.fullmatch(r"[\w.-]+/[\w.-]+", address):
        address = f"github.com/{address}"
    return f"https://{address}" if address.startswith("github.com/") else ""


def plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.lstrip("\ufeff").splitlines()).strip()


def write_parts(parts: Iterable[Part], introduction: str = INTRODUCTION) -> str:
    """Write parts so that a person can read them, and `read_parts` too."""
    pieces = [introduction]
    for part in parts:
        head = f"{part.name}\nLicence: {part.licence}\nSource: {part.source}\nIn: {', '.join(part.files)}"
        pieces.append(f"{LINE}\n{head}\n{LINE}\n\n{part.text}")
    return "\n\n\n".join(pieces) + "\n"


def write_shortly(parts: Iterable[Part], introduction: str = INTRODUCTION) -> str:
    """Write parts for a page: a licence that several share is printed once, below all their notices."""
    shared: dict[str, list[Part]] = {}
    for part in parts:
        shared.setdefault(terms_of(part.text), []).append(part)
    pieces = [introduction]
    for group in shared.values():
        heads = [f"{part.name} ({part.licence}), {part.source}" for part in group]
        notices = ["\n".join(line for line in part.text.splitlines() if is_notice(line)) for part in group]
        named = "\n".join(f"{head}\n{notice}".strip() for head, notice in zip(heads, notices, strict=True))
        text = "\n".join(line for line in group[0].text.splitlines() if not is_name_or_notice(line))
        pieces.append(f"{LINE[:40]}\n{named}\n\n{text.strip()}")
    return "\n\n".join(pieces) + "\n"


def terms_of(text: str) -> str:
    """Return a licence without its name and the lines that name its holders, to compare it with others."""
    terms = " ".join(line for line in text.splitlines() if not is_name_or_notice(line))
    return " ".join(re.sub("[“”]", '"', terms).replace("-", "").lower().split())


def is_notice(line: str) -> bool:
    return re.match(r"copyright (\(c\)|©|\d{4})", line.strip(), re.IGNORECASE) is not None


def is_name_or_notice(line: str) -> bool:
    return is_notice(line) or line.strip().lower() in ("mit license", "the mit license (mit)")


def read_parts(text: str) -> list[Part]:
    """Read what `write_parts` wrote."""
    form = re.compile(
        rf"^{LINE}\n(?P<name>.+)\nLicence: (?P<licence>.+)\n"
        rf"Source: (?P<source>.+)\nIn: (?P<files>.+)\n{LINE}$",
        re.MULTILINE,
    )
    heads = [*form.finditer(text)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Part(
            name=head["name"],
            licence=head["licence"],
            source=head["source"],
            files=tuple(head["files"].split(", ")),
            text=text[head.end() : end].strip(),
        )
        for head, end in zip(heads, ends, strict=True)
    ]
