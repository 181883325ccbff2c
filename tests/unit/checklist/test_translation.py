"""Sentences with gaps and plural pairs: English is the key, and its own translation."""

from checklist.translation import _, ngettext


def test_a_sentence_without_gaps_stays_as_it_is():
    assert _("Take care. {not a gap} 100 %") == "Take care. {not a gap} 100 %"


def test_gaps_are_filled_by_name():
    assert _("{done} of {total} steps done.", total=9, done=1) == "1 of 9 steps done."


def test_a_value_is_not_read_for_gaps():
    assert _("You said {what}.", what="{that} %s {0}", that="x") == "You said {that} %s {0}."


def test_one_has_its_own_form_and_nothing_is_many():
    counted = [ngettext("{count} step", "{count} steps", count) for count in (0, 1, 2)]

    assert counted == ["0 steps", "1 step", "2 steps"]


def test_a_plural_pair_may_have_other_gaps():
    assert ngettext("{count} step, {and_so}", "{count} steps, {and_so}", 2, and_so="go") == "2 steps, go"
