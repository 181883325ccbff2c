"""Facts and advice that have cost somebody something, or would: what a text must say, and must never say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from hooks.content.load import load_content
from hooks.content.model import Content

ROOT = Path(__file__).parents[2]

SAYS = [
    ("stay-where-they-cannot-find-you", "before you set off", "on the way"),
    ("stay-where-they-cannot-find-you", "does not stop a tracker", None),
    ("photograph-a-tracker-before-you-move-it", "Do not take it to a shelter", None),
    ("trust-your-sense-of-danger", "pressure on your neck", None),
    ("trust-your-sense-of-danger", "Some have been killed", None),
    ("trust-your-sense-of-danger", "gun", None),
    ("tell-police-about-threats-and-weapons", "pressure on your neck", None),
    ("tell-police-about-threats-and-weapons", "Go to a hospital the same day", None),
    ("tell-police-about-threats-and-weapons", "gun", None),
    ("decide-on-an-order-with-an-advocate", "gun", "may not be heard as your own no"),
    ("decide-on-an-order-with-an-advocate", "half of the people", None),
    ("keep-your-old-number", "do not keep the old phone where you live", "old phone in a room"),
    ("keep-your-old-number", "it can be better to give the number up", None),
    ("let-the-police-or-a-lawyer-say-it", "A warning alone can make it worse", None),
    ("let-the-police-or-a-lawyer-say-it", "Stalking Protection Order", None),
    ("save-messages", "Snapchat also tells them about a screenshot", None),
    ("save-what-is-posted-then-report-it", "anyone under 18", None),
    ("save-what-is-posted-then-report-it", "Do not copy it", None),
    ("use-safety-check-on-an-iphone", "Do not choose Emergency Reset", "or all at once"),
    ("use-safety-check-on-an-iphone", "Privacy & Security, then Safety Check", None),
    ("use-a-po-box-or-address-program", "the other parent", None),
    ("use-a-po-box-or-address-program", "protective court order", None),
    ("get-a-new-number", "SIM swap", "Move your bank and your sign-in codes to it"),
    ("change-your-passwords-from-a-safer-device", "passkey", None),
    ("change-your-passwords-from-a-safer-device", "forwarding", None),
    ("change-your-passwords-from-a-safer-device", "wait an hour", None),
    ("let-your-phone-look-for-trackers", "someone who lives with you", None),
    ("let-your-phone-look-for-trackers", "Unknown tracker alerts", None),
    ("set-up-emergency-sos", "press the power button 5 times", "with a press of the side buttons"),
    ("set-up-emergency-sos", "only offers a call", None),
    ("check-the-law-before-you-record", "Do not put a tracker on the person", None),
    ("check-the-law-before-you-record", "New South Wales", None),
    ("do-not-drive-home", "Let someone else call", None),
    ("keep-a-copy-away-from-home", "Do not write in the log where the sets are", "note where each set is"),
    ("keep-a-copy-of-the-order-with-you", "even with one message", None),
    ("keep-a-copy-of-the-order-with-you", "Do not sign an order that binds you as well", None),
    ("report-each-illegal-act", "each time it is broken", None),
    ("label-each-thing", "Do they want to keep your phone?", None),
    ("look-your-car-over", "the socket", None),
    ("separate-your-line-from-a-shared-plan", "Australia", None),
    ("opt-out-of-data-brokers", "Ask Google", None),
    ("get-help-without-speaking", "the call ends", None),
    ("find-a-service-that-fits-you", "Are you disabled?", None),
    ("find-a-service-that-fits-you", "a stranger", None),
    ("let-your-phone-look-for-trackers", "A tag can be made silent too", None),
    ("ask-registers-to-hide-your-address", "open register", None),
    ("decide-whether-to-mute-or-block", "not to block and unblock", None),
    ("report-each-breach-of-the-order", "the same day", None),
    ("ask-how-you-will-hear-of-a-release", "How will I hear, and how fast?", None),
    ("call-for-help-when-they-threaten-suicide", "Do not go to the person", None),
    ("do-not-pay-and-send-nothing-more", "Paying rarely ends it", None),
    ("warn-the-police-of-false-calls", "a note on your address", None),
]
PAGES = [
    ("index.md", "[**Find someone to call** Helplines, by country](numbers.md)", "begin with contact"),
    ("begin.md", "**Fixated:**", None),
    ("signs.md", "three times a week", None),
    ("pictures.md", "within 48 hours", None),
    ("pictures.md", "1-844-878-2274", None),
    ("pictures.md", "since 6 February 2026", None),
    ("pictures.md", "https://stopncii.org/", None),
    ("pictures.md", "https://takeitdown.ncmec.org/", None),
    ("day.md", "Save everything, and do not answer", None),
    ("cases.md", "victims registers", None),
    ("cases.md", "another police force", None),
    ("online.md", "A voice is no proof", None),
    ("rights.md", "May 2027 at the latest", "we do not know that it has started"),
    ("rights.md", "may not cover a stranger", None),
    ("later.md", "22 months", None),
    ("numbers.md", "https://lila.help/", None),
    ("young.md", "Will they tell my parents?", None),
    ("contact.md", "ask an advocate, a lawyer or the police before", "may not be heard as your own no"),
    ("young.md", "they may see the calls", None),
    ("cases.md", "Do not sign an order that binds both of you", None),
    ("law.md", "many people are safer with one", None),
    ("family.md", "#if-you-are-the-one-who-is-accused", None),
    ("log.md", "initials or a number", "the name, and how to reach them"),
    ("log.md", "Do not say here where you keep it", "and where it is now"),
    ("report.md", "another police force", None),
    ("support.md", "young.md", None),
    ("method.md", "35 in 100", None),
]
PLACES = [
    ("au", "Northern Territory", "one exception"),
    ("au", "in Victoria since July 2019", "It does not work in every state"),
    ("au", "may not ask for proof", None),
    ("au", "personal safety intervention order in Victoria", None),
    ("ca", "Bill C-16", "when it makes you fear for your safety"),
    ("ca", "9-8-8", None),
    ("eu", "116 016", None),
    ("eu", "2024/1385", None),
    ("ie", "It is for tips, not for help", "tell the Gardaí something in confidence"),
    ("ie", "Since September 2024", None),
    ("nz", "26 May 2026", None),
    ("nz", "restricted weapon", None),
    ("nz", '"105"', None),
    ("uk", "non-harassment order", "for_whom: Anyone in Scotland, of any gender\n"),
    ("uk", "Crime and Policing Act 2026", "for_whom: Anyone in Northern Ireland\n"),
    ("uk", "If nobody answers, it is not you", "We could not check the hours"),
    ("us", "There is no national helpline for stalking", "the lines below also talk about stalking"),
    ("us", "federal crime to have a gun", None),
    ("us", 'number: ["211"]', None),
    ("us", 'number: ["1-844-878-2274"]', "VictimConnect"),
    ("uk", "Since 6 February 2026", None),
    ("uk", "ask a county court yourself for an injunction", "As far as we know it became law"),
    ("ca", "Hope for Wellness", None),
    ("au", "MensLine", None),
    ("ie", "Friday to Sunday 2pm to 6pm", "It is free to call. We do not know the hours"),
    ("ie", "Male Advice Line", None),
    ("ie", 'number: ["01 554 3811"]', None),
    ("ca", "for anyone who is stalked, even by a stranger", None),
    ("ca", "you can ask for a protection order if you are stalked", "Elsewhere, ask the police"),
]
EVERYDAY_WORDS = {
    "airtag": "let-your-phone-look-for-trackers",
    "gps": "let-your-phone-look-for-trackers",
    "spyware": "plan-before-you-remove-an-app-that-watches-you",
    "hacked": "change-your-passwords-from-a-safer-device",
    "cctv": "describe-someone-you-do-not-know",
    "facebook": "save-what-is-posted-then-report-it",
    "instagram": "save-what-is-posted-then-report-it",
    "snapchat": "save-messages",
    "landlord": "change-locks-and-codes",
    "gun": "tell-police-about-threats-and-weapons",
    "divorce": "use-one-written-channel",
    "custody": "use-one-written-channel",
    "blackmail": "find-a-service-that-fits-you",
    "gay": "find-a-service-that-fits-you",
    "rape": "contact-a-shelter-or-support-service",
    "revenge porn": "save-what-is-posted-then-report-it",
    "cannot speak or hear": "get-help-without-speaking",
    "choking": "tell-police-about-threats-and-weapons",
}
NOT_WITH_THE_PERSON = (
    "say-no-once",
    "send-no-reply",
    "keep-your-old-number",
    "get-a-new-number",
    "have-your-mail-sent-on",
    "change-locks-and-codes",
)
HOW_IT_WAS_CHECKED = re.compile(
    r"not checked|was checked|comes from a|report from|we saw|page from", re.IGNORECASE
)


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(ROOT, [])[0]


@pytest.mark.parametrize(("id", "must", "must_not"), SAYS)
def test_an_item_says_what_can_save_somebody(content, id, must, must_not):
    item = content.items[id]
    text = f"{item.action}\n{item.caution}\n{item.body}"

    assert must in text
    assert not must_not or must_not not in text


@pytest.mark.parametrize(("page", "must", "must_not"), PAGES)
def test_a_page_says_what_can_save_somebody(content, page, must, must_not):
    text = re.sub(r"\s*\n(?=\S)", " ", content.files[f"docs/{page}"])

    assert must in text
    assert not must_not or must_not not in text


@pytest.mark.parametrize(("place", "must", "must_not"), PLACES)
def test_a_countrys_numbers_and_laws_are_those_of_today(content, place, must, must_not):
    text = content.files[f"content/places/{place}.yml"]

    assert must in text
    assert not must_not or must_not not in text


@pytest.mark.parametrize(("word", "id"), EVERYDAY_WORDS.items())
def test_a_word_that_people_type_stands_where_the_guide_treats_it(content, word, id):
    item = content.items[id]

    assert word in f"{item.action} {item.caution} {item.body}".lower()


def test_the_words_of_a_page_are_those_that_stand_in_its_file(content):
    """MkDocs reads a page's front matter by itself, and takes 000 without quotes for the number 0."""
    found = {}
    for name, text in content.files.items():
        if name.startswith("docs/"):
            words = yaml.safe_load(text.split("---")[1]).get("words", ())
            found[name.removeprefix("docs/")] = tuple(map(str, words))

    assert len(found) > 30
    assert found == {name: content.pages[name].words for name in found}


