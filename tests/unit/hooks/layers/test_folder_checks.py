"""What lies in an organisation's folder is read, or named: no slip of a name and no link stays unseen."""

from __future__ import annotations

from pathlib import Path

from hooks.layers.folder_checks import problems_of_folder

LINK = "it is a link to somewhere else; possible: the file itself"


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")


def test_a_folder_as_it_should_be_has_no_problems(tmp_path: Path) -> None:
    write(
        tmp_path,
        "organisation.yml",
        "words.po",
        "logo.svg",
        "docs/house.md",
        "content/log.yml",
        "public/CNAME",
    )
    others = ("README.md", "words.pot", "organisation.yml.bak", "logo-2.svg", "publish.sh", ".was/guide.json")
    write(tmp_path, *others, "site/index.html", "dist/notes.html", "netlify.toml")

    assert list(problems_of_folder(tmp_path)) == []


def test_a_name_with_a_slip_is_told(tmp_path: Path) -> None:
    write(tmp_path, "Docs/house.md", "contents/log.yml", "organization.yml", "word.po")

    assert list(problems_of_folder(tmp_path)) == [
        "Docs: nothing reads it; possible: docs, or another name",
        "contents: nothing reads it; possible: content, or another name",
        "organization.yml: nothing reads it; possible: organisation.yml, or another name",
        "word.po: nothing reads it; possible: words.po, or another name",
    ]


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path, "docs", "public", "words.po/x")

    assert list(problems_of_folder(tmp_path)) == [
        "docs: it is a file; possible: a folder of that name",
        "public: it is a file; possible: a folder of that name",
        "words.po: it is a folder; possible: a file of that name",
    ]


def test_links_are_told_also_those_that_lead_nowhere(tmp_path: Path) -> None:
    write(tmp_path, "docs/house.md", "elsewhere/secret.md")
    for name in ("docs/notes.md", "docs/pictures", "public", "logo.svg"):
        (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs/gone.md").symlink_to(tmp_path / "nowhere")

    assert list(problems_of_folder(tmp_path)) == [
        f"{name}: {LINK}" for name in ("docs/gone.md", "docs/notes.md", "docs/pictures", "logo.svg", "public")
    ]
