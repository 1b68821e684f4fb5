"""Records are the standard library's dataclasses in everything but the time that it takes to make them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import time
import weakref
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from prexport import records
from prexport.records import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    ORIGIN: ClassVar[str] = "here"

    across: int
    down: int = 0
    marks: tuple[str, ...] = ()

    @property
    def far(self) -> bool:
        """Whether it is away from the origin."""
        return self.across + self.down > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    """A place with a name."""

    name: str
    short: str = "n"


@dataclass(slots=True)
class Heap:
    """Something that grows."""

    entries: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Something in an order."""

    major: int
    minor: int = 0


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Node:
    """Something that is only equal to itself."""

    text: str


def test_fields_are_given_by_place_or_by_name_and_defaults_stand_in() -> None:
    assert Point(1) == Point(across=1, down=0, marks=())
    named = Named(1, 2, name="x")
    assert (named.across, named.down, named.name, named.short) == (1, 2, "x", "n")
    with pytest.raises(
        TypeError, match=r"Named\.__init__\(\) missing 1 required keyword-only argument: 'name'"
    ):
        Named(1)  # type: ignore[call-arg]
    assert list(inspect.signature(Named).parameters) == ["across", "down", "marks", "name", "short"]


def test_every_instance_gets_a_default_of_its_own() -> None:
    first, second = Heap(), Heap()
    first.entries.append("x")
    assert second.entries == []
    assert Heap(["y"]).entries == ["y"]


def test_what_is_frozen_stays_as_it_is() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.across = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.across
    assert not hasattr(point, "__dict__")
    heap = Heap()
    heap.entries = ["x"]
    assert heap == Heap(["x"])


def test_equality_asks_for_the_same_class_and_the_same_fields() -> None:
    assert Point(1) != Point(2)
    assert Point(1) != Named(1, name="x")
    assert Point(1).__eq__((1, 0, ())) is NotImplemented
    assert Node("x") != Node("x")
    assert hash(Point(1)) == hash(Point(1))
    assert len({Point(1), Point(1), Point(2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Heap())


def test_order_goes_by_the_fields() -> None:
    assert sorted([Version(2), Version(1, 5), Version(1)]) == [Version(1), Version(1, 5), Version(2)]
    with pytest.raises(TypeError, match="not supported"):
        sorted([Version(1), (1, 0)])  # type: ignore[type-var]


def test_the_standard_library_knows_them() -> None:
    point = Point(1, marks=("a",))
    assert is_dataclass(point)
    assert [each.name for each in fields(point)] == ["across", "down", "marks"]
    assert replace(point, down=3) == Point(1, 3, ("a",))
    assert repr(Named(1, name="x")) == "Named(across=1, down=0, marks=(), name='x', short='n')"
    match point:
        case Point(across, down, marks=(mark,)):
            assert (across, down, mark) == (1, 0, "a")
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
@pytest.mark.parametrize("value", [Point(1, marks=("a",)), Named(1, name="x"), Heap(["x"]), Version(3)])
def test_copies_are_equal(again: Callable[[Any], Any], value: object) -> None:
    assert again(value) == value


def test_a_weak_reference_finds_what_asked_for_a_slot() -> None:
    node = Node("x")
    assert weakref.ref(node)() is node


def test_what_a_class_says_itself_goes_first() -> None:
    @dataclass(frozen=True, slots=True)
    class Quiet:
        """Says nothing."""

        secret: str

        def __repr__(self) -> str:
            return "Quiet"

    assert repr(Quiet("x")) == "Quiet"


def test_making_a_class_takes_less_than_half_of_the_standard_library_s_time() -> None:
    def seconds(make: Callable[..., Any]) -> float:
        def once() -> float:
            before = time.process_time()
            for _ in range(30):
                body = {
                    "__module__": __name__,
                    "__annotations__": {"a": "int", "b": "str"},
                    "__doc__": "A class.",
                }
                make(frozen=True, slots=True)(type("Made", (), body))
            return time.process_time() - before

        return min(once() for _ in range(5))

    assert seconds(records.dataclass) < seconds(dataclasses.dataclass) / 2


def test_a_field_that_takes_no_part_in_a_comparison_takes_none() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Seen:
        number: int
        note: str = field(default="", compare=False)

    assert Seen(1, "a") == Seen(1, "b")
    assert hash(Seen(1, "a")) == hash(Seen(1, "b"))
    assert not Seen(1, "a") < Seen(1, "b")
