"""The report of an upgrade says each thing once, and nothing is written before somebody asks for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hooks.layers.behind_table import behind_table
from hooks.layers.change import change, keep_as_it_is
from hooks.layers.text_hash import text_hash
from hooks.layers.upgrade import finish, remember, report, write_merges
from tests.unit.hooks.layers.guides import GUIDE, PAGE, PLACE, STEP, commit, edit, write

TODAY = date(2026, 12, 1)
SETTINGS = """# Casa Clara.
name: Casa Clara
guide: 0.1.0  # quiet-guide upgrade writes it
countries: [ie]
leave_out: [travel]
"""
NOTHING = """# Upgrade to 0.1.0

No text of yours is behind.

## 1. What changed in the advice

The changelog says nothing new.

## 2. What you changed, and the guide too

Nothing: the guide did not change what you changed.

## 3. New and gone

Nothing.

## 4. Withdrawn

Nothing.

## 5. Numbers that nobody has checked for 6 months, or at all

None in your countries.

## 6. What changed for those who publish

The changelog says nothing new.

## Then

Run `quiet-guide check`, then `quiet-guide build`. When you have read this, `quiet-guide upgrade --done` writes `guide: 0.1.0` into `organisation.yml`, and remembers what the guide holds now. A text that is behind stays behind until you have changed it.
"""  # noqa: E501


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "guide", GUIDE)


@pytest.fixture
def own(tmp_path: Path, root: Path) -> Path:
    """A copy that changes a step, a page and a number, and has a page of its own."""
    folder = tmp_path / "own"
    write(
        folder, {"organisation.yml": SETTINGS, "docs/house.md": "---\nview: house\n---\n[Phone](phone.md)\n"}
    )
    change(root, folder, "change-your-code")
    change(root, folder, "phone.md")
    edit(folder, STEP, "Pick a new one.", "Come to us, and pick a new one.")
    edit(folder, PAGE, "\nKeep it close.\n", "\nKeep it close. We can help.\n")
    write(folder, {PLACE: "helplines:\n  - id: womens-aid\n    how: Say that we sent you.\n"})
    remember(root, folder, "0.1.0")
    return folder


def part(number: int, text: str) -> str:
    """Return one numbered part of a report, without its heading. Texts in it can have headings too."""
    after = f"\n\n## {number + 1}. " if number < 6 else "\n\n## Then\n"
    return text.partition(f"\n## {number}. ")[2].partition("\n\n")[2].partition(after)[0]


def said(root: Path, own: Path, number: int, today: date = TODAY, version: str = "0.1.0") -> str:
    return part(number, report(root, own, version, today))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_where_nothing_changed_the_report_says_so_of_each_part(root: Path, own: Path) -> None:
    assert report(root, own, "0.1.0", TODAY) == NOTHING
    assert behind_table(root, own) == "No text of yours is behind."


def test_a_text_that_the_guide_changed_is_shown_with_its_words_and_a_merge(root: Path, own: Path) -> None:
    edit(root, STEP, "guards your messages", "guards all your messages")
    old, new = text_hash(STEP, GUIDE[STEP]), text_hash(STEP, (root / STEP).read_text("utf-8"))
    merged = (own / STEP).read_text("utf-8").replace("your messages", "all your messages").replace(old, new)
    assert said(root, own, 2) == (
        f"### Change your code\n\n`{STEP}`. The guide's text changed. "
        f"Yours was made from `{old}`; it is `{new}` now.\n\n"
        "What the guide changed, as [-taken out-] and {+put in+}:\n\n"
        "```text\nbody:\nThe code guards {+all+} your messages.\n```\n\n"
        "You did not change the same paragraphs, so both fit together. Read it as a whole; "
        "`quiet-guide upgrade --write` writes this into your file:\n\n"
        f"```markdown\n{merged.rstrip()}\n```\n\n"
        f"When yours says what it should, `quiet-guide change change-your-code --same` writes `of: {new}`: "
        "also at once, if the guide only says the same in other words."
    )
    assert write_merges(root, own) == [STEP]
    assert (own / STEP).read_text("utf-8") == merged
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_a_paragraph_that_both_changed_is_shown_from_both_sides_and_never_written(
    root: Path, own: Path
) -> None:
    edit(root, STEP, "Pick a new one.", "Choose a new one.")
    edit(root, STEP, "guards your messages", "guards all your messages")
    assert (
        "You and the guide changed the same. Decide, and write it into your file:\n\n```text\n"
        "body, the guide before:\nPick a new one.\n\nbody, yours:\nCome to us, and pick a new one.\n\n"
        "body, the guide now:\nChoose a new one.\n```\n\n"
    ) in said(root, own, 2)
    before = contents(own)
    assert write_merges(root, own) == []
    assert contents(own) == before
    keep_as_it_is(root, own, "change-your-code")
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_what_the_own_text_does_not_hold_is_shown_already(root: Path, own: Path) -> None:
    write(own, {STEP: f"---\nof: {text_hash(STEP, GUIDE[STEP])}\naction: Change it with us\n---\n"})
    edit(root, STEP, "guards your messages", "guards all your messages")
    assert "None of that is in your file: readers see the guide's new words already." in said(root, own, 2)
    assert write_merges(root, own) == [STEP]
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_a_caution_that_was_copied_follows_the_guides(root: Path, own: Path) -> None:
    edit(root, STEP, "plan first.", "make a plan first, and tell someone.")
    assert "caution:\nThe person may notice: {+make a+} plan [-first.-] {+first, and tell someone.+}" in said(
        root, own, 2
    )
    write_merges(root, own)
    assert "caution: 'The person may notice: make a plan first, and tell someone.'\n" in (
        own / STEP
    ).read_text("utf-8")
    assert "Come to us" in (own / STEP).read_text("utf-8")


def test_the_history_of_the_guide_finds_what_a_text_was_made_from(root: Path, own: Path) -> None:
    commit(root, "2026-11-22")
    edit(root, STEP, "guards your messages", "guards all your messages")
    commit(root, "2026-11-28")
    (own / ".was" / STEP).unlink()
    shown = said(root, own, 2)
    assert "The guide's text changed on 28 November 2026. Yours was made from" in shown
    assert "The code guards {+all+} your messages." in shown


def test_where_nobody_kept_the_earlier_text_the_present_one_is_shown(root: Path, own: Path) -> None:
    edit(root, PAGE, "\nKeep it close.\n", "\nKeep it near.\n")
    (own / ".was" / PAGE).unlink()
    assert (
        "Nobody kept what the guide said before. This is what it says now:\n\n```text\ntitle: Phone\n\n"
        "summary: Keep it close.\n\nbody: # Your phone\n\nKeep it near.\n```\n\n"
    ) in said(root, own, 2)
    assert write_merges(root, own) == []


def test_another_field_that_both_set_is_shown_although_no_text_changed(root: Path, own: Path) -> None:
    edit(own, STEP, "action:", "horizon: later\naction:")
    edit(root, STEP, "horizon: this-week", "horizon: today")
    assert said(root, own, 2) == (
        f"### Change your code\n\n`{STEP}`.\n\nThe guide also changed what you set here. Yours stays; check "
        "whether it is still right.\n\n- `horizon`: “this-week” is now “today”; yours stays “later”"
    )
    keep_as_it_is(root, own, "change-your-code")
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_a_record_is_shown_by_field_and_says_which_of_them_stay(root: Path, own: Path) -> None:
    edit(root, PLACE, "how: Day and night.", "how: At any hour.")
    edit(root, PLACE, '["1800 341 900"]', '["1800 341 901"]')
    assert said(root, own, 2) == (
        f"### helplines/womens-aid\n\n`{PLACE}`. "
        "The guide changed this entry, of which you change fields.\n\n"
        '- `number`: “["1800 341 900"]” is now “["1800 341 901"]”; yours comes from the guide\n'
        "- `how`: “Day and night.” is now “At any hour.”; yours stays “Say that we sent you.”"
    )
    finish(root, own, "0.1.0")
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_of_a_record_that_was_changed_since_the_hash_alone_is_known(root: Path, own: Path) -> None:
    (own / ".was" / PLACE).unlink()
    edit(root, PLACE, "how: Day and night.", "how: At any hour.")
    write(own, {PLACE: (own / PLACE).read_text("utf-8") + "  - id: house\n    name: Ours\n"})
    assert said(root, own, 2) == (
        f"### helplines/womens-aid\n\n`{PLACE}`. The guide changed this entry, and nobody kept what it said. "
        "Compare by hand."
    )


def test_the_most_urgent_is_first(root: Path, own: Path) -> None:
    change(root, own, "call")
    change(root, own, "look")
    for name in (PAGE, STEP, "content/advice/now/call.md", "content/advice/travel/look.md"):
        (root / name).write_text((root / name).read_text("utf-8") + "\nMore.\n", "utf-8")
    shown = report(root, own, "0.1.0", TODAY)
    headings = [line[4:] for line in part(2, shown).splitlines() if line.startswith("### ")]
    assert headings == ["Call", "Change your code", "Look into the car", "Phone"]
    assert "4 texts of yours to read again, the most urgent first: part 2." in shown
    assert "Readers see the guide's own text until you have read this." in part(2, shown).split("### ")[1]
    rows = behind_table(root, own).splitlines()[4:]
    assert [[cell.strip() for cell in row.split("|")[1:5]] for row in rows] == [
        [
            "call",
            "not known when",
            "the guide's",
            "quiet-guide upgrade --write: no paragraph was changed by both",
        ],
        [
            "change-your-code",
            "not known when",
            "yours, with a note",
            "quiet-guide upgrade --write: no paragraph was changed by both",
        ],
        [
            "look",
            "not known when",
            "yours, with a note",
            "quiet-guide upgrade --write: no paragraph was changed by both",
        ],
        [
            "phone.md",
            "not known when",
            "yours, with a note",
            "quiet-guide upgrade --write: no paragraph was changed by both",
        ],
    ]


def test_what_is_new_says_whether_the_copy_shows_it_and_why_not(root: Path, own: Path) -> None:
    write(
        root,
        {
            "content/advice/travel/check.md": "---\naction: Check the tyres\n---\nLook.\n",
            "content/advice/phone/lock.md": "---\naction: Lock it\n---\nPress.\n",
            "docs/house.md": "---\ntitle: Houses\n---\nHouses.\n",
            "content/places/fr.yml": "country: France\n",
        },
    )
    edit(
        root,
        "content/sheets.yml",
        "- {id: log, title: Log}",
        "- {id: log, title: Log}\n- {id: calls, title: Calls}",
    )
    assert said(root, own, 3) == (
        "New, and not in your copy:\n\n"
        "- step `content/advice/travel/check.md`, Check the tyres: `leave_out` names its topic, travel\n"
        "- country `content/places/fr.yml`, France: `countries` does not name it\n\n"
        "New, and in your copy from now on:\n\n"
        "- step `content/advice/phone/lock.md`, Lock it\n"
        "- page `docs/house.md`, Houses. **Your folder has a file of that name, which was your own: give it "
        "another name, or add `of:`.**\n"
        "- sheet `calls`, Calls"
    )
    finish(root, own, "0.1.0")
    assert said(root, own, 3) == "Nothing."


def test_what_is_gone_says_where_it_was_changed_or_named(root: Path, own: Path) -> None:
    (root / PAGE).unlink()
    write(root, {"content/advice/online/change-your-code.md": (root / STEP).read_text("utf-8")})
    (root / STEP).unlink()
    (root / "content/advice/travel/look.md").unlink()
    write(root, {"content/advice/_retired.yml": "- {id: look, replaced_by: [call], reason: One step.}\n"})
    assert said(root, own, 3).partition("No longer in the guide:\n\n")[2] == (
        f"- step `{STEP}`, which is `content/advice/online/change-your-code.md` now. "
        "**You changed it: move your file there.**\n"
        "- step `content/advice/travel/look.md`, replaced by `call`\n"
        f"- page `{PAGE}`. **You changed it, and it has nothing below it any more: delete your file, or make "
        f"it your own: copy what it lacks from `.was/{PAGE}`, without `of:`. "
        "Named in `docs/house.md`: take it out there.**"
    )


def test_a_text_made_from_a_withdrawn_one_is_named_before_all_else(root: Path, own: Path) -> None:
    hash = text_hash(PAGE, GUIDE[PAGE])
    entries = [
        f"- {{hash: {hash}, day: 2026-11-30, why: It named a wrong number.}}\n",
        "- {version: 0123456789abcdef, day: 2026-11-29, why: Its exit failed.}\n",
    ]
    write(root, {"content/withdrawn.yml": "".join(entries)})
    edit(root, PAGE, "\nKeep it close.\n", "\nKeep it near.\n")
    edit(root, STEP, "guards your messages", "guards all your messages")
    shown = report(root, own, "0.1.0", TODAY)
    assert f"**First: `{PAGE}` was made from a text that is withdrawn. Readers see the guide's.**" in shown
    assert part(2, shown).startswith("### Phone\n")
    assert part(4, shown).splitlines()[:3] == [
        f"- The text with the hash `{hash}`, on 30 November 2026: It named a wrong number.",
        "- Version `0123456789abcdef`, on 29 November 2026: Its exit failed.",
        "",
    ]
    assert part(4, shown).endswith(
        f"Yours were made from such a text. Change them, or delete them:\n\n- `{PAGE}`"
    )
    assert "what yours was made from is withdrawn: change yours first" in behind_table(root, own)
    finish(root, own, "0.1.0")
    assert "0123456789abcdef" not in said(root, own, 4)
    assert hash in said(root, own, 4)
    keep_as_it_is(root, own, "phone.md")
    assert said(root, own, 4) == "Nothing."


@pytest.mark.parametrize(
    ("today", "old"), [(date(2027, 5, 30), False), (date(2027, 5, 31), True), (date(2028, 1, 1), True)]
)
def test_a_number_of_ones_countries_is_named_after_half_a_year(
    root: Path, own: Path, today: date, old: bool
) -> None:
    write(root, {"content/places/fr.yml": GUIDE[PLACE].replace("Ireland", "France")})
    line = f"- the guide: Women's Aid (`{PLACE}`, `helplines/womens-aid`), 28 November 2026"
    assert (line in said(root, own, 5, today)) is old
    assert "fr.yml" not in said(root, own, 5, today)
    edit(own, PLACE, "how:", "day: 2027-05-01\n    how:")
    assert said(root, own, 5, date(2027, 6, 1)) == "None in your countries."
    assert "- yours: Women's Aid" in said(root, own, 5, date(2028, 1, 1))


@pytest.mark.parametrize(
    ("checked", "says"), [("no", "not checked"), ("seen", "seen on a page that carries a year of its own")]
)
def test_a_number_that_nobody_could_check_is_named_at_once(
    root: Path, own: Path, checked: str, says: str
) -> None:
    edit(root, PLACE, "how:", f'checked: "{checked}"\n    how:')
    assert f"(`{PLACE}`, `helplines/womens-aid`), {says}" in said(root, own, 5, date(2026, 12, 1))


def test_the_changelog_is_read_from_the_version_that_the_copy_was_made_for(root: Path, own: Path) -> None:
    releases = (
        "## Unreleased\n\n### Advice\n- Not yet.\n\n"
        "## 0.10.0 - 2026-12-20\n\n### Software\n- Headers changed,\n  see hosting.\n\n"
        "## [0.2.0] - 2026-12-10\n\n### Advice\n- A new step.\n\n### Software\n- Faster.\n\n"
    )
    edit(root, "CHANGELOG.md", "## 0.1.0", f"{releases}## 0.1.0")
    assert said(root, own, 1) == "### Unreleased\n\n- Not yet.\n\n### 0.2.0\n\n- A new step."
    assert said(root, own, 6) == "### 0.10.0\n\n- Headers changed, see hosting.\n\n### 0.2.0\n\n- Faster."
    assert report(root, own, "0.10.0", TODAY).startswith("# Upgrade from 0.1.0 to 0.10.0\n")
    finish(root, own, "0.10.0")
    assert said(root, own, 1) == "The changelog says nothing new."
    edit(root, "CHANGELOG.md", "- Not yet.", "- Not yet.\n- Nor this.")
    assert said(root, own, 1) == "### Unreleased\n\n- Nor this."


def test_the_report_writes_nothing_and_the_end_writes_the_version_and_keeps_comments(
    root: Path, own: Path
) -> None:
    edit(root, STEP, "Pick a new one.", "Choose a new one.")
    before = contents(own)
    report(root, own, "0.2.0", TODAY)
    assert contents(own) == before
    finish(root, own, "0.2.0")
    assert (own / "organisation.yml").read_text("utf-8") == SETTINGS.replace("guide: 0.1.0", "guide: 0.2.0")
    assert "### Change your code" in said(root, own, 2, version="0.2.0")


def test_a_folder_that_remembers_nothing_is_told_so_and_remembers_from_then_on(root: Path, own: Path) -> None:
    (own / ".was/guide.json").write_text("{", "utf-8")
    (own / ".was" / PLACE).unlink()
    edit(own, "organisation.yml", "guide: 0.1.0  # quiet-guide upgrade writes it\n", "")
    edit(root, STEP, "guards your messages", "guards all your messages")
    shown = report(root, own, "0.1.0", TODAY)
    assert shown.startswith(
        "# Upgrade to 0.1.0\n\n1 text of yours to read again, the most urgent first: part 2.\n"
    )
    assert "Your folder does not remember what the guide held before" in shown
    assert (
        "`organisation.yml` names no `guide:`, so this lists every version that the changelog has." in shown
    )
    assert part(1, shown) == "### 0.1.0\n\n- The first guide."
    assert part(3, shown) == "Not known this time."
    assert part(2, shown).endswith(f"compare them once by hand:\n\n- `{PLACE}: helplines/womens-aid`")
    finish(root, own, "0.1.0")
    write_merges(root, own)
    assert report(root, own, "0.1.0", TODAY) == NOTHING


def test_files_that_are_broken_are_no_traceback(root: Path, own: Path) -> None:
    write(
        own, {"organisation.yml": "a: [", PLACE: "- [", "content/advice/phone/lock.md": "---\nof: [\n---\n"}
    )
    (own / STEP).write_text("No front matter.\n", "utf-8")
    shown = report(root, own, "0.1.0", TODAY)
    assert f"`{STEP}`. The guide's text changed. Yours does not say what it was made from" in shown
