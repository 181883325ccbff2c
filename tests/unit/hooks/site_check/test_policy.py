"""A policy may be stricter than the guide's own, and never weaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.site.offline import POLICY as WRITTEN
from hooks.site_check.policy import POLICY, problems_of_text

ROOT = Path(__file__).parents[4]


def test_the_guides_own_policy_is_the_one_that_a_copy_must_have():
    assert WRITTEN.findall((ROOT / "theme/base.html").read_text("utf-8")) == [POLICY]
    assert [*problems_of_text(POLICY)] == []


def test_a_stricter_policy_is_sound():
    assert [*problems_of_text(POLICY.replace("connect-src 'self'", "connect-src 'none'"))] == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("default-src 'none'", "default-src *", "default-src allows *; possible: 'none'"),
        (
            "script-src 'self'",
            "script-src 'self' 'unsafe-inline'",
            "script-src allows 'unsafe-inline'; possible: ",
        ),
        ("; form-action 'none'", "", "form-action is missing; possible: form-action 'none'"),
        ("; trusted-types default", "; trusted-types *", "trusted-types allows *; possible: default"),
        ("connect-src", "connect-src *; connect-src", "connect-src allows *; possible: 'self'"),
        ("default-src", "script-src-elem *; default-src", "script-src-elem is no part of the guide's policy"),
        (POLICY, "", "base-uri is missing"),
    ],
)
def test_a_weaker_policy_is_named_by_its_part(before, after, says):
    assert any(found.startswith(says) for found in problems_of_text(POLICY.replace(before, after, 1)))
