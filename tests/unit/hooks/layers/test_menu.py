"""The menu and the first page: without what is left out, and with an organisation's own pages."""

import pytest

from hooks.content.checks import placing_problems
from hooks.layers.menu import fit_menu
from hooks.layers.organisation import Organisation
from tests.unit.hooks.layers.small import guide

NAV = ["index.md", {"Phone and devices": ["phone.md", "devices.md"]}, {"People": ["friends.md"]}]
INDEX = """\
---
view: start
title: Start
---
# Hello { #hello }

## Or read about { #what-you-can-read-about }

[Your phone](phone.md) ·
[friends](friends.md).

## More { #more }
"""


def page(title):
    return f"---\nview: x\ntitle: {title}\n---\n# {title}\n"


def fitted(menu, left_out=()):
    names = ("devices", "friends", "house", "dogs")
    content = guide(
        **{f"docs/{name}.md": page(name.title()) for name in names if name not in left_out},
        **{"docs/index.md": INDEX},
    )
    content.left_out = frozenset(left_out)
    nav, problems = fit_menu(NAV, content, Organisation(menu=menu))
    return nav, problems, content.files["docs/index.md"]


def test_without_a_menu_of_its_own_a_copy_has_the_guides():
    assert fitted({}) == (NAV, [], INDEX)


def test_a_page_that_is_gone_is_in_no_menu_and_a_group_goes_with_its_last_page():
    nav, problems, _ = fitted({}, left_out=("devices", "friends"))
    assert (nav, problems) == (["index.md", {"Phone and devices": ["phone.md"]}], [])


def test_a_page_that_has_a_title_in_the_menu_goes_too():
    content = guide()
    content.left_out = frozenset({"devices"})
    nav = [{"Things": "devices.md"}, {"Calls": "phone.md"}]
    assert fit_menu(nav, content, Organisation()) == ([{"Calls": "phone.md"}], [])


def test_an_own_page_comes_last_in_its_group_and_a_new_group_comes_last():
    nav, problems, _ = fitted({"People": ("house.md",), "Our house": ("dogs.md",)})
    assert problems == []
    assert nav[2:] == [{"People": ["friends.md", "house.md"]}, {"Our house": ["dogs.md"]}]


def test_the_first_page_names_own_pages_too():
    _, _, index = fitted({"People": ("house.md", "dogs.md")})
    assert "[friends](friends.md) ·\n[House](house.md) ·\n[Dogs](dogs.md).\n\n## More" in index


@pytest.mark.parametrize(
    ("menu", "problem"),
    [
        (
            {"Peple": ("house.md",)},
            "Peple: the menu has no such group; "
            "possible: People, or another name, which makes a new group at the end",
        ),
        ({"People": ("hose.md",)}, "People: there is no docs/hose.md; possible: dogs.md, house.md"),
        ({"People": ("phone.md",)}, "People: phone.md is in the menu already; possible: dogs.md, house.md"),
        (
            {"People": ("dogs.md",), "Our house": ("dogs.md",)},
            "Our house: dogs.md is in the menu already; possible: house.md",
        ),
        ({"People": ()}, "People: it names no page; possible: dogs.md, house.md"),
    ],
)
def test_a_menu_that_cannot_be_made_says_what_is_possible(menu, problem):
    nav, problems, index = fitted(menu)
    assert problems == [f"organisation.yml: menu: {problem}"]
    assert (nav, index) == (NAV, INDEX)


def test_an_own_page_that_no_menu_names_is_told():
    content = guide()
    content.citations, content.own = {"house.md": []}, {"docs/house.md"}
    assert [*placing_problems(content, ["phone.md"])] == [
        "docs/house.md: nav: the menu does not name it; "
        "add it to `menu` in organisation.yml, such as {People: [house.md]}"
    ]


def test_a_group_that_would_be_read_as_part_of_the_page_is_told():
    _, problems, _ = fitted({"<b>House": ("house.md",), "": ("dogs.md",)})
    assert problems == [
        'organisation.yml: menu: <b>House: <, > and " are read as part of the page; leave them out',
        "organisation.yml: menu: : nothing in it can be read aloud; write some words",
    ]
