"""Check what a text becomes on a page: which tags, attributes, links and ids it may contain.

Only the plain form of HTML passes, the one that Markdown writes itself: it leaves browsers nothing to guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from html import unescape

import markdown

from hooks.content.addresses import SCHEME, problems_of_link

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
"""Those of MkDocs, and what `mkdocs.yml` adds: a text can set attributes with `attr_list` alone."""
WITHOUT_IDS = [name for name in EXTENSIONS if name != "toc"]
"""So a heading has the id that is written on it, or none."""
WITH = {"tables": {"use_align_attribute": True}}

VOID = ("br", "hr", "img")
TAGS = {
    *(
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "kbd",
    ),
    *("li", "ol", "p", "pre", "small", "span", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {
    "a": {"href", "class", "aria-label"},
    "code": {"class"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "p": {"class"},
    "td": {"align"},
    "th": {"align"},
}
EVERYWHERE = {"id", "lang", "dir"}
VALUES = {
    "align": re.compile(r"left|center|right"),
    "alt": re.compile(r"[^<>]*"),
    "aria-label": re.compile(
        r"\+?[0-9][0-9 -]*, [^\W\d_](?:[^\W\d_]|[ '’.-])+"
    ),  # a phone number, then its country
    "class": re.compile(r"caution|(danger|door)( icon-[a-z]+)?|language-[a-z0-9]+"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "id": re.compile(r"[a-z0-9_-]+"),
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*"),
    "start": re.compile(r"[0-9]+"),
}
ONE_FILE = "view-"  # what the anchors of whole views begin with in the one file

TOKEN = re.compile(
    r"""<!--\ (?:(?!--)[^<>])*\ -->
    | <(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\ [a-z-]+="[^"<>]*")*)\ ?(?P<closed>/?)>
    | </(?P<end>[a-z][a-z0-9]*)>
    | [^<]+
    | (?P<odd><[^<>]{0,40}>?)""",
    re.VERBOSE,
)
HEADING = re.compile(r"<(?P<tag>h[1-6])(?P<attributes>[^>]*)>(?P<words>.*?)</(?P=tag)>", re.DOTALL)
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
TAG_OF = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")


def problems_of_markdown(text: str, taken: Collection[str] = ()) -> Iterator[str]:
    """Yield what Markdown would add that a page must not have; `taken` are the ids of the page's frame."""
    yield from problems_of_html(_html_of(text, *EXTENSIONS), taken)


def headings_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of each heading, and the id that is written on it: empty where there is none."""
    for heading in HEADING.finditer(_html_of(text, *WITHOUT_IDS)):
        words = re.sub(r"<[^>]*>", "", heading["words"])
        yield unescape(words).strip(), dict(ATTRIBUTE.findall(heading["attributes"])).get("id", "")


def html_of(text: str) -> str:
    """Return what Markdown makes of a text, without ids of its own for headings."""
    return _html_of(text, *WITHOUT_IDS)


def _html_of(text: str, *extensions: str) -> str:
    return _converter(*extensions).reset().convert(text)


@cache
def _converter(*extensions: str) -> markdown.Markdown:
    return markdown.Markdown(extensions=extensions, extension_configs=WITH)


def problems_of_html(text: str, taken: Collection[str] = ()) -> Iterator[str]:
    """Yield what is wrong with a piece of HTML, as `tag: what is wrong; what is possible`."""
    unclosed: list[str] = []
    for token in TOKEN.finditer(text):
        tag, end = token["tag"], token["end"]
        if token["odd"]:
            yield _problem_of_odd(token["odd"])
        elif tag in TAGS:
            for name, value in ATTRIBUTE.findall(token["attributes"]):
                yield from problems_of_attribute(tag, name, unescape(value), taken)
            if tag not in VOID:
                unclosed.append(tag)
        elif tag:
            yield _problem_of_tag(tag)
        elif end in TAGS and unclosed[-1:] == [end]:
            unclosed.pop()
        elif end:
            yield f"tag: </{end}> closes what is not open here; close each tag where it was opened"
    yield from (f"tag: <{tag}> is left open; write </{tag}> where it ends" for tag in unclosed)


def problems_of_attribute(tag: str, name: str, value: str, taken: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with one attribute, its value as browsers read it."""
    allowed = ATTRIBUTES.get(tag, set()) | EVERYWHERE
    if name not in allowed:
        yield f"attribute: {name} on <{tag}> is not for texts; possible: {', '.join(sorted(allowed))}"
    elif name in VALUES and not VALUES[name].fullmatch(value):
        yield f"attribute: {name}: got {value!r}; it is not for texts, leave it out"
    elif name == "id" and (value in taken or value.startswith(ONE_FILE)):
        yield f"attribute: id: {value} belongs to the page's frame; give it another name"
    elif name == "href" and re.match("/(?!/)", value):
        begins = "it begins at the host, not in this guide; write the name of a page, as phone.md"
        yield f"link: {value!r}: {begins}"
    elif name == "href":
        yield from (f"link: {value!r}: {problem}" for problem in problems_of_link(value))
    elif name == "src" and (SCHEME.match(value) or value.startswith("/") or [*problems_of_link(value)]):
        yield f"picture: {value!r} is not a file of this guide; put it into docs/ and name it here"


def _problem_of_tag(tag: str) -> str:
    return f"tag: <{tag}> is not for texts; possible: Markdown, or {', '.join(sorted(TAGS))}"


def _problem_of_odd(text: str) -> str:
    named = TAG_OF.match(text)
    if named and named[1].lower() not in TAGS:
        return _problem_of_tag(named[1].lower())
    if named:
        tag = named[1].lower()
        return f'tag: browsers may read {text!r} in more than one way; write it as <{tag} id="name">'
    return f"tag: {text!r} is no tag of a text; write &lt; for the sign, or <!-- words --> for a comment"
