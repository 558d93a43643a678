"""Values that a key names, within one another: items of DynamoDB."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, model_validator

from ecr_decode import Codec, array, case, dict_of, keyed_union, lazy, string

from .chance import Chance
from .libraries import pydantic_peer
from .shape import AS_PYDANTIC, Peer, Shape

_VALUE: Codec[Any] = keyed_union(
    case("S", string)
    | case("N", string.map(float, str))
    | case("L", array(lazy(lambda: _VALUE)))
    | case("M", dict_of(lazy(lambda: _VALUE)))
)


class ValueModel(BaseModel):
    S: str | None = None
    N: float | None = None
    L: list[ValueModel] | None = None
    M: dict[str, ValueModel] | None = None

    @model_validator(mode="after")
    def one(self) -> ValueModel:
        if len(self.model_fields_set) != 1:
            raise ValueError("expected one key")
        return self


def values(chance: Chance, count: int) -> list[dict[str, Any]]:
    def value(levels: int) -> dict[str, Any]:
        key = chance.choice(("S", "N", "L", "M") if levels else ("S", "N"))
        match key:
            case "S":
                return {key: chance.words(1, 3)}
            case "N":
                return {key: str(chance.decimal(100))}
            case "L":
                return {key: [value(levels - 1) for _ in range(3)]}
            case _:
                return {key: {chance.word(): value(levels - 1) for _ in range(3)}}

    return [{"M": {"id": {"S": chance.name()}, "value": value(2)}} for _ in range(count)]


def _opened(value: Any) -> Any:
    match value:
        case list():
            return [_opened(each) for each in value]
        case dict():
            return {name: _opened(each) for name, each in value.items()}
        case ValueModel():
            (key,) = value.model_fields_set
            return _opened(getattr(value, key))
        case _:
            return value


_PYDANTIC = pydantic_peer(list[ValueModel])

SHAPES = (
    Shape(
        "keys that name cases",
        values,
        500,
        array(_VALUE),
        {"pydantic": Peer(_PYDANTIC.read, None, _opened)},
        AS_PYDANTIC,
    ),
)
