"""Every problem of the content, at once, each as `file: field: what is wrong; what is possible`."""
# ruff: noqa: E501 (a file, and a problem's sentence, stay whole)

import pytest

from hooks.content.load import CALL, load_content, nav_pages, report
from hooks.content.markup import TAGS
from hooks.content.records import Source
from hooks.layers.text_hash import text_hash

POSSIBLE = ", ".join(sorted(TAGS))

FILES = {
    "content/advice/phone/lock.md": "---\naction: Change the code\nhorizon: today\nwhen:\n  any_of: [phone-handled]\n"
    "claims: [S01]\nsources: [work]\nreviewed: 2026-11-22\n---\nPick a code.\n",
    "content/advice/_retired.yml": "[]\n",
    "content/claims.yml": "- {id: S01, lines: 1-2, verdict: keep, says: Change it.}\n",
    "content/facts.yml": "- {id: phone-handled, group: in-reach, question: Is it?, why: It matters., about: phones, said_yes: it is}\n".replace(
        "Is it?", '"Is it?"'
    ),
    "content/questions.yml": "- {id: country, question: Where, why: It differs., many: 'no', options: [{id: uk, label: UK}]}\n"
    "- {id: matters, question: What, why: It helps., many: 'yes', options: [{id: phone, label: Phone, topics: [phone]}]}\n",
    "content/plan.yml": "- id: people\n  title: People\n  why: They help.\n  many: 'yes'\n"
    "  fields: [{id: name, label: Name, kind: line, most: 80}, {id: knows, label: Knows, kind: ticks, "
    "options: [{id: word, label: our word}]}]\n"
    "  gaps: [{id: nobody, field: knows.word, fewer_than: name, sentence: Nobody knows it yet.}]\n"
    "- id: if-then\n  title: If\n  why: It helps.\n  many: 'yes'\n"
    "  fields: [{id: then, label: I will, kind: text, most: 500}]\n"
    "  suggestions: [{id: they-call, event: they call, then: not answer., when: {any_of: [phone-handled]}}]\n",
    "content/sources.yml": "- {id: work, title: A work, by: Somebody, read: 2026-11-22, how: read}\n",
    "content/sheets.yml": "[]\n",
    "content/log.yml": "{}\n",
    "content/territories.yml": "[]\n",
    "content/traces.yml": "[]\n",
    "content/withdrawn.yml": "[]\n",
    "theme/views.yml": "{}\n",
    "content/banned-words.yml": "- {term: creep, instead: the person}\n",
    "content/places/uk.yml": "country: United Kingdom\nemergency: []\nhelplines: []\nlaw: []\n",
    "content/advice/phone/tell.md": "---\naction: Tell a friend\nhorizon: later\nwhen:\n  all_of: [phone-handled]\nfirst: [lock]\nbefore: you tell a friend\nreaction: 'yes'\n"
    "caution: Some people talk.\nsources: [work]\nreviewed: 2026-11-22\n---\nOne friend can know.\n",
    "docs/phone.md": "---\nview: phone\ntitle: Phone\nsummary: About phones.\n---\n# Your phone { #your-phone }\n\n<!-- advice: lock -->\n\n"
    "<!-- advice: tell -->\n",
}

WITHOUT_FACT = [
    "content/advice/phone/lock.md: when: phone-handled is unknown; possible: an id in content/facts.yml",
    "content/advice/phone/tell.md: when: phone-handled is unknown; possible: an id in content/facts.yml",
    "content/plan.yml: if-then: they-call: when: phone-handled is unknown; possible: an id in content/facts.yml",
]


@pytest.fixture
def problems(tmp_path):
    """Write a small guide with some files changed (None removes one), and return its problems."""

    def load(**changes):
        for name, text in {
            **FILES,
            **{key.replace("__", "/"): value for key, value in changes.items()},
        }.items():
            if text is not None:
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return load_content(tmp_path, ["phone.md"])[1]

    return load


def changed(name, old, new):
    assert old in FILES[name]
    return {name: FILES[name].replace(old, new)}


