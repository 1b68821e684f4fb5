"""Dataclasses that are made in a fifth of the time that the standard library takes.

They are no other kind of class: type checkers see `dataclasses.dataclass` itself, and `field`, `fields`, `replace`
and `match` work as ever. But up to Python 3.12 the standard library writes and compiles every method of every class
by itself, and that was a tenth of what it cost to export one release. Here one method is compiled, the others are
shared.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, NoReturn

Method = Callable[..., Any]

_ORDER = {"__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge}


def _dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False, **others: bool
) -> Callable[[type], type]:
    """`dataclasses.dataclass` for classes that have slots, and neither `__post_init__` nor `InitVar`."""

    def make(plain: type) -> type:
        # Without a word of documentation the standard library would write a signature there.
        plain.__doc__ = plain.__doc__ or plain.__name__
        made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, **others)(plain)
        every = dataclasses.fields(made)
        methods: dict[str, Method | None] = {"__init__": _initialiser(made, every), "__repr__": _repr}
        if eq:
            methods |= _comparisons(every, frozen=frozen, order=order)
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__setstate__": _set_state}
        for name, method in methods.items():
            if plain.__dict__.get(name) is None:  # what the class says itself goes first
                setattr(made, name, method)
        return made

    return make


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _initialiser(made: type, every: tuple[Field[Any], ...]) -> Method:
    """`__init__`, which fills the slots past a `__setattr__` that refuses."""
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = [], []
    by_place = [each for each in every if not each.kw_only]
    by_name = [each for each in every if each.kw_only]
    for each in (*by_place, None, *by_name):
        if each is None:
            parameters += ["*"] if by_name else []
            continue
        name, value = each.name, each.name
        known[f"set_{name}"] = getattr(made, name).__set__
        if each.default_factory is not MISSING:
            known[f"new_{name}"] = each.default_factory
            value = f"new_{name}() if {name} is MISSING else {name}"
            parameters.append(f"{name}=MISSING")
        elif each.default is not MISSING:
            known[f"default_{name}"] = each.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        lines.append(f"    set_{name}(self, {value})")
    exec("\n".join([f"def __init__({', '.join(['self', *parameters])}):", *lines, "    return"]), known)
    method: Method = known["__init__"]
    method.__qualname__ = f"{made.__qualname__}.__init__"
    return method


def _comparisons(every: tuple[Field[Any], ...], *, frozen: bool, order: bool) -> dict[str, Method | None]:
    """What compares two of a class by the fields that take part in it; only what is frozen has a hash."""
    names = [each.name for each in every if each.compare]
    values: Method = operator.attrgetter(*names) if names else lambda _: ()

    def compared(operation: Method) -> Method:
        def compare(self: Any, other: Any) -> Any:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return operation(values(self), values(other))

        return compare

    methods: dict[str, Method | None] = {"__eq__": compared(operator.eq)}
    methods["__hash__"] = (lambda self: hash(values(self))) if frozen else None
    if order:
        methods |= {name: compared(operation) for name, operation in _ORDER.items()}
    return methods


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _told(self))})"


def _told(self: Any) -> Iterator[tuple[str, Any]]:
    return ((each.name, getattr(self, each.name)) for each in dataclasses.fields(self))


def _refuse(self: Any, name: str, *value: Any) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__} is frozen: {name} can't be set or deleted")


def _set_state(self: Any, state: tuple[None, dict[str, Any]]) -> None:
    """Take what copying and unpickling hand over, past a `__setattr__` that refuses."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)
