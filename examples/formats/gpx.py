"""GPX 1.0 and 1.1: points, routes and tracks of positioning devices, with extensions."""

from __future__ import annotations

from ecr_decode import (
    JsonValue,
    Record,
    array,
    attribute,
    element,
    field,
    flattened,
    json_value,
    number,
    others,
    string,
)

GPX_1_0 = "http://www.topografix.com/GPX/1/0"
GPX_1_1 = "http://www.topografix.com/GPX/1/1"


class Point(Record):
    """A place, and when a device was there. The time is text: some devices write no zone."""

    latitude: float = field("lat", number, xml=attribute)
    longitude: float = field("lon", number, xml=attribute)
    elevation: float | None = field("ele", number, default=None)
    time: str | None = field("time", string, default=None)
    name: str | None = field("name", string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Route(Record):
    """A planned way."""

    name: str | None = field("name", string, default=None)
    points: tuple[Point, ...] = field("rtept", array(Point.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Segment(Record):
    """A part of a track without a gap."""

    points: tuple[Point, ...] = field("trkpt", array(Point.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Track(Record):
    """A recorded way."""

    name: str | None = field("name", string, default=None)
    segments: tuple[Segment, ...] = field("trkseg", array(Segment.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Gpx(Record, root=element("gpx", ns=GPX_1_1)):
    """A document of GPX 1.1."""

    version: str | None = field("version", string, default=None, xml=attribute)
    creator: str | None = field("creator", string, default=None, xml=attribute)
    metadata: JsonValue | None = field("metadata", json_value, default=None)
    waypoints: tuple[Point, ...] = field("wpt", array(Point.codec), default=(), xml=flattened)
    routes: tuple[Route, ...] = field("rte", array(Route.codec), default=(), xml=flattened)
    tracks: tuple[Track, ...] = field("trk", array(Track.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class OldGpx(Gpx, root=element("gpx", ns=GPX_1_0)):
    """A document of GPX 1.0: the same members in another namespace."""
