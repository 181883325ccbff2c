"""A plan saved in one copy of the guide opens in another, which leaves out steps, questions and countries."""

from __future__ import annotations

import json

from checklist.request import read_request
from hooks.site.catalogue import catalogue_of
from tests.cases.files import RELEASED
from tests.unit.hooks.layers.whole_guide import without
from tests.unit.plan.conftest import ask_all
from tests.unit.plan.test_released import shape_of

SAVED = (RELEASED / "2-everything.json").read_text(encoding="utf-8")


def test_what_a_copy_leaves_out_is_kept_and_is_not_asked_of_its_rules() -> None:
    catalogue = catalogue_of(without("home", "family", "choose-who-to-tell", countries=("ie",))[0])
    shape = shape_of(catalogue)
    (opened,) = ask_all(("open", SAVED, shape))
    unknown, request = ask_all(
        ("unknown", opened["plan"], shape),
        ("request", opened["plan"], shape, {"today": "2026-11-30"}),
    )

    assert opened["plan"] == json.loads(SAVED)
    assert unknown["choices"] == {"country": "uk", "matters": ["children"]}
    assert unknown["answers"] == {"has-children": "yes"}
    assert {"choose-who-to-tell", "think-about-a-dog"} <= unknown["marks"].keys()
    assert read_request(request, catalogue).choices == {"matters": ["home"]}