@pytest.mark.parametrize("id", NOT_WITH_THE_PERSON)
def test_a_change_that_the_person_would_find_at_home_is_not_for_those_who_live_with_them(content, id):
    item = content.items[id]

    assert "lives-with-person" in item.when.none_of
    assert "lives-with-person" not in (*item.when.any_of, *item.when.all_of)
    assert item.may_bring_a_reaction


def test_a_no_is_for_those_who_know_who_it_is_and_were_not_threatened(content):
    when = content.items["say-no-once"].when

    assert when.all_of == ("person-known",)
    assert {"threats", "weapon", "followed", "comes-to-home", "reported", "has-order"} <= {*when.none_of}


def test_no_warning_speaks_of_how_a_thing_was_checked(content):
    """What was not checked is said at the number and at the source, where nobody reads it in danger."""
    texts = {item.id: f"{item.caution} {item.body}" for item in content.items.values() if item.topic == "now"}
    texts["first-ten-minutes"] = re.sub(
        r"\{[#%{].*?[#%}]\}", "", content.templates["theme/sheets/first-ten-minutes.html"]
    )

    assert {id: text for id, text in texts.items() if HOW_IT_WAS_CHECKED.search(text)} == {}


def test_no_text_of_an_entry_repeats_its_mark(content):
    entries = [
        (f"{name}: {entry.name}", f"{getattr(entry, 'how', '')} {getattr(entry, 'says', '')}")
        for name, place in content.places.items()
        for entry in (*place.emergency, *place.helplines, *place.law)
    ]

    assert [where for where, text in entries if HOW_IT_WAS_CHECKED.search(text)] == []


