"""Which topics come sooner for what a reader chose."""

from checklist.questions import Question, QuestionOption, topics_that_matter

OPTIONS = (
    QuestionOption(id="uk", label="United Kingdom", topics=("courts",)),
    QuestionOption(id="ukraine", label="Ukraine", topics=("borders",)),
)
QUESTIONS = {
    "one": Question(id="one", question="Where?", why="", many="no", options=OPTIONS),
    "some": Question(id="some", question="Where?", why="", many="yes", options=OPTIONS),
}


def test_one_answer_is_not_another_one_whose_name_is_a_part_of_it():
    assert topics_that_matter(QUESTIONS, {"one": "ukraine"}) == {"borders"}


def test_each_of_several_answers_counts():
    assert topics_that_matter(QUESTIONS, {"some": ["uk", "ukraine"]}) == {"borders", "courts"}
