"""Each fault that somebody can bring into a finished copy is found, and named by its file.

All stand in one copy, each in a file of its own, so that it is read once; nothing else is reported.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hooks.site_check.cautions import problems_of_cautions
from hooks.site_check.check import problems_of_site
from hooks.site_check.danger import problems_of_danger
from hooks.site_check.exits import problems_of_exits
from hooks.site_check.files import problems_of_files
from hooks.site_check.links import problems_of_links
from hooks.site_check.site import problems_of_reading, read_site
from hooks.site_check.words import BUILD_AGAIN, LEAVE_OUT
from tests.site.copies import copy_of, list_again, replace, write

EXIT = "https://www.bbc.co.uk/weather"
LEAVES = f'data-quick-exit href="{EXIT}" target="_top" rel="nofollow noreferrer">Leave now</a>'
FIRST = f'<a class="exit-first" {LEAVES}'
LAST = FIRST.replace("exit-first", "exit")
END = "</article>"
HTML = '<html lang="en"'
LEARNS = f"which learns of the visit; put the file into the folder public/, or {LEAVE_OUT}"
NAMES = f"which learns of the visit; put what is needed into the folder public/, or {LEAVE_OUT}"
TELLS = "tells what this guide is about; use words that could be about anything"
CONTENT = {
    r"\d[\d,]* bytes": "N bytes",
    "“Take care[^”]*”": "“Take care.”",
    r"(no such \w+; possible:).*": r"\1 …",
}


HANDOUT = "sheets/handout-work.html"


@dataclass(frozen=True)
class Fault:
    """What somebody changes in one file, and every sentence about it, without the file's name."""

    what: str
    file: str
    changes: dict[str | re.Pattern[str], str]
    says: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = field(default=())
    """What is said of other files, with their names."""


def put(markup: str) -> dict[str | re.Pattern[str], str]:
    """Put something at the end of a page's text."""
    return {END: f"{markup}{END}"}


