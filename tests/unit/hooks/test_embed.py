"""What may stand in a script or a style of the one file."""

import json

import pytest

from hooks.single_file.editions import WHOLE
from hooks.single_file.embed import carried_files, checked
from hooks.site.pages import OutputError


@pytest.mark.parametrize("end", ["</script", "</SCRIPT", "</style", "</Style", "<!--", "\r"])
def test_what_browsers_read_as_an_end_is_refused_however_it_is_written(end):
    with pytest.raises(OutputError) as error:
        checked(f"say('{end}')")

    assert error.value.problems == [
        f"say('{end}')…: {end!r} cannot stand in one file; possible: write it in two pieces"
    ]


def test_other_signs_may_stand_there():
    assert checked("a < b && '<div>'\n") == "a < b && '<div>'\n"


@pytest.mark.parametrize("place", ["", "../../../assets/python/"])
def test_the_published_core_of_python_is_carried_alone(tmp_path, place):
    site = tmp_path / "es" if place else tmp_path
    own, shared = site / "assets/python", tmp_path / "assets/python"
    for folder in (own, shared):
        folder.mkdir(parents=True, exist_ok=True)
    entries = {
        core: {"core.js": {"name": f"{place}core.{n}.js"}, "both.js": {"name": f"{place}both.js"}}
        for n, core in enumerate(("files", "slim"))
    }
    manifest = {**entries, "larger": 5, "lock": {}}
    (own / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    for name in ("core.0.js", "core.1.js", "both.js"):
        (shared / name).write_text(name, "utf-8")

    files = carried_files(site, WHOLE)

    assert json.loads(files.pop("assets/python/manifest.json")) == {
        "files": {"core.js": {"name": "core.0.js"}, "both.js": {"name": "both.js"}},
        "lock": {},
    }
    assert files == {f"assets/python/{name}": name.encode() for name in ("core.0.js", "both.js")}
