"""The state of Terraform, in the versions 3 and 4 of its form."""

from __future__ import annotations

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    big_integer,
    case,
    dict_of,
    field,
    integer,
    json_value,
    others,
    string,
    tagged_union,
)


class Instance(Record):
    """One instance of a resource."""

    schema_version: int = field("schema_version", integer)
    index: str | int | None = field("index_key", string | integer, default=None)
    attributes: dict[str, JsonValue] | None = field("attributes", dict_of(json_value), default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Resource(Record):
    """A resource and its instances."""

    mode: str = field("mode", string)
    type: str = field("type", string)
    name: str = field("name", string)
    provider: str = field("provider", string)
    module: str | None = field("module", string, default=None)
    instances: tuple[Instance, ...] = field("instances", array(Instance.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class State(Record):
    """A state of version 4."""

    terraform_version: str = field("terraform_version", string)
    serial: int = field("serial", big_integer)
    lineage: str = field("lineage", string)
    outputs: dict[str, JsonValue] = field("outputs", dict_of(json_value))
    resources: tuple[Resource, ...] = field("resources", array(Resource.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Primary(Record):
    """The instance of a resource. All attributes are texts under flat names."""

    id: str = field("id", string)
    attributes: dict[str, str] = field("attributes", dict_of(string), default_factory=dict)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class OldResource(Record):
    """A resource of version 3."""

    type: str = field("type", string)
    primary: Primary = field("primary", Primary.codec)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Module(Record):
    """The resources of a module."""

    path: tuple[str, ...] = field("path", array(string))
    outputs: dict[str, JsonValue] = field("outputs", dict_of(json_value))
    resources: dict[str, OldResource] = field("resources", dict_of(OldResource.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class OldState(Record):
    """A state of version 3."""

    terraform_version: str = field("terraform_version", string)
    serial: int = field("serial", big_integer)
    lineage: str = field("lineage", string)
    modules: tuple[Module, ...] = field("modules", array(Module.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


state: Codec[State | OldState] = tagged_union("version", case(4, State) | case(3, OldState))