def test_a_sound_guide_has_no_problem(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param("content/advice/phone/lock.md", "horizon: today", "horizon: soon",
            ["content/advice/phone/lock.md: horizon: got 'soon'; possible: now, today, this-week, later",
             "docs/phone.md: advice: there is no item lock; possible: a file's name in content/advice",
             "content/claims.yml: S01: no item carries it; name it in an item's claims, or write `retired: why`",
             "content/facts.yml: phone-handled: 1 item depends on it; ask what decides at least 2",
             "content/advice/phone/tell.md: first: lock is unknown; possible: an id in content/advice"], id="horizon"),
        pytest.param("content/advice/phone/lock.md", "[phone-handled]", "[phone-handled, rain]",
            ["content/advice/phone/lock.md: when: rain is unknown; possible: an id in content/facts.yml"], id="fact"),
        pytest.param("content/advice/phone/lock.md", "[S01]", "[S01, S99]",
            ["content/advice/phone/lock.md: claims: S99 is unknown; possible: an id in content/claims.yml"], id="claim"),
        pytest.param("content/advice/phone/lock.md", "[work]", "[work, other]",
            ["content/advice/phone/lock.md: sources: other is unknown; possible: an id in content/sources.yml"], id="source"),
        pytest.param("content/advice/phone/lock.md", "claims: [S01]\n", "",
            ["content/claims.yml: S01: no item carries it; name it in an item's claims, or write `retired: why`"],
            id="coverage"),
        pytest.param("content/advice/phone/lock.md", "reviewed:", "id: lock\nreviewed:",
            ["content/advice/phone/lock.md: id: not written here; the file's name says it"], id="id-in-file"),
        pytest.param("content/advice/phone/lock.md", "Pick a code.", "A creep may guess.",
            ['content/advice/phone/lock.md: line 10: "creep" is a word this guide does not use; possible: the person'],
            id="word"),
        pytest.param("content/advice/phone/lock.md", "Pick a code.", "Creep or CREEP.",
            ['content/advice/phone/lock.md: line 10: "creep" is a word this guide does not use; possible: the person'],
            id="word-in-capitals"),
        pytest.param("content/claims.yml", "says: Change it.", "says: Change it., retired: It is out of date.",
            ["content/claims.yml: S01: retired, but an item carries it; do one of the two"], id="retired-and-carried"),
        pytest.param("docs/phone.md", "<!-- advice: lock -->", "Nothing.",
            ["content/advice/phone/lock.md: placing: no page cites it; write <!-- advice: lock --> in docs/phone.md"],
            id="cited-nowhere"),
        pytest.param("content/advice/phone/tell.md", "horizon: later", "horizon: now",
            ["content/advice/phone/tell.md: first: nothing comes before a step for now; leave it out"], id="first-of-now"),
        pytest.param("content/advice/phone/tell.md", "before: you tell a friend\n", "",
            ["content/advice/phone/tell.md: before: `first` names steps before it; write what, such as you stop answering"],
            id="first-without-before"),
        pytest.param("content/advice/phone/lock.md", "claims:", "before: you pick a code\nclaims:",
            ["content/advice/phone/lock.md: before: `first` names nothing to do before it; leave it out"], id="before-without-first"),
        pytest.param("content/advice/phone/tell.md", "before: you tell a friend", "before: Tell a friend.",
            ["content/advice/phone/tell.md: before: got 'Tell a friend.'; write a few words without a full stop, such as: you stop answering",
             "docs/phone.md: advice: there is no item tell; possible: a file's name in content/advice",
             "content/facts.yml: phone-handled: 1 item depends on it; ask what decides at least 2"], id="before"),
        pytest.param("content/facts.yml", "about: phones", "about: Phones.",
            ["content/facts.yml: phone-handled: about: got 'Phones.'; write a few words in small letters without a full stop, such as: being followed", *WITHOUT_FACT],
            id="about"),
        pytest.param("content/facts.yml", "about: phones, ", "",
            ["content/facts.yml: phone-handled: about: required, but missing; What it is about, as it follows \"Steps about\".", *WITHOUT_FACT],
            id="no-about"),
        pytest.param("content/advice/phone/tell.md", "caution: Some people talk.\n", "",
            ["content/advice/phone/tell.md: reaction: no caution to read first; write what the person may do"],
            id="reaction-without-caution"),
        pytest.param("content/advice/phone/lock.md", "claims:", "first: [tell]\nbefore: you pick a code\nclaims:",
            ["content/advice/phone/lock.md: first: the steps wait for each other in a circle: lock after tell after lock; "
             "take one of them out"], id="circle"),
        pytest.param("content/advice/phone/tell.md", "when:\n  all_of: [phone-handled]\n", "because: They may look.\n",
            ["content/facts.yml: phone-handled: 1 item depends on it; ask what decides at least 2",
             "content/advice/phone/tell.md: because: it depends on nothing that is said; leave it out"],
            id="because-of-nothing"),
        pytest.param("content/advice/phone/tell.md", "first: [lock]", "first: [tell]",
            ["content/advice/phone/tell.md: first: the steps wait for each other in a circle: tell after tell; "
             "take one of them out"], id="circle-of-one"),
        pytest.param("content/facts.yml", "- {id: phone", "- {id: rain, group: your-days, question: Rain, why: Wet., about: rain, said_yes: it}\n"
            "- {id: phone",
            ["content/facts.yml: rain: no items depend on it; ask what decides at least 2"], id="unused-fact"),
        pytest.param("content/advice/phone/tell.md", "when:\n  all_of: [phone-handled]\n", "",
            ["content/facts.yml: phone-handled: 1 item depends on it; ask what decides at least 2"],
            id="fact-of-one-item"),
        pytest.param("content/questions.yml", "{id: uk,", "{id: fr,",
            ["content/questions.yml: country: fr is unknown; possible: a file's name in content/places",
             "content/places/uk.yml: country: nobody can choose it; name it in content/questions.yml"], id="country"),
        pytest.param("content/questions.yml", "topics: [phone]", "topics: [phone, moon]",
            ["content/questions.yml: matters: phone: moon is unknown; possible: a folder in content/advice"], id="topic"),
        pytest.param("content/questions.yml", "{id: uk, label: UK}", "{id: uk, label: UK}, {id: uk, label: Kingdom}",
            ["content/questions.yml: country: uk: this id is there twice; give each entry its own"], id="option-twice"),
        pytest.param("content/plan.yml", "kind: line, most: 80", "kind: line",
            ["content/plan.yml: people: name: most: a line and a text need it, other kinds take none; "
             "possible: a number such as 80"], id="most"),
        pytest.param("content/plan.yml", "most: 80", "most: many",
            ["content/plan.yml: people: fields: entry 1: most: got 'many'; write a number such as 80"], id="most-is-no-number"),
        pytest.param("content/plan.yml", "kind: line, most: 80", "kind: ticks",
            ["content/plan.yml: people: name: options: ticks need them, other kinds take none; "
             "possible: a list of id and label for ticks"], id="ticks"),
        pytest.param("content/plan.yml", "field: knows.word", "field: knows.song",
            ["content/plan.yml: people: nobody: knows.song is unknown; possible: a field of this part, or field.option"],
            id="gap"),
        pytest.param("content/plan.yml", "fewer_than: name", "fewer_than: nickname",
            ["content/plan.yml: people: nobody: nickname is unknown; possible: a field of this part, or field.option"],
            id="gap-fewer-than"),
        pytest.param("content/plan.yml", "[phone-handled]", "[rain]",
            ["content/plan.yml: if-then: they-call: when: rain is unknown; possible: an id in content/facts.yml"],
            id="suggestion"),
        pytest.param("content/plan.yml", "id: if-then", "id: places",
            ["content/plan.yml: places: suggestions: only if-then takes them; move them there"], id="suggestion-elsewhere"),
        pytest.param("content/plan.yml", "id: if-then", "id: review",
            ["content/plan.yml: review: suggestions: only if-then takes them; move them there",
             "content/plan.yml: review: fields: a plan keeps one day here; possible: one field, next"], id="review"),
        pytest.param("content/plan.yml", "id: if-then", "id: people",
            ["content/plan.yml: people: suggestions: only if-then takes them; move them there",
             "content/plan.yml: people: this id is there twice; give each entry its own"], id="part-twice"),
        pytest.param("docs/phone.md", "<!-- advice: lock -->", "<!-- advice: lock -->\n\n<!-- advice: lock -->",
            ["docs/phone.md: advice: lock is already on phone.md; place each item once"], id="cited-twice"),
        pytest.param("docs/phone.md", "<!-- advice: lock -->", "<!-- advice: lock -->\n\n<!-- advice: none -->",
            ["docs/phone.md: advice: there is no item none; possible: a file's name in content/advice"], id="no-item"),
        pytest.param("docs/phone.md", "{ #your-phone }", "{ #your-phone }\n\n## Lock { #lock }",
            ["docs/phone.md: heading: the id lock is also in content/advice/phone/lock.md; give one another name"],
            id="heading-id-of-an-item"),
        pytest.param("docs/phone.md", "{ #your-phone }", "{ #your-phone }\n\n### Phones { #your-phone lang=en }",
            ["docs/phone.md: heading: the id your-phone is also in docs/phone.md; give one another name"],
            id="heading-id-twice"),
        pytest.param("docs/phone.md", " { #your-phone }", "\n\n## *Lock* & key\n\nSet by a line\n---",
            ['docs/phone.md: heading: "Your phone" has no id; write one behind it, such as { #own-name }',
             'docs/phone.md: heading: "Lock & key" has no id; write one behind it, such as { #own-name }',
             'docs/phone.md: heading: "Set by a line" has no id; write one behind it, such as { #own-name }'],
            id="heading-without-id"),
        pytest.param("content/advice/phone/lock.md", "Pick a code.", "#### Pick a code.\n\n```\n# no heading\n```",
            ['content/advice/phone/lock.md: heading: "Pick a code." has no id; write one behind it, such as { #own-name }'],
            id="heading-without-id-in-an-item"),
        pytest.param("docs/phone.md", "summary: About phones.\n", "mood: low\n",
            ["docs/phone.md: summary: required, but missing; One sentence that says what the page is for.",
             "docs/phone.md: mood: no such field; possible: view, title, summary, words, sources"], id="page"),
        pytest.param("content/claims.yml", "S01", "S1",
            ["content/claims.yml: S1: id: got 'S1'; write S and two digits",
             "content/advice/phone/lock.md: claims: S01 is unknown; possible: an id in content/claims.yml"], id="claim-id"),
        pytest.param("content/places/uk.yml", "law: []",
            "law: [{id: a-law, name: A law, says: It helps., source: none, checked: maybe, day: 2026-11-22}]",
            ["content/places/uk.yml: law: entry 1: checked: got 'maybe'; possible: yes, seen, no"], id="place"),
        pytest.param("content/places/uk.yml", "law: []",
            "law: [{name: A law, says: It helps., source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: law: entry 1: id: required, but missing; Its name in this file, in kebab-case. "
             "It stays when the other words change."], id="law-without-id"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: A line, name: A line, number: ['1'], source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: entry 1: id: got 'A line'; write a name in kebab-case"], id="contact-id"),
        pytest.param("content/places/uk.yml", "helplines: []\nlaw: []",
            "helplines: [{id: stalking, name: A line, number: ['1'], source: work, checked: 'yes', day: 2026-11-22}]\n"
            "law: [{id: stalking, name: A law, says: It helps., source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: stalking: this id is there twice; give each entry its own"], id="contact-and-law-id"),
        pytest.param("content/places/uk.yml", "law: []",
            "law: [{id: a-law, name: A law, says: It helps., source: work, also: [other], checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: source: other is unknown; possible: an id in content/sources.yml"], id="place-also"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, number: [112 or 999], source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: entry 1: number: got '112 or 999'; "
             "write a number as it is dialled, such as 999 or 1800 341 900"], id="two-numbers-in-one"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, text: START to 88788, then: press 5, number: '111', source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: entry 1: number: got '111'; write a list, such as [one, two]",
             "content/places/uk.yml: helplines: entry 1: then: got 'press 5'; write digits",
             "content/places/uk.yml: helplines: entry 1: text: got 'START to 88788'; "
             "write a number as it is dialled, such as 999 or 1800 341 900"], id="words-in-a-number"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, then: '55', word: START, source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: A line: then: there is no number to press it after; possible: a `number`",
             "content/places/uk.yml: helplines: A line: word: there is no number to send it to; possible: a `text`"], id="nothing-to-press-it-after"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, number: ['1'], source: work, checked: seen, day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: A line: checked: got 'seen', but the title of work carries no year; "
             "possible: yes, no, or name its year"], id="seen-without-a-year"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, web: https://a.example, answers: {languages: [en, xx], source: work, checked: 'yes', day: 2026-11-30}, source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: A line: answers: languages: xx has no name in hooks/content/spoken.py; possible: cr, cy, en, es, fr, iu, oj"], id="language-without-a-name"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, web: https://a.example, answers: {say: [Police], source: work, checked: seen, day: 2026-11-30}, source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: A line: answers: it says nothing; possible: `languages`, or `interpreters: 'yes'`",
             "content/places/uk.yml: helplines: A line: answers: say: no interpreter is there; possible: `interpreters: 'yes'`",
             "content/places/uk.yml: helplines: A line: answers: checked: got 'seen', but the title of work carries no year; possible: yes, no, or name its year"], id="answers-that-say-nothing"),
        pytest.param("content/places/uk.yml", "helplines: []",
            "helplines: [{id: a-line, name: A line, web: https://a.example, answers: {languages: [en], ways: [{language: es, then: '2', word: AYUDA}], source: work, checked: 'yes', day: 2026-11-30}, source: work, checked: 'yes', day: 2026-11-22}]",
            ["content/places/uk.yml: helplines: A line: answers: ways: es is not among the languages; possible: en",
             "content/places/uk.yml: helplines: A line: answers: ways: then: there is no number to press it after; possible: a `number`",
             "content/places/uk.yml: helplines: A line: answers: ways: word: there is no number to send it to; possible: a `text`"], id="way-of-a-language-that-is-not-spoken"),
        pytest.param("content/sources.yml", "read: 2026-11-22", "read: soon",
            ["content/sources.yml: work: read: got 'soon'; write a day as YYYY-MM-DD",
             "content/advice/phone/lock.md: sources: work is unknown; possible: an id in content/sources.yml",
             "content/advice/phone/tell.md: sources: work is unknown; possible: an id in content/sources.yml"], id="day"),
    ],
)  # fmt: skip
def test_a_problem_names_file_field_and_what_is_possible(problems, name, old, new, expected):
    assert problems(**changed(name, old, new)) == expected


