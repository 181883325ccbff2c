"""What must hold for every condition, every set of answers and every order of steps."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checklist.advice import HORIZONS, AdviceItem, Condition
from checklist.facts import ANSWERS
from checklist.order import Order, choose
from checklist.rules import Fit, fit_of

FACTS = ("a", "b", "c", "d")
IDS = tuple(f"i{n}" for n in range(7))
some_facts = st.lists(st.sampled_from(FACTS), unique=True, max_size=3).map(tuple)
conditions = st.builds(
    Condition, all_of=some_facts, any_of=some_facts, none_of=some_facts, sooner_if=some_facts
)
answers = st.dictionaries(st.sampled_from(FACTS), st.sampled_from(ANSWERS))
some_ids = st.lists(st.sampled_from(IDS), unique=True, max_size=3).map(tuple)
topics = st.sampled_from(("phone", "home", "work"))


@st.composite
def guides(draw, circles=True):
    """Draw items whose first steps may stand in a circle, or, without circles, only before them by number."""
    items = []
    for n in range(draw(st.integers(0, len(IDS)))):
        firsts = draw(some_ids)
        items.append(
            AdviceItem(
                id=IDS[n],
                topic=draw(topics),
                action="Act",
                horizon=draw(st.sampled_from(HORIZONS)),
                when=draw(conditions),
                first=firsts if circles else tuple(id for id in firsts if id < IDS[n]),
                sources=(),
                reviewed="",
                body="",
            )
        )
    return draw(st.permutations(items))


@st.composite
def orders(draw, circles=True):
    """Draw all that decides an order: items, answers, and what else the reader said."""
    said = Order(
        ahead=draw(st.sets(st.sampled_from(FACTS))),
        dangers=draw(st.sets(st.sampled_from(FACTS))),
        topics=draw(st.sets(topics)),
        marks=draw(st.sets(st.sampled_from(IDS))),
    )
    return draw(guides(circles)), draw(answers), said


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


@given(conditions, answers)
def test_no_answer_hides_an_item_for_good(when, answers):
    fit, facts = fit_of(when, answers)
    without = {name: answer for name, answer in answers.items() if name not in facts}

    if fit is Fit.LEFT_OUT:
        assert fit_of(when, without)[0] is not Fit.LEFT_OUT


@given(conditions, answers, some_facts)
def test_what_makes_an_item_pressing_leaves_nothing_out(when, answers, pressing):
    is_left_out = [
        fit_of(replace(when, sooner_if=facts), answers)[0] is Fit.LEFT_OUT for facts in (pressing, ())
    ]

    assert is_left_out[0] == is_left_out[1]


@given(orders())
def test_every_item_is_chosen_once_and_those_left_out_come_last(order):
    items, answers, said = order
    choices = choose(items, answers, said)

    assert sorted(choice.item.id for choice in choices) == sorted(item.id for item in items)
    left_out = [choice.fit is Fit.LEFT_OUT for choice in choices]
    assert left_out == sorted(left_out)


@given(orders())
def test_what_the_reader_spoke_of_comes_first_and_what_is_open_last(order):
    items, answers, said = order
    choices = choose(items, answers, replace(said, ahead=()))
    # A step that was put ahead stands where the step is that needs it.
    own_place = [choice for choice in choices if choice.ahead_of is None and choice.fit is not Fit.LEFT_OUT]
    sooner = [choice.fit for choice in own_place if choice.horizon != "later" and choice.fit < Fit.OPEN]

    assert sooner == sorted(sooner)
    places = [(choice.fit is Fit.OPEN, choice.horizon == "later", choice.fit) for choice in own_place]
    assert places == sorted(places)


@given(orders())
def test_of_what_is_equally_near_a_danger_comes_first(order):
    items, answers, said = order
    for horizon in HORIZONS:
        dangers = [
            not any(fact in said.dangers for fact in choice.facts)
            for choice in choose(items, answers, replace(said, ahead=()))
            if choice.fit is Fit.SAID and choice.ahead_of is None and choice.horizon == horizon
        ]
        assert dangers == sorted(dangers)


@given(orders())
def test_the_same_request_gives_the_same_order(order):
    items, answers, said = order

    assert choose(items, answers, said) == choose(list(items), dict(answers), said)


@given(orders(circles=False))
def test_no_step_stands_before_one_that_has_to_come_first(order):
    items, answers, said = order
    choices = choose(items, answers, said)
    shown = [choice.item.id for choice in choices if choice.fit is not Fit.LEFT_OUT]
    places = {id: place for place, id in enumerate(shown)}

    for choice in choices:
        for first in choice.item.first:
            if choice.item.id in places and first in places and first not in said.marks:
                assert places[first] < places[choice.item.id]


@given(orders())
def test_a_step_is_only_ever_moved_to_be_sooner(order):
    items, answers, said = order

    for choice in choose(items, answers, said):
        assert HORIZONS.index(choice.horizon) <= HORIZONS.index(choice.item.horizon)
        assert choice.ahead_of is not None or choice.horizon == choice.item.horizon


@given(orders())
def test_what_matters_and_what_is_done_hide_nothing(order):
    items, answers, said = order

    def fits(choices):
        return {choice.item.id: choice.fit for choice in choices}

    assert fits(choose(items, answers, said)) == fits(choose(items, answers, Order()))
