"""The built guide is a sound copy: it has none of the problems that the check of any copy looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from hooks.site_check.check import CHECKS
from hooks.site_check.site import Problem, Site
from hooks.site_check.sizes import problems_of_sizes


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_built_guide_has_no(check: Callable[[Site], Iterator[Problem]], checked: Site) -> None:
    assert list(check(checked)) == []


def test_no_page_weighs_more_than_its_own_budget(checked: Site) -> None:
    """Another copy may weigh a little more: it may have a line, pages and words of its own."""
    assert list(problems_of_sizes(checked, room=1)) == []
