"""What a text may bring to a page: a short list; all else is told, however it is written."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.markup import EXTENSIONS, TAGS, WITH, problems_of_html, problems_of_markdown

POSSIBLE = ", ".join(sorted(TAGS))
NO_LINK = "not a link for this guide; possible: https://, tel:, sms: and mailto: with a plain number or name, or the name of a page"
HIDDEN = "browsers read a blank, a sign that cannot be seen and \\ in their own way; leave them out"


def no_tag(tag):
    return f"tag: <{tag}> is not for texts; possible: Markdown, or {POSSIBLE}"


def first(text, taken=()):
    return next(problems_of_markdown(text, taken), None)


def test_texts_are_judged_as_the_build_writes_them():
    config = load_config(str(Path(__file__).parents[3] / "mkdocs.yml"), hooks=[])

    assert sorted(config.markdown_extensions) == sorted(EXTENSIONS)
    assert config.mdx_configs["tables"] == WITH["tables"]


@pytest.mark.parametrize(
    "text",
    [
        "# A title\n\nWords, *some* of **weight**.\n\n1. One\n2. Two\n\n> Said\n\n---\n",
        "## A name of its own { #own-name }\n\n<!-- advice: lock -->\n\nA caution.\n{ .caution }",
        "[In danger?](now.md){ .danger } [Call](tel:+442079460000), [text](sms:85258), <mailto:a@b.org>, [it](#own)",
        "[A site](https://www.example.org/a?b=c&d=e#f) and <https://example.org> and [one][ref]\n\n[ref]: https://a.example.org",
        "[*#06#](tel:*%2306%23)",
        "[0800 1111](tel:08001111){ aria-label=\"0800 1111, United Kingdom\" }",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "![A picture](pictures/door.png) and H<sub>2</sub>O, <span lang=\"cy\" dir=\"ltr\">Noswaith dda</span>, a<br>b",
        "```html\n<script>alert(1)</script>\n```\n\n`<iframe>` & 5 &lt; 6, AT&T",
        "3. Three\n4. Four",
        "## Überschrift\n\n## 日本語",
    ],
)  # fmt: skip
def test_what_texts_are_written_with_passes(text):
    assert [*problems_of_markdown(text)] == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<SCRIPT src=x></SCRIPT>", "script"),
        ("<script/x>", "script"),
        ("a <script\n src=b>", "script"),
        ("<iframe src='https://example.org'></iframe>", "iframe"),
        ("<style>.exit{display:none}</style>", "style"),
        ("<form action=https://example.org>", "form"),
        ("<input autofocus onfocus=a()>", "input"),
        ("<button>Leave now</button>", "button"),
        ('<meta http-equiv="refresh" content="0;url=https://example.org">', "meta"),
        ('<base href="https://example.org">', "base"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "link"),
        ('<object data="a.svg"></object>', "object"),
        ("<embed src=a>", "embed"),
        ("<svg onload=a()>", "svg"),
        ("<svg/onload=a()>", "svg"),
        ("<math><mi>", "math"),
        ("<template><b></template>", "template"),
        ("<noscript><p></noscript>", "noscript"),
        ("<textarea>", "textarea"),
        ("<title>Stalking</title>", "title"),
        ("<plaintext>", "plaintext"),
        ("<dialog open>", "dialog"),
        ("<details open>", "details"),
        ("<video autoplay>", "video"),
        ("<body onload=a()>", "body"),
        ("<main id=\"content\">", "main"),
        ("<x-element>", "x"),
        ("- item\n\n    <script>a()</script>", "script"),
        ("<javascript:alert(1)>", "javascript"),
    ],
)  # fmt: skip
def test_a_tag_that_is_not_on_the_list_is_told(text, tag):
    assert first(text) == no_tag(tag)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<p onclick="a()">x</p>', "attribute: onclick on <p> is not for texts; possible: class, dir, id, lang"),
        ('<p style="position:fixed">x</p>', "attribute: style on <p> is not for texts; possible: class, dir, id, lang"),
        ("Words\n{: onclick=a() }", "attribute: onclick on <p> is not for texts; possible: class, dir, id, lang"),
        ("[a](now.md){ target=_blank }", "attribute: target on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("[a](now.md){ data-quick-exit=1 }", "attribute: data-quick-exit on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("[a](now.md){ data-open=plan }", "attribute: data-open on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("[a](now.md){ ping=https://a.example.org }", "attribute: ping on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("[a](now.md){ download=x }", "attribute: download on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("[a](now.md \"Stalking\")", "attribute: title on <a> is not for texts; possible: aria-label, class, dir, href, id, lang"),
        ("# T { data-view-id=x }", "attribute: data-view-id on <h1> is not for texts; possible: dir, id, lang"),
        ("# T { name=x }", "attribute: name on <h1> is not for texts; possible: dir, id, lang"),
        ("# T { hidden=1 }", "attribute: hidden on <h1> is not for texts; possible: dir, id, lang"),
        ("[a](now.md){ aria-label=\"Leave now\" }", "attribute: aria-label: got 'Leave now'; it is not for texts, leave it out"),
        ("[a](now.md){ .exit }", "attribute: class: got 'exit'; it is not for texts, leave it out"),
        ("[a](now.md){ .danger .exit }", "attribute: class: got 'danger exit'; it is not for texts, leave it out"),
        ("# Menu", "attribute: id: menu belongs to the page's frame; give it another name"),
        ("# T { #content }", "attribute: id: content belongs to the page's frame; give it another name"),
        ("# T { #view-plan }", "attribute: id: view-plan belongs to the page's frame; give it another name"),
        ("# T { #A.b }", "attribute: id: got 'A.b'; it is not for texts, leave it out"),
        ("![a](https://example.org/a.png)", "picture: 'https://example.org/a.png' is not a file of this guide; put it into docs/ and name it here"),
        ("![a](//example.org/a.png)", "picture: '//example.org/a.png' is not a file of this guide; put it into docs/ and name it here"),
        ("![a](data:image/png;base64,aa)", "picture: 'data:image/png;base64,aa' is not a file of this guide; put it into docs/ and name it here"),
        ('<img src="a.png" onerror="a()">', "attribute: onerror on <img> is not for texts; possible: alt, dir, id, lang, src"),
        ('<img src="a.png" srcset="https://example.org 1x">', "attribute: srcset on <img> is not for texts; possible: alt, dir, id, lang, src"),
    ],
)  # fmt: skip
def test_an_attribute_that_is_not_on_the_list_is_told(text, problem):
    assert first(text, taken={"menu", "content"}) == problem


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("javascript:alert(1)", NO_LINK),
        ("JaVaScRiPt:alert(1)", NO_LINK),
        ("vbscript:a", NO_LINK),
        ("data:text/html,a", NO_LINK),
        ("blob:https://example.org/a", NO_LINK),
        ("file:///etc/passwd", NO_LINK),
        ("http://example.org/", NO_LINK),
        ("ftp://example.org/", NO_LINK),
        ("https:evil.example", NO_LINK),
        ("https:/evil.example", NO_LINK),
        ("https:///evil.example", "no browser can open it; write https://, then the page's address"),
        ("http:///evil", NO_LINK),
        ("//evil.example", "it leads to another host; write https:// before it"),
        ("/now.html", "it begins at the host, not in this guide; write the name of a page, as phone.md"),
        ("https://evil.example\\@good.org", HIDDEN),
        ("\\\\evil.example", HIDDEN),
        ("https://good.org@evil.example", "what stands before @ is no part of where it leads; leave it and the @ out"),
        ("https://192.0.2.7/", "192.0.2.7 is no name of a site; write one with a dot, as www.bbc.co.uk, not a number"),
        ("tel:999;ext=*1", NO_LINK),
        ("sms:85258?body=I am followed", HIDDEN),
        ("sms:85258?body=x", NO_LINK),
        ("mailto:a@b.org?bcc=c@d.org", NO_LINK),
        ("java\tscript:alert(1)", HIDDEN),
        ("java\nscript:alert(1)", HIDDEN),
        (" javascript:alert(1)", HIDDEN),
        ("\x01javascript:alert(1)", HIDDEN),
        ("phone\u200b.md", HIDDEN),
        ("javascript&colon;alert(1)", NO_LINK),
        ("&#106;avascript:alert(1)", NO_LINK),
        ("&#x6A;avascript&#58;alert(1)", NO_LINK),
        ("java&Tab;script:alert(1)", HIDDEN),
        ("java&NewLine;script:alert(1)", HIDDEN),
    ],
)  # fmt: skip
def test_a_link_that_is_not_of_the_list_is_told_as_a_browser_reads_it(address, problem):
    found = [*problems_of_html(f'<a href="{address}">x</a>')]

    assert [text.partition("': ")[2] or text.partition('": ')[2] for text in found] == [problem]
    assert found[0].startswith("link: ")


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a][]\n\n[a]: JAVASCRIPT:alert(1) 'x'",
        "[a](now.md){ href=javascript:alert(1) }",
        "[a](&#106;avascript:alert(1))",
        "[a](//example.org)",
        "[a](http://example.org)",
        "<http://example.org>",
        "[![a](b.png)](data:text/html,a)",
        "| a |\n|---|\n| [b](vbscript:c) |",
        "- [b](vbscript:c)",
        "> [b](vbscript:c)",
    ],
)
def test_a_link_is_judged_however_markdown_writes_it(text):
    assert any(problem.startswith("link: ") for problem in problems_of_markdown(text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<p id=x>a</p>", "tag: browsers may read '<p id=x>' in more than one way; write it as <p id=\"name\">"),
        ("<p id='x'>a</p>", "tag: browsers may read \"<p id='x'>\" in more than one way; write it as <p id=\"name\">"),
        ('<p/id="x">', "tag: browsers may read '<p/id=\"x\">' in more than one way; write it as <p id=\"name\">"),
        ('<p id="x"lang="en">', "tag: browsers may read '<p id=\"x\"lang=\"en\">' in more than one way; write it as <p id=\"name\">"),
        ("<P>a</P>", "tag: browsers may read '<P>' in more than one way; write it as <p id=\"name\">"),
        ("<p\x0cid=\"x\">", "tag: browsers may read '<p\\x0cid=\"x\">' in more than one way; write it as <p id=\"name\">"),
        ("</p >", "tag: browsers may read '</p >' in more than one way; write it as <p id=\"name\">"),
        ("<!--><script>a()</script>-->", "tag: '<!-->' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<!-- a --!><script>", "tag: '<!-- a --!>' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<!-- a -- >", "tag: '<!-- a -- >' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<!-- a", "tag: '<!-- a' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<!doctype html>", "tag: '<!doctype html>' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<![CDATA[a]]>", "tag: '<![CDATA[a]]>' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<?php a ?>", "tag: '<?php a ?>' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("<3", "tag: '<3' is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"),
        ("</main>", "tag: </main> closes what is not open here; close each tag where it was opened"),
        ("</p></p>", "tag: </p> closes what is not open here; close each tag where it was opened"),
        ("<b><i></b></i>", "tag: </b> closes what is not open here; close each tag where it was opened"),
        ("<b>a", "tag: <b> is left open; write </b> where it ends"),
        ("<b/>a", "tag: <b> is left open; write </b> where it ends"),
    ],
)  # fmt: skip
def test_markup_that_browsers_could_read_otherwise_is_told(text, problem):
    assert next(problems_of_html(text)) == problem
