"""What may stand in a script or a style of the one file."""

import pytest

from hooks.single_file.embed import checked
from hooks.site.pages import OutputError


@pytest.mark.parametrize("end", ["</script", "</SCRIPT", "</style", "</Style", "<!--", "\r"])
def test_what_browsers_read_as_an_end_is_refused_however_it_is_written(end):
    with pytest.raises(OutputError) as error:
        checked(f"say('{end}')")

    assert error.value.problems == [
        f"say('{end}')…: {end!r} cannot stand in one file; possible: write it in two pieces"
    ]


def test_other_signs_may_stand_there():
    assert checked("a < b && '<div>'\n") == "a < b && '<div>'\n"