FAULTS = (
    # The way out
    Fault(
        "no way out", "about.html", {FIRST: "", LAST: ""}, (f"exit: the page has no way out; {BUILD_AGAIN}",)
    ),
    Fault(
        "a way out without an address",
        "address.html",
        {f' href="{EXIT}"': ' href=""'},
        (
            "exit: an empty address: browsers would stay in this guide, or go unprotected; write "
            "https://, then "
            "the page's address",
            f"exit: the script leads to {EXIT}, and the link does not; {BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a way out that is folded away",
        "home.html",
        {LAST: f"<details><summary>More</summary>{LAST}</details>"},
        (f"exit: a link that leaves is hidden in another part of the page; {BUILD_AGAIN}",),
    ),
    Fault(
        "a way out that leads elsewhere on one page",
        "travel.html",
        {f'"{EXIT}"': '"https://www.rte.ie/"'},
        (f"exit: it leads to https://www.rte.ie/, and that of index.html to {EXIT}; {BUILD_AGAIN}",),
    ),
    Fault(
        "one of two ways out",
        "sheets/advocate-letter.html",
        {FIRST: ""},
        (
            f"exit: the page has 1 links that leave in place of 2; {BUILD_AGAIN}",
            "exit: the way out does not come first on the page, so a keyboard reaches it late; "
            f"{BUILD_AGAIN}",
        ),
    ),
    # In danger
    Fault(
        "no way to the page for danger",
        "sheets/who-knows.html",
        {'href="../now.html"': 'href="../index.html"'},
        (f"danger: no link leads to “In danger now” from here; {BUILD_AGAIN}",),
    ),
    Fault(
        "a country whose emergency number cannot be dialled",
        "numbers.html",
        {
            '<a class="dial" aria-label="112, Ireland" href="tel:112">112</a> or '
            '<a class="dial" aria-label="999, Ireland" href="tel:999">999</a>': "112 or 999"
        },
        (f"numbers: nothing dials the emergency number of Ireland; {BUILD_AGAIN}",),
    ),
    Fault(
        "a number that dials another one",
        "404.html",
        {'href="tel:999">999': 'href="tel:998">999'},
        (f"numbers: a link shows 999 and dials 998; {BUILD_AGAIN}",),
    ),
    # Cautions
    Fault(
        "a step without its caution",
        "phone.html",
        {re.compile(r'(id="set-up-emergency-sos">.*?</h3>\s*)<p class="caution">.*?</p>', re.DOTALL): r"\1"},
        (
            "caution: the step set-up-emergency-sos does not have the caution that stands in plan.html: "
            f"“Take care.”; {BUILD_AGAIN}",
            "caution: the page does not have the caution that stands in its text in index.html: "
            "“Take care.”; "
            f"{BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a step of the plan without its caution",
        "plan.html",
        {re.compile(r'<p class="caution" id="caution-use-a-safer-device-first">.*?</p>', re.DOTALL): ""},
        (
            "caution: the step use-a-safer-device-first does not have the caution that stands on "
            "devices.html: "
            f"“Take care.”; {BUILD_AGAIN}",
            "label: aria-describedby names caution-use-a-safer-device-first, which is not on the page; "
            f"{BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a step after which the person may react, without its caution",
        "signs.html",
        {
            re.compile(r'(id="tell-the-police-which-signs-fit">.*?Take care\.</strong>).*?</p>', re.DOTALL): (
                r"\1 It is fine.</p>"
            )
        },
        (
            "caution: the step tell-the-police-which-signs-fit does not have the caution that stands in "
            f"plan.html: “Take care.”; {BUILD_AGAIN}",
            "caution: the page does not have the caution that stands in its text in index.html: "
            "“Take care.”; "
            f"{BUILD_AGAIN}",
        ),
        (
            "index.html: caution: its text of signs.html does not have the caution that stands there: "
            f"“Take care.”; {BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a caution in danger that was changed",
        "now.html",
        {
            re.compile(r'(id="get-help-without-speaking">.*?Take care\.</strong>).*?</p>', re.DOTALL): (
                r"\1 It is fine.</p>"
            )
        },
        (
            "caution: the page does not have the caution that stands in its text in index.html: "
            "“Take care.”; "
            f"{BUILD_AGAIN}",
        ),
        (
            "index.html: caution: its text of now.html does not have the caution that stands there: "
            f"“Take care.”; {BUILD_AGAIN}",
            "sheets/full-plan.html: caution: the sheet does not have the caution that stands on now.html: "
            f"“Take care.”; {BUILD_AGAIN}",
        ),
    ),
    # The policy
    Fault(
        "no policy",
        "people.html",
        {'http-equiv="Content-Security-Policy"': 'name="robots"'},
        (f"policy: the page has none, so a fault in it could send out what a reader types; {BUILD_AGAIN}",),
    ),
    Fault(
        "a weaker policy",
        "pictures.html",
        {"connect-src 'self'": "connect-src 'self' https:", "; base-uri 'none'": ""},
        (
            f"policy: base-uri is missing; possible: base-uri 'none'; {BUILD_AGAIN}",
            f"policy: connect-src allows https:; possible: 'self'; {BUILD_AGAIN}",
            f"policy: it is another one than that of index.html; {BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a page that tells where the reader came from",
        "record.html",
        {'<meta name="referrer" content="no-referrer">': ""},
        (f"privacy: the next site learns where the reader came from; {BUILD_AGAIN}",),
    ),
    # Requests
    Fault(
        "a picture of another site",
        "begin.html",
        put('<img src="https://pictures.example.org/a.png" alt="">'),
        (
            'request: <img src="https://pictures.example.org/a.png"> makes the browser ask another site, '
            f"{LEARNS}",
        ),
    ),
    Fault(
        "a picture of another site for large screens",
        "cases.html",
        put('<img src="assets/icon.svg" srcset="assets/icon.svg 1x, //cdn.example.net/a.png 2x" alt="">'),
        (f'request: <img srcset="//cdn.example.net/a.png"> makes the browser ask another site, {LEARNS}',),
    ),
    Fault(
        "a font of another site that is loaded ahead",
        "check.html",
        {"</head>": '<link rel="preload" href="https:\\\\fonts.example.org/a.woff2"></head>'},
        (
            'request: <link href="https:\\\\fonts.example.org/a.woff2"> makes the browser ask another site, '
            f"{LEARNS}",
        ),
    ),
    Fault(
        "a page in a frame",
        "contact.html",
        put('<iframe src="index.html"></iframe>'),
        (f"request: <iframe> can show or open another page by itself; {LEAVE_OUT}",),
    ),
    Fault(
        "a page that opens another one by itself",
        "day.html",
        {"</head>": '<meta http-equiv="refresh" content="0;url=https://example.org/"></head>'},
        (
            f"request: <meta> can show or open another page by itself; {LEAVE_OUT}",
            f"head: <meta> refresh describes the page to other programs; {BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a picture of another site in a style sheet",
        "assets/plan.css",
        {"\n": "\n.logo{background:url(//cdn.example.org/a.png)}"},
        (f"request: it names //cdn.example.org, so the browser may ask that site, {NAMES}",),
    ),
    Fault(
        "a style sheet that loads another one",
        "assets/log.css",
        {"\n": '\n@import "more.css";'},
        (f'request: @import "more.css" loads another style sheet; {LEAVE_OUT}',),
    ),
    Fault(
        "a script that asks another site",
        "assets/sight.js",
        {"\n": '\nfetch("https://count.example.org/seen");'},
        (f"request: it names https://count.example.org, so the browser may ask that site, {NAMES}",),
    ),
    Fault(
        "a worker that asks another site and keeps by itself",
        "worker.js",
        {
            "async function begin() {": 'async function begin() {\n  await fetch("http://[2001:db8::1]/");\n'
            '  (await caches.open("more")).addAll(["index.html"]);'
        },
        (
            f"request: it names http://[2001, so the browser may ask that site, {NAMES}",
            f"script: it uses addAll: it keeps what nobody asked to keep; {BUILD_AGAIN}",
            f"script: it uses caches.open: it keeps what nobody asked to keep; {BUILD_AGAIN}",
        ),
    ),
    # Scripts and styles
    Fault(
        "a script that stores",
        "assets/where.js",
        {"\n": "\nlocalStorage.seen=1;"},
        (f"script: it uses localStorage: it stays in the browser, where others can find it; {BUILD_AGAIN}",),
    ),
    Fault(
        "a script that sets a cookie",
        "assets/numbers.js",
        {"\n": '\ndocument.cookie="seen=1";'},
        (f"script: it uses cookie: it stays in the browser, where others can find it; {BUILD_AGAIN}",),
    ),
    Fault(
        "a script that records",
        "assets/log-pictures.js",
        {"\n": "\nnavigator.mediaDevices.getUserMedia({audio:true});"},
        (f"script: it uses getUserMedia: the guide records nobody; {BUILD_AGAIN}",),
    ),
    Fault(
        "a script in a page",
        "details.html",
        put("<script>1</script>"),
        (f"inline: it has a script in the page itself, <script>; {LEAVE_OUT}",),
    ),
    Fault(
        "a style on an element",
        "devices.html",
        put('<p style="color: red">Red</p>'),
        (f'inline: it has a style on an element, <p style="color: red">; {LEAVE_OUT}',),
    ),
    Fault(
        "a style sheet in a page",
        "family.html",
        put("<style>p { color: red }</style>"),
        (f"inline: it has a style sheet in the page itself, <style>; {LEAVE_OUT}",),
    ),
    Fault(
        "a handler",
        "friends.html",
        put('<p onclick="go()">Go</p>'),
        (f'inline: it has a script in an attribute that begins with on, <p onclick="go()">; {LEAVE_OUT}',),
    ),
    Fault(
        "an address that runs a script",
        "keep.html",
        put('<a href=" JavaScript:go()">Go</a>'),
        (
            f'inline: it has an address that runs a script, <a href=" JavaScript:go()">; {LEAVE_OUT}',
            "link: ' JavaScript:go()': browsers read a blank, a sign that cannot be seen and \\ in "
            "their own way; "
            "leave them out",
        ),
    ),
    # What is typed
    Fault(
        "a form that sends",
        "report.html",
        put('<form method="post" action="send" autocomplete="off"></form>'),
        (f"form: <form> can send what a reader types to a site; {BUILD_AGAIN}",),
    ),
    Fault(
        "a field that the browser remembers",
        "rights.html",
        put('<input type="text" id="name">'),
        (f"form: <input> (name) lets the browser remember what a reader types or ticks; {BUILD_AGAIN}",),
    ),
    # What others can see
    Fault(
        "a telling title",
        "later.html",
        {"<title>Notes</title>": "<title>After stalking</title>"},
        (
            "title: it is “After stalking”, and that of index.html is “Notes”: a list of what was "
            "opened would show "
            f"which page was read; {BUILD_AGAIN}",
            f'title: "stalk" {TELLS}',
        ),
    ),
    Fault(
        "a description",
        "law.html",
        {"</head>": '<meta name="description" content="For victims"></head>'},
        (
            f"head: <meta> description describes the page to other programs; {BUILD_AGAIN}",
            f'description: "victim" {TELLS}',
        ),
    ),
    Fault("a telling name of a file", "shelter.txt", {"": "Words"}, (f'file name: "shelter" {TELLS}',)),
    Fault(
        "a picture that runs a script",
        "sheets/who-knows.svg",
        {"": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'},
        ("picture: it has a <script>; leave it out",),
    ),
    # Links
    Fault(
        "a link that leads nowhere",
        "online.html",
        put('<a href="nowhere.html">There</a>'),
        ("link: nowhere.html: no such page; possible: …",),
    ),
    Fault(
        "a link to a place that is not there",
        "parcels.html",
        put('<a href="work.html#nowhere">There</a>'),
        ("link: work.html#nowhere: no such anchor; possible: …",),
    ),
    Fault(
        "a link that tells another site of the guide",
        "sheets/calls-log.html",
        put('<a href="https://www.example.org/">Them</a>'),
        (
            "link: https://www.example.org/: that site can learn that the reader comes from the guide; "
            f"{BUILD_AGAIN}",
            f"link: https://www.example.org/: the page does not show which site it leads to; {BUILD_AGAIN}",
        ),
    ),
    # The page itself
    Fault(
        "no language",
        "support.html",
        {HTML: "<html"},
        ('lang: it is missing, so a voice reads the page in a wrong language; write <html lang="en">',),
    ),
    Fault(
        "a page that cannot be made larger",
        "work.html",
        {"initial-scale=1": "initial-scale=1,user-scalable=no"},
        (f"viewport: nobody can make the text larger with two fingers; {BUILD_AGAIN}",),
    ),
    Fault(
        "a page that was saved in a browser",
        "young.html",
        {HTML: f'{HTML} data-armed=""'},
        (
            'state: <html> has data-armed="", which only a running page has: the file was saved in a '
            "browser; "
            f"{BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a page that is cut off",
        "reading.html",
        {"<template data-end></template>": ""},
        (f"end: the page is cut off, or something was added after its end; {BUILD_AGAIN}",),
    ),
    Fault(
        "a level of headings that is left out",
        "sheets/parcels-log.html",
        put("<h5>Deep</h5>"),
        (
            "headings: sheet-parcels-log leaves out a level of headings, so a screen reader loses "
            "its place; write "
            "## below #, and ### below ##",
        ),
    ),
    # More of them, each on a sheet
    Fault(
        "a way out that tells where the reader was",
        "sheets/booklet.html",
        {LAST: LAST.replace('rel="nofollow noreferrer"', 'rel="nofollow"')},
        (
            'exit: a link that leaves lacks target="_top" or rel="nofollow noreferrer", so it may '
            "tell the next "
            f"page where the reader was; {BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a way out without words",
        "sheets/car-and-home-check.html",
        {LAST: LAST.replace("Leave now", " ")},
        (f"exit: a link that leaves has no words; {BUILD_AGAIN}",),
    ),
    Fault(
        "two ways out to one site",
        "sheets/chain-of-custody.html",
        {'data-second="https://www.wikipedia.org/"': 'data-second="https://www.bbc.co.uk/news"'},
        (
            "exit: the second exit is on the same site as the first; set another second_exit_url, and build "
            "again",
        ),
    ),
    Fault(
        "a script that does not know where to leave to",
        "sheets/description-sheet.html",
        {f'data-address="{EXIT}" ': ""},
        (f"exit: the page does not tell its script where to leave to; {BUILD_AGAIN}",),
    ),
    Fault(
        "no way to private reading",
        "sheets/handout-school.html",
        {'href="../reading.html"': 'href="../index.html"'},
        (f"danger: no link leads to “Private reading” from here; {BUILD_AGAIN}",),
    ),
    Fault(
        "two titles",
        "sheets/evidence-labels.html",
        {"</title>": "</title><title>Notes</title>"},
        (f"title: the page has 2 titles in place of one; {BUILD_AGAIN}",),
    ),
    Fault(
        "words that a mouse shows",
        "sheets/evidence-list.html",
        put('<p title="More">Words</p>'),
        (f"title: it shows words when a mouse rests on a part of it; {BUILD_AGAIN}",),
    ),
    Fault(
        "a policy that comes too late",
        "sheets/first-ten-minutes.html",
        {'<meta charset="utf-8">': '<meta charset="utf-8"><link rel="icon" href="../assets/icon.svg">'},
        (f"policy: it comes after a script or a style sheet, which it does not bind; {BUILD_AGAIN}",),
    ),
    Fault(
        "a page whose spelling may be checked elsewhere",
        "sheets/handout-friends.html",
        {' spellcheck="false"': ""},
        (f"form: browsers may send what is typed to a service that checks spelling; {BUILD_AGAIN}",),
    ),
    Fault(
        "a page that opens with another text",
        HANDOUT,
        {'data-view="sheet-handout-work"': 'data-view="sheet-other"'},
        (
            f"view: the page does not open with the one text that it names; {BUILD_AGAIN}",
            f"languages: the link to it in es leads to es/{HANDOUT}, which is another page; {BUILD_AGAIN}",
        ),
        (
            f"es/{HANDOUT}: languages: the link to it in en leads to {HANDOUT}, which is another page; "
            f"{BUILD_AGAIN}",
        ),
    ),
    Fault(
        "a page without a title to read",
        "sheets/incident-log.html",
        {"<h1": "<h2", "</h1>": "</h2>"},
        (
            "headings: sheet-incident-log does not begin with its one title, so a screen reader "
            "cannot announce "
            "it; begin the page with one line that starts with #",
        ),
    ),
    Fault(
        "a file that cannot be read",
        "assets/python/manifest.json",
        {"": "{"},
        (
            f"list: it cannot be read, so the plan suggests nothing; {BUILD_AGAIN}",
            "file: it cannot be read (Expecting property name enclosed in double quotes: line 1 "
            "column 2 (char "
            f"1)); {BUILD_AGAIN}",
        ),
    ),
    # The styles and the size
    Fault(
        "colours that cannot be read in the dark",
        "assets/guide.css",
        {"--exit-bg: #262f35": "--exit-bg: #eee"},
        (
            "colours: in the dark theme, --exit-fg (#fff) on --exit-bg (#eee) is 1.1 to 1, which "
            "many people cannot "
            "read; at least 4.5 is needed, so choose another colour",
        ),
    ),
    Fault(
        "a reader that is too large",
        "index.html",
        {"<template data-views>": f"<!--{random.Random(1).randbytes(60_000).hex()}--><template data-views>"},
        (
            "size: a reader loads N bytes to open it; at most 110,515, so shorten the page, or make pictures "
            "smaller",
        ),
    ),
)
AFTER = (
    Fault(
        "a file of the list that is not there",
        "files.json",
        {},
        (f"list: it names sheets/witness-sheet.svg, which is not in the folder; {BUILD_AGAIN}",),
        (f"sheets.html: link: sheets/witness-sheet.svg: no such file in the folder; {BUILD_AGAIN}",),
    ),
    Fault(
        "a file that was changed after the build",
        "licences.txt",
        {"\n": "\n "},
        (f"list: it was changed after the build, so nobody can keep the guide; {BUILD_AGAIN}",),
    ),
    Fault(
        "a file that is not in the list",
        "assets/more.txt",
        {"": "Words"},
        (f"list: files.json does not name it, so no kept copy holds it; {BUILD_AGAIN}",),
    ),
    Fault(
        "a packed file that is another one",
        "sheets.html.gz",
        {},
        (f"packed: unpacked, it is not sheets.html, so readers get another file; {BUILD_AGAIN}",),
    ),
)
"""Brought in when the list of files is written, so that the list does not know them."""


@pytest.fixture(scope="module")
def found(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every problem of a copy with all faults."""
    folder = copy_of(site, tmp_path_factory.mktemp("planted") / "site")
    for fault in FAULTS:
        plant(fault, folder)
    list_again(folder)
    for fault in AFTER:
        plant(fault, folder)
    (folder / "sheets/witness-sheet.svg").unlink()
    write(folder / "sheets.html.gz", gzip.compress(b"another file"))
    return [without_content(problem) for problem in problems_of_site(folder)]


def without_content(problem: str) -> str:
    """Leave out what changes with the guide's own texts."""
    for pattern, usual in CONTENT.items():
        problem = re.sub(pattern, usual, problem)
    return problem


def plant(fault: Fault, folder: Path) -> None:
    for before, after in fault.changes.items():
        if isinstance(before, re.Pattern):
            text, count = before.subn(after, (folder / fault.file).read_text("utf-8"), count=1)
            assert count == 1, fault.what
            write(folder / fault.file, text)
        elif before:
            replace(folder / fault.file, before, after)
        else:
            write(folder / fault.file, after)


def sentences_of(fault: Fault) -> list[str]:
    return [*(f"{fault.file}: {says}" for says in fault.says), *fault.elsewhere]


@pytest.mark.parametrize("fault", [*FAULTS, *AFTER], ids=lambda fault: fault.what)
def test_the_check_finds(fault: Fault, found: list[str]) -> None:
    """B8.56: nothing records, as of each other fault that is planted here."""
    assert [sentence for sentence in sentences_of(fault) if sentence not in found] == []


def test_the_check_finds_nothing_else(found: list[str]) -> None:
    expected = {sentence for fault in (*FAULTS, *AFTER) for sentence in sentences_of(fault)}
    assert [problem for problem in found if problem not in expected] == []


def test_each_fault_stands_in_a_file_of_its_own() -> None:
    files = [fault.file for fault in (*FAULTS, *AFTER)]
    assert len(files) == len({*files})


def test_a_way_out_that_leads_to_the_guides_own_site_is_found(site: Path, tmp_path: Path) -> None:
    folder = copy_of(site, tmp_path / "site")
    write(folder / "CNAME", "guide.bbc.co.uk\n")

    assert {problem.says for problem in problems_of_exits(read_site(folder))} == {
        f"exit: {EXIT}: leaving would not lead away from guide.bbc.co.uk, where this guide stands; "
        "name a page "
        "elsewhere"
    }


def test_what_every_copy_has_is_missed(site: Path, tmp_path: Path) -> None:
    folder = copy_of(site, tmp_path / "site")
    for name in ("404.html", "reading.html", "files.json"):
        (folder / name).unlink()
    write(folder / "now.html", b"")
    read = read_site(folder)

    assert [": ".join(problem) for problem in (*problems_of_reading(read), *problems_of_files(read))][:5] == [
        f"now.html: page: it is empty or broken, so nobody can read it; {BUILD_AGAIN}",
        "404.html: page: there is none, so a wrong address shows a page without the way out; " + BUILD_AGAIN,
        f"index.html: pages: the page “In danger now” is missing from the folder; {BUILD_AGAIN}",
        f"index.html: pages: the page “Private reading” is missing from the folder; {BUILD_AGAIN}",
        f"files.json: list: it is missing, so nobody can keep the guide; {BUILD_AGAIN}",
    ]


def test_a_caution_that_was_removed_everywhere_is_missed_where_the_other_person_may_react(
    site: Path, tmp_path: Path
) -> None:
    folder = copy_of(site, tmp_path / "site")
    step = "tell-the-police-which-signs-fit"
    in_plan = re.compile(rf'<p class="caution" id="caution-{step}">.*?</p>', re.DOTALL)
    on_page = re.compile(rf'(id="{step}">.*?</h3>\s*)<p class="caution">.*?</p>', re.DOTALL)
    for name, pattern, after in (
        ("plan.html", in_plan, ""),
        ("signs.html", on_page, r"\1"),
        ("index.html", on_page, r"\1"),
    ):
        text, count = pattern.subn(after, (folder / name).read_text("utf-8"))
        assert count == 1, name
        write(folder / name, text)
    replace(folder / "plan.html", 'data-item="trust-your-sense-of-danger"', 'data-item="trust"')
    (catalogue,) = (path.name for path in folder.glob("assets/python/catalogue.*.json"))

    assert [": ".join(problem) for problem in problems_of_cautions(read_site(folder))] == [
        f"plan.html: steps: trust: assets/python/{catalogue} does not know it; {BUILD_AGAIN}",
        f"plan.html: steps: trust-your-sense-of-danger: assets/python/{catalogue} names it; {BUILD_AGAIN}",
        f"plan.html: caution: the step {step} can make the other person react, and has none; {BUILD_AGAIN}",
    ]


@pytest.mark.parametrize(
    ("in_list", "in_worker", "says"),
    [
        (
            "0" * 16,
            "0" * 16,
            "files.json: list: the version is not that of these files, so kept copies would stay old",
        ),
        ("0" * 16, None, "worker.js: worker: it is of another version than files.json"),
    ],
)
def test_a_version_of_other_files_is_found(
    site: Path, tmp_path: Path, in_list: str, in_worker: str | None, says: str
) -> None:
    folder = copy_of(site, tmp_path / "site")
    version = json.loads((folder / "files.json").read_text("utf-8"))["version"]
    replace(folder / "files.json", version, in_list)
    if in_worker:
        replace(folder / "worker.js", version, in_worker)

    assert [": ".join(problem) for problem in problems_of_files(read_site(folder))] == [
        f"{says}; {BUILD_AGAIN}"
    ]


def test_a_worker_that_sends_another_policy_or_is_missing_is_found(site: Path, tmp_path: Path) -> None:
    folder = copy_of(site, tmp_path / "site")
    replace(folder / "worker.js", "form-action 'none'; ", "")
    weaker = list(problems_of_files(read_site(folder)))
    (folder / "worker.js").unlink()
    missing = list(problems_of_files(read_site(folder)))

    assert weaker == [
        ("worker.js", f"worker: it sends another policy than the pages have; {BUILD_AGAIN}"),
    ]
    assert missing == [("worker.js", f"worker: it is missing, so nobody can keep the guide; {BUILD_AGAIN}")]


def test_pages_for_danger_without_numbers_are_found(site: Path, tmp_path: Path) -> None:
    folder = copy_of(site, tmp_path / "site")
    replace(folder / "404.html", 'class="call-now"', 'class="numbers"')
    replace(folder / "now.html", 'href="tel:911"', 'href="#call-now"')
    replace(folder / "numbers.html", 'aria-labelledby="place-', 'aria-labelledby="other-')

    assert {": ".join(problem) for problem in problems_of_danger(read_site(folder))} == {
        f"404.html: numbers: it shows no emergency number; {BUILD_AGAIN}",
        f"now.html: numbers: nothing dials the emergency number of ca; {BUILD_AGAIN}",
        f"now.html: numbers: nothing dials the emergency number of us; {BUILD_AGAIN}",
        f"numbers.html: numbers: it lists no country; {BUILD_AGAIN}",
    }


def test_a_page_that_nothing_leads_to_is_found(site: Path, tmp_path: Path) -> None:
    folder = copy_of(site, tmp_path / "site")
    write(folder / "sheets/more.html", (folder / "sheets/witness-sheet.html").read_bytes())

    assert list(problems_of_links(read_site(folder))) == [
        (
            "sheets/more.html",
            "link: no other page leads to it; name it in the menu, or take the file away",
        )
    ]


def test_a_sound_copy_below_a_path_has_no_problem(site: Path, tmp_path: Path) -> None:
    """As `site_url` makes it: the page for missing addresses names the path, and the sitemap each page."""
    folder = copy_of(site, tmp_path / "site")
    for name in ("404.html", "es/404.html"):
        lost = (folder / name).read_text("utf-8")
        write(folder / name, re.sub(r'(href|src)="/(?!/)', r'\1="/guide/', lost))
    list_again(folder / "es")
    address = "https://helpline.example.org/guide/index.html"
    replace(folder / "sitemap.xml", "</urlset>", f"<url><loc>{address}</loc></url></urlset>")
    write(folder / "robots.txt", "User-agent: *\n")
    list_again(folder)
    write(folder / ".well-known/security.txt", "Contact: mailto:web@example.org\n")

    assert problems_of_site(folder) == []
