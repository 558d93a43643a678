"""A tagged union whose cases hold the union again: the tree of an arithmetic expression."""

from dataclasses import dataclass
from dataclasses import field as member
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, element, wrapped
from serpyco_rs.metadata import Discriminator

from ecr_decode import Codec, Record, array, at, case, field, lazy, number, string, tagged_union

from .chance import Chance
from .libraries import (
    ELEMENT,
    ITEM,
    msgspec_peer,
    pydantic_peer,
    pydantic_xml_peer,
    serpyco_peer,
    xsdata_peer,
)
from .shape import Limit, Shape, Xml


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


class ConstantXmlModel(BaseXmlModel):
    op: Literal["constant"] = element()
    value: float = element()


class VariableXmlModel(BaseXmlModel):
    op: Literal["variable"] = element()
    name: str = element()


class BinaryXmlModel(BaseXmlModel):
    op: Literal["binary"] = element()
    operator: str = element()
    left: "ExpressionXmlModel" = element(tag="left")
    right: "ExpressionXmlModel" = element(tag="right")


class CallXmlModel(BaseXmlModel):
    op: Literal["call"] = element()
    function: str = element()
    arguments: "list[ExpressionXmlModel]" = wrapped("arguments", element(tag="item"))


ExpressionXmlModel: TypeAlias = ConstantXmlModel | VariableXmlModel | BinaryXmlModel | CallXmlModel


BinaryXmlModel.model_rebuild()
CallXmlModel.model_rebuild()


class FormulaXmlModel(BaseXmlModel, tag="value"):
    formula: ExpressionXmlModel = element(tag="formula")


@dataclass
class ConstantXmlData:
    op: str = member(init=False, default="constant", metadata=ELEMENT)
    value: float = member(metadata=ELEMENT)


@dataclass
class VariableXmlData:
    op: str = member(init=False, default="variable", metadata=ELEMENT)
    name: str = member(metadata=ELEMENT)


@dataclass
class BinaryXmlData:
    op: str = member(init=False, default="binary", metadata=ELEMENT)
    operator: str = member(metadata=ELEMENT)
    left: "ExpressionXmlData" = member(metadata=ELEMENT)
    right: "ExpressionXmlData" = member(metadata=ELEMENT)


@dataclass
class CallXmlData:
    op: str = member(init=False, default="call", metadata=ELEMENT)
    function: str = member(metadata=ELEMENT)
    arguments: "list[ExpressionXmlData]" = member(metadata=ITEM | {"wrapper": "arguments"})


ExpressionXmlData: TypeAlias = ConstantXmlData | VariableXmlData | BinaryXmlData | CallXmlData


@dataclass
class FormulaXmlData:
    formula: ExpressionXmlData = member(metadata=ELEMENT)

    class Meta:
        name = "value"


_FORMULA = attrgetter("formula")


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
        xml=Xml(
            at("formula", EXPRESSION),
            {
                "pydantic-xml": pydantic_xml_peer(FormulaXmlModel, _FORMULA),
                "xsdata": xsdata_peer(FormulaXmlData, _FORMULA),
            },
            make=lambda chance, count: {"formula": expression(chance, count)},
        ),
        tags=("op",),
    ),
)
