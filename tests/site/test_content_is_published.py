"""All that was written stands on a page: items, facts, claims, sources, places and pages."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy

from checklist.dates import long_day
from checklist.facts import ANSWERS
from checklist.translation import say
from hooks.content.spoken import for_readers_of
from hooks.site.leave_notes import take_leave_notes
from hooks.site.pages import ids_in
from tests.site.markup import article, rendered, with_class, words
from tests.site.numbers import number_of, text_of

VERDICTS = {"keep": "Kept", "update": "Updated", "caution": "Kept with a warning", "correct": "Corrected"}
FROM = "Where this page comes from"
HOW = {"read": "Read on %(day)s.", "reported": "Reported; looked at on %(day)s."}


def test_every_item_stands_on_its_topic_page_alone(content, pages):
    found = {
        (id, name)
        for name, page in pages.items()
        for id in article(page).xpath(".//h3/@id")
        if id in content.items
    }

    assert found == {(item.id, f"{item.topic}.html") for item in content.items.values()}


def test_an_item_is_its_action_then_its_caution_then_its_text(content, pages):
    for item in content.items.values():
        (heading,) = article(pages[f"{item.topic}.html"]).xpath(f".//h3[@id='{item.id}']")
        following = heading.xpath("following-sibling::*")
        assert words(heading) == rendered(item.action), item.id
        assert bool(with_class(following[:1], "caution")) == bool(item.caution), item.id
        if item.caution:
            assert words(following[0]) == f"Take care. {rendered(item.caution)}", item.id
            following = following[1:]
        own = next((n for n, e in enumerate(following) if e.tag in ("h2", "h3", "details")), len(following))
        text = " ".join(words(element) for element in following[:own])
        assert text.startswith(rendered(item.body)), item.id


def test_every_item_stands_once_in_the_plan_with_its_caution(content, pages):
    plan = article(pages["plan.html"])
    listed = plan.xpath(".//@data-item")

    assert Counter(listed) == Counter(id for id, item in content.items.items() if item.topic != "now")
    for item in content.steps.values():
        (step,) = plan.xpath(f".//*[@data-item='{item.id}']")
        assert rendered(item.action) in words(step)
        assert [words(c) for c in with_class(step.iter(), "caution")] == (
            [f"Take care. {rendered(item.caution)}"] if item.caution else []
        ), item.id
        assert f"{item.topic}.html#{item.id}" in step.xpath(".//a/@href")


def test_the_plan_lists_items_by_horizon_in_the_order_of_the_guide(content, pages):
    plan = article(pages["plan.html"])
    for horizon in ("now", "today", "this-week", "later"):
        listed = plan.xpath(f".//*[@data-horizon='{horizon}']//@data-item")
        assert listed == [item.id for item in content.steps.values() if item.horizon == horizon]


def test_every_fact_is_asked_once_with_three_answers(content, pages):
    plan = article(pages["plan.html"])

    assert plan.xpath(".//@data-fact") == [fact.id for fact in content.facts]
    for fact in content.facts:
        (question,) = plan.xpath(f".//*[@data-fact='{fact.id}']")
        assert words(question.xpath(".//legend")[0]) == words(fact.question)
        assert words(fact.why) in words(question)
        assert question.xpath(".//input[@type='radio']/@value") == list(ANSWERS), fact.id
        assert set(question.xpath(".//input/@name")) == {fact.id}
        assert not question.xpath(".//input[@checked]")


def test_every_page_written_is_built_and_named_in_the_menu(content, order, pages):
    built = {source.removesuffix(".md") + ".html" for source in content.pages}

    assert built | {"404.html"} == set(pages)
    for name, page in pages.items():
        menu = [words(link) for link in page.xpath("//nav[@id='menu']//a")]
        assert menu == [content.pages[source].title for source in order], name


def test_the_reader_holds_every_page_whole(content, pages):
    """All but what its script brings back, views on request and cautions in the plan, and one note."""
    reader = pages["index.html"]
    articles = [article(page) for page in pages.values()]
    later = {id for own in articles if "data-later" in own.attrib for id in ids_in(own)}
    for source, meta in content.pages.items():
        name = source.removesuffix(".md") + ".html"
        own = article(pages[name])
        (view,) = reader.xpath(f"//*[@data-view-id='{meta.view}']")
        if "data-later" in own.attrib:
            assert (len(view), view.get("data-page"), "data-empty" in view.attrib) == (0, name, True)
        else:
            own = deepcopy(own)
            if name != "index.html":
                take_leave_notes(own)
            for step in own.xpath(".//*[@data-item]"):
                if step.get("data-item") in later:
                    continue
                for caution in step.xpath("./p[@class='caution']"):
                    caution.drop_tree()
            assert words(view) == words(own), meta.view
            assert view.xpath(".//@id") == own.xpath(".//@id"), meta.view
    assert reader.xpath("//@data-view-id")[0] == "start"
    repeated = [id for id, count in Counter(reader.xpath("//@id")).items() if count > 1]
    assert repeated == []


def test_every_claim_of_the_source_stands_on_the_method_page(content, pages):
    method = article(pages["method.html"])
    assert [claim.id for claim in content.claims] == [f"S{number:02}" for number in range(1, 68)]
    for claim in content.claims:
        (entry,) = method.xpath(f".//li[@id='claim-{claim.id.lower()}']")
        carriers = [
            f"{item.topic}.html#{item.id}" for item in content.items.values() if claim.id in item.claims
        ]
        assert words(entry.xpath("h3")[0]) == f"{claim.id}: {VERDICTS[claim.verdict]}"
        assert words(claim.says) in words(entry), claim.id
        assert words(claim.retired or claim.now) in words(entry), claim.id
        assert entry.xpath(".//a/@href") == carriers, claim.id
        assert carriers or claim.retired, claim.id


def test_the_method_page_explains_each_verdict_in_the_word_it_uses(pages):
    explained = [words(term) for term in article(pages["method.html"]).xpath(".//ul/li/strong[1]")]

    assert explained[: len(VERDICTS)] == list(VERDICTS.values())


def test_every_cited_work_stands_on_the_method_page(content, pages):
    method = article(pages["method.html"])
    ids = method.xpath(".//li/@id[starts-with(., 'source-')]")
    assert set(ids) == {f"source-{source.id}" for source in content.sources}
    for source in content.sources:
        (entry,) = method.xpath(f".//*[@id='source-{source.id}']")
        text = words(entry)
        assert words(source.title) in text, source.id
        assert words(source.by) in text, source.id
        assert say(HOW[source.how]) % {"day": long_day(source.read)} in text, source.id
        assert not source.url or source.url in entry.xpath(".//a/@href"), source.id


def test_every_page_with_works_leads_to_them_and_says_when_its_items_were_read(content, pages):
    works = article(pages["method.html"])
    for source, meta in content.pages.items():
        cited = [item for item in content.items.values() if item.id in content.citations.get(source, [])]
        notes = with_class(article(pages[source.removesuffix(".md") + ".html"]).iter(), "page-sources")
        own = meta.sources if not content.views[meta.view].template else ()
        assert len(notes) == bool(cited or own), source
        if own:
            (heading,) = works.xpath(f".//h3[@id='works-{meta.view}']")
            text = heading.getnext()
            assert words(text).startswith("The page’s own text: "), source
            assert text.xpath("a/@href") == [f"#source-{id}" for id in own], source
        if not cited and notes:
            assert words(notes[0]) == f"{FROM}."
        if cited:
            day = long_day(min(item.reviewed for item in cited))
            read = f"Last read against its sources on {day}."
            assert words(notes[0]) == f"{FROM}. {read}"
            assert notes[0].xpath(".//a/@href") == [f"method.html#works-{meta.view}"]
            (listed,) = works.xpath(f".//h3[@id='works-{meta.view}']/following-sibling::ul[1]")
            assert [line.xpath("a/@href") for line in listed.xpath("li")] == [
                [f"{item.topic}.html#{item.id}", *(f"#source-{id}" for id in item.sources)] for item in cited
            ]


def test_every_number_and_law_note_says_its_source_and_whether_it_was_checked(content, pages):
    numbers = article(pages["numbers.html"])
    for file, place in content.places.items():
        id = f"place-{file.rpartition('/')[2].removesuffix('.yml')}"
        (section,) = numbers.xpath(f".//section[@aria-labelledby='{id}']")
        assert words(place.country) == words(section.xpath(f".//*[@id='{id}']")[0])
        helplines = for_readers_of(place.helplines, content.language)
        entries = [*place.emergency, *helplines, *place.law]
        lines = section.xpath(".//li[h4]")
        assert [words(line.xpath("h4")[0]) for line in lines] == [words(entry.name) for entry in entries]
        for entry, line in zip(entries, lines, strict=True):
            where = f"{file}: {entry.name}"
            for field in ("name", "hours", "for_whom", "how", "says"):
                assert words(getattr(entry, field, "")) in words(line), where
            if entry not in place.law:
                assert number_of(entry) in words(line), where
                assert text_of(entry) in words(line), where
            assert not getattr(entry, "web", "") or entry.web in line.xpath(".//a/@href"), where
            assert f"method.html#source-{entry.source}" in line.xpath(".//a/@href"), where
            year = content.years.get(entry.source)
            marks = {
                "yes": f"Checked on {long_day(entry.day)} ·",
                "seen": f"Seen on a page from {year} ·",
                "no": f"Not checked, seen on a page from {year} ·"
                if year
                else f"Not checked, looked for on {long_day(entry.day)} ·",
            }
            assert [mark for mark in marks.values() if mark in words(line)] == [marks[entry.checked]], where


def test_each_number_in_a_text_says_its_country(pages, content):
    """In index.html the reader's script says it of the list of countries."""
    countries = tuple(place.country for place in content.places.values())
    for name in sorted({*pages} - {"index.html", "numbers.html"}):
        for link in pages[name].xpath("//article//a[starts-with(@href, 'tel:')]"):
            label = link.get("aria-label", "")
            assert label.startswith(f"{words(link)},"), name
            assert label.endswith(countries), name