@pytest.mark.parametrize(
    ("work", "checked", "expected"),
    [
        ("title: A work (2016), how: read", "yes",
         "got 'yes', but the page of old is from 2016; possible: seen, no"),
        ("title: A work, how: reported", "yes",
         "got 'yes', but old is only reported; possible: no, or a work that was read"),
        ("title: A work (2016), how: reported", "seen",
         "got 'seen', but old is only reported; possible: no, or a work that was read"),
        ("title: A work (2016), how: read", "seen", None),
        ("title: A work (2016), how: reported", "no", None),
        ("title: The Firearms Act 1968, how: read", "yes", None),
    ],
)  # fmt: skip
def test_checked_says_no_more_of_a_number_than_its_work_can(problems, work, checked, expected):
    found = problems(**{
        "content/sources.yml": f"{FILES['content/sources.yml']}- {{id: old, by: Somebody, read: 2026-11-22, {work}}}\n",
        **changed("content/places/uk.yml", "emergency: []",
            f"emergency: [{{id: emergency, name: Emergency, number: ['999'], source: old, checked: '{checked}', day: 2026-11-22}}]"),
    })  # fmt: skip

    assert found == (
        [f"content/places/uk.yml: emergency: Emergency: checked: {expected}"] if expected else []
    )


def test_an_item_rests_on_a_work_that_was_read(problems):
    found = problems(**changed("content/sources.yml", "how: read", "how: reported"))

    assert found == [
        f"content/advice/phone/{id}.md: sources: each is known only from what others report; possible: a work that was read"
        for id in ("lock", "tell")
    ]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("VictimLinkBC (2016)", "2016"),
        ("Europe commits to 116006 (December 2025)", "2025"),
        ("A summary of 175 studies (2007; summary)", "2007"),
        ("Written answer on section 5 of the Firearms Act 1968 (1995)", "1995"),
        ("Answer on pepper spray, 18 February 2015", "2015"),
        ("Driver's Privacy Protection Act of 1994 (18 USC 2721)", ""),
        ("Protection from Stalking Act (Northern Ireland) 2022: explanatory notes", ""),
        ("Industry Standard 2025", ""),
        ("Directive (EU) 2024/1385 on combating violence", ""),
        ("Using 111 TXT", ""),
    ],
)
def test_a_year_in_a_title_is_the_copys_own_unless_it_names_a_law(title, year):
    assert Source(id="work", title=title, by="Somebody", read="2026-11-22", how="read").year == year


