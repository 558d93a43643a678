"""Records that hold two recursive unions of different kinds: the filter of a view, and its layout."""

from dataclasses import dataclass
from dataclasses import field as member
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from pydantic import BaseModel, Field
from pydantic_xml import BaseXmlModel, element, wrapped
from serpyco_rs.metadata import Discriminator

from ecr_decode import Codec, Record, array, case, field, integer, lazy, string, tagged_union

from .chance import Chance
from .libraries import (
    ELEMENT,
    ITEM,
    ITEMS,
    msgspec_peer,
    pydantic_peer,
    pydantic_xml_peer,
    serpyco_peer,
    xsdata_peer,
)
from .shape import AS_PYDANTIC, Shape, Xml


class Equals(Record):
    key: str = field("key", string)
    value: str = field("value", string)


class Every(Record):
    of: "tuple[Equals | Every | Not, ...]" = field("of", array(lazy(lambda: FILTER)))


class Not(Record):
    of: "Equals | Every | Not" = field("of", lazy(lambda: FILTER))


FILTER: Codec[Equals | Every | Not] = tagged_union(
    "test", case("equals", Equals) | case("every", Every) | case("not", Not)
)


class Column(Record):
    title: str = field("title", string)
    width: int = field("width", integer)


class Group(Record):
    title: str = field("title", string)
    parts: "tuple[Column | Group, ...]" = field("parts", array(lazy(lambda: LAYOUT)))


LAYOUT: Codec[Column | Group] = tagged_union("show", case("column", Column) | case("group", Group))


class View(Record):
    name: str = field("name", string)
    filter: Equals | Every | Not = field("filter", FILTER)
    layout: Column | Group = field("layout", LAYOUT)


class EqualsModel(BaseModel):
    test: Literal["equals"]
    key: str
    value: str


class EveryModel(BaseModel):
    test: Literal["every"]
    of: "list[FilterModel]"


class NotModel(BaseModel):
    test: Literal["not"]
    of: "FilterModel"


FilterModel: TypeAlias = Annotated[EqualsModel | EveryModel | NotModel, Field(discriminator="test")]


class ColumnModel(BaseModel):
    show: Literal["column"]
    title: str
    width: int


class GroupModel(BaseModel):
    show: Literal["group"]
    title: str
    parts: "list[LayoutModel]"


LayoutModel: TypeAlias = Annotated[ColumnModel | GroupModel, Field(discriminator="show")]


class ViewModel(BaseModel):
    name: str
    filter: "FilterModel"
    layout: "LayoutModel"


@dataclass(slots=True)
class EqualsData:
    test: Literal["equals"]
    key: str
    value: str


@dataclass(slots=True)
class EveryData:
    test: Literal["every"]
    of: "list[FilterData]"


@dataclass(slots=True)
class NotData:
    test: Literal["not"]
    of: "FilterData"


FilterData: TypeAlias = Annotated[EqualsData | EveryData | NotData, Discriminator("test")]


@dataclass(slots=True)
class ColumnData:
    show: Literal["column"]
    title: str
    width: int


@dataclass(slots=True)
class GroupData:
    show: Literal["group"]
    title: str
    parts: "list[LayoutData]"


LayoutData: TypeAlias = Annotated[ColumnData | GroupData, Discriminator("show")]


@dataclass(slots=True)
class ViewData:
    name: str
    filter: "FilterData"
    layout: "LayoutData"


class EqualsStruct(msgspec.Struct, tag_field="test", tag="equals"):
    key: str
    value: str


class EveryStruct(msgspec.Struct, tag_field="test", tag="every"):
    of: "list[FilterStruct]"


class NotStruct(msgspec.Struct, tag_field="test", tag="not"):
    of: "FilterStruct"


FilterStruct: TypeAlias = EqualsStruct | EveryStruct | NotStruct


class ColumnStruct(msgspec.Struct, tag_field="show", tag="column"):
    title: str
    width: int


class GroupStruct(msgspec.Struct, tag_field="show", tag="group"):
    title: str
    parts: "list[LayoutStruct]"


LayoutStruct: TypeAlias = ColumnStruct | GroupStruct


class ViewStruct(msgspec.Struct):
    name: str
    filter: "FilterStruct"
    layout: "LayoutStruct"


class EqualsXmlModel(BaseXmlModel):
    test: Literal["equals"] = element()
    key: str = element()
    value: str = element()


