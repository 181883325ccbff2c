"""Which texts of a layer are behind, what readers see of them, and in which order they are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hooks.layers.behind import Behind, in_words, list_behind
from tests.unit.hooks.layers.small import DANGER, FILES, LOCK, OLD, PHONE, guide, laid, of

OURS = "Come to us.\n"
WITHDRAWN = f"- {{hash: {OLD!r}, day: 2026-11-28, why: The code was wrong.}}\n"


def old(name: str, fields: str = "", body: str = OURS) -> dict[str, str]:
    """Change a text that was made from an older one of the guide."""
    return {name: f"---\nof: {OLD}\n{fields}---\n{body}"}


def test_a_text_made_from_an_older_one_is_shown_and_told() -> None:
    content, problems = laid(old(LOCK))
    assert problems == []
    assert content.files[LOCK].endswith(f"---\n{OURS}")
    assert content.behind == {
        LOCK: Behind(LOCK, OLD, of(LOCK), "2026-11-22", FILES[LOCK], "shown"),
    }
    assert in_words(content.behind[LOCK]) == (
        f"{LOCK}: of: the guide's text changed on 22 November 2026, and readers of yours are told so; "
        f"read it, change yours where the meaning changed, then write of: {of(LOCK)}"
    )


def test_a_text_that_says_what_the_guide_says_is_behind_until_its_hash_is_written_anew() -> None:
    content, problems = laid(old(LOCK, "action: Change  the code\n", "Pick a\ncode.\n"))
    assert (content.behind[LOCK].state, problems) == ("shown", [])


def test_an_old_hash_without_another_text_is_not_behind() -> None:
    content, problems = laid(old(LOCK, "horizon: later\n", ""))
    assert (content.behind, problems) == ({}, [])


def test_the_guides_own_caution_is_shown_in_place_of_an_older_one() -> None:
    content, _ = laid(old(LOCK, "caution: Nobody notices.\n"))
    assert content.data[LOCK]["caution"] == "It may be noticed."
    assert content.files[LOCK].endswith(f"---\n{OURS}")
    assert ": readers see its caution, and the rest of yours; " in in_words(content.behind[LOCK])


def test_a_caution_in_other_words_stays_while_it_is_not_behind() -> None:
    content, problems = laid({LOCK: f"---\nof: {of(LOCK)}\ncaution: They see it at once.\n---\n"})
    assert (content.data[LOCK]["caution"], content.behind, problems) == ("They see it at once.", {}, [])


def test_a_caution_where_the_guide_has_none_stays_even_behind() -> None:
    without = FILES[LOCK].replace("caution: It may be noticed.\n", "")
    content, _ = laid(old(LOCK, "caution: They see it at once.\n"), guide(**{LOCK: without}))
    assert content.data[LOCK]["caution"] == "They see it at once."
    assert content.behind[LOCK].state == "shown"


@pytest.mark.parametrize("name", [DANGER, "docs/now.md", "docs/reading.md", "docs/offline.md"])
def test_what_is_read_in_danger_and_what_keeping_says_is_never_shown_behind(name: str) -> None:
    content = guide(**{name: FILES.get(name, FILES[PHONE])})
    before = content.files[name]
    content, problems = laid(
        old(name, "title: Ours\n" if name.startswith("docs") else "action: Ours\n"), content
    )
    assert problems == []
    assert content.files[name].split("---\n", 2)[2] == before.split("---\n", 2)[2]
    assert "Ours" not in content.files[name]
    assert content.behind[name].state == "guide"
    assert "this is never shown behind: readers see the guide's own text in place of yours; " in in_words(
        content.behind[name]
    )


def test_what_was_made_from_a_withdrawn_text_is_never_shown() -> None:
    content, problems = laid(
        old(LOCK, "action: Ours\nhorizon: later\n"), guide(**{"content/withdrawn.yml": WITHDRAWN})
    )
    assert problems == []
    assert content.files[LOCK].endswith("---\nPick a code.\n")
    assert content.data[LOCK]["action"] == "Change the code"
    assert in_words(content.behind[LOCK]) == (
        f"{LOCK}: of: {OLD}, of which yours was made, was withdrawn, so readers see the guide's own text in "
        "place of yours (The code was wrong.); read it, change yours where the meaning changed, then write "
        f"of: {of(LOCK)}"
    )


def test_what_was_made_from_a_text_that_the_guide_no_longer_has_is_left_out_and_told() -> None:
    gone = "content/advice/phone/gone.md"
    content, problems = laid(old(gone))
    assert problems == []
    assert gone not in content.files
    assert in_words(content.behind[gone]) == (
        f"{gone}: of: the guide has no such text any more, so yours is not shown; "
        "remove the file, or take out `of` and write all of its fields"
    )


def test_an_older_page_names_the_steps_that_the_guides_page_names_now() -> None:
    """A new step is not lost, one that went elsewhere is not named twice, and own steps stay."""
    own = {"content/advice/phone/own.md": "---\naction: Ours\n---\nOurs.\n"}
    body = "# Ours { #ours }\n\n<!-- advice: moved -->\n\n<!-- advice: own -->\n\nMore.\n"
    content, problems = laid({**own, **old(PHONE, body=body)})
    assert problems == []
    assert content.files[PHONE].endswith(
        "---\n# Ours { #ours }\n\n\n<!-- advice: own -->\n\nMore.\n\n<!-- advice: lock -->\n"
    )
    assert content.behind[PHONE].day == ""


def test_the_most_dangerous_is_told_first_and_what_is_left_out_is_not_told() -> None:
    one = Behind(LOCK, OLD, OLD, "", FILES[LOCK], "shown")
    plain = "---\nhorizon: {}\n---\n"
    wanted = [
        replace(one, name="content/advice/work/w.md", text=plain.format("later"), state="withdrawn"),
        replace(one, name=DANGER, text=FILES[DANGER], state="guide"),
        replace(one, name="docs/now.md", state="guide"),
        replace(one, name="docs/reading.md", state="guide"),
        replace(one, name="content/advice/phone/b.md", text="---\nhorizon: later\nreaction: 'yes'\n---\n"),
        replace(one, name="content/advice/phone/a.md", text=plain.format("today")),
        replace(one, name="content/advice/home/b.md", text=plain.format("this-week")),
        replace(one, name="content/advice/home/a.md", text=plain.format("later")),
        replace(one, name="content/advice/home/gone.md", text="", state="gone"),
        replace(one, name="docs/phone.md", text=FILES[PHONE]),
    ]
    content = guide(**{behind.name: "" for behind in wanted if behind.state != "gone"})
    left_out = replace(one, name="content/advice/travel/left-out.md")
    content.behind = {behind.name: behind for behind in [left_out, *reversed(wanted)]}
    assert list_behind(content) == wanted
