"""The one file and the archive carry the licences of what they hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import html

from hooks.assets.licence_texts import PATH
from tests.dist.test_files import views_of
from tests.engines.one_file import SMALL, WHOLE

IN_BOTH = ("age-encryption", "@noble/curves", "idb", "minisearch", "Material for MkDocs", "EFF long word list")
ONLY_IN_WHOLE = ("Pyodide", "Python", "Emscripten", "@zxcvbn-ts/language-en")


@pytest.mark.parametrize(("name", "is_whole"), [(WHOLE, True), (SMALL, False)])
def test_the_one_file_holds_the_licences_of_its_parts_and_of_no_others(
    dist: Path, name: str, is_whole: bool
) -> None:
    about = views_of(html.document_fromstring((dist / name).read_text("utf-8")))["about"]
    (text,) = about.xpath(".//details[@class='licences']/pre/text()")

    for part in IN_BOTH:
        assert f"\n{part} " in text, part
    for part in ONLY_IN_WHOLE:
        assert (f"\n{part} " in text) is is_whole, part
    assert "Permission is hereby granted, free of charge" in text
    assert "Redistribution and use in source and binary forms" in text
    assert not about.xpath(f".//a[contains(@href, '{PATH}')]")


def test_the_archive_holds_the_sites_list(dist: Path, site: Path) -> None:
    with zipfile.ZipFile(dist / "site.zip") as archive:
        assert archive.read(f"{WHOLE.removesuffix('.html')}/{PATH}") == (site / PATH).read_bytes()
