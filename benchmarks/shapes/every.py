"""All shapes, in the order in which they are shown."""

from __future__ import annotations

from . import (
    any_json,
    attributes,
    by_names,
    by_trial,
    flat_union,
    geojson,
    in_order,
    inlined,
    integer_keys,
    integer_tags,
    keyed,
    kinds,
    mapped_scalar,
    mapped_values,
    namespaces,
    nullable_union,
    nulls,
    one_class,
    one_or_many,
    own_classes,
    parsed_items,
    reached,
    records,
    recursive_union,
    refined,
    ruled,
    several_names,
    text_inside,
    textual,
    trails,
    tuples,
    two_recursions,
    unknown_members,
    values,
)
from .shape import Shape

_HOMES = (
    records,
    attributes,
    namespaces,
    mapped_scalar,
    own_classes,
    reached,
    unknown_members,
    any_json,
    flat_union,
    recursive_union,
    two_recursions,
    nullable_union,
    nulls,
    geojson,
    kinds,
    by_names,
    by_trial,
    one_class,
    one_or_many,
    tuples,
    values,
    mapped_values,
    refined,
    parsed_items,
    text_inside,
    textual,
    several_names,
    integer_keys,
    integer_tags,
    inlined,
    keyed,
    in_order,
    ruled,
    trails,
)

SHAPES: tuple[Shape, ...] = tuple(shape for home in _HOMES for shape in home.SHAPES)


def chosen(only: str) -> list[Shape]:
    """The shape of this very name, or all whose names hold the text."""
    exact = [shape for shape in SHAPES if shape.name == only]
    return exact or [shape for shape in SHAPES if only.lower() in shape.name.lower()]
