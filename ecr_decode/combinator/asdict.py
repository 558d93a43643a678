"""A record as plain dicts of the values that Python holds, for those who do not know the record."""

from __future__ import annotations

from typing import Any, cast

from .record import Record, record_node


def asdict(record: Record) -> dict[str, object]:
    """A record as a dict by the names in Python; so are records in it, in its tuples and in its dicts.

    >>> from ecr_decode import Record, array, asdict, field, integer, string
    >>> class Layer(Record):
    ...     digest: str = field("layerDigest", string)
    >>> class Image(Record):
    ...     layers: tuple[Layer, ...] = field("layers", array(Layer.codec))
    ...     size: int | None = field("size", integer, default=None)
    >>> asdict(Image(layers=(Layer(digest="sha256:00"),)))
    {'layers': ({'digest': 'sha256:00'},), 'size': None}
    >>> asdict(3)
    Traceback (most recent call last):
    TypeError: asdict(...): expected a record, got 3

    Secret members are shown. Tuples, lists and dicts are copied; all other values, and instances of other
    classes, stay as they are. `to_json()` gives what is written instead.
    """
    if not isinstance(cast(object, record), Record):
        raise TypeError(f"asdict(...): expected a record, got {record!r}")
    return _members(record)


def _members(record: Record) -> dict[str, object]:
    node = record_node(type(record))
    names = [member.name for member in node.members]
    if node.others is not None:
        names.append(node.others.name)
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: Any) -> object:
    if isinstance(value, Record):
        return _members(value)
    kind = cast(Any, type)(value)
    if kind is tuple or kind is list:
        return cast(object, kind(map(_plain, value)))
    if kind is dict:
        return {name: _plain(item) for name, item in value.items()}
    return value
