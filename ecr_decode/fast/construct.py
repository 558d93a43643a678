"""How the instances of a class are made in generated source: by its constructor, or without it.

The constructor that a dataclass or a NamedTuple generates only puts each argument in its place. Where that is
certain, the arguments are put there without its call.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from keyword import iskeyword
from typing import Any, cast

import msgspec

from ..building import signature
from ..node.default import maker
from ..node.kinds import At, Member, Record
from ..node.native import may_have_subclass
from .source import Body

_GENERATED = (("<string>", "__create_fn__.<locals>.__init__"), ("<string>", "<lambda>"))
"""The file and the name of the code of constructors that `dataclass` and `NamedTuple` generate.

The file alone does not tell: classes of `python -c` and of `exec` have it too.
"""

_TUPLE: Any = tuple

recast: Callable[[Any, type], None] = vars(object)["__class__"].__set__
"""Gives an instance another class, of the same layout."""


def default_of(member: Member | At, body: Body) -> str:
    """The expression of what is read for an absent member."""
    make = maker(member.default)
    return body.name(member.default) if make is None else f"{body.name(make)}()"


def construction(construct: Any, arguments: Mapping[str, str], body: Body) -> str:
    """The expression of an instance, behind the lines that make it."""
    if is_plain_dataclass(construct, arguments):
        return _assigned(construct, arguments, body)
    called = body.name(construct)
    if is_plain_record(construct, arguments):
        made, by_place = body.variable(), _by_place(construct)
        values = ", ".join(arguments[name] for name in by_place.__struct_fields__)
        body.line(f"{made} = {body.name(by_place)}({values})")
        body.line(f"{body.name(recast)}({made}, {called})")
        return made
    if is_plain_named_tuple(construct, arguments):
        items = "".join(f"{arguments[name]}, " for name in construct._fields)
        return f"{body.name(_TUPLE.__new__)}({called}, ({items}))"
    if all(map(_is_spelled_as_it_is, arguments)):
        return f"{called}({', '.join(f'{name}={argument}' for name, argument in arguments.items())})"
    members = ", ".join(f"{name!r}: {argument}" for name, argument in arguments.items())
    return f"{called}(**{{{members}}})"


def _is_spelled_as_it_is(name: str) -> bool:
    """Whether a name can stand in source; Python normalises those that are not ASCII."""
    return name.isascii() and name.isidentifier() and not iskeyword(name)


def is_plain_dataclass(construct: Any, members: Mapping[str, Any]) -> bool:
    """Whether this is a dataclass of these members whose constructor was generated and does no more."""
    own = _own(construct)
    if "__dataclass_fields__" not in own or not _is_generated(own.get("__init__")):
        return False
    plain = construct.__new__ is object.__new__ and not hasattr(construct, "__post_init__")
    assigns = construct.__dataclass_params__.frozen or construct.__setattr__ is object.__setattr__
    if not (plain and assigns and sorted(members) == _kept(construct) == _parameters(construct)):
        return False
    descriptors = [_descriptor(construct, name) for name in members]
    return not any(hasattr(each, "__set__") and not _is_slot(each) for each in descriptors)


def is_plain_record(construct: Any, members: Mapping[str, Any]) -> bool:
    """Whether this is a record class of these members whose instances are made by no code of its own."""
    return (
        isinstance(construct, msgspec.StructMeta)
        and "__record__" in vars(construct)
        and sorted(members) == sorted(construct.__struct_fields__)
        and not hasattr(construct, "__post_init__")
        and may_have_subclass(construct)
    )


def _by_place(cls: Any) -> Any:
    """A subclass whose members have places: calls by keywords take several times as long."""
    node: Record = cls.__record__
    known: dict[str, Any] = vars(node)  # it goes with the class
    if "by_place" not in known:
        annotations = dict.fromkeys(cls.__struct_fields__, Any)
        body: dict[str, Any] = {"__module__": cls.__module__, "__annotations__": annotations}
        known["by_place"] = msgspec.StructMeta.__new__(
            cast(Any, type(cls)), cls.__name__, (cls,), body, frozen=True, omit_defaults=False
        )
    return known["by_place"]


def is_plain_named_tuple(construct: Any, members: Mapping[str, Any]) -> bool:
    """Whether this is a NamedTuple of these members whose constructor was generated."""
    own = _own(construct)
    made_by = getattr(own.get("__new__"), "__func__", None)
    return "_fields" in own and _is_generated(made_by) and sorted(members) == sorted(own["_fields"])


def _own(construct: Any) -> Mapping[str, Any]:
    """What a class itself defines; nothing where it is no class, or one whose metaclass has a say."""
    return vars(construct) if type(construct) is type else {}


def _kept(cls: Any) -> list[str]:
    return sorted(field.name for field in dataclasses.fields(cls))


def _parameters(cls: Any) -> list[str]:
    return sorted(signature(cls).parameters)


def _is_generated(function: Any) -> bool:
    if not isinstance(function, types.FunctionType):
        return False
    code = function.__code__
    return (code.co_filename, code.co_qualname) in _GENERATED


def _assigned(cls: Any, arguments: Mapping[str, str], body: Body) -> str:
    made = body.variable()
    body.line(f"{made} = {body.name(object.__new__)}({body.name(cls)})")
    descriptors = {name: _descriptor(cls, name) for name in arguments}
    members = body.variable()
    if not all(map(_is_slot, descriptors.values())):
        body.line(f"{members} = {made}.__dict__")
    for name in (each.name for each in dataclasses.fields(cls)):  # in the order of the constructor
        if _is_slot(descriptors[name]):
            body.line(f"{body.name(descriptors[name].__set__)}({made}, {arguments[name]})")
        else:
            body.line(f"{members}[{name!r}] = {arguments[name]}")
    return made


def _descriptor(cls: type, name: str) -> Any:
    return next((vars(each)[name] for each in cls.__mro__ if name in vars(each)), None)


def _is_slot(descriptor: Any) -> bool:
    return isinstance(descriptor, types.MemberDescriptorType)
