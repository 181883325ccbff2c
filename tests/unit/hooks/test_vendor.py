"""The build takes Material's style sheet from `theme/vendor/`; say when the installed one is another."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

from hooks.assets.bundles import vendored_style_sheet
from hooks.assets.licence_texts import material_folder

ROOT = Path(__file__).resolve().parents[3]


def test_the_style_sheet_and_the_licence_are_those_of_the_installed_material() -> None:
    ours = {path.name: path.read_bytes() for path in material_folder(ROOT).iterdir()}
    files = distribution("mkdocs-material").files or []
    style_sheet = vendored_style_sheet(ROOT).name
    theirs = {
        path.name: path.locate().read_bytes()
        for path in files
        if path.match("templates/assets/stylesheets/main.*.css") or path.name == "LICENSE"
    }

    assert ours.keys() == {style_sheet, "LICENSE"}
    changed = f"Material {distribution('mkdocs-material').version} brings others; see theme/vendor/README.md"
    assert ours.keys() == theirs.keys(), changed
    assert [name for name in ours if ours[name] != theirs[name]] == [], changed
