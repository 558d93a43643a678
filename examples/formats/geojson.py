"""GeoJSON (RFC 7946)."""

from __future__ import annotations

from typing import TypeAlias

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    case,
    dict_of,
    field,
    json_value,
    lazy,
    nullable,
    number,
    others,
    string,
    tagged_union,
    tuple_of,
)

Position: TypeAlias = tuple[float, float, *tuple[float, ...]]
Line: TypeAlias = tuple[Position, ...]
Rings: TypeAlias = tuple[Line, ...]

position = tuple_of(number, number, rest=number)
line = array(position)
rings = array(line)
box = array(number)


class Point(Record):
    """One place."""

    coordinates: Position = field("coordinates", position)
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class MultiPoint(Record):
    """Several places."""

    coordinates: Line = field("coordinates", line)
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class LineString(Record):
    """A line of two places or more."""

    coordinates: Line = field("coordinates", line)
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class MultiLineString(Record):
    """Several lines."""

    coordinates: Rings = field("coordinates", rings)
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Polygon(Record):
    """An area: its outer ring, and the rings of its holes."""

    coordinates: Rings = field("coordinates", rings)
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class MultiPolygon(Record):
    """Several areas."""

    coordinates: tuple[Rings, ...] = field("coordinates", array(rings))
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class GeometryCollection(Record):
    """Geometries of any kind."""

    geometries: tuple[Geometry, ...] = field("geometries", array(lazy(lambda: geometry)))
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Feature(Record):
    """A geometry with properties."""

    id: str | int | float | None = field("id", string | number, default=None)
    geometry: Geometry | None = field("geometry", nullable(lazy(lambda: geometry)))
    properties: dict[str, JsonValue] | None = field("properties", nullable(dict_of(json_value)))
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class FeatureCollection(Record):
    """Features, and what a writer adds to them."""

    features: tuple[Feature, ...] = field("features", array(Feature.codec))
    box: tuple[float, ...] | None = field("bbox", box, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


Geometry: TypeAlias = (
    Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon | GeometryCollection
)

geometries = (
    case("Point", Point)
    | case("MultiPoint", MultiPoint)
    | case("LineString", LineString)
    | case("MultiLineString", MultiLineString)
    | case("Polygon", Polygon)
    | case("MultiPolygon", MultiPolygon)
    | case("GeometryCollection", GeometryCollection)
)
geometry: Codec[Geometry] = tagged_union("type", geometries)
geojson: Codec[Geometry | Feature | FeatureCollection] = tagged_union(
    "type",
    geometries | case("Feature", Feature) | case("FeatureCollection", FeatureCollection),
)
