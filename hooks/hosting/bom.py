"""Write `bom.cdx.json`, the CycloneDX bill of what is served: each part of others' work, and each file.

`python -m hooks.hosting` writes it into a finished folder, without the generator. The parts are those of
`licences.txt`. It has no date and no number of its own: the same files give the same bytes.
"""

from __future__ import annotations

import base64
import fnmatch
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel.core import get_cldr_version

from hooks.assets.licence_texts import PATH as LICENCES
from hooks.assets.licence_texts import Part, read_parts
from hooks.site.offline import MANIFEST

BOM = "bom.cdx.json"
SPECIFICATION = "1.6"
PYTHON = "assets/python/manifest.json"
OWN = ("MIT", "CC-BY-4.0")
"""The licences of the guide's code and text."""
SEVERAL = "several"
"""What `licences.txt` says of a part whose pieces have licences of their own."""
GITHUB = "https://github.com/"
NPM = re.compile(r"(?P<name>\S+) (?P<version>\d\S*)")
"""How `licences.txt` names an npm package. Material for MkDocs is named so too, with blanks in its name."""


def write_bom(site: Path, root: Path) -> None:
    text = json.dumps(make_bom(site, root), indent=1, ensure_ascii=False) + "\n"
    (site / BOM).write_text(text, encoding="utf-8")


def make_bom(site: Path, root: Path) -> dict[str, Any]:
    """Return the bill of a finished folder of the project in `root`."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in files_below(site)}
    packages = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    versions = versions_of(json.loads(files[PYTHON]), packages)
    parts = parts_of_all(files)
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {"component": guide(json.loads(files[MANIFEST])["version"])},
        "components": [
            *(component_of(part, files, versions, packages) for part in parts),
            *(file_of(name, data) for name, data in files.items()),
        ],
    }


def parts_of_all(files: Mapping[str, bytes]) -> list[Part]:
    """Return by name the parts that `licences.txt` names, that of each language too."""
    parts: dict[str, Part] = {}
    for name, data in files.items():
        folder, _, file = name.rpartition("/")
        if file == LICENCES:
            for part in read_parts(data.decode("utf-8-sig")):
                held = tuple(posixpath.normpath(posixpath.join(folder, pattern)) for pattern in part.files)
                before = parts.get(part.name)
                parts[part.name] = replace(part, files=(*(before.files if before else ()), *held))
    return sorted(parts.values(), key=lambda part: (part.name.lower(), part.name))


def files_below(site: Path) -> list[Path]:
    """List all that is served but the bill itself, and what is made after it."""
    made_later = re.compile(rf"{re.escape(BOM)}|.*\.(gz|br)")
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return [path for path in paths if not made_later.fullmatch(path.name)]


def guide(published: str) -> dict[str, Any]:
    """Describe the whole; its version is the one by which browsers know it."""
    return {
        "type": "application",
        "bom-ref": "guide",
        "name": "guide",
        "version": published,
        "licenses": [{"license": {"id": id}} for id in OWN],
    }


def file_of(name: str, data: bytes) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": f"file:{name}",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}],
    }


def component_of(
    part: Part,
    files: Iterable[str],
    versions: Mapping[str, str],
    packages: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """Describe a part of others' work, and where in the site it lies."""
    named = NPM.fullmatch(part.name)
    package = packages.get(f"node_modules/{named['name']}", {}) if named else {}
    name, number = (named["name"], named["version"]) if named else (part.name, versions.get(part.name, ""))
    if not named and (with_blanks := re.fullmatch(r"(.+) (\d[\w.]*)", part.name)):
        name, number = with_blanks.groups()
    address = purl_of(name, number, part.source, is_npm=bool(package))
    held = [file for pattern in part.files for file in files if fnmatch.fnmatchcase(file, pattern)]
    return {
        "type": "library",
        "bom-ref": f"part:{part.name}",
        "name": name,
        **({"version": number} if number else {}),
        **({"hashes": hashes_of(package)} if package else {}),
        "licenses": [
            {"license": {"name": "see licences.txt"} if part.licence == SEVERAL else {"id": part.licence}}
        ],
        "purl": address,
        "externalReferences": [
            {"type": "vcs" if part.source.startswith(GITHUB) else "website", "url": part.source}
        ],
        "evidence": {"occurrences": [{"location": file} for file in dict.fromkeys(held)]},
    }


def purl_of(name: str, number: str, source: str, *, is_npm: bool) -> str:
    """Return the package URL: of npm, of the place where the source is, or of none."""
    if is_npm:
        base = f"pkg:npm/{quote(name, safe='/')}"
    elif source.startswith(GITHUB):
        base = f"pkg:github/{source.removeprefix(GITHUB).lower()}"
    else:
        base = f"pkg:generic/{quote(name.lower().replace(' ', '-'))}"
    return f"{base}@{quote(number)}" if number else base


def hashes_of(package: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the hash of the package that npm fetched, as its lock file has it."""
    kind, _, digest = str(package["integrity"]).partition("-")
    algorithm = {"sha512": "SHA-512", "sha384": "SHA-384", "sha256": "SHA-256"}[kind]
    return [{"alg": algorithm, "content": base64.b64decode(digest).hex()}]


def versions_of(manifest: dict[str, Any], packages: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the versions of parts that `licences.txt` names without one."""
    told = manifest["lock"]["info"]
    return {
        "Pyodide": str(packages["node_modules/pyodide"]["version"]),
        "Python": told["python"],
        "Parts of Python": told["python"],
        "Emscripten": told["platform"].removeprefix("emscripten_").replace("_", "."),
        "CLDR": get_cldr_version(),
        "libphonenumber": version("phonenumbers"),  # which counts as the library that it follows
        "EFF long word list": "2016",
    }
