import pytest

from checklist.advice import AdviceItem, Condition
from checklist.errors import ChecklistError
from checklist.schema import PHRASE, SENTENCE, field_guides, read
from checklist.sections import Field as PlanField

ITEM = {
    "id": "change-screen-lock",
    "topic": "phone",
    "action": "Change the code that unlocks your phone",
    "horizon": "today",
    "sources": ["techsafety"],
    "reviewed": "2026-11-22",
    "body": "Pick a code that nobody would guess.",
}


def problems(**changes):
    with pytest.raises(ChecklistError) as error:
        read(AdviceItem, {**ITEM, **changes})
    return error.value.problems


def test_a_whole_item_is_read_with_its_lists_as_tuples():
    item = read(AdviceItem, {**ITEM, "when": {"any_of": ["phone-handled"]}, "claims": ["S01"]})

    assert item.when == Condition(any_of=("phone-handled",))
    assert item.claims == ("S01",)
    assert item.caution == ""


def test_every_problem_of_an_item_is_reported_at_once():
    assert problems(
        horizon="tomorrow", reviewed="22.11.2026", sources=[], mood="low", when={"any_of": "x", "if": []}
    ) == [
        "horizon: got 'tomorrow'; possible: now, today, this-week, later",
        "when: any_of: got 'x'; write a list, such as [one, two]",
        "when: if: no such field; possible: all_of, any_of, none_of, only_if, sooner_if",
        "sources: the list is too short; name at least 1",
        "reviewed: got '22.11.2026'; write a day as YYYY-MM-DD",
        "mood: no such field; possible: id, topic, action, words, horizon, when, because, first, before, "
        "reaction, caution, claims, sources, reviewed, body",
    ]


def test_a_missing_field_says_what_belongs_there():
    with pytest.raises(ChecklistError) as error:
        read(AdviceItem, {key: value for key, value in ITEM.items() if key != "action"})

    assert error.value.problems == [
        "action: required, but missing; What the reader can do, in one line that fits a printed sheet."
    ]


def test_an_empty_text_is_a_problem():
    assert problems(action="  ") == ["action: got '  '; write some text"]


def test_an_entry_named_twice_is_a_problem():
    assert problems(claims=["S01", "S01"]) == ["claims: got ['S01', 'S01']; name each entry once"]


def test_data_that_is_no_set_of_fields_is_a_problem():
    with pytest.raises(ChecklistError) as error:
        read(AdviceItem, ["action"])

    assert error.value.problems == ["got ['action']; write fields as `name: value`"]


def test_every_field_tells_a_writer_what_belongs_there():
    assert all(guide.about.endswith(".") for guide in field_guides(AdviceItem))


@pytest.mark.parametrize("number", ["0", "00", "080", "1000000", "-1", "8 0", 80])
def test_a_number_is_1_or_more_in_plain_digits(number):
    with pytest.raises(ChecklistError) as error:
        read(PlanField, {"id": "name", "label": "Name", "kind": "line", "most": number})

    assert error.value.problems == [f"most: got {number!r}; write a number such as 80"]


def test_a_name_that_every_object_has_is_no_id():
    assert problems(id="constructor") == ["id: got 'constructor'; write a name in kebab-case"]
    assert read(AdviceItem, {**ITEM, "id": "constructors"}).id == "constructors"


@pytest.mark.parametrize(
    "words", ["you stop", "élargir la rue", "cambiar el código", "تغيير الرمز", "更改密码"]
)
def test_a_phrase_can_be_in_any_script(words):
    assert PHRASE.fullmatch(words)


@pytest.mark.parametrize(
    "words", ["You stop", "Élargir", "stop.", "really?", "¿dónde", "a ", "a", "", "1 step", "توقف؟ الآن"]
)
def test_a_phrase_has_no_capital_no_stop_and_no_blank_at_its_end(words):
    assert not PHRASE.fullmatch(words)


@pytest.mark.parametrize(
    "words", ["He may know.", "Él puede saberlo.", "قد يعرف الرمز.", "“He” may know.", "वह जानता है।"]
)
def test_a_sentence_can_be_in_any_script(words):
    assert SENTENCE.fullmatch(words)


@pytest.mark.parametrize(
    "words", ["he may.", "él puede.", "One. Two.", "Is it?", "¿Es así.", "No stop", "", ".", "1 is one."]
)
def test_a_sentence_is_one_and_ends_with_a_full_stop(words):
    assert not SENTENCE.fullmatch(words)