def test_a_retired_claim_needs_no_item(problems):
    assert problems(**{
        **changed("content/claims.yml", "says: Change it.", "says: Change it., retired: It is out of date."),
        **changed("content/advice/phone/lock.md", "claims: [S01]\n", ""),
    }) == []  # fmt: skip


def test_an_id_in_two_folders_is_a_problem(problems):
    found = problems(**{"content/advice/home/lock.md": FILES["content/advice/phone/lock.md"]})

    assert (
        "content/advice/phone/lock.md: id: lock is also in content/advice/home; give one another name"
        in found
    )


def test_broken_yaml_is_one_problem_of_its_file(problems):
    found = problems(**{"content/facts.yml": "- {id: [}\n"})

    assert found[0] == "content/facts.yml: the file: got no list; write a list of entries"


def test_a_page_that_the_menu_lacks_is_a_problem(problems):
    found = problems(
        **{"docs/lost.md": "---\nview: lost\ntitle: Lost\nsummary: Lost.\n---\n# Lost { #lost }\n"}
    )

    assert found == ["docs/lost.md: nav: the menu does not name it; add it to nav in mkdocs.yml"]


def test_a_front_matter_that_is_missing_is_a_problem(problems):
    found = problems(**{"content/advice/phone/other.md": "Only text.\n"})

    assert found[0] == (
        "content/advice/phone/other.md: front matter: missing or broken; begin with ---, fields as `name: value`, then ---"
    )


