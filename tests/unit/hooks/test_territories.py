"""The numbers of every territory: all that the library names, in a helpful order, in step with our own."""

import re
from pathlib import Path
from types import SimpleNamespace

import phonenumbers
import pytest
from phonenumbers.phonemetadata import PhoneMetadata

from hooks.content.load import load_content
from hooks.content.records import TerritoryNote
from hooks.content.territories import (
    expand,
    in_order,
    in_short,
    library_numbers,
    names_of_territories,
    numbers_of,
    problems_of_territories,
    territories_of,
    with_runs,
)


@pytest.fixture(scope="module")
def content():
    """The guide's own, read by the one worker that needs it."""
    return load_content(Path(__file__).parents[3], [])[0]


def place(*numbers):
    return SimpleNamespace(emergency=[SimpleNamespace(number=number) for number in numbers])


def problems(note, *numbers):
    content = SimpleNamespace(
        territories=[note], places={"content/places/uk.yml": place(*([number] for number in numbers))}
    )
    return list(problems_of_territories(content))


@pytest.mark.parametrize(
    ("pattern", "numbers"),
    [
        ("112|999", ["112", "999"]),
        ("1(?:1[02]|55)", ["110", "112", "155"]),
        ("9(?:11?|2)", ["91", "911", "92"]),
        ("15\\d", [f"15{digit}" for digit in range(10)]),
    ],
)
def test_a_pattern_is_expanded_to_its_numbers(pattern, numbers):
    assert expand(pattern) == numbers


def test_a_pattern_of_a_new_kind_stops_the_build():
    with pytest.raises(ValueError, match="teach `expand` to read it"):
        expand("1{3}")


def test_every_number_of_the_library_is_found_and_no_other():
    short = [f"{number:0{digits}}" for digits in (2, 3, 4) for number in range(10**digits)]
    for code in phonenumbers.SUPPORTED_SHORT_REGIONS:
        metadata = PhoneMetadata.short_metadata_for_region(code).emergency
        pattern = re.compile((metadata and metadata.national_number_pattern) or "NA")
        found = library_numbers(code)
        assert [n for n in found if len(n) < 5] == sorted(n for n in short if pattern.fullmatch(n)), code
        assert all(pattern.fullmatch(number) for number in found), code


def test_every_territory_has_its_line(content):
    found = territories_of(content)

    assert {territory.code for territory in found} == set(phonenumbers.SUPPORTED_SHORT_REGIONS)
    assert all(territory.name for territory in found)
    assert [territory.name for territory in found if not territory.numbers] == ["Guinea"]
    assert [territory.name for territory in found][:3] == ["Afghanistan", "Åland Islands", "Albania"]


def test_our_own_numbers_come_first_then_those_for_every_service():
    assert in_order("GB", ["112", "999"], ("999", "101")) == ["999", "112"]
    assert in_order("FR", ["112", "15", "17"], ()) == ["112", "15", "17"]
    assert in_order("JM", ["110", "112", "119", "911"], ())[0] == "911"


def test_a_long_run_is_told_by_its_ends():
    assert list(with_runs(["18", *(str(number) for number in range(1300, 1400))])) == ["18", "1300-1399"]
    assert list(with_runs(["150", "151", "152"])) == ["150", "151", "152"]
    twenty = [str(number) for number in range(100, 120)]
    assert list(with_runs(twenty)) == ["100-119"]
    assert list(with_runs(twenty[1:])) == twenty[1:]


def test_what_a_place_dials_is_read_from_how_it_is_written():
    assert numbers_of(place(("112", "999"), ("999",), ("131 444",), ())) == ("112", "999", "131444")


def test_the_short_form_groups_territories_and_leaves_checked_places_to_their_list(content):
    found = in_short(territories_of(content))

    assert found.endswith("|uk:GB|us:US")
    assert re.search(r"\|112 110:[A-Z]*DE", found)
    assert re.search(r"\|112 150 151:CZ", found), "no more than three"
    assert "-" not in found


def test_places_agree_with_the_library_or_say_why_not(content):
    assert list(problems_of_territories(content)) == []
    named = {note.place for note in content.territories if note.place}
    assert {f"content/places/{name}.yml" for name in named} == set(content.places)


def test_a_number_that_only_one_of_both_has_needs_a_reason():
    where = "content/territories.yml: GB: why: only"
    note = TerritoryNote(code="GB", place="uk", why="112 is theirs.")

    assert problems(note, "999") == []
    assert problems(note, "998") == [
        f"{where} our page has 998; say why, or mend our page",
        f"{where} the library has 999; say why, or mend our page",
    ]
    assert problems(TerritoryNote(code="XX")) == [
        "content/territories.yml: XX: code: the library has none; possible: one of its territories"
    ]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("", ["Germany", "Spain", "Mexico", "Åland Islands"]),
        ("es", ["Alemania", "España", "México", "Islas Aland"]),
        ("pt-BR", ["Alemanha", "Espanha", "México", "Ilhas Aland"]),
        ("qps", ["Germany", "Spain", "Mexico", "Åland Islands"]),
    ],
)
def test_countries_have_the_names_of_the_language_of_the_build(language, names, monkeypatch):
    monkeypatch.setenv("GUIDE_LANGUAGE", language)
    own = names_of_territories()
    assert [own[code] for code in ("DE", "ES", "MX", "AX")] == names


def test_countries_are_in_the_order_of_their_names_without_accents(content, monkeypatch):
    monkeypatch.setenv("GUIDE_LANGUAGE", "es")
    names = [territory.name for territory in territories_of(content)]
    assert (
        names.index("Afganistán") < names.index("Alemania") < names.index("México") < names.index("Zimbabue")
    )
    assert names.index("Bolivia") < names.index("España") < names.index("Fiyi")
