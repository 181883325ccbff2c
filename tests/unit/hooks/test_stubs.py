"""The stubs that the checklist uses do what the published modules do, as far as it asks."""

from __future__ import annotations

import dataclasses as published
import enum as published_enum
import importlib
import importlib.util
import json
import re
import sys
import typing as published_typing
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from hooks.assets.python_bundle import STUBS

ROOT = Path(__file__).resolve().parents[3]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("stub", ROOT / STUBS / name)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


stub = load("dataclasses.py")


def classes(dataclasses: Any) -> tuple[type, type]:
    """Declare a frozen record by name, and a plain one by place that holds some of them."""

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Step:
        id: str = dataclasses.field(metadata={"about": "Its name."})
        topics: tuple[str, ...] = dataclasses.field(default=(), metadata={"about": "Its topics."})

        @property
        def first(self) -> str:
            return self.topics[0]

    @dataclasses.dataclass
    class Plan:
        steps: list[Any]
        notes: dict[str, Any] = dataclasses.field(default_factory=dict)
        last: str | None = None

    return Step, Plan


@pytest.fixture(params=[published, stub], ids=["published", "stub"])
def dataclasses(request) -> ModuleType:
    return request.param


@pytest.fixture
def made(dataclasses) -> tuple[type, type]:
    return classes(dataclasses)


def test_a_record_shows_and_equals_by_its_fields(made):
    step, plan = made
    one = plan([step(id="a", topics=("x", "y"))], last="b")

    assert repr(one).split("<locals>.")[1:] == [
        "Plan(steps=[classes.",
        "Step(id='a', topics=('x', 'y'))], notes={}, last='b')",
    ]
    assert one == plan([step(id="a", topics=("x", "y"))], {}, "b")
    assert one != plan([], {}, "b")
    assert step(id="a") != plan("a")
    assert one.steps[0].first == "x"


def test_a_frozen_record_can_be_a_key_and_cannot_be_changed(made, dataclasses):
    step, plan = made
    one = step(id="a")

    assert {one: 1}[step(id="a")] == 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(plan([]))
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.id = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.id


def test_each_record_gets_an_empty_value_of_its_own(made):
    _, plan = made
    plan([]).notes["a"] = 1

    assert plan([]).notes == {}


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a",), {}), ((), {"id": "a", "no": 1}), ((), {"topics": ()})]
)
def test_a_record_refuses_what_does_not_fit_its_fields(values, named, made):
    step, _ = made

    with pytest.raises(TypeError):
        step(*values, **named)


def test_a_record_by_place_takes_no_more_than_its_fields(made):
    _, plan = made

    with pytest.raises(TypeError):
        plan([], {}, None, 4)


def test_fields_tell_name_default_and_what_was_said_of_them(made, dataclasses):
    step, plan = made
    missing = dataclasses.MISSING

    assert [(f.name, f.default, dict(f.metadata)) for f in dataclasses.fields(step)] == [
        ("id", missing, {"about": "Its name."}),
        ("topics", (), {"about": "Its topics."}),
    ]
    assert [(f.name, f.default, f.default_factory) for f in dataclasses.fields(plan([]))] == [
        ("steps", missing, missing),
        ("notes", missing, dict),
        ("last", None, missing),
    ]
    assert [dataclasses.is_dataclass(value) for value in (step, step(id="a"), dict, {})] == [
        True,
        True,
        False,
        False,
    ]


def test_a_changed_copy_leaves_the_record_as_it_is(made, dataclasses):
    step, _ = made
    one = step(id="a", topics=("x",))

    assert dataclasses.replace(one, topics=()) == step(id="a")
    assert one.topics == ("x",)


def test_the_text_of_an_error_names_its_kind_alone():
    error = ValueError("what a person wrote")

    assert load("traceback.py").format_exception(ValueError, error, None) == ["ValueError"]