def test_every_country_where_pepper_spray_is_forbidden_is_named_beside_the_alarm(content):
    alarm = content.items["think-about-a-personal-alarm"].body
    notes = {
        place.country: note for place in content.places.values() for note in place.law if "spray" in note.name
    }

    assert {"Australia", "Canada", "Ireland", "New Zealand", "United Kingdom", "United States"} == set(notes)
    assert [country for country in notes if country not in alarm] == []


def test_every_country_has_a_line_for_children_or_young_people(content):
    without = [
        place.country
        for name, place in content.places.items()
        if name != "content/places/eu.yml"
        and not any(
            re.search(r"children|young|Teenagers|from 5", line.for_whom, re.I) for line in place.helplines
        )
    ]

    assert without == []


def test_no_sheet_that_a_court_may_show_the_person_asks_how_to_reach_a_witness(content):
    logs = [sheet for sheet in content.sheets if sheet.group == "log"]

    assert len(logs) > 2
    for sheet in logs:
        text = content.templates[f"theme/{sheet.template_name}"].lower()
        assert not re.search(r"witness[^\"]*(name|contact|phone)", text), sheet.id
        assert not re.search(r"kept[^\"]*where", text), sheet.id


def test_the_sheets_for_danger_and_for_the_police_speak_of_the_neck_and_of_guns(content):
    assert "neck" in content.templates["theme/sheets/first-ten-minutes.html"]
    police = content.templates["theme/sheets/police-reports.html"]
    assert "neck" in police
    assert "Guns" in police
