"""Records of a log, made by chance: tags that are members, cases of one class, an error among members."""

from __future__ import annotations

from typing import Any, cast

from ecr_decode import (
    Codec,
    Record,
    case,
    field,
    inline,
    integer,
    json_value,
    nullable,
    others,
    otherwise,
    record,
    string,
    tagged_union,
)
from tests.fast.chance.maker import Chance
from tests.fast.chance.records import Fields, fields, record_subclass

_WIRES = ("imageTag", "", "a b", "é", "m0", "self")


class Known(Record):
    """An error that a service lists."""

    message: str | None = field("message", string, default=None)


class Unknown(Record):
    """Any other error."""

    code: str = field("code", string)
    message: str | None = field("message", string, default=None)


_UNKNOWN = record(Unknown, code=field("code", string), message=field("message", string, default=None))
_ERROR = tagged_union("code", case(("days", "hours"), Known) | otherwise(_UNKNOWN))


def logged(chance: Chance, levels: int) -> Codec[Any]:
    """A union of unions, in which the classes of the cases share most members."""
    error: Codec[Any] = chance.of((_ERROR, _UNKNOWN))
    members: Fields = {
        "kind": field("kind", string),
        "type": field("type", string, default=None),
        "error": inline(error, default=None),
        "body": field("body", json_value, default=None, omit=chance.of((None, False))),
        **fields(chance, 0, _WIRES),
    }
    for name, share in {"kind": 0.15, "type": 0.15, "error": 0.3}.items():
        if chance.is_so(share):
            del members[name]
    if chance.is_so(0.7):
        members["rest"] = others(json_value if chance.is_so(0.7) else integer)
    base = record_subclass(Record, _keywords(chance), members)
    joined: Any = None
    for number in range(chance.of((1, 2, 9, 10))):
        tags = (f"v{number}", f"w{number}") if chance.is_so(0.1) else f"v{number}"
        made = case(tags, _subclass(chance, levels if number < 2 else 0, base))
        joined = made if joined is None else joined | made
    calls: Any = tagged_union("kind", joined | otherwise(cast(Any, base).codec))
    if chance.is_so(0.5):
        return cast("Codec[Any]", calls)
    event, other = _subclass(chance, levels, base), record_subclass(base, {}, {})
    told = case("days", calls) | case("hours", event) if chance.is_so(0.5) else case("hours", event)
    rest = cast(Any, other).codec if chance.is_so(0.5) or "hours" not in repr(told) else calls
    return tagged_union("type", told | otherwise(rest))


def _keywords(chance: Chance) -> dict[str, Any]:
    return {name: True for name in ("null_as_absent", "forbid_unknown") if chance.is_so(0.1)}


def _subclass(chance: Chance, levels: int, base: type) -> Any:
    made = chance.codec(levels - 1)
    body = field("body", nullable(made) if chance.is_so(0.5) else made, default=None)
    more = {"more": field("more", chance.codec(0))} if chance.is_so(0.1) else {}
    return record_subclass(base, {}, {"body": body, **more} if chance.is_so(0.8) else {})
