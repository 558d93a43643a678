"""A tagged union whose cases hold the union again: the tree of an arithmetic expression."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from pydantic import BaseModel, Field
from serpyco_rs.metadata import Discriminator

from ecr_decode import Codec, Record, array, case, field, lazy, number, string, tagged_union

from .chance import Chance
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape


class Constant(Record):
    value: float = field("value", number)


class Variable(Record):
    name: str = field("name", string)


class Binary(Record):
    operator: str = field("operator", string)
    left: "Constant | Variable | Binary | Call" = field("left", lazy(lambda: EXPRESSION))
    right: "Constant | Variable | Binary | Call" = field("right", lazy(lambda: EXPRESSION))


class Call(Record):
    function: str = field("function", string)
    arguments: "tuple[Constant | Variable | Binary | Call, ...]" = field(
        "arguments", array(lazy(lambda: EXPRESSION))
    )


EXPRESSION: Codec[Constant | Variable | Binary | Call] = tagged_union(
    "op",
    case("constant", Constant) | case("variable", Variable) | case("binary", Binary) | case("call", Call),
)


class ConstantModel(BaseModel):
    op: Literal["constant"]
    value: float


class VariableModel(BaseModel):
    op: Literal["variable"]
    name: str


class BinaryModel(BaseModel):
    op: Literal["binary"]
    operator: str
    left: "ExpressionModel"
    right: "ExpressionModel"


class CallModel(BaseModel):
    op: Literal["call"]
    function: str
    arguments: "list[ExpressionModel]"


ExpressionModel: TypeAlias = Annotated[
    ConstantModel | VariableModel | BinaryModel | CallModel, Field(discriminator="op")
]


@dataclass(slots=True)
class ConstantData:
    op: Literal["constant"]
    value: float


@dataclass(slots=True)
class VariableData:
    op: Literal["variable"]
    name: str


@dataclass(slots=True)
class BinaryData:
    op: Literal["binary"]
    operator: str
    left: "ExpressionData"
    right: "ExpressionData"


@dataclass(slots=True)
class CallData:
    op: Literal["call"]
    function: str
    arguments: "list[ExpressionData]"


ExpressionData: TypeAlias = Annotated[
    ConstantData | VariableData | BinaryData | CallData, Discriminator("op")
]


class ConstantStruct(msgspec.Struct, tag_field="op", tag="constant"):
    value: float


class VariableStruct(msgspec.Struct, tag_field="op", tag="variable"):
    name: str


class BinaryStruct(msgspec.Struct, tag_field="op", tag="binary"):
    operator: str
    left: "ExpressionStruct"
    right: "ExpressionStruct"


class CallStruct(msgspec.Struct, tag_field="op", tag="call"):
    function: str
    arguments: "list[ExpressionStruct]"


ExpressionStruct: TypeAlias = ConstantStruct | VariableStruct | BinaryStruct | CallStruct


def expression(chance: Chance, leaves: int) -> dict[str, Any]:
    """A tree of so many leaves, split at random."""
    if leaves <= 1:
        if chance.yes():
            return {"op": "constant", "value": chance.decimal(100)}
        return {"op": "variable", "name": chance.word()}
    if leaves > 3 and chance.yes(0.3):
        arguments = [expression(chance, leaves // 3) for _ in range(3)]
        return {"op": "call", "function": chance.word(), "arguments": arguments}
    first = leaves * chance.randint(30, 70) // 100 or 1
    return {
        "op": "binary",
        "operator": chance.choice("+-*/"),
        "left": expression(chance, first),
        "right": expression(chance, leaves - first),
    }


SHAPES = (
    Shape(
        "recursive tagged union",
        expression,
        1200,
        EXPRESSION,
        {
            "pydantic": pydantic_peer(ExpressionModel),
            "serpyco-rs": serpyco_peer(ExpressionData),
            "msgspec": msgspec_peer(ExpressionStruct),
        },
        Limit(2.5),
        tags=("op",),
    ),
)
