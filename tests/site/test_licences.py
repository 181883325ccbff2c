"""Whoever gets the guide gets the licence of every part of others' work that is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hooks.assets.bundles import make_bundle, sources_of
from hooks.assets.licence_texts import PATH, Part, read_parts
from hooks.assets.python_bundle import CATALOGUE, addresses_of
from hooks.content.views import read_views
from tests.site.conftest import ROOT

SOURCES = sources_of(read_views(ROOT)[0].values())
TERMS = {
    "Apache-2.0": "Apache License Version 2.0, January 2004",
    "BSD-3-Clause": "Redistribution and use in source and binary forms, with or without",
    "CC-BY-3.0-US": "https://creativecommons.org/licenses/by/3.0/us/",
    "ISC": "Permission to use, copy, modify, and/or distribute this software for any purpose",
    "MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy",
    "MIT-0": "Permission is hereby granted, free of charge, to any person obtaining a copy",
    "MPL-2.0": "Exhibit A - Source Code Form License Notice",
    "OFL-1.1": "SIL OPEN FONT LICENSE",
    "PSF-2.0": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    "Unicode-3.0": "to any person obtaining a copy of data files",
    "several": "Redistribution and use in source and binary forms, with or without",
}
IN_PYTHON = (
    "Mersenne Twister",
    "Expat",
    "libmpdec",
    "zlib",
    "libffi",
    "mimalloc",
    "SipHash",
    "HACL",
    "bzip2",
)


@pytest.fixture(scope="module")
def parts(site: Path) -> dict[str, Part]:
    """Each part, by its name without its version."""
    found = read_parts((site / PATH).read_text("utf-8-sig"))
    return {re.sub(r" [0-9.]+$", "", part.name): part for part in found}


def test_each_part_has_the_terms_of_its_licence_and_names_its_holders(parts):
    for name, part in parts.items():
        assert TERMS[part.licence].lower() in " ".join(part.text.split()).lower(), name
        assert re.search(r"copyright|made by", part.text, re.IGNORECASE), name
        assert part.source.startswith("https://"), name


@pytest.mark.parametrize("uri", SOURCES)
def test_every_package_in_a_script_stands_in_the_list_with_that_script(uri, parts, root):
    packages = make_bundle(root, SOURCES[uri]).packages

    assert packages == {name for name, part in parts.items() if uri in part.files and name in packages}


def test_python_fonts_and_styles_stand_in_the_list_too(site, parts):
    held = {file for part in parts.values() for file in part.files}
    python = addresses_of((site / "assets/python/manifest.json").read_bytes())

    assert {address for name, address in python.items() if name != CATALOGUE} <= held
    assert {path.relative_to(site).as_posix() for path in (site / "assets").glob("*.css")} <= held
    assert "sheets/*.pdf" in held
    for name in IN_PYTHON:
        assert name in parts["Parts of Python"].text
    assert {name for name in held if "*" not in name and not (site / name).is_file()} == set()


def test_about_names_each_part_with_its_licence_and_its_source(site, pages):
    (listed,) = pages["about.html"].xpath("//ul[@data-site-only]")
    shown = {
        (link.text, licence.removesuffix(": "), link.get("href"))
        for entry in listed
        for licence in entry.xpath("text()[1]")
        for link in entry
    }
    parts = read_parts((site / PATH).read_text("utf-8-sig"))

    assert shown == {
        (part.name, part.licence.replace("several", "Several licences"), part.source) for part in parts
    }


def test_a_page_offers_the_list_to_save_and_opens_it_nowhere(pages):
    links = [link for page in pages.values() for link in page.xpath(f"//a[contains(@href, '{PATH}')]")]

    assert links
    assert {link.get("download") for link in links} == {PATH}