def test_what_no_page_may_have_is_told_for_every_file_at_once(problems):
    """In a page, in front matter, in a field deep inside a list, in an address, in a file beside the pages."""
    found = problems(**{
        **changed("content/advice/phone/lock.md", "Pick a code.", "Pick <iframe> a code."),
        **changed("content/advice/phone/tell.md", "Some people talk.", '"Some [people](javascript:a) talk."'),
        **changed("docs/phone.md", "title: Phone", "title: <svg>"),
        **changed("content/plan.yml", "label: our word", "label: '<script>'"),
        **changed("content/sources.yml", "read: 2026", "url: 'https://a@b.org', read: 2026"),
        "docs/evil.html": "<script>alert(1)</script>",
        "docs/evil.svg": "<svg/>",
        "docs/notes.yml": "a: b\n",
        "docs/picture.png": "",
        "docs/.nojekyll": "",
        "docs/CNAME": "notes.example.org",
    })  # fmt: skip
    no_link = (
        "not a link for this guide; possible: https://, tel:, sms: and mailto: with a plain number or name, "
        "or the name of a page"
    )
    unread = "file: no check reads it; possible: a page in .md, or .avif, .gif, .ico, .jpeg, .jpg, .pdf, .png, .webp"

    assert [problem.replace(POSSIBLE, "…") for problem in found] == [
        "content/advice/phone/lock.md: tag: <iframe> is not for texts; possible: Markdown, or …",
        f"content/advice/phone/tell.md: caution: link: 'javascript:a': {no_link}",
        "content/plan.yml: people: fields: knows: options: word: label: tag: <script> is not for texts; "
        "possible: Markdown, or …",
        "content/sources.yml: work: url: 'https://a@b.org': what stands before @ is no part of where it leads; "
        "leave it and the @ out",
        "docs/phone.md: title: tag: <svg> is not for texts; possible: Markdown, or …",
        f"docs/evil.html: {unread}",
        f"docs/evil.svg: {unread}",
        f"docs/notes.yml: {unread}",
    ]


