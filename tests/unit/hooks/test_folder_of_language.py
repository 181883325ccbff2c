"""Scripts of a language know that its folder is inside that of the whole guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hooks.languages.folder_of_language import IN_A_FOLDER, put_in_folder

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", IN_A_FOLDER)
def test_what_is_replaced_is_in_the_theme_once(name):
    english = (ROOT / name).read_text("utf-8")

    assert put_in_folder(name, english) != english


def test_other_scripts_stay_as_they_are():
    assert put_in_folder("theme/page.js", "const a = 1;") == "const a = 1;"


def test_a_list_of_files_may_name_the_python_of_all_languages_and_nothing_else_above():
    name = "theme/components/offline/list.js"
    pattern = re.search(r"SHARED = /(.+)/;", put_in_folder(name, (ROOT / name).read_text("utf-8")))
    shared = re.compile(pattern[1].replace(r"\/", "/"))

    assert shared.search("../assets/python/pyodide.asm.0123456789abcdef.wasm")
    for other in ("../assets/python/../x.js", "../assets/python/", "../now.html", "../../assets/python/x.js"):
        assert not shared.search(other), other
