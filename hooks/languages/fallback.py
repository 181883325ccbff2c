"""Say on pages which parts are in another language than the page: what has no translation yet, and sources.

A voice reads each part in the language that its `lang` names. It works on the pages as the templates leave
them, before PDFs and the one document are made of them. English pages get nothing, unless a source is in
another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import html
from lxml.html import HtmlElement

from checklist.translation import _
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.markup import html_of
from hooks.content.model import Content
from hooks.languages.folders import ENGLISH
from hooks.layers.text_hash import ADVICE
from hooks.site.pages import Pages

HEADINGS = ("h1", "h2", "h3")
TEXTS = ("h1", "h2", "h3", "p", "li", "td", "th")
OWN_TEXTS = f"//main/article//*[{' or '.join(f'self::{tag}' for tag in TEXTS)}]"
NOTE = "not-translated"
"""The class of the line that says that a part is in English."""
NO_TEXT = frozenset({"script", "style", "title"})


def mark_languages(pages: Pages, content: Content, unsaid: Iterable[str] = ()) -> None:
    """Give `lang` to every part of `pages` that is in another language than its page.

    `unsaid`: sentences of templates for which this language has no words.
    """
    language = content.language.lang
    titles = {source.id: (source.title, source.language or ENGLISH) for source in content.sources}
    if language != ENGLISH:
        texts = {*content.english_texts, *unsaid, *texts_of_files(content)} - {""}
        for page in pages.values():
            mark_items(page, content)
            mark_page(page, content)
            mark_texts(page, {text: ENGLISH for text in texts if not is_said(text, content)})
    others = {text: lang for text, lang in titles.values() if lang != language}
    if others:
        for page in pages.values():
            mark_texts(page, others)
            mark_titles(page, titles, language)


def is_said(english: str, content: Content) -> bool:
    """Return whether the language says this sentence in the same words."""
    return content.words.sentences.get(english) == english


def texts_of_files(content: Content) -> Iterator[str]:
    """Yield the short texts of steps and pages of which all, or the caution, is shown in English."""
    for name in in_english(content):
        meta = fields_of(content.files.get(name, ""))
        keys = ("action", "caution", "because", "before") if name.startswith(ADVICE) else ("title", "summary")
        yield from (str(meta[key]) for key in keys if meta.get(key))
    for one in content.behind.values():
        if one.is_shown and (caution := fields_of(one.text).get("caution")):
            yield str(caution)


def in_english(content: Content) -> set[str]:
    """Return the files of steps and pages whose text is the English one: missing, or never shown behind."""
    instead = {name for name, one in content.behind.items() if one.state in ("guide", "withdrawn")}
    return (content.english | instead) & content.files.keys()


def fields_of(text: str) -> Mapping[str, object]:
    written = split_front_matter(text)[0]
    data = load_yaml(written) if written else None
    return data if isinstance(data, dict) else {}


def mark_items(page: HtmlElement, content: Content) -> None:
    """Mark each step in English on its page, and say so above it."""
    steps = (name for name in in_english(content) if name.startswith(ADVICE))
    names = {name.rpartition("/")[2].removesuffix(".md") for name in steps}
    for heading in page.xpath("//main//*[self::h2 or self::h3][@id]"):
        if heading.get("id") in names:
            for element in (heading, *below(heading)):
                mark(element, ENGLISH)
                for word in element.xpath("self::p[contains(@class, 'caution')]/strong[1]"):
                    mark(word, content.language.lang, content.language.dir)  # it says: Take care.
            heading.addprevious(note(_("This step is not in this language yet.")))


def below(heading: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what belongs to a heading: all up to the next one, without what the build adds."""
    for element in heading.itersiblings():
        if element.tag in HEADINGS or "page-sources" in element.get("class", ""):
            return
        if isinstance(element.tag, str) and "data-behind" not in element.attrib:
            yield element


def mark_page(page: HtmlElement, content: Content) -> None:
    """Mark the own text of a page in English, and say so below its title."""
    for name in in_english(content):
        view = content.pages[name.removeprefix("docs/")].view if name.startswith("docs/") else None
        if view is None or page.get("data-view") != view:
            continue
        own = paragraphs_of(content.files[name])
        titles = page.xpath("//main/article//h1")
        for element in page.xpath(OWN_TEXTS):
            if plain(element.text_content()) in own:
                mark(element, ENGLISH)
        for title in titles[:1]:
            title.addnext(note(_("This page is not in this language yet.")))


def paragraphs_of(markdown: str) -> set[str]:
    """Return the texts of a page's own paragraphs, headings, entries and cells, as a reader sees them."""
    tree = html.fragment_fromstring(html_of(split_front_matter(markdown)[1]), create_parent=True)
    return {text for element in tree.iter(*TEXTS) if (text := plain(element.text_content()))}


def plain(text: str) -> str:
    return " ".join(re.sub(r"\s*\{[^{}]*\}\s*$", "", text.strip()).split())


def note(words: str) -> HtmlElement:
    element = html.Element("p", {"class": NOTE})
    element.text = words
    return element


def mark(element: HtmlElement, language: str, direction: str = "ltr") -> None:
    element.set("lang", language)
    element.set("dir", direction)


def mark_texts(page: HtmlElement, languages: Mapping[str, str]) -> None:
    """Mark each text of a page that is, as a whole, one of these. `languages`: text to its language."""
    folded = {" ".join(text.split()): language for text, language in languages.items()}

    def foreign(text: str | None, element: HtmlElement) -> str:
        """Return the language of a text in `element`, if it has to be told there; else nothing."""
        language = folded.get(" ".join((text or "").split()), "")
        return "" if not language or inherits(element, language) else language

    for element in list(page.iter()):
        if not isinstance(element.tag, str) or element.tag in NO_TEXT:
            continue
        if language := foreign(element.text, element):
            mark(wrapped(element, 0) if len(element) else element, language)
        for child in list(element):
            if language := foreign(child.tail, element):
                mark(wrapped(element, element.index(child) + 1), language)


def inherits(element: HtmlElement, language: str) -> bool:
    nearest = next((one for one in (element, *element.iterancestors()) if one.get("lang")), None)
    return nearest is not None and nearest.get("lang") == language


def wrapped(element: HtmlElement, place: int) -> HtmlElement:
    """Put the text before the child at `place` into an element of its own, and return that."""
    span = html.Element("span")
    if place == 0:
        text, element.text = element.text or "", None
    else:
        before = element[place - 1]
        text, before.tail = before.tail or "", None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    span.text, span.tail = text[start:end], text[end:]
    element.insert(place, span)
    if place == 0:
        element.text = text[:start]
    else:
        element[place - 1].tail = text[:start]
    return span


def mark_titles(page: HtmlElement, titles: Mapping[str, tuple[str, str]], language: str) -> None:
    """Mark the title of a source where it stands inside of a sentence, in the list of sources."""
    for entry in page.xpath("//li[starts-with(@id, 'source-')]"):
        title, own = titles.get(entry.get("id").removeprefix("source-"), ("", language))
        if own == language:
            continue
        for element in entry.xpath(".//a | .//span"):
            before, found, after = (element.text or "").partition(title)
            if found and not len(element) and not element.get("lang"):
                element.text = before
                span = html.Element("span")
                span.text, span.tail = title, after
                element.append(span)
                mark(span, own)
