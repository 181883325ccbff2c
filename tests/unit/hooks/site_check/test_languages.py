"""Each page leads to the same page in each other language."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from hooks.site_check.languages import problems_of_languages
from hooks.site_check.site import Site

PAGE = '<html lang="{lang}" data-view="{view}"><header>{links}</header><main></main></html>'


def site(lang: str, **pages: str) -> Site:
    """Return a guide; `pages`: view to the address of its page in the other language."""
    other = "es" if lang == "en" else "en"
    made = {
        f"{view}.html": html.document_fromstring(
            PAGE.format(lang=lang, view=view, links=f'<a hreflang="{other}" href="{address}">x</a>')
        )
        for view, address in pages.items()
    }
    return Site(Path("/none"), frozenset(made), made, ())


def told(english: Site, spanish: Site) -> list[str]:
    found = problems_of_languages({"": english, "es": spanish})
    return [f"{problem.file}: {problem.says.partition(';')[0]}" for problem in found]


def test_pages_that_lead_to_each_other_have_no_problem():
    assert (
        told(
            site("en", phone="es/phone.html", now="es/now.html"),
            site("es", phone="../phone.html", now="../now.html"),
        )
        == []
    )


def test_a_link_to_another_page_or_to_none_is_told():
    assert told(
        site("en", phone="es/now.html", now="es/none.html"),
        site("es", phone="../phone.html", now="../now.html"),
    ) == [
        "phone.html: languages: the link to it in es leads to es/now.html, which is another page",
        "now.html: languages: the link to it in es leads to es/none.html, which is another page",
    ]


def test_a_page_without_a_link_and_one_in_another_language_are_told():
    english = site("en", now="es/now.html")
    english.pages["now.html"].xpath("//a")[0].drop_tree()
    spanish = site("es", now="../now.html")
    spanish.pages["now.html"].set("lang", "en")

    assert told(english, spanish) == [
        "now.html: languages: no link leads to this page in es",
        "es/now.html: lang: got 'en' in the folder es",
    ]


def test_a_guide_in_one_language_may_not_link_to_another():
    found = [problem.says for problem in problems_of_languages({"": site("en", now="es/now.html")})]

    assert [says.partition(";")[0] for says in found] == [
        "languages: the link to it in es leads to es/now.html, which is another page"
    ]
