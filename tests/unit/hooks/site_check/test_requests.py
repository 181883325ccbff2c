"""Addresses are read as browsers read them: nothing that leads to another site passes for one of ours."""

from __future__ import annotations

import pytest

from hooks.site_check.requests import is_foreign, problems_of_text


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png", "HTTP://example.org", "//example.org/a.png",
        "\\\\example.org", "/\\example.org",
        "ht\ntps://example.org", "\t//example.org", " //example.org", "https:example.org",
        "blob:https://example.org/1", "ftp://example.org/", "data:text/html,x",
    ],
)  # fmt: skip
def test_an_address_elsewhere_is_foreign(address):
    assert is_foreign(address, in_picture=False)


@pytest.mark.parametrize(
    "address", ["a.png", "../a.png", "/guide/a.png", "#a", "?a=https://x.org", "", "a//b.png"]
)
def test_an_address_in_the_folder_is_not(address):
    assert not is_foreign(address, in_picture=False)


def test_a_picture_may_stand_in_the_page_itself():
    assert not is_foreign("data:image/png;base64,AA", in_picture=True)


@pytest.mark.parametrize(
    "text",
    [
        'a{background:url("https://example.org/a.png")}', "a{background:url(//example.org/a.png)}",
        'fetch("https:\\/\\/example.org/")', "fetch('//example.org')", 'new URL("http://localhost:8000/")',
        'import("//example.org/a.js")', 'new WebSocket("wss://example.org")', "x='http://[::1]/'",
        "fetch(`https://192.0.2.1/${a}`)", '@import "a.css";', "//# sourceMappingURL=a.js.map",
    ],
)  # fmt: skip
def test_a_style_sheet_or_script_that_names_another_site_is_found(text):
    assert [*problems_of_text(text, is_style=True)]


@pytest.mark.parametrize(
    "text",
    [
        "a{background:url(a.png)}", 'document.createElementNS("http://www.w3.org/2000/svg","svg")',
        '{$schema:"http://json-schema.org/draft-07/schema#"}', 'a.replace(/\\//g,"_")',
        "/^multipart\\//i.test(a.b)",
        "a{background:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E\")}",
        "// A comment. It says more.", "a=b//c",
    ],
)  # fmt: skip
def test_names_of_forms_patterns_and_comments_are_none(text):
    assert [*problems_of_text(text, is_style=True)] == []
