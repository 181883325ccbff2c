"""What must hold for every condition and every set of answers."""

from hypothesis import given
from hypothesis import strategies as st

from checklist.advice import HORIZONS, AdviceItem, Condition
from checklist.facts import ANSWERS
from checklist.rules import Fit, choose, fit_of

FACTS = ("a", "b", "c", "d")
some_facts = st.lists(st.sampled_from(FACTS), unique=True, max_size=3).map(tuple)
conditions = st.builds(Condition, all_of=some_facts, any_of=some_facts, none_of=some_facts)
answers = st.dictionaries(st.sampled_from(FACTS), st.sampled_from(ANSWERS))


def items_of(conditions_and_horizons):
    return [
        AdviceItem(id=f"i{n}", topic="t", action="Act", horizon=horizon, when=when, sources=(), reviewed="", body="")
        for n, (when, horizon) in enumerate(conditions_and_horizons)
    ]


@given(conditions, answers)
def test_only_a_clear_yes_or_no_leaves_an_item_out(when, answers):
    fit, facts = fit_of(when, answers)

    if fit is Fit.LEFT_OUT:
        assert facts
        assert all(answers[fact] in ("yes", "no") for fact in facts)


@given(conditions, answers)
def test_unsure_is_the_same_as_no_answer(when, answers):
    answered = {fact: answer for fact, answer in answers.items() if answer != "unsure"}

    assert fit_of(when, answers) == fit_of(when, answered)


@given(conditions, answers, st.sampled_from(FACTS))
def test_taking_an_answer_back_never_hides_an_item(when, answers, fact):
    fewer = {name: answer for name, answer in answers.items() if name != fact}

    if fit_of(when, answers)[0] is not Fit.LEFT_OUT:
        assert fit_of(when, fewer)[0] is not Fit.LEFT_OUT


@given(st.lists(st.tuples(conditions, st.sampled_from(HORIZONS)), max_size=8), answers)
def test_every_item_is_chosen_once_and_urgent_ones_come_first(drawn, answers):
    items = items_of(drawn)
    choices = choose(items, answers)

    assert sorted(choice.item.id for choice in choices) == sorted(item.id for item in items)
    horizons = [HORIZONS.index(choice.item.horizon) for choice in choices]
    assert horizons == sorted(horizons)
