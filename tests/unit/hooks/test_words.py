"""`make words` finds the sentences of templates, scripts and Python, each with its places."""

from hooks.translation.words import find_words


def words_in(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {words.id: words for words in find_words(root) if words.id}


def test_a_sentence_of_a_template_is_found_in_a_call_and_in_a_block(tmp_path):
    template = """{{ _("Skip to the text") }}
{% trans trimmed %}
  Open it
  <b>here</b>.
{% endtrans %}
{% trans count=steps | length %}{{ count }} step{% pluralize %}{{ count }} steps{% endtrans %}
{{ macros.field(_("Name")) }}"""

    words = words_in(tmp_path, {"theme/views/now.html": template})

    assert {sentence: found.locations for sentence, found in words.items()} == {
        "Skip to the text": [("theme/views/now.html", 1)],
        "Open it <b>here</b>.": [("theme/views/now.html", 2)],
        ("%(count)s step", "%(count)s steps"): [("theme/views/now.html", 6)],
        "Name": [("theme/views/now.html", 7)],
    }


def test_a_sentence_of_a_script_is_found_also_inside_a_template_string(tmp_path):
    script = """const said = _(
  "Copied “{name}”. It stays until you copy something else.", { name });
say(`${ngettext("{count} result", "{count} results", found.length)} ${/[(_"]/.test(said)}`);"""

    words = words_in(tmp_path, {"theme/components/a/a.js": script})

    assert {sentence: found.locations for sentence, found in words.items()} == {
        "Copied “{name}”. It stays until you copy something else.": [("theme/components/a/a.js", 1)],
        ("{count} result", "{count} results"): [("theme/components/a/a.js", 3)],
    }


def test_a_sentence_of_python_is_found(tmp_path):
    code = """reason = _("You said that "
               "{this}.").format(this=this)
for _ in range(2):
    print(ngettext("{count} step", "{count} steps", count))"""

    words = words_in(tmp_path, {"checklist/view.py": code, "tools/other.py": '_("Not read")'})

    assert {sentence: found.locations for sentence, found in words.items()} == {
        "You said that {this}.": [("checklist/view.py", 1)],
        ("{count} step", "{count} steps"): [("checklist/view.py", 4)],
    }


def test_the_same_sentence_in_two_places_is_listed_once_with_both(tmp_path):
    files = {"theme/a.html": '{{ _("Note") }}', "theme/b.js": '_("Note");'}

    assert words_in(tmp_path, files)["Note"].locations == [("theme/a.html", 1), ("theme/b.js", 1)]


def test_a_comment_for_those_who_translate_comes_along(tmp_path):
    script = '// Translators: a button beside a step.\nbutton.textContent = _("Read");'

    assert words_in(tmp_path, {"theme/a.js": script})["Read"].auto_comments == ["a button beside a step."]
