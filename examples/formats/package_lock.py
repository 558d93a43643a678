"""The lock files of npm, in their versions 1, 2 and 3."""

from __future__ import annotations

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    boolean,
    case,
    dict_of,
    field,
    inline,
    json_value,
    lazy,
    others,
    string,
    tagged_union,
)


class Origin(Record):
    """Where a package comes from, and the hash of it."""

    version: str | None = field("version", string, default=None)
    resolved: str | bool | None = field("resolved", string | boolean, default=None)
    integrity: str | None = field("integrity", string, default=None)


class Dependency(Record):
    """A package in the tree of version 1: those that it needs for itself alone are in it."""

    origin: Origin = inline(Origin.codec)
    requires: dict[str, str] | bool | None = field("requires", dict_of(string) | boolean, default=None)
    dependencies: dict[str, Dependency] | None = field(
        "dependencies", dict_of(lazy(lambda: Dependency.codec)), default=None
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Package(Record):
    """A package at a place in `node_modules`, of versions 2 and 3."""

    origin: Origin = inline(Origin.codec)
    name: str | None = field("name", string, default=None)
    license: str | None = field("license", string, default=None)
    dependencies: dict[str, str] | None = field("dependencies", dict_of(string), default=None)
    engines: dict[str, str] | tuple[str, ...] | None = field(
        "engines", dict_of(string) | array(string), default=None
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Tree(Record):
    """A lock file of version 1."""

    name: str | None = field("name", string, default=None)
    version: str | None = field("version", string, default=None)
    dependencies: dict[str, Dependency] = field(
        "dependencies", dict_of(Dependency.codec), default_factory=dict, omit=True
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Both(Record):
    """A lock file of version 2, which has the packages in both forms."""

    name: str | None = field("name", string, default=None)
    version: str | None = field("version", string, default=None)
    packages: dict[str, Package] = field("packages", dict_of(Package.codec))
    dependencies: dict[str, Dependency] = field(
        "dependencies", dict_of(Dependency.codec), default_factory=dict, omit=True
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Flat(Record):
    """A lock file of version 3."""

    name: str | None = field("name", string, default=None)
    version: str | None = field("version", string, default=None)
    packages: dict[str, Package] = field("packages", dict_of(Package.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


lock: Codec[Tree | Both | Flat] = tagged_union(
    "lockfileVersion", case(1, Tree) | case(2, Both) | case(3, Flat)
)
