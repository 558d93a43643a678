"""How the instances of a class are made in generated source: by its constructor, or without it.

The constructor that a dataclass or a NamedTuple generates only puts each argument in its place. Where that is
certain, the arguments are put there without its call.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

_GENERATED = "<string>"
"""The file that the code of generated constructors names."""

_TUPLE: Any = tuple

Lines = list[str]


def construction(construct: Any, arguments: Mapping[str, str], known: dict[str, Any]) -> tuple[Lines, str]:
    """Statements, and the expression of the instance behind them; what they need is added to `known`."""
    if is_plain_dataclass(construct, arguments):
        return _assigned(construct, arguments, known)
    known["construct"] = construct
    if is_plain_named_tuple(construct, arguments):
        known["new_tuple"] = _TUPLE.__new__
        items = "".join(f"{arguments[name]}, " for name in construct._fields)
        return [], f"new_tuple(construct, ({items}))"
    if all(name.isidentifier() and not iskeyword(name) for name in arguments):
        return [], f"construct({', '.join(f'{name}={argument}' for name, argument in arguments.items())})"
    members = ", ".join(f"{name!r}: {argument}" for name, argument in arguments.items())
    return [], f"construct(**{{{members}}})"


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
    import inspect

    return sorted(inspect.signature(cls).parameters)


def _is_generated(function: Any) -> bool:
    return isinstance(function, types.FunctionType) and function.__code__.co_filename == _GENERATED


def _assigned(cls: Any, arguments: Mapping[str, str], known: dict[str, Any]) -> tuple[Lines, str]:
    known["new"], known["construct"] = object.__new__, cls
    lines = ["made = new(construct)"]
    descriptors = {name: _descriptor(cls, name) for name in arguments}
    if not all(map(_is_slot, descriptors.values())):
        lines.append("members = made.__dict__")
    for index, (name, argument) in enumerate(arguments.items()):
        if _is_slot(descriptors[name]):
            known[f"put{index}"] = descriptors[name].__set__
            lines.append(f"put{index}(made, {argument})")
        else:
            lines.append(f"members[{name!r}] = {argument}")
    return lines, "made"


def _descriptor(cls: type, name: str) -> Any:
    return next((vars(each)[name] for each in cls.__mro__ if name in vars(each)), None)


def _is_slot(descriptor: Any) -> bool:
    return isinstance(descriptor, types.MemberDescriptorType)
