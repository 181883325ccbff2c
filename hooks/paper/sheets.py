"""Make a page for each sheet in `content/sheets.yml`, and the style sheet that all of them print with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from pathlib import Path

import yaml
from jinja2 import Environment
from lxml import html
from lxml.html import HtmlElement
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from hooks.assets.bundles import bundle_once, state_of_sources
from hooks.content.records import Sheet
from hooks.content.views import own_styles_address
from hooks.layers.organisation import Line, Organisation
from hooks.paper.sides import FILTERS
from hooks.paper.two_languages import context_of_both, is_in_both, styles_of_both, with_class_of_both
from hooks.site.pages import Pages

STYLES = "sheets/sheets.css"
"""Their rules in `theme/`: `hooks/assets/styles.py` adds what the words on the screen need of Material's."""

CLASSES = re.compile(r' class="([^"]+)"')
SIZE = re.compile(r"([whr])([0-9]+)")
RULES = {
    "w": ".sheets .w{0}{{width:{0}%}}",
    "h": ".sheets .h{0}{{height:{0}mm}}",
    "r": ".sheets .r{0}>tr>*{{height:{0}.25mm}}",
}
"""Rows have a quarter more, since browsers take them down to whole dots."""
SIDE = re.compile(r'(<section class="sheet[^">]*)("[^>]*>)')
BY_HAND = re.compile(r'<p class="page-by-hand">[^<]*</p>')


def sheet_files(sheets: Iterable[Sheet], config: MkDocsConfig) -> Iterator[File]:
    """Yield the page of each sheet."""
    for sheet in sheets:
        source, hidden = page_source(sheet), InclusionLevel.NOT_IN_NAV
        yield File.generated(config, page_name(sheet), content=source, inclusion=hidden)


def add_sizes(folder: Path, root: Path, pages: Pages, sheets: Iterable[Sheet]) -> None:
    """Add the sizes and rules that papers need to the style sheet that they print with, not yet shortened."""
    papers = (html.tostring(sides_on(pages[page_address(sheet)]), encoding="unicode") for sheet in sheets)
    with (folder / own_styles_address(STYLES)).open("a", encoding="utf-8") as styles:
        markup = "".join(papers)
        styles.write(sizes_in(markup) + styles_of_both(root, markup))


def sides_on(page: HtmlElement) -> HtmlElement:
    """Return the paper that a sheet's page holds."""
    found: list[HtmlElement] = page.xpath("//div[starts-with(@class, 'sheets ')]")
    return found[0]


def sheet_on(name: str, sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the sheet whose page is called `name`, as `sheets/incident-log.md`."""
    return next((sheet for sheet in sheets if page_name(sheet) == name), None)


def page_name(sheet: Sheet) -> str:
    return f"sheets/{sheet.id}.md"


def page_address(sheet: Sheet) -> str:
    return f"sheets/{sheet.id}.html"


def page_source(sheet: Sheet) -> str:
    """Write the Markdown of a sheet's page: what is on the screen above the paper."""
    meta = {
        "view": sheet.page.view,
        "title": sheet.title,
        "summary": sheet.purpose,
    }
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n# {sheet.title} {{ #{sheet.page.view} }}\n\n{sheet.purpose}\n\n{sheet.how}\n"


def styles_of_sheets(root: Path) -> str:
    return bundle_once(root, f"theme/{STYLES}", state_of_sources(root)).text


def sizes_in(markup: str) -> str:
    """Write a rule for each width, height and height of rows that an element names, such as w14, h50, r8."""
    names = {name for names in CLASSES.findall(markup) for name in names.split()}
    sizes = sorted(match.groups() for name in names if (match := SIZE.fullmatch(name)))
    return "".join(RULES[kind].format(number) for kind, number in sizes)


def prepare(env: Environment, sheets: Collection[Sheet], config: MkDocsConfig) -> None:
    """Pass templates what they need besides their entry: sides of another sheet, an organisation's lines."""

    def sheet_called(id: str) -> Sheet:
        (sheet,) = (sheet for sheet in sheets if sheet.id == id)
        return sheet

    def numbered_sides(id: str, first: int) -> str:
        sheet = sheet_called(id)
        return numbered(render_paper(env, sheet, config), sheet.orientation, first)

    def own_lines(country: str) -> tuple[Line, ...]:
        organisation: Organisation | None = config.extra["organisation"]
        return organisation.lines_in(country) if organisation else ()

    def paper_in_both(sheet: Sheet) -> str:
        return render_paper(env, sheet, config)

    def has_both(sheet: Sheet) -> bool:
        return is_in_both(sheet, config)

    env.globals.update(sheet_called=sheet_called, numbered_sides=numbered_sides, own_lines=own_lines)
    env.globals.update(has_both=has_both, paper_in_both=paper_in_both)
    env.filters.update(FILTERS)


def render_paper(env: Environment, sheet: Sheet, config: MkDocsConfig) -> str:
    """Write a sheet's paper alone, without the page around it."""
    template = env.get_template(sheet.template_name)
    both = context_of_both(config) if is_in_both(sheet, config) else {}
    context = template.new_context({"sheet": sheet, "config": config, **both})
    for _ in template.root_render_func(context):
        break  # so far it ran the template's own `set` and `import` lines, which its block needs
    paper = "".join(context.blocks["paper"][0](context))
    return with_class_of_both(paper) if both else paper


def paper_of_sheet(env: Environment, sheet: Sheet, config: MkDocsConfig) -> str:
    """Write a sheet's paper in the element that holds it on its page (theme/sheets/sheet.html)."""
    inside = render_paper(env, sheet, config)
    return f'<div class="sheets {sheet.orientation} heading-{sheet.heading}">{inside}</div>'


def numbered(paper: str, orientation: str, first: int) -> str:
    """Number the sides of a paper, replacing the field for numbering them by hand."""
    numbers = count(first)

    def begin(side: re.Match[str]) -> str:
        return f'{side[1]} sheet-{orientation}{side[2]}<p class="sheet-number">{next(numbers)}</p>'

    return SIDE.sub(begin, BY_HAND.sub("", paper))
