"""The stub for records does what the published module does, as far as the checklist asks."""

from __future__ import annotations

import dataclasses as published
import importlib.util
from pathlib import Path
from types import ModuleType
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
