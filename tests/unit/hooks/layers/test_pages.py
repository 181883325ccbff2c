"""MkDocs reads the pages, and the files beside them, as a layer leaves them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from hooks.content.model import Content
from hooks.layers.folders import cache_folder, own_folder, parts_of
from hooks.layers.pages import replace_files

ROOT = Path(__file__).parents[4]
DOCS = ("index.md", "phone.md", "travel.md", "door.png", "map.png")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    for name in DOCS:
        path = tmp_path / "guide/docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The guide's {name}.")
    docs, site = (str(tmp_path / name) for name in ("guide/docs", "site"))
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], docs_dir=docs, site_dir=site)
    config.plugins._current_plugin = "hooks"  # as while an event is sent
    return config


def files_in(config: MkDocsConfig) -> Files:
    return Files(
        File(name, src_dir=config.docs_dir, dest_dir=config.site_dir, use_directory_urls=False)
        for name in DOCS
    )


def test_pages_are_changed_added_and_left_out_and_pictures_come_along(
    config: MkDocsConfig, tmp_path: Path
) -> None:
    (tmp_path / "own/docs").mkdir(parents=True)
    for name in ("house.png", "map.png"):
        (tmp_path / "own/docs" / name).write_text(f"Our {name}.")
    content = Content(
        files={
            "docs/index.md": "-",
            "docs/phone.md": "Ours.",
            "docs/house.md": "Our house.",
            "content/a.yml": "-",
        },
        other_files=["docs/house.png", "docs/map.png", "docs/door.png"],
        own={"docs/phone.md", "docs/house.md", "docs/house.png", "docs/map.png", "content/a.yml"},
        own_folder=tmp_path / "own",
    )
    files = files_in(config)
    content.rewritten = {"docs/index.md", "content/a.yml"}
    replace_files(files, content, config)
    assert {file.src_uri: file.content_string for file in files} == {
        "index.md": "-",
        "phone.md": "Ours.",
        "house.md": "Our house.",
        "door.png": "The guide's door.png.",
        "house.png": "Our house.png.",
        "map.png": "Our map.png.",
    }


def test_without_a_layer_every_file_stays_the_one_that_it_was(config: MkDocsConfig) -> None:
    files = files_in(config)
    before = list(files)
    replace_files(
        files,
        Content(
            files={f"docs/{name}": "" for name in DOCS if name.endswith(".md")},
            other_files=["docs/door.png", "docs/map.png"],
        ),
        config,
    )
    assert list(files) == before


def test_an_organisations_folder_is_the_one_that_is_named_or_that_lies_in_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUIET_GUIDE_ORGANISATION", raising=False)
    root = tmp_path / "guide"
    root.mkdir()
    assert (own_folder(root), cache_folder(root)) == (None, root / ".cache")
    (root / "organisation").mkdir()
    assert (own_folder(root), cache_folder(root)) == (root / "organisation", root / ".cache")
    monkeypatch.setenv("QUIET_GUIDE_ORGANISATION", str(tmp_path / "own"))
    assert (own_folder(root), cache_folder(root)) == (tmp_path / "own", tmp_path / "own/.cache")


def test_what_a_build_writes_into_an_organisations_folder_starts_no_new_build(tmp_path: Path) -> None:
    assert parts_of(None) == parts_of(tmp_path) == []
    for name in ("docs", ".cache", "site", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "organisation.yml").touch()
    assert parts_of(tmp_path) == [tmp_path / name for name in ("organisation.yml", "content", "docs")]