def test_a_field_that_pages_show_as_it_is_holds_no_tag_even_in_signs_of_code(problems):
    """Markdown would show the tag; the template of a place does not ask Markdown."""
    found = problems(**changed("content/places/uk.yml", "United Kingdom", "'`<script>`'"))

    assert found == [
        f"content/places/uk.yml: country: tag: <script> is not for texts; possible: Markdown, or {POSSIBLE}"
    ]


def test_a_text_takes_no_id_of_the_themes(problems):
    (found,) = problems(**{
        "theme/components/menu/menu.html": '<nav id="menu">',
        "docs/phone.md": FILES["docs/phone.md"] + "\n## Menu { #menu }\n",
    })  # fmt: skip

    assert found == "docs/phone.md: attribute: id: menu belongs to the page's frame; give it another name"


def test_a_nav_is_read_in_order():
    assert nav_pages(["index.md", {"Act": ["a.md", {"B": "b.md"}]}]) == ["index.md", "a.md", "b.md"]


def test_what_is_withdrawn_is_one_thing_and_not_here_any_more(problems):
    lock = "content/advice/phone/lock.md"
    hash = text_hash(lock, FILES[lock])
    entries = ["", f"version: {'0' * 16}, hash: '{'0' * 8}', ", f"hash: '{hash}', ", f"hash: '{hash}', "]
    written = "".join(f"- {{{entry}day: 2026-11-22, why: The code was wrong.}}\n" for entry in entries)

    assert problems(**{"content/withdrawn.yml": written}) == [
        "content/withdrawn.yml: entry 1: got '' and ''; write one of version and hash",
        f"content/withdrawn.yml: entry 2: got '{'0' * 16}' and '{'0' * 8}'; write one of version and hash",
        f"content/withdrawn.yml: {hash}: this id is there twice; give each entry its own",
        f"{lock}: text: {hash} was withdrawn: The code was wrong. Mend the text first",
    ]