@pytest.fixture(params=["published", "stub"])
def enum(request) -> ModuleType:
    return published_enum if request.param == "published" else load("enum.py")


def test_named_numbers_are_numbers_with_a_name(enum):
    class Fit(enum.IntEnum):
        """How it fits."""

        SAID = 0
        OPEN = 2
        ALSO_OPEN = 2

    assert list(Fit) == [0, 2]
    assert len(Fit) == 2
    assert Fit.SAID < Fit.OPEN
    assert Fit(2) is Fit.OPEN is Fit.ALSO_OPEN
    assert (Fit.OPEN.name, Fit.OPEN.value, repr(Fit.OPEN), str(Fit.OPEN)) == ("OPEN", 2, "<Fit.OPEN: 2>", "2")
    assert json.dumps({"fit": Fit.OPEN}) == '{"fit": 2}'
    assert {Fit.OPEN: 1}[2] == 1
    with pytest.raises(ValueError, match=r"3 is not a valid .*Fit"):
        Fit(3)


@pytest.fixture(params=["published", "stub"])
def typing(request, monkeypatch) -> ModuleType:
    if request.param == "published":
        return published_typing
    # Newer Pythons have it, as Pyodide's has.
    monkeypatch.setitem(sys.modules, "_typing", SimpleNamespace(TypeVar=published_typing.TypeVar))
    return load("typing.py")


def test_a_record_that_is_a_tuple_is_made_by_place_or_name(typing):
    class Point(typing.NamedTuple):
        """A time."""

        day: int
        hour: int | None

        @property
        def is_known(self) -> bool:
            return self.hour is not None

    one = Point(1, hour=None)
    assert one == (1, None) == Point(hour=None, day=1)
    assert (one.day, one.hour, one.is_known, one._fields) == (1, None, False, ("day", "hour"))
    assert repr(one) == "Point(day=1, hour=None)"
    assert isinstance(one, tuple)
    assert hash(one) == hash((1, None))
    for values, named in [((1,), {}), ((1, 2, 3), {}), ((1,), {"day": 1}), ((1, 2), {"other": 1})]:
        with pytest.raises(TypeError):
            Point(*values, **named)
    with pytest.raises(AttributeError):
        one.day = 2


def test_words_about_types_can_be_used(typing):
    class Form(typing.Protocol):
        def fullmatch(self, text: str, /) -> object: ...

    class Own(Form):
        def fullmatch(self, text: str, /) -> typing.Any:
            return text

    assert Own().fullmatch("a") == "a"
    assert typing.TypeVar("Record").__name__ == "Record"


def test_patterns_are_found_by_their_text(tmp_path, monkeypatch):
    folder = tmp_path / "patterns"
    folder.mkdir()
    (folder / "__init__.py").write_text((ROOT / STUBS / "re/__init__.py").read_text("utf-8"), "utf-8")
    code = tuple(map(int, re._compiler._code(re._parser.parse("a", 0), 0)))
    (folder / "_known.py").write_text(f"KNOWN = {{('a', 0): (32, {code}, 0, {{}}, (None,))}}\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    stub = importlib.import_module("patterns")

    assert stub.compile("a").fullmatch("a")
    assert not stub.compile("a").fullmatch("b")
    with pytest.raises(NotImplementedError, match="'b': not compiled when the bundle was made"):
        stub.compile("b")
    assert (stub.MULTILINE, stub.DOTALL, stub.VERBOSE) == (re.MULTILINE, re.DOTALL, re.VERBOSE)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [("{}", {}), ("import json; json", json), ("import json; json.__dict__", json.__dict__)],
)
def test_what_pyodide_runs_at_its_start_needs_no_compiler(source, wanted):
    assert load("_pyodide/_base.py").eval_code(source) == wanted


def test_other_source_text_is_refused():
    with pytest.raises(NotImplementedError, match=r"1 \+ 1"):
        load("_pyodide/_base.py").eval_code("1 + 1")
