"""Which other languages pages link to, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from hooks.languages.language import OWN, Language
from hooks.languages.others import other_languages
from hooks.site.links import mark_link
from hooks.site.neutral_names import rename_in

SPANISH = Language(lang="es", name="Español", dir="ltr", formats="es-US")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for lang, name in (("es", "Español"), ("fr", "Français")):
        folder = tmp_path / "languages" / lang
        folder.mkdir(parents=True)
        text = f"lang: {lang}\nname: {name}\nformats: {lang}\n"
        (folder / "language.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_english_links_to_the_folder_of_each_language(root: Path) -> None:
    assert [(one.lang, one.name, one.folder) for one in other_languages(root, OWN)] == [
        ("es", "Español", "es/"),
        ("fr", "Français", "fr/"),
    ]


def test_a_language_links_to_english_above_it_and_to_the_others_beside_it(root: Path) -> None:
    assert [(one.lang, one.folder) for one in other_languages(root, SPANISH)] == [
        ("en", "../"),
        ("fr", "../fr/"),
    ]


def test_a_guide_in_one_language_has_no_link(tmp_path: Path) -> None:
    assert other_languages(tmp_path, OWN) == []


def test_the_link_is_no_place_of_this_build() -> None:
    link = html.fromstring('<a lang="es" hreflang="es" href="es/now.html">Español</a>')

    assert mark_link(link, "now.html", {}, [], "/") is None
    assert "data-open" not in link.attrib


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("now.html", "es/now.html", "es/7.html"),
        ("sheets/calls-log.html", "../es/sheets/calls-log.html", "../es/sheets/8.html"),
        ("index.html", "es/index.html", "es/index.html"),
    ],
)
def test_a_neutral_name_is_that_of_the_page_in_the_other_language_too(name, before, after):
    page = html.document_fromstring(f'<body><a hreflang="es" href="{before}">Español</a></body>')

    rename_in(page, name, {"now.html": "7.html", "sheets/calls-log.html": "sheets/8.html"}, {}, "/")

    assert page.xpath("//a/@href") == [after]
