"""Licences are taken from packages, and a package without one stops the build."""
# ruff: noqa: E501 (texts stay whole)

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from hooks.assets.licence_texts import (
    Part,
    address_of,
    npm_part,
    other_parts,
    packages_in,
    read_parts,
    write_parts,
    write_shortly,
)

ROOT = Path(__file__).resolve().parents[3]
TERMS = 'Permission is hereby granted, free of charge ("Software").\n\nTHE SOFTWARE IS PROVIDED "AS IS".'


def part(name, text, licence="MIT", files=("assets/page.js",)):
    return Part(name=name, licence=licence, source=f"https://github.com/a/{name}", files=files, text=text)


def test_only_packages_of_which_a_byte_is_left_are_in_a_bundle():
    def inputs(**sizes):
        return {name: {"bytesInOutput": size} for name, size in sizes.items()}

    metafile = {
        "outputs": {
            "made": {
                "inputs": inputs(**{
                    "theme/page.js": 9,
                    "node_modules/idb/build/index.js": 5,
                    "node_modules/@noble/curves/abstract/weierstrass.js": 1,
                    "node_modules/@noble/curves/nist.js": 0,
                    "node_modules/unused/index.js": 0,
                    "node_modules/a/node_modules/@b/c/index.js": 2,
                })
            }
        }
    }  # fmt: skip

    assert packages_in(json.dumps(metafile)) == {"idb", "@noble/curves", "a"}


@pytest.mark.parametrize(
    ("language", "lists"),
    [
        ("", {"EFF long word list": ("assets/words.js", "assets/strength.js")}),
        ("fr", {"EFF long word list": ("assets/words.js", "assets/strength.js")}),
        (
            "es",
            {
                "EFF long word list": ("assets/strength.js",),
                "BIP-39 Spanish word list": ("assets/words.js",),
                "OpenSubtitles word list": ("assets/words.js",),
            },
        ),
    ],
)
def test_each_language_names_the_lists_that_its_words_are_chosen_from(language, lists, monkeypatch):
    monkeypatch.setenv("GUIDE_LANGUAGE", language)

    parts = {part.name: part for part in other_parts(ROOT, [], {})}

    assert {name: part.files for name, part in parts.items() if name.endswith("word list")} == lists


@pytest.fixture
def package(tmp_path):
    def write(**texts):
        about = {
            "version": "1.2.3",
            "license": "MIT",
            "repository": {"url": "git+https://github.com/a/b.git"},
        }
        (tmp_path / "package.json").write_text(json.dumps(about))
        for name, text in texts.items():
            (tmp_path / name.replace("__", ".")).write_text(text)
        return npm_part(tmp_path, "b", ["assets/plan.js", "assets/page.js"])

    return write


def test_a_part_names_version_source_files_and_all_texts_of_its_package(package):
    assert package(LICENSE__md="Terms \n", NOTICE__md="A notice", README__md="# B") == Part(
        name="b 1.2.3",
        licence="MIT",
        source="https://github.com/a/b",
        files=("assets/page.js", "assets/plan.js"),
        text="Terms\n\nA notice",
    )


def test_a_package_without_a_licence_stops_the_build(package):
    with pytest.raises(
        PluginError, match="b: licence: its package has none; possible: a text in hooks/assets/licences"
    ):
        package(README__md="MIT")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("git+https://github.com/a/b.git", "https://github.com/a/b"),
        ("git://github.com/a/b.git", "https://github.com/a/b"),
        ("git+ssh://git@github.com/a/b.git", "https://github.com/a/b"),
        ("git@github.com:a/b.git", "https://github.com/a/b"),
        ("github:a/b", "https://github.com/a/b"),
        ("a/b", "https://github.com/a/b"),
        ("https://github.com/a/b/tree/main/c", "https://github.com/a/b/tree/main/c"),
        ("", ""),
    ],
)
def test_a_source_is_an_address_that_can_be_opened(written, address):
    assert address_of(written) == address


def test_what_is_written_can_be_read_again():
    parts = [
        part("a", f"Copyright (c) A\n\n{TERMS}\n\n{'-' * 80}\n= b ="),
        part("b", "In: this", files=("x", "y/*.pdf")),
    ]

    assert read_parts(write_parts(parts)) == parts


def test_terms_that_several_share_stand_once_below_all_their_holders():
    parts = [
        part("a", f"MIT License\n\nCopyright (c) 2020 A\n\n{TERMS}"),
        part("b", f"The MIT License (MIT)\n\nCopyright © 2021 B\n\n{TERMS.replace(' AS', chr(10) + 'AS')}"),
        part("c", "Copyright 2019 C\n\nOther terms.", licence="X"),
    ]
    text = write_shortly(parts, "Words.")

    assert text == (
        f"Words.\n\n{'=' * 40}\n"
        "a (MIT), https://github.com/a/a\nCopyright (c) 2020 A\nb (MIT), https://github.com/a/b\nCopyright © 2021 B\n\n"
        f"{TERMS}\n\n{'=' * 40}\nc (X), https://github.com/a/c\nCopyright 2019 C\n\nOther terms.\n"
    )