class EveryXmlModel(BaseXmlModel):
    test: Literal["every"] = element()
    of: "list[FilterXmlModel]" = wrapped("of", element(tag="item"))


class NotXmlModel(BaseXmlModel):
    test: Literal["not"] = element()
    of: "FilterXmlModel" = element(tag="of")


FilterXmlModel: TypeAlias = EqualsXmlModel | EveryXmlModel | NotXmlModel


class ColumnXmlModel(BaseXmlModel):
    show: Literal["column"] = element()
    title: str = element()
    width: int = element()


class GroupXmlModel(BaseXmlModel):
    show: Literal["group"] = element()
    title: str = element()
    parts: "list[LayoutXmlModel]" = wrapped("parts", element(tag="item"))


LayoutXmlModel: TypeAlias = ColumnXmlModel | GroupXmlModel

EveryXmlModel.model_rebuild()
NotXmlModel.model_rebuild()
GroupXmlModel.model_rebuild()


class ViewXmlModel(BaseXmlModel):
    name: str = element()
    filter: FilterXmlModel = element(tag="filter")
    layout: LayoutXmlModel = element(tag="layout")


class ViewsXmlModel(BaseXmlModel, tag="value"):
    items: list[ViewXmlModel] = element(tag="item")


@dataclass
class EqualsXmlData:
    test: str = member(init=False, default="equals", metadata=ELEMENT)
    key: str = member(metadata=ELEMENT)
    value: str = member(metadata=ELEMENT)


@dataclass
class EveryXmlData:
    test: str = member(init=False, default="every", metadata=ELEMENT)
    of: "list[FilterXmlData]" = member(metadata=ITEM | {"wrapper": "of"})


@dataclass
class NotXmlData:
    test: str = member(init=False, default="not", metadata=ELEMENT)
    of: "FilterXmlData" = member(metadata=ELEMENT)


FilterXmlData: TypeAlias = EqualsXmlData | EveryXmlData | NotXmlData


@dataclass
class ColumnXmlData:
    show: str = member(init=False, default="column", metadata=ELEMENT)
    title: str = member(metadata=ELEMENT)
    width: int = member(metadata=ELEMENT)


@dataclass
class GroupXmlData:
    show: str = member(init=False, default="group", metadata=ELEMENT)
    title: str = member(metadata=ELEMENT)
    parts: "list[LayoutXmlData]" = member(metadata=ITEM | {"wrapper": "parts"})


LayoutXmlData: TypeAlias = ColumnXmlData | GroupXmlData


@dataclass
class ViewXmlData:
    name: str = member(metadata=ELEMENT)
    filter: FilterXmlData = member(metadata=ELEMENT)
    layout: LayoutXmlData = member(metadata=ELEMENT)


@dataclass
class ViewsXmlData:
    items: list[ViewXmlData] = member(metadata=ITEM)

    class Meta:
        name = "value"


def views(chance: Chance, count: int) -> list[dict[str, Any]]:
    def tests(depth: int) -> dict[str, Any]:
        match chance.randrange(3) if depth else 0:
            case 0:
                return {"test": "equals", "key": chance.word(), "value": chance.words(1, 2)}
            case 1:
                return {"test": "every", "of": [tests(depth - 1) for _ in range(chance.randint(1, 3))]}
            case _:
                return {"test": "not", "of": tests(depth - 1)}

    def layout(depth: int) -> dict[str, Any]:
        if depth and chance.yes(0.7):
            parts = [layout(depth - 1) for _ in range(chance.randint(1, 3))]
            return {"show": "group", "title": chance.word(), "parts": parts}
        return {"show": "column", "title": chance.word(), "width": chance.randrange(400)}

    return [{"name": chance.name(), "filter": tests(4), "layout": layout(3)} for _ in range(count)]


SHAPES = (
    Shape(
        "two recursive unions",
        views,
        120,
        array(View.codec),
        {
            "pydantic": pydantic_peer(list[ViewModel]),
            "serpyco-rs": serpyco_peer(list[ViewData]),
            "msgspec": msgspec_peer(list[ViewStruct]),
        },
        AS_PYDANTIC,
        xml=Xml(
            array(View.codec),
            {
                "pydantic-xml": pydantic_xml_peer(ViewsXmlModel, ITEMS),
                "xsdata": xsdata_peer(ViewsXmlData, ITEMS),
            },
        ),
        tags=("test", "show"),
    ),
)
