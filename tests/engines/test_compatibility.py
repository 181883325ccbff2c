"""contributing/compatibility.md says what the tests of the engines claim."""

from __future__ import annotations

from tests.engines.compatibility import NO, TABLE, YES, read_claims, read_versions, sentence, write_table


def test_the_table_is_up_to_date_in_all_but_versions() -> None:
    written = TABLE.read_text(encoding="utf-8")
    all_hold = {(claim, name): YES for claim, engines in read_claims() for name in engines}
    assert written == write_table(all_hold, read_versions(written)), (
        "run python -m tests.engines.compatibility"
    )


def test_a_claim_that_does_not_hold_is_told() -> None:
    claims = read_claims()
    (first, engines), *_ = claims
    results = {(claim, name): YES for claim, engines in claims for name in engines}
    del results[first, engines[0]]
    written = write_table(results, {"chromium": "156.0", "firefox": "153.7.0", "webkit": "2.50.6"})
    assert f"| {sentence(first)} | {NO} | {YES} | {YES} |" in written
    assert "Versions: Chromium 156.0, Firefox 153.7.0, WebKitGTK 2.50.6." in written
    assert read_versions(written) == {"chromium": "156.0", "firefox": "153.7.0", "webkit": "2.50.6"}
