"""GeoJSON features: geometries of several kinds and nested collections, beside properties of any JSON."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from pydantic import BaseModel, Field
from serpyco_rs.metadata import Discriminator

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    case,
    field,
    json_value,
    lazy,
    nullable,
    number,
    tagged_union,
)

from .chance import Chance, as_texts
from .libraries import msgspec_peer, pydantic_peer, serpyco_peer
from .shape import Limit, Shape, Xml

_POSITION = array(number)


class Point(Record):
    coordinates: tuple[float, ...] = field("coordinates", _POSITION)


class Line(Record):
    coordinates: tuple[tuple[float, ...], ...] = field("coordinates", array(_POSITION))


class Polygon(Record):
    coordinates: tuple[tuple[tuple[float, ...], ...], ...] = field("coordinates", array(array(_POSITION)))


class Collection(Record):
    geometries: "tuple[Point | Line | Polygon | Collection, ...]" = field(
        "geometries", array(lazy(lambda: GEOMETRY))
    )


GEOMETRY: Codec[Point | Line | Polygon | Collection] = tagged_union(
    "type",
    case("Point", Point)
    | case("LineString", Line)
    | case("Polygon", Polygon)
    | case("GeometryCollection", Collection),
)


class Feature(Record):
    geometry: Point | Line | Polygon | Collection | None = field("geometry", nullable(GEOMETRY))
    properties: JsonValue = field("properties", json_value)


class PointModel(BaseModel):
    type: Literal["Point"]
    coordinates: list[float]


class LineModel(BaseModel):
    type: Literal["LineString"]
    coordinates: list[list[float]]


class PolygonModel(BaseModel):
    type: Literal["Polygon"]
    coordinates: list[list[list[float]]]


class CollectionModel(BaseModel):
    type: Literal["GeometryCollection"]
    geometries: "list[GeometryModel]"


GeometryModel: TypeAlias = Annotated[
    PointModel | LineModel | PolygonModel | CollectionModel, Field(discriminator="type")
]


class FeatureModel(BaseModel):
    geometry: GeometryModel | None
    properties: Any


@dataclass(slots=True)
class PointData:
    type: Literal["Point"]
    coordinates: list[float]


@dataclass(slots=True)
class LineData:
    type: Literal["LineString"]
    coordinates: list[list[float]]


@dataclass(slots=True)
class PolygonData:
    type: Literal["Polygon"]
    coordinates: list[list[list[float]]]


@dataclass(slots=True)
class CollectionData:
    type: Literal["GeometryCollection"]
    geometries: "list[GeometryData]"


GeometryData: TypeAlias = Annotated[
    PointData | LineData | PolygonData | CollectionData, Discriminator("type")
]


@dataclass(slots=True)
class FeatureData:
    geometry: GeometryData | None
    properties: Any


class PointStruct(msgspec.Struct, tag_field="type", tag="Point"):
    coordinates: list[float]


class LineStruct(msgspec.Struct, tag_field="type", tag="LineString"):
    coordinates: list[list[float]]


class PolygonStruct(msgspec.Struct, tag_field="type", tag="Polygon"):
    coordinates: list[list[list[float]]]


class CollectionStruct(msgspec.Struct, tag_field="type", tag="GeometryCollection"):
    geometries: "list[PointStruct | LineStruct | PolygonStruct | CollectionStruct]"


class FeatureStruct(msgspec.Struct):
    geometry: PointStruct | LineStruct | PolygonStruct | CollectionStruct | None
    properties: Any


def features(chance: Chance, count: int) -> list[dict[str, Any]]:
    def position() -> list[float]:
        return [round(chance.uniform(-180, 180), 6), round(chance.uniform(-90, 90), 6)]

    def geometry(depth: int = 0) -> dict[str, Any]:
        match chance.randrange(4 if depth < 2 else 3):
            case 0:
                return {"type": "Point", "coordinates": position()}
            case 1:
                line = [position() for _ in range(chance.randint(2, 8))]
                return {"type": "LineString", "coordinates": line}
            case 2:
                ring = [position() for _ in range(chance.randint(4, 12))]
                return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
            case _:
                return {"type": "GeometryCollection", "geometries": [geometry(depth + 1) for _ in range(2)]}

    def feature(index: int) -> dict[str, Any]:
        place = {
            "name": chance.words(1, 2),
            "population": chance.randrange(10**6),
            "capital": chance.yes(0.1),
        }
        return {"type": "Feature", "geometry": None if index % 20 == 19 else geometry(), "properties": place}

    return [feature(index) for index in range(count)]


def _as_xml(chance: Chance, count: int) -> list[dict[str, Any]]:
    made = features(chance, count)
    return [each | {"properties": as_texts(each["properties"])} for each in made]


SHAPES = (
    Shape(
        "GeoJSON features",
        features,
        400,
        array(Feature.codec),
        {
            "pydantic": pydantic_peer(list[FeatureModel]),
            "serpyco-rs": serpyco_peer(list[FeatureData]),
            "msgspec": msgspec_peer(list[FeatureStruct]),
        },
        Limit(2),
        xml=Xml(array(Feature.codec), make=_as_xml),
        tags=("type",),
    ),
)