def test_the_report_counts_and_says_that_nothing_was_built():
    assert report(["a: b: c; d"]) == "The guide has 1 problem. Nothing was built.\na: b: c; d"


def test_the_call_for_help_stands_before_all_that_the_menu_names_sooner(tmp_path, problems):
    lock = FILES["content/advice/phone/lock.md"]
    problems(**{
        f"content/advice/phone/{CALL}.md": lock,
        "docs/phone.md": FILES["docs/phone.md"] + f"\n<!-- advice: {CALL} -->\n",
    })  # fmt: skip

    assert list(load_content(tmp_path, ["phone.md"])[0].items) == [CALL, "lock", "tell"]


def test_a_step_for_danger_is_for_everyone_and_no_plan_waits_for_it(problems):
    """The rules never see one, so a `when` there would do nothing, and a step that waits for one would not."""
    found = problems(
        **{
            "content/advice/now/call.md": "---\naction: Call for help\nhorizon: now\nwhen:\n  any_of: [phone-handled]\n"
            "caution: It may show.\nsources: [work]\nreviewed: 2026-11-22\n---\nCall.\n",
            **changed("content/advice/phone/tell.md", "first: [lock]", "first: [call]"),
        }
    )

    assert "content/advice/now/call.md: when: what is done in danger is for everyone; leave it out" in found
    assert (
        "content/advice/phone/tell.md: first: call is for danger, and no step of a plan; leave it out"
        in found
    )
