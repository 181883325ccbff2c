"""Templates that name a page or a sheet lead there only where a copy of the guide has it."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from hooks.content.load import for_templates
from hooks.site.templates import make_ready
from tests.unit.hooks.layers.whole_guide import without


@pytest.fixture(scope="module")
def env():
    made = make_ready(Environment(loader=FileSystemLoader("theme")))
    made.globals["has_both"] = lambda _sheet: False
    made.globals["own_lines"] = lambda _country: ()
    made.filters["url"] = lambda address: address
    return made


def written(env, template, *names):
    """Write what a template puts into its page, for a copy without `names`."""
    settings = SimpleNamespace(export_name="notes")
    extra = {**for_templates(without(*names)[0]), "settings": settings, "exit_label": "Leave now"}
    found = env.get_template(template)
    page = SimpleNamespace(content="<!-- sheets -->", meta={"view": "sheets"})
    context = found.new_context({"config": SimpleNamespace(extra=extra), "page": page})
    if "content" not in found.blocks:
        return html.fromstring("".join(found.root_render_func(context)))
    next(found.root_render_func(context), None)  # it ran what the template sets, which its block needs
    return html.fromstring("".join(context.blocks["content"][0](context)))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "To write by hand, you can print a blank plan or a small one to fold."),
        (("pocket-plan", "support"), "To write by hand, you can print a blank plan."),
        (("full-plan",), "To write by hand, you can print a small one to fold."),
        (("pocket-plan", "full-plan"), ""),
    ],
)
def test_the_plan_leads_to_what_is_there(env, names, said):
    about = written(env, "components/plan/plan.html", *names).find_class("about-plan")[0]
    sentences = [p.text_content() for p in about.findall("p")]
    assert sentences[1:-1] == ([said] if said else [])
    assert "If you can, make it with an advocate who can hear" in sentences[-1]
    links = {link for *_, link, _at in about.iterlinks()}
    assert links == {
        link
        for name, link in (
            ("full-plan", "sheets/full-plan.html"),
            ("pocket-plan", "sheets/pocket-plan.html"),
            ("support", "support.html#make-a-safety-plan-with-specialists"),
        )
        if name not in names
    }


def test_the_list_of_sheets_names_only_groups_that_have_some(env):
    checks = ("car-and-home-check", "device-and-account-check", "parcels-log", "who-knows")
    page = written(env, "sheets.html", *checks)
    groups = [f"#{heading.get('id')}" for heading in page.iter("h2")]
    assert groups == [link.get("href") for link in page.find_class("sheet-groups")[0]]
    assert "#sheets-checks" not in groups
