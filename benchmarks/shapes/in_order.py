"""Children of several names in the order of the text, as documents of prose have them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Any

from pydantic import BaseModel, Field, model_validator
from pydantic_xml import BaseXmlModel, attr, element

from ecr_decode import Record, array, attribute, case, field, flattened, integer, keyed_union, string

from .chance import Chance
from .libraries import pydantic_peer, pydantic_xml_peer, xsdata_peer
from .shape import AS_PYDANTIC, Limit, Peer, Shape, Xml


class Paragraph(Record):
    style: str = field("style", string, xml=attribute)
    text: str = field("text", string)


class Heading(Record):
    level: int = field("level", integer, xml=attribute)
    title: str = field("title", string)


class Listing(Record):
    lines: tuple[str, ...] = field("line", array(string), xml=flattened)


class Prose(Record):
    blocks: tuple[Paragraph | Heading | Listing, ...] = field(
        "blocks",
        array(keyed_union(case("p", Paragraph) | case("h", Heading) | case("listing", Listing))),
        xml=flattened,
    )


class ParagraphModel(BaseModel):
    style: str
    text: str


class HeadingModel(BaseModel):
    level: int
    title: str


class ListingModel(BaseModel, serialize_by_alias=True):
    lines: list[str] = Field(alias="line")


class BlockModel(BaseModel):
    p: ParagraphModel | None = None
    h: HeadingModel | None = None
    listing: ListingModel | None = None

    @model_validator(mode="after")
    def one(self) -> BlockModel:
        if len(self.model_fields_set) != 1:
            raise ValueError("expected one key")
        return self


class ProseModel(BaseModel):
    blocks: list[BlockModel]


class ParagraphXmlModel(BaseXmlModel, tag="p"):
    style: str = attr()
    text: str = element()


class HeadingXmlModel(BaseXmlModel, tag="h"):
    level: int = attr()
    title: str = element()


class ListingXmlModel(BaseXmlModel, tag="listing"):
    lines: list[str] = element(tag="line", default_factory=list)


class ProseXmlModel(BaseXmlModel, tag="Prose"):
    blocks: list[ParagraphXmlModel | HeadingXmlModel | ListingXmlModel] = element(default_factory=list)


@dataclass
class ParagraphXmlData:
    style: str = member(metadata={"type": "Attribute"})
    text: str = member(metadata={"type": "Element"})


@dataclass
class HeadingXmlData:
    level: int = member(metadata={"type": "Attribute"})
    title: str = member(metadata={"type": "Element"})


@dataclass
class ListingXmlData:
    lines: list[str] = member(metadata={"type": "Element", "name": "line"}, default_factory=list[str])


@dataclass
class ProseXmlData:
    blocks: list[object] = member(
        metadata={
            "type": "Elements",
            "choices": (
                {"name": "p", "type": ParagraphXmlData},
                {"name": "h", "type": HeadingXmlData},
                {"name": "listing", "type": ListingXmlData},
            ),
        },
        default_factory=list[object],
    )

    class Meta:
        name = "Prose"


def prose(chance: Chance, count: int) -> dict[str, Any]:
    def block() -> dict[str, Any]:
        match chance.choice(("p", "p", "p", "h", "listing")):
            case "h":
                return {"h": {"level": chance.randint(1, 4), "title": chance.words(1, 5)}}
            case "listing":
                return {"listing": {"line": [chance.words(1, 6) for _ in range(chance.randint(2, 5))]}}
            case _:
                return {"p": {"style": chance.word(), "text": chance.words(4, 20)}}

    return {"blocks": [block() for _ in range(count)]}


def _opened(value: ProseModel) -> Any:
    blocks = [getattr(block, name) for block in value.blocks for name in block.model_fields_set]
    return ProseModel.model_construct(blocks=blocks)


_PYDANTIC = pydantic_peer(ProseModel)

SHAPES = (
    Shape(
        "children in order",
        prose,
        400,
        Prose.codec,
        {"pydantic": Peer(_PYDANTIC.read, None, _opened)},
        AS_PYDANTIC,
        Limit(7),
        Xml(
            Prose.codec,
            {
                "pydantic-xml": pydantic_xml_peer(ProseXmlModel),
                "xsdata": xsdata_peer(ProseXmlData),
            },
            read=Limit(0.6),
        ),
    ),
)
