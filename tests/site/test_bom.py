"""The bill of what is served lists every file and every part of others' work, in the form of CycloneDX 1.6.

The rules are those of its JSON schema, for what the bill uses.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from hooks.assets.licence_texts import PATH, read_parts
from hooks.hosting.bom import BOM, SEVERAL, make_bom, write_bom
from hooks.site.offline import MANIFEST

TOP = {"$schema", "bomFormat", "specVersion", "version", "metadata", "components"}
PART = {
    "type", "bom-ref", "name", "version", "hashes", "licenses", "purl", "externalReferences", "evidence",
}  # fmt: skip
HASHES = {"SHA-256": 64, "SHA-512": 128}
LICENCES = {
    "Apache-2.0", "BSD-3-Clause", "CC-BY-3.0-US", "CC-BY-4.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "ODC-By-1.0",
    "OFL-1.1", "PSF-2.0", "Unicode-3.0",
}  # fmt: skip
"""Those of the SPDX list, which the schema allows, that the guide has."""
PURL = re.compile(r"pkg:(npm|github|generic)(/[a-z0-9%._-]+)+(@[a-zA-Z0-9.-]+)?")


@pytest.fixture(scope="module")
def bom(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / BOM).read_bytes())
    return read


def of_type(bom: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {part["name"]: part for part in bom["components"] if part["type"] == kind}


def test_it_has_the_form_of_cyclonedx(bom):
    assert set(bom) == TOP
    assert (bom["bomFormat"], bom["specVersion"], bom["version"]) == ("CycloneDX", "1.6", 1)
    everything = [bom["metadata"]["component"], *bom["components"]]
    references = [part["bom-ref"] for part in everything]
    assert len(set(references)) == len(references)
    for part in everything:
        assert part.keys() <= PART
        assert part["type"] in ("application", "library", "file")
        assert all(isinstance(part[key], str) and part[key] for key in ("name", "bom-ref"))
        for digest in part.get("hashes", []):
            assert digest.keys() == {"alg", "content"}
            assert re.fullmatch(rf"[0-9a-f]{{{HASHES[digest['alg']]}}}", digest["content"])
        for entry in part.get("licenses", []):
            (licence,) = entry.values()
            assert entry.keys() == {"license"}
            assert licence == {"name": "see licences.txt"} or licence.keys() == {"id"}
            assert licence.get("id", "MIT") in LICENCES
        for reference in part.get("externalReferences", []):
            assert reference.keys() == {"type", "url"}
            assert reference["type"] in ("vcs", "website")
            assert reference["url"].startswith("https://")


def test_every_file_that_is_served_stands_in_it_with_its_hash(site, bom):
    found = {name: part["hashes"] for name, part in of_type(bom, "file").items()}
    served = [path for path in site.rglob("*") if path.is_file() and path.suffix not in (".gz", ".br")]

    assert found == {
        path.relative_to(site).as_posix(): [
            {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
        ]
        for path in served
        if path.name != BOM
    }


def test_every_part_of_others_work_stands_in_it_with_its_files(site, bom):
    found = {part["bom-ref"]: part for part in of_type(bom, "library").values()}
    parts = read_parts((site / PATH).read_text("utf-8-sig"))

    own = read_parts((site / "es" / PATH).read_text("utf-8-sig"))
    assert set(found) == {f"part:{part.name}" for part in (*parts, *own)}
    for part in parts:
        entry = found[f"part:{part.name}"]
        (licence,) = entry["licenses"]
        assert licence["license"] == (
            {"name": "see licences.txt"} if part.licence == SEVERAL else {"id": part.licence}
        )
        assert PURL.fullmatch(entry["purl"]), entry["purl"]
        assert entry["externalReferences"][0]["url"] == part.source
        places = [place["location"] for place in entry["evidence"]["occurrences"]]
        assert places
        assert all((site / place).is_file() for place in places)
        assert set(part.files) - set(places) <= {"sheets/*.pdf"}


def test_each_part_has_its_version_where_one_is_known(bom):
    parts = of_type(bom, "library")

    assert {name for name, part in parts.items() if "version" not in part} == {
        *("error-stack-parser", "BIP-39 Spanish word list", "OpenSubtitles word list")
    }
    assert parts["idb"]["purl"] == f"pkg:npm/idb@{parts['idb']['version']}"
    assert parts["@noble/hashes"]["purl"].startswith("pkg:npm/%40noble/hashes@")
    assert parts["Material for MkDocs"]["purl"].startswith("pkg:github/squidfunk/mkdocs-material@")
    assert {"SHA-512"} == {one["alg"] for part in parts.values() for one in part.get("hashes", [])}


def test_the_same_files_give_the_same_bytes(site, bom, root, tmp_path):
    assert make_bom(site, root) == bom
    copy = tmp_path / "site"
    copy.mkdir()
    for name in (MANIFEST, PATH, "assets/python/manifest.json"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((site / name).read_bytes())
    write_bom(copy, root)
    first = (copy / BOM).read_bytes()
    write_bom(copy, root)

    assert (copy / BOM).read_bytes() == first


def test_it_is_no_part_of_a_kept_guide(site):
    assert BOM not in (site / MANIFEST).read_text("utf-8")
