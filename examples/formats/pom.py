"""The project object model of Maven: `pom.xml`."""

from __future__ import annotations

from ecr_decode import (
    JsonValue,
    Record,
    array,
    attribute,
    dict_of,
    element,
    field,
    inline,
    json_value,
    others,
    string,
)

POM = "http://maven.apache.org/POM/4.0.0"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


class Coordinates(Record):
    """The name of an artifact: some parts come from the parent or from a default."""

    group: str | None = field("groupId", string, default=None)
    artifact: str = field("artifactId", string)
    version: str | None = field("version", string, default=None)


class Parent(Record):
    """The project that this one inherits from."""

    coordinates: Coordinates = inline(Coordinates.codec)
    path: str | None = field("relativePath", string, default=None)


class Dependency(Record):
    """An artifact that the project needs."""

    coordinates: Coordinates = inline(Coordinates.codec)
    scope: str | None = field("scope", string, default=None)
    type: str | None = field("type", string, default=None)
    classifier: str | None = field("classifier", string, default=None)
    optional: str | None = field("optional", string, default=None)
    exclusions: tuple[Coordinates, ...] = field(
        "exclusions",
        array(Coordinates.codec),
        default=(),
        omit=True,
        xml=element("exclusions", item="exclusion"),
    )


class Plugin(Record):
    """A step of the build. Its configuration has a form of its own."""

    coordinates: Coordinates = inline(Coordinates.codec)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Build(Record):
    """How the project is built."""

    plugins: tuple[Plugin, ...] = field(
        "plugins",
        array(Plugin.codec),
        default=(),
        omit=True,
        xml=element("plugins", item="plugin"),
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Project(Record, root=element("project", ns=POM)):
    """A `pom.xml`."""

    schema: str | None = field(
        "schemaLocation", string, default=None, xml=attribute("schemaLocation", ns=XSI)
    )
    model_version: str | None = field("modelVersion", string, default=None)
    parent: Parent | None = field("parent", Parent.codec, default=None)
    coordinates: Coordinates = inline(Coordinates.codec)
    packaging: str | None = field("packaging", string, default=None)
    name: str | None = field("name", string, default=None)
    description: str | None = field("description", string, default=None)
    properties: dict[str, str] = field("properties", dict_of(string), default_factory=dict, omit=True)
    dependencies: tuple[Dependency, ...] = field(
        "dependencies",
        array(Dependency.codec),
        default=(),
        omit=True,
        xml=element("dependencies", item="dependency"),
    )
    build: Build | None = field("build", Build.codec, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)
